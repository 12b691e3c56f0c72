import { theProgram } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { lockMsAfter, TRIES_MAX } from '../../../domain/staff/lockout.ts';
import { read, write } from '../database/write.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { type JournalTill, writeJournal } from '../journal/write-journal.ts';
import type { Tx } from '../database/run.ts';
import {
  countFailures,
  endLock,
  forgetWrongTries,
  keepWrongTries,
  listWrongTries,
  markTold,
  RECOVERY,
} from './try-store.ts';
import { findFirstOwner } from './staff-store.ts';
import type { TryLocks } from './try-locks.ts';

/** What a try uses of the till. */
export interface GuessParts extends JournalTill {
  readonly tryLocks: TryLocks;
}

/**
 * Tries a PIN or a code. The try counts as wrong, on disk, before it is checked, and what locks is
 * in the journal: neither a kill nor a full disk nor other lines at the same time gain one more.
 * Call it within `tryLocks.inTurn()` of the subject.
 * @returns null when it was right, else how many tries are left; with none it is locked
 * @throws LapakError PIN_LOCKED, and as writeJournal()
 */
export async function guess(
  till: GuessParts,
  subject: string,
  isRight: () => Promise<boolean>,
): Promise<{ readonly triesLeft: number } | null> {
  refuseLocked(till, subject);
  const failures = write(till, (tx) => countTry(tx, subject));
  const lockMs = lockMsAfter(failures);
  till.checkpointer.wrote();
  if (lockMs > 0) till.tryLocks.lock(subject, lockMs);
  if (await isRight()) {
    write(till, (tx) => forgetWrongTries(tx, subject));
    till.tryLocks.unlock(subject);
    return null;
  }
  if (lockMs === 0) return { triesLeft: TRIES_MAX - failures };
  till.tryLocks.lock(subject, lockMs); // from the moment on at which it was found wrong
  writeJournal(till, (tx, append) => {
    append(lockoutDraft(tx, till, { subject, failures, lockMs }));
    markTold(tx, subject);
  });
  return { triesLeft: 0 };
}

/** @throws LapakError PIN_LOCKED while it is not tried */
export function refuseLocked({ tryLocks }: GuessParts, subject: string): void {
  const leftMs = tryLocks.leftMs(subject);
  if (leftMs > 0) throw new LapakError('PIN_LOCKED', { seconds: Math.ceil(leftMs / 1000) });
}

function countTry(tx: Tx, subject: string): number {
  const failures = countFailures(tx, subject) + 1;
  const lockMs = lockMsAfter(failures);
  keepWrongTries(tx, { subject, failures, lockMs, isTold: lockMs === 0 });
  return failures;
}

/** The journal knows pseudonyms only: the code is the first owner's. */
function cashierOf(tx: Tx, subject: string): string {
  return subject === RECOVERY ? (findFirstOwner(tx)?.id ?? theProgram.cashier) : subject;
}

interface Lockout {
  readonly subject: string;
  readonly failures: number;
  readonly lockMs: number;
}

function lockoutDraft(tx: Tx, { clock }: GuessParts, lockout: Lockout): RecordDraft {
  const { subject, failures, lockMs } = lockout;
  return {
    type: 'login-lockout',
    head: stampOf(tx, cashierOf(tx, subject), clock()),
    body: { failures, seconds: lockMs / 1000 },
  };
}

/**
 * Begins every lock of the book anew, in full, since nobody knows how long the till was closed. One
 * whose try was killed before the journal had it is told there now.
 */
export function beginLocks(till: GuessParts): void {
  const tries = read(till, listWrongTries);
  for (const { subject, failures, lockMs } of tries) {
    // Never longer than its failures are worth, whatever stands in the book.
    if (lockMs > 0) till.tryLocks.lock(subject, Math.min(lockMs, lockMsAfter(failures)));
  }
  const untold = tries.filter(({ isTold }) => !isTold);
  if (untold.length === 0) return;
  writeJournal(till, (tx, append) => {
    for (const { subject, failures, lockMs } of untold) {
      append(lockoutDraft(tx, till, { subject, failures, lockMs }));
      markTold(tx, subject);
    }
  });
}

/** At the close of the till: locks that have passed do not begin anew at the next start. */
export function endPassedLocks(till: GuessParts): void {
  const passed = till.tryLocks.passed();
  if (passed.length === 0) return;
  write(till, (tx) => {
    for (const subject of passed) endLock(tx, subject);
  });
}
