import type { ReactNode } from 'react';
import type { ProductChange } from '../../../domain/catalog/import-report.ts';
import type { TemplateCheck } from '../../../domain/down/manage-contract.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { ComingLines, RejectedLines } from '../system/FileLines.tsx';
import styles from './TemplateRows.module.css';

/** What a till makes of a template: which rows it rejects and why, and what comes in. */
export function TemplateRows({ check }: { readonly check: TemplateCheck }) {
  const say = useText();
  const { goodRows, rejectedRows, products, listed, rejected, unknownColumns } = check;
  const told = new Set(rejected.map(({ row }) => row)).size;
  const counts = { good: goodRows, rejected: rejectedRows };
  const title = say.text('notices.coming', { count: products });
  return (
    <section className={styles.rows} aria-label={say.text('notices.checked')}>
      <p role="status">
        <strong>{say.text('hub.templateRows', counts)}.</strong>{' '}
        <span className={card.soft}>{say.text('notices.checkedHow')}</span>
      </p>
      {unknownColumns.length > 0 && (
        <p className={card.soft}>
          {say.text('organisation.unknownColumns', { columns: unknownColumns.join(', ') })}
        </p>
      )}
      {rejected.length > 0 && (
        <details open>
          <summary>{say.text('console.org.rejectedTitle')}</summary>
          <Scrolled>
            <RejectedLines
              rejected={rejected.map(({ row, column, reason, value, other }) => {
                return {
                  row,
                  column,
                  sentence: say.text(`import.reason.${reason}`, { value, other }),
                };
              })}
              more={rejectedRows - told}
            />
          </Scrolled>
        </details>
      )}
      {listed.length > 0 && (
        <details>
          <summary>{title}</summary>
          <Scrolled>
            <ComingLines
              title={title}
              coming={listed.map(({ code, name, changes }) => ({
                id: code,
                label: code,
                name,
                cells: changes.map((change) => cellWords(change, say)),
              }))}
              more={products - listed.length}
            />
          </Scrolled>
        </details>
      )}
    </section>
  );
}

/** As much as fits the form; the rest is scrolled to. */
function Scrolled({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keys
    <div className={styles.lines} tabIndex={0}>
      {children}
    </div>
  );
}

/** `harga (lusin): Rp500.000` */
function cellWords({ field, unit, new: now }: ProductChange, say: Say): string {
  const words = say.text(`import.field.${field}`);
  return `${unit === '' ? words : `${words} (${unit})`}: ${now}`;
}
