import type { BankRow, Suggestion } from '../../fees/bank/bank-row.ts';
import { isWaiting } from './row-use.ts';

/** A stall that a row is to be booked for. */
export interface ChosenStall {
  readonly stall: string;
  readonly name: string;
}

/** What was done with rows by one key: it is undone together. */
export interface DoneStep {
  readonly acts: readonly { readonly row: string; readonly act: string }[];
  /** Whose it is where it is of one stall; null for others. */
  readonly stall: ChosenStall | null;
  /** Of a payment; empty for others. */
  readonly kuitansi: string;
  /** Rows and rupiah of it. */
  readonly rows: number;
  readonly amount: number;
}

/** Where a person stands in a list of bank rows, and what they have decided of it. */
export interface BankWork {
  /** Row that the keys are at; null until one was looked at. */
  readonly at: string | null;
  /** By row: the stall that a person chose instead of the likeliest. */
  readonly chosen: Readonly<Record<string, ChosenStall>>;
  /** Ticked rows that a person leaves out. */
  readonly skipped: readonly string[];
  /** Rows that are on their way to the hub. */
  readonly sent: readonly string[];
  /** What was done, the newest last. */
  readonly steps: readonly DoneStep[];
}

type Rows = readonly BankRow[];

/** A list that is just opened. */
export const freshWork: BankWork = { at: null, chosen: {}, skipped: [], sent: [], steps: [] };

/** Most suggestions that are chosen by a digit. */
export const DIGITS_MAX = 5;

/** The row that the keys are at; the first that waits where none was looked at. */
export function rowAt(work: BankWork, rows: Rows): BankRow | undefined {
  const known = rows.find(({ row }) => row === work.at);
  return known ?? rows.find((row) => isFree(work, row)) ?? rows[0];
}

/** Whether a row waits, and nothing is being done with it. */
export function isFree(work: BankWork, row: BankRow): boolean {
  return isWaiting(row) && !work.sent.includes(row.row);
}

/** The stall that Enter books a row for; null where nobody is suggested or chosen. */
export function choiceOf(
  work: BankWork,
  row: BankRow,
): (ChosenStall & { readonly suggestion: Suggestion | null }) | null {
  const [best] = row.suggestions;
  const stall = work.chosen[row.row] ?? best;
  if (!stall) return null;
  const suggestion = row.suggestions.find((one) => one.stall === stall.stall) ?? null;
  return { stall: stall.stall, name: stall.name, suggestion };
}

/** Goes up or down so many rows, and stays at the ends. */
export function moveBy(work: BankWork, rows: Rows, by: number): BankWork {
  const at = rows.findIndex(({ row }) => row === rowAt(work, rows)?.row);
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  return next ? { ...work, at: next.row } : work;
}

/** Chooses a stall for a row. */
export function choose(work: BankWork, { row }: BankRow, to: ChosenStall): BankWork {
  const stall = { stall: to.stall, name: to.name };
  return { ...work, at: row, chosen: { ...work.chosen, [row]: stall } };
}

/** Chooses the suggestion in this place, 0 the likeliest; nothing where there is none. */
export function chooseAt(work: BankWork, row: BankRow, place: number): BankWork {
  const suggestion = row.suggestions[place];
  return suggestion ? choose(work, row, suggestion) : work;
}

/** Chooses the suggestion after the chosen one, or before it, round and round. */
export function chooseNext(work: BankWork, row: BankRow, by: 1 | -1): BankWork {
  const count = row.suggestions.length;
  const chosen = choiceOf(work, row)?.stall;
  const at = row.suggestions.findIndex(({ stall }) => stall === chosen);
  // One that a person found stands outside of them.
  const next = at < 0 ? 0 : (at + by + count) % count;
  return chooseAt(work, row, next);
}

/** Whether a row is accepted with all that are ticked: it is sure, and nobody decided otherwise. */
export function isTicked(work: BankWork, row: BankRow): boolean {
  const choice = choiceOf(work, row);
  return (
    isFree(work, row) && choice?.suggestion?.ticked === true && !work.skipped.includes(row.row)
  );
}

/** Leaves a ticked row out, or takes it in again. */
export function toggleTick(work: BankWork, { row }: BankRow): BankWork {
  const isLeftOut = work.skipped.includes(row);
  const skipped = isLeftOut ? work.skipped.filter((one) => one !== row) : [...work.skipped, row];
  return { ...work, skipped };
}

/** The ticked rows, each with its stall. Rupiah */
export function tickedOf(
  work: BankWork,
  rows: Rows,
): { readonly row: string; readonly stall: string; readonly amount: number }[] {
  return rows
    .filter((row) => isTicked(work, row))
    .map((row) => ({ row: row.row, stall: choiceOf(work, row)?.stall ?? '', amount: row.left }));
}

/** Rows go to the hub: the keys go on to the next that waits, below first. */
export function send(work: BankWork, rows: Rows, sent: readonly string[]): BankWork {
  const after = { ...work, sent: [...work.sent, ...sent] };
  const from = rows.findIndex(({ row }) => row === rowAt(work, rows)?.row);
  if (!sent.includes(rows[from]?.row ?? '')) return after;
  const next = [...rows.slice(from + 1), ...rows.slice(0, from)].find((row) => isFree(after, row));
  return { ...after, at: (next ?? rows[from])?.row ?? null };
}

/** The hub has answered for these rows; with a step where something was done. */
export function settle(work: BankWork, rows: readonly string[], step?: DoneStep): BankWork {
  const sent = work.sent.filter((row) => !rows.includes(row));
  return { ...work, sent, steps: step ? [...work.steps, step] : work.steps };
}

/** Something went wrong with a row: the keys are at it again. Null for no single one. */
export function comeBack(work: BankWork, row: string | null): BankWork {
  return row === null ? work : { ...work, at: row };
}

/** What these acts did is undone. */
export function takeBack(work: BankWork, acts: readonly string[]): BankWork {
  const left = work.steps.map((step) => {
    return { ...step, acts: step.acts.filter(({ act }) => !acts.includes(act)) };
  });
  return { ...work, steps: left.filter((step) => step.acts.length > 0) };
}
