import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type {
  PlannedProduct,
  ProductChange,
  RejectedCell,
  RowNote,
} from '../../../domain/catalog/import-report.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './ImportTables.module.css';

/** Rejected cells shown on the screen; the file of them has all. */
const REJECTED_SHOWN = 500;

interface ListProps {
  readonly columns: readonly PlainTextKey[];
  /** What the list says when it has nothing. */
  readonly empty: string;
  /** How many there are beyond those shown. */
  readonly more: number;
  readonly isEmpty: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function List({ columns, empty, more, isEmpty, className = '', children }: ListProps) {
  const say = useText();
  if (isEmpty) return <p className={styles.empty}>{empty}</p>;
  return (
    <div className={styles.scroller}>
      <table className={`${styles.list} ${className}`}>
        <thead>
          <tr>
            {columns.map((textKey) => (
              <th key={textKey} scope="col">
                {say.text(textKey)}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
      {more > 0 && <p>{say.text('catalog.more', { count: more })}</p>}
    </div>
  );
}

interface ChangeTableProps {
  readonly changes: readonly PlannedProduct[];
  readonly total: number;
}

/** Each product that changes, what it was and what it will be; a new product in one line. */
export function ChangeTable({ changes, total }: ChangeTableProps) {
  const say = useText();
  return (
    <List
      columns={['catalog.name', 'catalog.changed', 'catalog.old', 'catalog.new']}
      empty={say.text('catalog.noChanges')}
      more={total - changes.length}
      isEmpty={total === 0}
      className={styles.changes}
    >
      {changes.map(({ code, name, kind, changes: fields }) => (
        <tbody key={code}>
          {kind === 'added' ? (
            <tr>
              <ProductCell code={code} name={name} rows={1} />
              <td className={styles.fresh}>{say.text('catalog.newProduct')}</td>
              <td />
              <td>
                {fields.map((change) => `${fieldWords(change, say)} ${change.new}`).join(', ')}
              </td>
            </tr>
          ) : (
            fields.map((change, at) => (
              <tr key={`${change.field} ${change.unit}`}>
                {at === 0 && <ProductCell code={code} name={name} rows={fields.length} />}
                <td>{fieldWords(change, say)}</td>
                <td className={styles.old}>{change.old}</td>
                <td className={styles.new}>
                  {change.old !== '' && <IconArrowRight aria-hidden size={18} />}
                  {change.new}
                </td>
              </tr>
            ))
          )}
        </tbody>
      ))}
    </List>
  );
}

interface ProductCellProps {
  readonly code: string;
  readonly name: string;
  readonly rows: number;
}

function ProductCell({ code, name, rows }: ProductCellProps) {
  return (
    <th scope="row" rowSpan={rows}>
      {name}
      <small>{code}</small>
    </th>
  );
}

/** Every cell that keeps its row out. */
export function RejectedTable({ rejected }: { readonly rejected: readonly RejectedCell[] }) {
  const say = useText();
  return (
    <List
      columns={['catalog.row', 'catalog.column', 'catalog.value', 'catalog.reason']}
      empty={say.text('catalog.noRejected')}
      more={rejected.length - REJECTED_SHOWN}
      isEmpty={rejected.length === 0}
    >
      <tbody>
        {rejected.slice(0, REJECTED_SHOWN).map((cell) => (
          <tr key={`${cell.row} ${cell.column} ${cell.reason}`}>
            <td className={styles.row}>{cell.row}</td>
            <td className={styles.whole}>
              {cell.column === '' ? say.text('catalog.wholeRow') : cell.column}
            </td>
            <td className={styles.value}>{cell.value}</td>
            <td>{say.text(`import.reason.${cell.reason}`, cell)}</td>
          </tr>
        ))}
      </tbody>
    </List>
  );
}

interface NoteTableProps {
  readonly notes: readonly RowNote[];
  readonly total: number;
}

/** What a person should know of rows that come in. */
export function NoteTable({ notes, total }: NoteTableProps) {
  const say = useText();
  return (
    <List
      columns={['catalog.row', 'catalog.column', 'catalog.note']}
      empty={say.text('catalog.noNotes')}
      more={total - notes.length}
      isEmpty={total === 0}
    >
      <tbody>
        {notes.map((note) => (
          <tr key={`${note.row} ${note.note}`}>
            <td className={styles.row}>{note.row}</td>
            <td>{note.column}</td>
            <td>{say.text(`import.note.${note.note}`, note)}</td>
          </tr>
        ))}
      </tbody>
    </List>
  );
}

function fieldWords({ field, unit }: ProductChange, say: Say): string {
  const words = say.text(`import.field.${field}`);
  return unit === '' ? words : `${words} (${unit})`;
}
