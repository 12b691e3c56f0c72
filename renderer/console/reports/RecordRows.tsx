import type { HeadRow } from '../../../domain/console/head-rows.ts';
import card from '../system/card.module.css';
import styles from './RecordRows.module.css';

/** What a part of a record says, row by row. */
export function RecordRows({ rows }: { readonly rows: readonly HeadRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, text, form }) => (
        <div key={label} data-form={form}>
          <dt>{label}</dt>
          <dd className={form === 'code' ? card.code : undefined}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
