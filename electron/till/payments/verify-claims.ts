import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { ClaimFinder } from '../../../domain/journal/tender-state-body.ts';
import {
  type ClaimList,
  type Finding,
  FOUND_DAYS,
  type FoundState,
  stateOf,
  type VerifyOrder,
  type Verified,
} from '../../../domain/payments/claim.ts';
import { DAY_MS, type UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { stampOf } from '../journal/notice-clock.ts';
import {
  type Append,
  approverOf,
  type JournalTill,
  writeJournal,
} from '../journal/write-journal.ts';
import { type ClaimNewsTill, publishClaims } from './claim-news.ts';
import {
  findAct,
  findClaimed,
  listFound,
  listOpen,
  type PlacedClaim,
  shownClaim,
  statesOfSale,
  sumOpen,
  type ToldFinding,
} from './claim-store.ts';
import { isVoided } from './open-claim-store.ts';

/** What finding out about claims needs of the till. */
export type ClaimsTill = JournalTill & ClaimNewsTill;

/** Open claims with their sums by kind, and those that something was found out of lately. */
export function readClaims(till: Book & { readonly clock: () => UtcMs }): ClaimList {
  const sinceMs = till.clock() - FOUND_DAYS * DAY_MS;
  return read(till, (tx) => ({
    open: listOpen(tx).map(shownClaim),
    sums: sumOpen(tx),
    found: listFound(tx, sinceMs).map(shownClaim),
  }));
}

/** What was found out of the tenders of a sale, the newest of each; none of a sale without. */
export function readTenderStates(
  book: Book,
  { number }: { readonly number: string },
): (FoundState & { tender: number })[] {
  return read(book, (tx) => statesOfSale(tx, number));
}

/**
 * Writes down what somebody found out of claims, all of it or nothing. The same order again answers
 * as the first.
 * @throws LapakError CLAIM_UNKNOWN, CLAIM_CHANGED, NOTE_NEEDED, ACT_ID_REUSED, CLOCK_WRONG
 */
export function verifyClaims(till: ClaimsTill, actor: Actor, order: VerifyOrder): Verified {
  const { id, findings } = order;
  return bookFindings(till, actor, { id, findings, by: 'hand' });
}

/** What one act finds out. */
export interface FindingAct {
  readonly id: string;
  readonly by: ClaimFinder;
  /** `row` is the hash of the row of a report that says so. */
  readonly findings: readonly (Finding & { readonly row?: string })[];
}

/** verifyClaims(), whoever found it out. @throws LapakError as verifyClaims() */
export function bookFindings(till: ClaimsTill, actor: Actor, act: FindingAct): Verified {
  const { id, findings } = act;
  const isNew = writeJournal(till, (tx, append) => {
    const first = findAct(tx, id);
    if (first.length > 0) {
      if (!isSameAct(first, findings)) throw new LapakError('ACT_ID_REUSED', {});
      return false;
    }
    const stamp = stampOf(tx, actor.cashier, till.clock());
    for (const finding of findings) {
      const claim = requireClaim(tx, finding);
      appendFinding(append, claim, { finding, act, actor, stamp });
    }
    return true;
  });
  if (isNew) publishClaims(till);
  return { claims: findings.map(({ number, tender, state }) => ({ number, tender, state })) };
}

/** The claim as it was seen. @throws LapakError CLAIM_UNKNOWN, CLAIM_CHANGED, NOTE_NEEDED */
function requireClaim(tx: Tx, finding: Finding): PlacedClaim {
  const { number, seen, state, note } = finding;
  const claim = findClaimed(tx, finding);
  if (!claim || isVoided(tx, claim.record)) throw new LapakError('CLAIM_UNKNOWN', { number });
  if (stateOf(claim) !== seen || state === seen) throw new LapakError('CLAIM_CHANGED', { number });
  if (state === 'missing' && note === '') throw new LapakError('NOTE_NEEDED', {});
  return claim;
}

interface Told {
  readonly finding: FindingAct['findings'][number];
  readonly act: FindingAct;
  readonly actor: Actor;
  readonly stamp: ReturnType<typeof stampOf>;
}

function appendFinding(append: Append, claim: PlacedClaim, told: Told): void {
  const { finding, act, actor, stamp } = told;
  const { number, tender, state, reference, note, row } = finding;
  append({
    type: 'tender-state',
    head: { ...stamp, ref: claim.ref, kind: claim.kind, amount: claim.amountRupiah, state },
    body: {
      id: act.id,
      number,
      tender,
      by: act.by,
      ...(reference === '' ? {} : { reference }),
      ...(row === undefined ? {} : { row }),
      note,
      ...approverOf(actor),
    },
  });
}

function isSameAct(first: readonly ToldFinding[], findings: readonly Finding[]): boolean {
  const [told, again] = [first, findings].map((all) =>
    all.map(({ number, tender, state, reference, note }) => [
      number,
      tender,
      state,
      reference,
      note,
    ]),
  );
  return JSON.stringify(told) === JSON.stringify(again);
}
