import { LapakError } from '../../errors.ts';
import { tidyCell } from '../../tables/cell-text.ts';
import { foldTitle } from '../../tables/columns.ts';
import { cellText, dayCell, type GridLine, isBlankLine } from '../../tables/grid.ts';
import { decideDecimals, numberColumn } from '../../tables/number-style.ts';
import type { DecimalMark } from '../../tables/read-number.ts';
import { type AmountParts, senOfParts, splitAmount } from './bank-amount.ts';
import type { Header } from './find-header.ts';
import { readPaidTime } from './paid-time.ts';
import type { SettledKind, SettlementProfile } from './profile.ts';
import { checkCurrency } from './read-statement-grid.ts';
import { sumSen } from './sen.ts';
import type { SettlementFile, SettlementRow } from './settlement.ts';
import { type RejectedRow, rejectedRow, type StatementNote } from './statement.ts';

const TEXT_MAX = 120;
const sumColumns = ['gross', 'fee', 'tax', 'other', 'net'] as const;
type SumColumn = (typeof sumColumns)[number];

/**
 * Reads the lines of a settlement file by a profile. Deductions are told whichever sign the file
 * gives them, and what net lacks beyond them is `other`, so that every row adds up.
 * @throws LapakError STATEMENT_NUMBERS_DOUBTFUL, STATEMENT_CURRENCY
 */
export function readSettlementGrid(
  lines: readonly GridLine[],
  profile: SettlementProfile,
  header: Header,
): SettlementFile {
  const body = lines.slice(header.at + 1).filter((line) => !isBlankLine(line));
  const decimals = decimalsOf(body, header, profile);
  const rows: SettlementRow[] = [];
  const rejected: RejectedRow[] = [];
  const notes: StatementNote[] = [];
  for (const line of body) {
    const read = readLine({ line, header, profile, decimals });
    if (read === null) continue;
    if ('reason' in read) rejected.push(read);
    else if (read.note === 'notSettled') notes.push({ row: line.row, note: 'notSettled' });
    else {
      if (read.note !== null) notes.push({ row: line.row, note: read.note });
      rows.push(read.row);
    }
  }
  return { profile: profile.id, provider: profile.provider, rows, rejected, notes };
}

interface Line {
  readonly line: GridLine;
  readonly header: Header;
  readonly profile: SettlementProfile;
  readonly decimals: ReadonlyMap<string, DecimalMark>;
}

type Read =
  | RejectedRow
  | { readonly note: 'notSettled' }
  | { readonly note: 'netDiffers' | null; readonly row: SettlementRow };

