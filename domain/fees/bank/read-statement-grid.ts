import { LapakError } from '../../errors.ts';
import { couldBeMonthFirst, dateOf, type DaySpan, isMonthFirstDay } from './bank-date.ts';
import { checkStatement } from './check-statement.ts';
import { decideStyle, type NumberStyle } from './decide-style.ts';
import type { Header } from './find-header.ts';
import type { GridLine } from '../../tables/grid.ts';
import type { StatementProfile } from './profile.ts';
import { type Body, type RawRow, readBody } from './read-body.ts';
import { accountIn, currencyIn, type Labelled, noLabels, takeLabel } from './read-label.ts';
import { rowSen } from './row-sen.ts';
import {
  type RejectedRow,
  rejectedRow,
  type StatementFile,
  type StatementRow,
} from './statement.ts';

/** What is known of a file beside its content. */
export interface StatementHints {
  readonly fileName?: string;
  /** Numbers that the account may have whose rows are wanted, digits only; left out, any. */
  readonly accounts?: readonly string[];
  /** The last day that the file can have rows of, for dates without a year. `YYYY-MM-DD` */
  readonly endsOn?: string | null;
}

/**
 * Reads the lines of a bank file by a profile.
 * @param header where its table begins; findHeader() of the same lines
 * @throws LapakError STATEMENT_NUMBERS_DOUBTFUL, STATEMENT_YEAR_UNKNOWN, STATEMENT_CURRENCY,
 * STATEMENT_ACCOUNTS
 */
export function readStatementGrid(
  lines: readonly GridLine[],
  profile: StatementProfile,
  header: Header,
  hints: StatementHints,
): StatementFile {
  const labelled = noLabels();
  for (const line of lines.slice(0, header.at)) takeLabel(labelled, line, profile);
  const body = readBody(lines, header, profile, labelled);
  if (labelled.currency !== null) checkCurrency(labelled.currency);
  const style = decideStyle(body, header, profile, labelled);
  const { rows, rejected, account } = finishRows(body, header, profile, style, {
    span: spanOf(labelled, hints.endsOn ?? null),
    accounts: hints.accounts ?? [],
    own: labelled.account,
  });
  return checkStatement({
    profile,
    account,
    period: labelled.period,
    rows,
    rejected: [...body.rejected, ...rejected].sort((a, b) => a.row - b.row),
    stated: style.stated,
    isComplete: isComplete(labelled, style, profile),
  });
}

/** A balance that is told but cannot be read is missing, whatever the rows make of it. */
function isComplete(
  labelled: Labelled,
  { stated }: NumberStyle,
  { hasTrailer }: StatementProfile,
): boolean {
  const isThere = (kind: 'opening' | 'closing') =>
    stated[kind] !== null || (!hasTrailer && labelled[kind] === null);
  return isThere('opening') && isThere('closing');
}

interface Wanted {
  readonly span: DaySpan;
  /** What was asked for; none for any. */
  readonly accounts: readonly string[];
  /** What the file says above its table. */
  readonly own: string | null;
}

function finishRows(
  body: Body,
  header: Header,
  profile: StatementProfile,
  style: NumberStyle,
  wanted: Wanted,
): { rows: StatementRow[]; rejected: RejectedRow[]; account: string | null } {
  const account = accountOf(body.rows, wanted);
  const isSeveral = header.places.has('account');
  const hasMonthFirst =
    profile.dates === 'dmy' && body.rejected.some(({ value }) => isMonthFirstDay(value));
  const rows: StatementRow[] = [];
  const rejected: RejectedRow[] = [];
  const dates = new Map<string, string | null>();
  for (const raw of body.rows) {
    if (isSeveral && accountIn([raw.account]) !== account) continue;
    const sums = rowSen(raw, header, profile, style);
    if ('reason' in sums) {
      rejected.push(rejectedRow(raw.row, sums.column, sums.reason, sums.value));
      continue;
    }
    const { row, description, reference } = raw;
    const said = { row, ...sums, description, reference };
    if (raw.day === null) {
      rows.push({ ...said, isPending: true, on: null });
      continue;
    }
    let on = dates.get(raw.dateText);
    if (on === undefined) dates.set(raw.dateText, (on = dateOf(raw.day, wanted.span)));
    if (on !== null && !(hasMonthFirst && couldBeMonthFirst(raw.dateText))) {
      rows.push({ ...said, isPending: false, on });
      continue;
    }
    const isYearMissing = raw.day.year === null;
    if (isYearMissing && wanted.span.to === null) {
      throw new LapakError('STATEMENT_YEAR_UNKNOWN', {});
    }
    const reason = on !== null ? 'dateDoubtful' : isYearMissing ? 'dateOutside' : 'dateInvalid';
    rejected.push(rejectedRow(row, header.titles[dateAt(header)] ?? '', reason, raw.dateText));
  }
  return { rows, rejected, account };
}

/** @throws LapakError STATEMENT_ACCOUNTS when the file is of others, or of several */
function accountOf(rows: readonly RawRow[], { accounts, own }: Wanted): string | null {
  const found = new Set(rows.flatMap((row) => accountIn([row.account]) ?? []));
  if (own !== null) found.add(own);
  const wanted = accounts.find((account) => found.has(account));
  if (wanted !== undefined) return wanted;
  const [only = null, ...others] = found;
  if (others.length === 0 && (accounts.length === 0 || only === null)) return only;
  throw new LapakError('STATEMENT_ACCOUNTS', { accounts: [...found].slice(0, 5).join(', ') });
}

/** @throws LapakError STATEMENT_CURRENCY for any but the rupiah */
export function checkCurrency(text: string): void {
  const currency = currencyIn(text);
  if (currency !== null && currency !== 'IDR') {
    throw new LapakError('STATEMENT_CURRENCY', { currency });
  }
}

/** The days that the file can have: its own period, else up to the day that was said. */
function spanOf({ period }: Labelled, endsOn: string | null): DaySpan {
  return period.to === null ? { from: null, to: endsOn } : period;
}

function dateAt(header: Header): number {
  return header.places.get('date')?.[0] ?? -1;
}
