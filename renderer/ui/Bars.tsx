import styles from './Bars.module.css';

/** One bar: its word below it, and what is said when it is pointed at. */
export interface Bar {
  readonly key: string | number;
  /** Empty where there is no room for a word below each. */
  readonly label: string;
  readonly title: string;
  readonly amount: number;
}

/** Amounts as bars to look at; a table beside them is to be read. Less than nothing has no bar. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  return (
    <div className={styles.bars} aria-hidden>
      {bars.map(({ key, label, title, amount }) => (
        <span key={key} title={title}>
          <b>
            <i style={{ height: `${(Math.max(0, amount) / most) * 100}%` }} />
          </b>
          <small>{label}</small>
        </span>
      ))}
    </div>
  );
}