function readLine(given: Line): Read | null {
  const { line, header, profile } = given;
  const refuse = (column: string, reason: RejectedRow['reason']) =>
    rejectedRow(line.row, titleOf(header, column), reason, textAt(line, header, column));
  if (line.fault) return refuse('', line.fault);
  const places = [...header.places.values()].flat();
  if (places.some((at) => line.cells[at] === null)) return refuse('', 'formula');
  const text = (column: string) => tidyCell(textAt(line, header, column)).slice(0, TEXT_MAX);
  const [grossText, paidText, settledText] = [text('gross'), text('paid'), text('settled')];
  if (paidText === '' && settledText === '')
    return isFooter(given) ? null : refuse('paid', 'dateMissing');
  if (foldTitle(grossText) === foldTitle(titleOf(header, 'gross'))) return null;
  if (line.cells.length <= Math.max(...places)) return refuse('', 'cellsWrong');
  if (text('currency') !== '') checkCurrency(text('currency'));
  if (!isSettled(text('status'), profile)) return { note: 'notSettled' };
  const time = (column: string, hour: string) =>
    readPaidTime(dayCell(line, cellAt(line, header, column)), hour, profile.dates, profile.offset);
  const paid = paidText === '' ? null : time('paid', text('paidTime'));
  if (paidText !== '' && !paid) return refuse('paid', 'dateInvalid');
  const settled = settledText === '' ? null : time('settled', '');
  if (settledText !== '' && !settled) return refuse('settled', 'dateInvalid');
  const sums = sumsOf(given);
  if ('reason' in sums) return refuse(sums.column, sums.reason);
  const { isExplained, kind, ...sen } = sums;
  return {
    note: isExplained ? null : 'netDiffers',
    row: {
      row: line.row,
      provider: profile.provider,
      nmid: text('nmid'),
      merchant: text('merchant'),
      terminal: text('terminal'),
      reference: text('reference').replace(/^'/, ''),
      invoice: text('invoice'),
      batch: text('batch'),
      issuer: text('issuer'),
      kind,
      paidAtMs: paid?.atMs ?? null,
      paidOn: paid?.on ?? null,
      settledOn: settled?.on ?? null,
      ...sen,
    },
  };
}

type Sums =
  | { readonly column: string; readonly reason: RejectedRow['reason'] }
  | (Pick<SettlementRow, 'kind' | 'grossSen' | 'feeSen' | 'taxSen' | 'otherSen' | 'netSen'> & {
      /** Whether net is gross less the deductions that the file tells. */
      readonly isExplained: boolean;
    });

function sumsOf(given: Line): Sums {
  const { line, header, profile } = given;
  const gross = columnSum(given, 'gross');
  if (gross === null) return { column: 'gross', reason: 'amountMissing' };
  const net = columnSum(given, 'net');
  const [fee, tax, other] = [
    columnSum(given, 'fee'),
    columnSum(given, 'tax'),
    columnSum(given, 'other'),
  ];
  for (const [column, sum] of Object.entries({ gross, fee, tax, other, net })) {
    if (typeof sum === 'string') return { column, reason: sum };
  }
  const told = [gross, fee, tax, other, net].map((sum) => (typeof sum === 'number' ? sum : 0));
  const [grossSen = 0, feeSen = 0, taxSen = 0, otherSen = 0, netSen = 0] = told;
  const kind = kindOf(textAt(line, header, 'kind'), grossSen, profile);
  const sign = kind === 'refund' || grossSen < 0 ? -1 : 1;
  const signed = (sum: number) => sign * Math.abs(sum) + 0;
  const kept = { grossSen: signed(grossSen), feeSen: signed(feeSen), taxSen: signed(taxSen) };
  const before = kept.grossSen - kept.feeSen - kept.taxSen;
  const finalSen = net === null ? before - signed(otherSen) : netWithSign(netSen, sign);
  const rest = before - finalSen;
  return {
    kind,
    ...kept,
    otherSen: rest,
    netSen: finalSen,
    isExplained: Math.abs(rest) === Math.abs(otherSen),
  };
}

/** A refund whose file gives it no sign is one all the same. */
function netWithSign(netSen: number, sign: 1 | -1): number {
  return sign < 0 && netSen > 0 ? -netSen : netSen;
}

/** Of all columns that a sum is made of; null where the file has none, or nothing in them. */
function columnSum(
  { line, header, profile, decimals }: Line,
  column: SumColumn,
): number | null | 'amountInvalid' | 'amountTooLarge' {
  const parts: number[] = [];
  for (const at of header.places.get(column) ?? []) {
    const cell = line.cells[at] ?? '';
    if (cellText(cell) === '' || cellText(cell) === '-') continue;
    const amount = splitAmount(cell);
    if (!amount || amount.marks.some((mark) => mark !== '-' && mark !== '+'))
      return 'amountInvalid';
    const sen = senOfParts(amount, decimals.get(column) ?? ',', profile.isInSen);
    if (typeof sen !== 'number') return sen;
    parts.push(amount.marks.includes('-') ? -sen : sen);
  }
  return parts.length === 0 ? null : (sumSen(parts) ?? 'amountTooLarge');
}

function decimalsOf(
  lines: readonly GridLine[],
  header: Header,
  profile: SettlementProfile,
): ReadonlyMap<string, DecimalMark> {
  const columns = sumColumns.map((column) => {
    const counted = numberColumn(titleOf(header, column), { isRupiah: true });
    for (const at of header.places.get(column) ?? []) {
      for (const { cells } of lines) {
        const parts: AmountParts | null = splitAmount(cells[at] ?? '');
        if (typeof parts?.bare === 'string') counted.add(parts.bare);
      }
    }
    return counted;
  });
  const decided = decideDecimals(columns, profile.decimal === 'auto' ? null : profile.decimal);
  if ('doubt' in decided) {
    const { column, example } = decided.doubt;
    throw new LapakError('STATEMENT_NUMBERS_DOUBTFUL', { column, example });
  }
  return new Map(sumColumns.map((column, at) => [column, decided.decimals[at] ?? ',']));
}

function kindOf(text: string, grossSen: number, profile: SettlementProfile): SettledKind {
  const word = foldTitle(text);
  if (word === '') return grossSen < 0 ? 'refund' : 'payment';
  const known = (['payment', 'refund', 'adjustment'] as const).find((kind) =>
    profile.kinds[kind].includes(word),
  );
  return known ?? 'other';
}

function isSettled(status: string, { statuses }: SettlementProfile): boolean {
  return status === '' || statuses.length === 0 || statuses.includes(foldTitle(status));
}

/** A line of totals or a note below the table: no day, and no reference either. */
function isFooter({ line, header }: Line): boolean {
  return ['reference', 'invoice', 'nmid'].every((column) => textAt(line, header, column) === '');
}

function cellAt({ cells }: GridLine, header: Header, column: string): string | number {
  return cells[header.places.get(column)?.[0] ?? -1] ?? '';
}

function textAt(line: GridLine, header: Header, column: string): string {
  return cellText(cellAt(line, header, column));
}

function titleOf(header: Header, column: string): string {
  return header.titles[header.places.get(column)?.[0] ?? -1] ?? '';
}
