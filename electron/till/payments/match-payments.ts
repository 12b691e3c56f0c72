import type { Actor } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { ClaimFinder } from '../../../domain/journal/tender-state-body.ts';
import { startOfLine } from '../../../domain/line-of-text.ts';
import { CLAIMS_MAX, placeId, stateOf, type Verified } from '../../../domain/payments/claim.ts';
import {
  type MatchedReport,
  type MatchedRow,
  type MatchedTender,
  matchClaims,
} from '../../../domain/payments/match-claims.ts';
import { plainReference } from '../../../domain/payments/plain-reference.ts';
import {
  type MatchOrder,
  type ReportMatch,
  type ReportRow,
  SPARE_SHOWN_MAX,
} from '../../../domain/payments/report-match.ts';
import { SETTLED_DAYS } from '../../../domain/payments/settled.ts';
import { TENDER_TEXT_MAX } from '../../../domain/payments/tender.ts';
import { toldAgain } from '../../../domain/payments/told-again.ts';
import { addDays, businessDate } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { findAct, listQris, type PlacedClaim, shownClaim } from './claim-store.ts';
import { listToldReferences, listToldRows } from './told-row-store.ts';
import { bookFindings, type ClaimsTill } from './verify-claims.ts';

/** A payment that an acquirer tells of. */
export interface ToldPayment extends HashedRow {
  /** Whether `on` is the day of payment, and not that of a settlement or none. */
  readonly isPaidDay: boolean;
  /** Whether other tills are told of it too. */
  readonly isShared: boolean;
}

/** What a page is shown of a payment, and the hash of all that its row says. */
interface HashedRow extends ReportRow {
  readonly hash: string;
}

/** Payments to hold against claims, whoever brought them. */
export interface ToldPayments {
  readonly provider: string;
  readonly payments: readonly ToldPayment[];
  /** Lines that could not be read. */
  readonly rejected: number;
  /** Days that are told whole: from the first to the last, or each that has a payment. */
  readonly covers: 'span' | 'days';
}

/** What payments say of claims; nothing is written down. */
export function previewPayments(tx: Tx, told: ToldPayments): ReportMatch {
  return previewOf(heldAgainst(tx, told.payments), told);
}

/** What a person takes of it, and who found it. */
interface Booking extends MatchOrder {
  readonly by: Exclude<ClaimFinder, 'hand'>;
}

/**
 * Writes down that the money of claims has come, where the payments say so as they are read now.
 * The same order again answers as the first.
 * @throws LapakError REPORT_OTHER where they do not say so, and as bookFindings()
 */
export function bookPayments(
  till: ClaimsTill,
  actor: Actor,
  { id, picks, by }: Booking,
  toldIn: (tx: Tx) => readonly ToldPayment[],
): Verified {
  const findings = read(till, (tx) => {
    const first = findAct(tx, id);
    if (first.length > 0) return first.map((told) => ({ ...told, seen: 'claimed' as const }));
    const { matched, claims, rows } = heldAgainst(tx, toldIn(tx));
    const matches = new Map(matched.matches.map((one) => [one.id, one]));
    return picks.map(({ number, tender, row }) => {
      const place = placeId({ number, tender });
      const claim = claims.get(place);
      if (!claim || matches.get(place)?.row !== row) {
        throw new LapakError('REPORT_OTHER', { number });
      }
      const { reference, hash } = rowAt(rows, row);
      return {
        number,
        tender,
        seen: stateOf(claim),
        state: 'verified' as const,
        reference: startOfLine(reference, TENDER_TEXT_MAX),
        note: '',
        row: hash,
      };
    });
  });
  const isSame =
    findings.length === picks.length &&
    findings.every((one, at) => {
      const pick = picks[at];
      return pick && placeId(one) === placeId(pick);
    });
  if (!isSame) throw new LapakError('ACT_ID_REUSED', {});
  return bookFindings(till, actor, { id, by, findings });
}

/** A payment that comes late may be of a sale some days before. */
const DAYS_BEFORE = 7;

/** Payments and the tenders of their days, held against each other. */
interface Held {
  readonly matched: MatchedReport;
  /** By the id that they have in `matched`. */
  readonly claims: ReadonlyMap<string, PlacedClaim>;
  /** Each payment by its number. */
  readonly rows: ReadonlyMap<number, HashedRow>;
  /** Rows of payments that were told of a claim already. */
  readonly told: number;
}

