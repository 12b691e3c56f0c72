import styles from './Choices.module.css';

interface ChoicesProps<T> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** A few answers side by side, of which one is chosen. */
export function Choices<T extends string | null>(props: ChoicesProps<T>) {
  const { label, choices, chosen, onChoose } = props;
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {choices.map(({ value, text }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
