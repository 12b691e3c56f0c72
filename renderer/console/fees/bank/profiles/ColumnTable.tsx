import { NativeSelect } from '@mantine/core';
import {
  type Layout,
  type Role,
  rolesOf,
  withRole,
} from '../../../../../domain/fees/bank/teach/layout.ts';
import { cellText, type GridCell, type GridLine } from '../../../../../domain/tables/grid.ts';
import { useText } from '../../../../ui/use-text.ts';
import styles from './ColumnTable.module.css';
import { roleWords } from './role-words.ts';

/** Lines below the titles that are shown. */
const SHOWN_BELOW = 12;

interface ColumnTableProps {
  readonly lines: readonly GridLine[];
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}

/** The first lines of a file, and above each column what it holds. */
export function ColumnTable({ lines, layout, onLayout }: ColumnTableProps) {
  const say = useText();
  const { titlesAt, columns, kind } = layout;
  const titles = (titlesAt === null ? undefined : lines[titlesAt])?.cells ?? [];
  const shown = lines.slice(0, (titlesAt ?? 0) + 1 + SHOWN_BELOW);
  const width = Math.max(columns.length, ...shown.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, at) => at);
  const choices: Role[] = ['', ...rolesOf(kind)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too
    <section className={styles.frame} tabIndex={0} aria-label={say.text('console.teach.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {say.text('console.teach.row')}
            </th>
            {places.map((at) =>
              at < columns.length ? (
                <th key={at} scope="col">
                  <NativeSelect
                    aria-label={say.text('console.teach.column', { title: titleAt(at) })}
                    data-used={columns[at] !== '' || undefined}
                    data={choices.map((role) => ({ value: role, label: roleWords(role, say) }))}
                    value={columns[at] ?? ''}
                    onChange={({ currentTarget: { value } }) => {
                      const role = choices.find((one) => one === value) ?? '';
                      onLayout({ ...layout, columns: withRole(layout, at, role) });
                    }}
                  />
                </th>
              ) : (
                <td key={at} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, cells }, line) => (
            <tr key={row} data-place={placeOf(line, titlesAt)}>
              <th scope="row" className={styles.number}>
                {row}
              </th>
              {places.map((at) => (
                <td key={at} data-used={(columns[at] ?? '') !== '' || undefined}>
                  {shownCell(cells[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function titleAt(at: number): string {
    const title = cellText(titles[at]);
    return title === '' ? say.text('console.teach.columnAt', { at: String(at + 1) }) : title;
  }
}

function placeOf(line: number, titlesAt: number | null): 'above' | 'titles' | 'below' {
  if (line === titlesAt) return 'titles';
  return titlesAt !== null && line < titlesAt ? 'above' : 'below';
}

function shownCell(cell: GridCell | undefined): string {
  return cell === null ? 'ƒ' : cellText(cell);
}
