import { foldTitle } from '../../tables/columns.ts';
import { tidyCell } from '../../tables/cell-text.ts';
import { type AmountParts, splitAmount } from './bank-amount.ts';
import { type BankDay, readBankDay } from './bank-date.ts';
import type { Header } from './find-header.ts';
import { cellText, dayCell, type GridCell, type GridLine, isBlankLine } from '../../tables/grid.ts';
import type { StatementProfile } from './profile.ts';
import { type Labelled, labelOf, takeLabel } from './read-label.ts';
import { type RejectedRow, rejectedRow } from './statement.ts';

/** A row of the table whose numbers and year are still open. */
export interface RawRow {
  readonly row: number;
  /** As it was written, for a reason. */
  readonly dateText: string;
  /** Null in a row that is pending. */
  readonly day: BankDay | null;
  readonly amount: AmountParts | null;
  readonly debit: AmountParts | null;
  readonly credit: AmountParts | null;
  readonly balance: AmountParts | null;
  readonly sign: string;
  readonly account: string;
  description: string;
  readonly reference: string;
}

/** What the lines below the titles hold. */
export interface Body {
  readonly rows: RawRow[];
  readonly rejected: RejectedRow[];
  /** Balance of a row that is nothing but the opening, as it was written. */
  opening: AmountParts | null;
}

const DESCRIPTION_MAX = 1000;
const amountColumns = ['amount', 'debit', 'credit', 'balance'] as const;
type AmountColumn = (typeof amountColumns)[number];

/** Reads the lines below the titles; what they tell beside the table goes into `labelled`. */
export function readBody(
  lines: readonly GridLine[],
  header: Header,
  profile: StatementProfile,
  labelled: Labelled,
): Body {
  const body: Body = { rows: [], rejected: [], opening: null };
  const days = new Map<string | number, BankDay | null>();
  const place = new Map([...header.places].map(([column, [at = -1]]) => [column, at]));
  const reader: LineReader = {
    body,
    profile,
    header,
    labelled,
    at: (column) => place.get(column) ?? -1,
    day: (cell) => {
      const known = days.get(cell);
      if (known !== undefined) return known;
      const day = readBankDay(cell, profile.dates);
      days.set(cell, day);
      return day;
    },
    lastNeeded: Math.max(...['date', ...amountColumns].map((column) => place.get(column) ?? -1)),
    isAfter: false,
  };
  for (const line of lines.slice(header.at + 1)) readLine(reader, line);
  return body;
}

interface LineReader {
  readonly body: Body;
  readonly profile: StatementProfile;
  readonly header: Header;
  readonly labelled: Labelled;
  at(column: string): number;
  day(cell: string | number): BankDay | null;
  /** Place of the last column that each row has. */
  readonly lastNeeded: number;
  /** Whether a line beside the table stood below it already. */
  isAfter: boolean;
}

