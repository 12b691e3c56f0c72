import { build } from '../database/build.ts';
import { all, prepare, run, type Tx } from '../database/run.ts';

/** The subject of the recovery code; every other is a pseudonym. */
export const RECOVERY = 'recovery';

/** Wrong tries of a PIN or of the recovery code in a row. */
export interface WrongTries {
  /** A pseudonym, or RECOVERY. */
  readonly subject: string;
  readonly failures: number;
  /** How long nothing is tried, counted anew from each start; 0 when that is over. */
  readonly lockMs: number;
  /** Whether the journal has the lock. */
  readonly isTold: boolean;
}

/** Everybody and everything that was tried wrong. */
export function listWrongTries(tx: Tx): WrongTries[] {
  return all(tx, selectTries().orderBy('subject')).map(toTries);
}

/** How often in a row this was tried wrong. */
export function countFailures(tx: Tx, subject: string): number {
  return bySubject.first(tx, { subject })?.failures ?? 0;
}

/** Keeps what is known of the tries of one subject. */
export function keepWrongTries(tx: Tx, { subject, failures, lockMs, isTold }: WrongTries): void {
  const row = { failures, lock_ms: lockMs, is_told: isTold ? 1 : 0 } as const;
  const query = build
    .insertInto('wrong_try')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row));
  run(tx, query);
}

/** It was right, or is another one now: the tries begin at none. */
export function forgetWrongTries(tx: Tx, subject: string): void {
  run(tx, build.deleteFrom('wrong_try').where('subject', '=', subject));
}

/** The lock is in the journal. */
export function markTold(tx: Tx, subject: string): void {
  run(tx, build.updateTable('wrong_try').set({ is_told: 1 }).where('subject', '=', subject));
}

/** The lock has passed; the failures still count. */
export function endLock(tx: Tx, subject: string): void {
  run(tx, build.updateTable('wrong_try').set({ lock_ms: 0 }).where('subject', '=', subject));
}

interface TriesRow {
  readonly subject: string;
  readonly failures: number;
  readonly lock_ms: number;
  readonly is_told: 0 | 1;
}

function toTries({ subject, failures, lock_ms: lockMs, is_told: isTold }: TriesRow): WrongTries {
  return { subject, failures, lockMs, isTold: isTold === 1 };
}

const selectTries = () =>
  build.selectFrom('wrong_try').select(['subject', 'failures', 'lock_ms', 'is_told']);

const bySubject = prepare<{ subject: string }, TriesRow>((given) =>
  selectTries().where('subject', '=', given('subject')),
);