function heldAgainst(tx: Tx, payments: readonly ToldPayment[]): Held {
  const span = spanOf(payments);
  const placed = span ? listQris(tx, addDays(span.from, -DAYS_BEFORE), addDays(span.to, 1)) : [];
  const hashes = new Set(payments.map(({ hash }) => hash));
  const toldHashes = listToldRows(tx, [...hashes]);
  const [told = [], open = []] = [true, false].map((isTold) =>
    payments.filter(({ hash }) => toldHashes.has(hash) === isTold).map(matchedRow),
  );
  const isHere = ({ rowHash }: PlacedClaim) => rowHash !== null && hashes.has(rowHash);
  const claims = new Map(
    placed.filter((claim) => !isHere(claim)).map((claim) => [placeId(claim), claim]),
  );
  const tenders = [...claims].map(matchedTender);
  // What was found out earlier is told no more.
  const sinceMs = span ? Date.parse(addDays(span.from, -SETTLED_DAYS)) : 0;
  const come = [...listToldReferences(tx, sinceMs), ...referencesOf(placed.filter(isHere), told)];
  const rows = leaveCome(open, come, tenders);
  const again = toldAgain(told, rows);
  const left = rows.filter((row) => !again.sure.has(row));
  const matched = matchClaims(
    tenders,
    left.map((row) => (again.maybe.has(row) ? { ...row, isUnsure: true } : row)),
  );
  const byNumber = new Map(
    payments.map(({ isPaidDay: _paid, isShared: _shared, ...one }) => [one.row, one]),
  );
  return { matched, claims, rows: byNumber, told: payments.length - left.length };
}

/** All that payments which have come, and their claims, are called. */
function referencesOf(claims: readonly PlacedClaim[], told: readonly MatchedRow[]): string[] {
  const ofClaims = claims.flatMap(({ found, reference }) => [found?.reference ?? '', reference]);
  return [...ofClaims, ...told.map(({ reference }) => reference)];
}

/** Leaves out rows of payments that have come, but for those that a tender will take by name. */
function leaveCome(
  rows: readonly MatchedRow[],
  come: readonly string[],
  tenders: readonly MatchedTender[],
): MatchedRow[] {
  const seen = tenders.filter(({ isOpen }) => !isOpen);
  const named = new Set(seen.map(({ reference }) => plainReference(reference)));
  const gone = new Set(come.map(plainReference).filter((one) => one !== '' && !named.has(one)));
  return rows.filter(({ reference }) => !gone.has(plainReference(reference)));
}

function matchedTender([id, claim]: readonly [string, PlacedClaim]): MatchedTender {
  const { amountRupiah, soldAtMs, reference, found } = claim;
  return {
    id,
    amount: amountRupiah,
    atMs: soldAtMs,
    on: clockDate(claim),
    reference: found?.reference || reference,
    isOpen: isOpen(claim),
  };
}

/** The day of a clock, which reports have: a business date goes on after midnight. */
function clockDate({ soldAtMs, offsetMinutes }: PlacedClaim): string {
  return businessDate(soldAtMs, offsetMinutes, 0);
}

/** Also one whose money was missing: it may have come since. */
function isOpen(claim: PlacedClaim): boolean {
  return claim.told === 'claimed' && stateOf(claim) !== 'verified';
}

function matchedRow(told: ToldPayment): MatchedRow {
  const { row, amountRupiah, atMs, on, reference, isPaidDay, isShared } = told;
  return { row, amount: amountRupiah, atMs, on, reference, isUnsure: isShared || !isPaidDay };
}

/** First and last day of payments; null without any. */
function spanOf(rows: readonly ToldPayment[]): { from: string; to: string } | null {
  const days = rows.flatMap(({ on }) => on ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Whether payments tell of a day whole. */
function coversDay({ payments, covers }: ToldPayments): (day: string) => boolean {
  const days = new Set(payments.map(({ on }) => on));
  const span = spanOf(payments);
  return (day) =>
    covers === 'days' ? days.has(day) : span !== null && day >= span.from && day <= span.to;
}

function rowAt(rows: Held['rows'], row: number): HashedRow {
  const found = rows.get(row);
  assert(found !== undefined, `payment ${row} is among them`);
  return found;
}

function previewOf({ matched, claims, rows, told }: Held, all: ToldPayments): ReportMatch {
  const { provider, payments, rejected } = all;
  const isCovered = coversDay(all);
  const span = spanOf(payments);
  const claimOf = (id: string) => {
    const claim = claims.get(id);
    assert(claim !== undefined, 'what matches is one of the tenders');
    return shownClaim(claim);
  };
  const rowOf = (row: number): ReportRow => {
    const { hash: _hash, ...shown } = rowAt(rows, row);
    return shown;
  };
  const named = new Set([...matched.matches, ...matched.differing].map(({ id }) => id));
  const absent = [...claims].filter(([id, claim]) => {
    const isAsked = isOpen(claim) && stateOf(claim) === 'claimed' && !named.has(id);
    return isAsked && isCovered(clockDate(claim));
  });
  return {
    provider,
    from: span?.from ?? null,
    to: span?.to ?? null,
    payments: payments.length,
    matches: matched.matches.map(({ id, row, by, isDoubtful }) => {
      return { claim: claimOf(id), row: rowOf(row), by, isDoubtful };
    }),
    differing: matched.differing.map(({ id, row }) => ({ claim: claimOf(id), row: rowOf(row) })),
    spare: matched.spare.slice(0, SPARE_SHOWN_MAX).map(rowOf),
    spareCount: matched.spare.length,
    known: matched.known.length + told,
    absent: absent.slice(0, CLAIMS_MAX).map(([, claim]) => shownClaim(claim)),
    rejected,
  };
}