function readLine(reader: LineReader, given: GridLine): void {
  const { body, header, profile } = reader;
  if (isBlankLine(given)) return;
  const reject = (column: string, reason: RejectedRow['reason'], cell: GridCell = '') => {
    const title = column === '' ? '' : (header.titles[reader.at(column)] ?? column);
    body.rejected.push(rejectedRow(given.row, title, reason, cell ?? ''));
  };
  if (given.fault === 'lineTooLong' || (given.fault && !profile.hasBareText)) {
    return reject('', given.fault);
  }
  const cells = profile.hasBareText ? foldCells(given.cells, header) : given.cells;
  const dateCell = cells[reader.at('date')] ?? '';
  const dateText = cellText(dateCell).replace(/^'/, '');
  const isPending = profile.pending.some((mark) => dateText.toUpperCase().startsWith(mark));
  const day = isPending || dateText === '' ? null : reader.day(dayCell(given, dateCell));
  if (!isPending && !day) return readUndated(reader, { ...given, cells }, reject);
  if (hasFormula(cells, header)) return reject('', 'formula');
  const surplus = cells.slice(header.titles.length).some((cell) => cellText(cell) !== '');
  if (surplus || isTwoRows(given.cells, header, profile) || cells.length <= reader.lastNeeded)
    return reject('', 'cellsWrong', cells.join(' '));
  const row = rawRow(reader, given.row, cells, { day, dateText });
  for (const column of amountColumns) {
    const cell = cells[reader.at(column)];
    if (row[column] || cellText(cell) === '' || cellText(cell) === '-') continue;
    return reject(column, column === 'balance' ? 'balanceInvalid' : 'amountInvalid', cell);
  }
  if (!row.amount && !row.debit && !row.credit) {
    const label = labelOf(row.description, profile.labels);
    if (label?.kind !== 'opening' && label?.kind !== 'closing') {
      return reject('amount', 'amountMissing');
    }
    if (label.kind === 'opening') body.opening ??= row.balance;
    return;
  }
  body.rows.push(row);
}

/** A line whose date is none: beside the table, more of a remark, the titles again, or wrong. */
function readUndated(
  reader: LineReader,
  line: GridLine,
  reject: (column: string, reason: RejectedRow['reason'], cell?: GridCell) => void,
): void {
  const { body, header, profile, labelled } = reader;
  if (takeLabel(labelled, line, profile) !== null) {
    reader.isAfter = true;
    return;
  }
  const dateCell = line.cells[reader.at('date')] ?? '';
  const dateText = cellText(dateCell);
  if (foldTitle(dateText) === foldTitle(header.titles[reader.at('date')] ?? '')) return;
  const filled = line.cells.filter((cell) => cell === null || cellText(cell) !== '').length;
  const hasAmount = amountColumns.some((column) => cellText(line.cells[reader.at(column)]) !== '');
  if (hasFormula(line.cells, header)) return reject('', 'formula');
  if (dateText !== '') {
    if (reader.isAfter && filled === 1) return;
    return reject('date', 'dateInvalid', dateCell);
  }
  const description = describe(line.cells, header);
  if (hasAmount || reader.isAfter || description === '') {
    const label = labelOf(description, profile.labels);
    if (label?.kind === 'opening') body.opening ??= partsAt(line.cells, reader.at('balance'));
    const isTold = label !== null || (!hasAmount && reader.isAfter);
    return isTold ? undefined : reject('date', 'dateMissing');
  }
  const last = body.rows.at(-1);
  if (!last) return reject('date', 'dateMissing');
  last.description = `${last.description} ${description}`.slice(0, DESCRIPTION_MAX);
}

function rawRow(
  reader: LineReader,
  row: number,
  cells: readonly GridCell[],
  { day, dateText }: { readonly day: BankDay | null; readonly dateText: string },
): RawRow {
  const { header } = reader;
  const parts = (column: AmountColumn) => partsAt(cells, reader.at(column));
  const text = (column: string) => tidyCell(cellText(cells[reader.at(column)]));
  return {
    row,
    dateText,
    day,
    amount: parts('amount'),
    debit: parts('debit'),
    credit: parts('credit'),
    balance: parts('balance'),
    sign: text('sign'),
    account: text('account'),
    description: describe(cells, header),
    reference: text('reference').replace(/^'/, ''),
  };
}

function partsAt(cells: readonly GridCell[], at: number): AmountParts | null {
  const cell = cells[at];
  return cell === undefined || cell === null || cell === '' ? null : splitAmount(cell);
}

function describe(cells: readonly GridCell[], header: Header): string {
  const parts = (header.places.get('description') ?? []).map((at) => cellText(cells[at]));
  return tidyCell(parts.filter((part) => part !== '').join(' ')).slice(0, DESCRIPTION_MAX);
}

/** Puts the separators back that stood in a description without quotes. */
function foldCells(cells: readonly GridCell[], header: Header): readonly GridCell[] {
  const surplus = cells.length - header.titles.length;
  const at = header.places.get('description')?.[0];
  if (surplus <= 0 || at === undefined) return cells;
  const text = cells.slice(at, at + surplus + 1).map(cellText);
  return [...cells.slice(0, at), text.join(', '), ...cells.slice(at + surplus + 1)];
}

/** Whether two rows stand in one line: the sign of an amount stands in the description. */
function isTwoRows(
  cells: readonly GridCell[],
  { titles, places }: Header,
  { hasBareText }: StatementProfile,
): boolean {
  const at = places.get('description')?.[0] ?? 0;
  if (!hasBareText || !places.has('sign')) return false;
  const described = cells.slice(at, at + 1 + cells.length - titles.length).map(cellText);
  return described.length > 1 && described.some((cell) => /^(?:CR|DB)$/.test(cell));
}

function hasFormula(cells: readonly GridCell[], header: Header): boolean {
  if (!cells.includes(null)) return false;
  return [...header.places.values()].flat().some((at) => cells[at] === null);
}
