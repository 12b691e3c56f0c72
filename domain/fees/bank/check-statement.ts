import type { StatedSums } from './decide-style.ts';
import type { DaySpan } from './bank-date.ts';
import { sumSen } from './sen.ts';
import type {
  BookedRow,
  RejectedRow,
  StatementFile,
  StatementNote,
  StatementRow,
} from './statement.ts';

/** Rows as they stand in a file, with what the file says of them. */
export interface UncheckedStatement {
  readonly profile: { readonly id: string };
  readonly account: string | null;
  readonly statementId?: string | null;
  readonly period: DaySpan;
  /** In the order of the file, which may be the newest first. */
  readonly rows: readonly StatementRow[];
  readonly rejected: readonly RejectedRow[];
  readonly stated: StatedSums;
  /** Whether all is there, and readable, that such a file always has. */
  readonly isComplete: boolean;
  /** What was found already. */
  readonly notes?: readonly StatementNote[];
}

/**
 * Puts the rows in the order of time and checks the sums: opening + Σ booked rows = closing, every
 * running balance, and the totals that the file states. Rows of nothing are told and left out.
 */
export function checkStatement(file: UncheckedStatement): StatementFile {
  const notes: StatementNote[] = [...(file.notes ?? [])];
  const moving = file.rows.filter(({ amountSen, row }) => {
    if (amountSen === 0) notes.push({ row, note: 'amountZero' });
    return amountSen !== 0;
  });
  const rows = inOrder(moving);
  const booked = rows.filter((row) => !row.isPending);
  const pendingSen = sumSen(rows.flatMap((row) => (row.isPending ? [row.amountSen] : [])));
  const bookedSen = sumSen(booked.map(({ amountSen }) => amountSen));
  const opening = openingOf(booked, file.stated);
  const closing = closingOf(booked, file.stated);
  const closingSen = withoutPending({ opening: opening.sen, closing, bookedSen, pendingSen });
  notes.push(...breaks(booked, opening.sen));
  if (opening.sen === null) notes.push({ row: 0, note: 'openingMissing' });
  if (closingSen === null || !file.isComplete) notes.push({ row: 0, note: 'closingMissing' });
  if (!areTotalsRight(rows, file.stated)) notes.push({ row: 0, note: 'totalDiffers' });
  const parts = [opening.sen, bookedSen, closingSen === null ? null : -closingSen];
  const known = parts.filter((part) => part !== null);
  const differenceSen = known.length < parts.length ? null : sumSen(known);
  const isTold = notes.some(({ note }) => note !== 'amountZero');
  return {
    profile: file.profile.id,
    account: file.account,
    statementId: file.statementId ?? null,
    period: periodOf(file.period, booked),
    openingSen: opening.sen,
    closingSen,
    openingFrom: opening.from,
    closingFrom: closing.from,
    differenceSen: differenceSen === 0 ? 0 : differenceSen,
    isBalanced: differenceSen === 0 && !isTold && file.rejected.length === 0,
    rows,
    rejected: file.rejected,
    notes: notes.sort((a, b) => a.row - b.row),
  };
}

interface Balance {
  readonly sen: number | null;
  readonly from: 'file' | 'rows' | null;
}

/** Oldest first: as the running balances chain, else as the dates go. */
function inOrder(rows: readonly StatementRow[]): StatementRow[] {
  const backwards = [...rows].reverse();
  const gain = risesOf(rows) - risesOf(backwards);
  const isBackwards = gain === 0 ? countBreaks(backwards) < countBreaks(rows) : gain < 0;
  return isBackwards ? backwards : [...rows];
}

/** How often a row is of a later day than the one before: one damaged date turns nothing round. */
function risesOf(rows: readonly StatementRow[]): number {
  let before = '';
  let rises = 0;
  for (const { on } of rows) {
    if (on === null) continue;
    if (before !== '' && on > before) rises += 1;
    before = on;
  }
  return rises;
}

function countBreaks(rows: readonly StatementRow[]): number {
  return breaks(rows, null).length;
}

/** Rows whose running balance is not the one before, or the opening, and their amount. */
function breaks(rows: readonly StatementRow[], openingSen: number | null): StatementNote[] {
  const broken: StatementNote[] = [];
  let before = openingSen;
  for (const { row, amountSen, balanceSen } of rows) {
    const due: number | null = before === null ? null : before + amountSen;
    if (balanceSen !== null && due !== null && balanceSen !== due) {
      broken.push({ row, note: 'balanceBroken' });
    }
    before = balanceSen ?? due;
  }
  return broken;
}

function openingOf(booked: readonly BookedRow[], stated: StatedSums): Balance {
  if (stated.opening !== null) return { sen: stated.opening, from: 'file' };
  const [first] = booked;
  if (!first || first.balanceSen === null) return { sen: null, from: null };
  return { sen: first.balanceSen - first.amountSen, from: 'rows' };
}

function closingOf(booked: readonly BookedRow[], stated: StatedSums): Balance {
  if (stated.closing !== null) return { sen: stated.closing, from: 'file' };
  const sen = booked.at(-1)?.balanceSen ?? null;
  return { sen, from: sen === null ? null : 'rows' };
}

/** A bank may count what is pending in the balance that it states: then that much is taken off. */
function withoutPending(known: {
  readonly opening: number | null;
  readonly closing: Balance;
  readonly bookedSen: number | null;
  readonly pendingSen: number | null;
}): number | null {
  const { opening, closing, bookedSen, pendingSen } = known;
  if (closing.sen === null || closing.from !== 'file') return closing.sen;
  if (opening === null || bookedSen === null || !pendingSen) return closing.sen;
  const isCounted = opening + bookedSen + pendingSen === closing.sen;
  return isCounted ? closing.sen - pendingSen : closing.sen;
}

/** Totals that the file states may count what is pending. */
function areTotalsRight(rows: readonly StatementRow[], stated: StatedSums): boolean {
  const isRight = (total: number | null, direction: 1 | -1) => {
    if (total === null) return true;
    const all = rows.filter(({ amountSen }) => Math.sign(amountSen) === direction);
    const sums = [all, all.filter(({ isPending }) => !isPending)].map((part) =>
      sumSen(part.map(({ amountSen }) => Math.abs(amountSen))),
    );
    return sums.includes(Math.abs(total));
  };
  return isRight(stated.credits, 1) && isRight(stated.debits, -1);
}

function periodOf(period: DaySpan, booked: readonly BookedRow[]): StatementFile['period'] {
  let first = booked[0]?.on;
  let last = first;
  for (const { on } of booked) {
    if (first === undefined || on < first) first = on;
    if (last === undefined || on > last) last = on;
  }
  const from = period.from ?? first;
  const to = period.to ?? last;
  return from === undefined || to === undefined ? null : { from, to };
}
