import type { Actor } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rejectPaidAhead } from '../../../domain/fees/bank/reject-ahead.ts';
import { settledKeys } from '../../../domain/fees/bank/row-keys.ts';
import type { SettlementFile, SettlementRow } from '../../../domain/fees/bank/settlement.ts';
import { lineOfText } from '../../../domain/line-of-text.ts';
import { rupiah } from '../../../domain/money.ts';
import { CLAIMS_MAX, placeId, stateOf, type Verified } from '../../../domain/payments/claim.ts';
import {
  type MatchedReport,
  type MatchedRow,
  type MatchedTender,
  matchClaims,
} from '../../../domain/payments/match-claims.ts';
import {
  type ReportFile,
  type ReportMatch,
  type ReportOrder,
  type ReportRow,
  SPARE_SHOWN_MAX,
} from '../../../domain/payments/report-match.ts';
import { TENDER_TEXT_MAX } from '../../../domain/payments/tender.ts';
import { addDays, businessDate } from '../../../domain/time.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import { readSettlement } from '../../../node/fees/bank/read-settlement.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { findAct, listQris, listToldRows, type PlacedClaim, shownClaim } from './claim-store.ts';
import { bookFindings, type ClaimsTill } from './verify-claims.ts';

/**
 * What a report of the acquirer's says of claims; nothing is written down.
 * @throws LapakError REPORT_UNKNOWN, and what readSettlement() throws
 */
export async function matchReport(till: ClaimsTill, file: ReportFile): Promise<ReportMatch> {
  const report = await readReport(till, file);
  return read(till, (tx) => previewOf(heldAgainst(tx, report), report));
}

/**
 * Writes down that the money of claims has come, as a report says that is read once more here. The
 * same order again answers as the first.
 * @throws LapakError REPORT_OTHER where it does not say so, and as matchReport() and bookFindings()
 */
export async function bookReport(
  till: ClaimsTill,
  actor: Actor,
  { id, picks, ...file }: ReportOrder,
): Promise<Verified> {
  const report = await readReport(till, file);
  const findings = read(till, (tx) => {
    const first = findAct(tx, id);
    if (first.length > 0) return first.map((told) => ({ ...told, seen: 'claimed' as const }));
    const { matched, claims, rows, hashes } = heldAgainst(tx, report);
    const matches = new Map(matched.matches.map((one) => [one.id, one]));
    return picks.map(({ number, tender, row }) => {
      const id = placeId({ number, tender });
      const claim = claims.get(id);
      if (!claim || matches.get(id)?.row !== row) throw new LapakError('REPORT_OTHER', { number });
      const reference = keptReference(rowAt(rows, row));
      const seen = stateOf(claim);
      const hash = hashes.get(row);
      assert(hash !== undefined, 'each row of a report has its hash');
      return { number, tender, seen, state: 'verified' as const, reference, note: '', row: hash };
    });
  });
  const isSame =
    findings.length === picks.length &&
    findings.every((one, at) => {
      const pick = picks[at];
      return pick && placeId(one) === placeId(pick);
    });
  if (!isSame) throw new LapakError('ACT_ID_REUSED', {});
  return bookFindings(till, actor, { id, by: 'report', findings });
}

/** What a report calls a payment, as a record can have it. */
function keptReference({ reference }: SettlementRow): string {
  const line = Line.parse(reference).slice(0, TENDER_TEXT_MAX);
  return line.toWellFormed().normalize('NFC');
}

/** Longer than any cell that is read. */
const Line = lineOfText(0, 1_000);

/** Reads it as the hub reads the files of acquirers. */
async function readReport(till: ClaimsTill, { file, content }: ReportFile) {
  const bytes = Buffer.from(content, 'base64');
  const report = await readSettlement(bytes, { fileName: file }).catch(asReport);
  const endsOn = read(till, (tx) => todayOf(tx, till));
  // After midnight a stall that is still open has the date of the day before.
  return rejectPaidAhead(report, addDays(endsOn, 1));
}

/** @throws LapakError REPORT_UNKNOWN for what a bank would call an unknown statement */
function asReport(error: unknown): never {
  if (error instanceof LapakError && error.code === 'STATEMENT_UNKNOWN') {
    throw new LapakError('REPORT_UNKNOWN', {}, { cause: error });
  }
  throw error;
}

/** Payments of whole rupiah; what went back to customers is of no claim. */
function paymentsOf({ rows }: SettlementFile): SettlementRow[] {
  return rows.filter(
    ({ kind, grossSen }) => kind === 'payment' && grossSen > 0 && grossSen % 100 === 0,
  );
}

/** A payment that comes late may be of a sale some days before. */
const DAYS_BEFORE = 7;

/** A report and the tenders of its days, held against each other. */
interface Held {
  readonly matched: MatchedReport;
  /** By the id that they have in `matched`. */
  readonly claims: ReadonlyMap<string, PlacedClaim>;
  /** Each payment by its line, and the hash of each. */
  readonly rows: ReadonlyMap<number, SettlementRow>;
  readonly hashes: ReadonlyMap<number, string>;
  /** Payments that an earlier report, or this one, has told of already. */
  readonly told: number;
}

function heldAgainst(tx: Tx, report: SettlementFile): Held {
  const payments = paymentsOf(report);
  const keys = settledKeys(payments);
  const hashes = new Map(
    payments.map(({ row }, at) => [row, hashOf(Buffer.from(keys[at] ?? '', 'utf8'))]),
  );
  const span = spanOf(payments);
  const placed = span ? listQris(tx, addDays(span.from, -DAYS_BEFORE), addDays(span.to, 1)) : [];
  const toldHashes = listToldRows(tx, [...hashes.values()]);
  const isTold = ({ row }: SettlementRow) => toldHashes.has(hashes.get(row) ?? '');
  const ofReport = new Set(hashes.values());
  const claims = new Map(
    placed
      .filter(({ rowHash }) => rowHash === null || !ofReport.has(rowHash))
      .map((claim) => [placeId(claim), claim]),
  );
  const rows = payments.filter((row) => !isTold(row)).map(matchedRow);
  const matched = matchClaims([...claims].map(matchedTender), rows);
  const byLine = new Map(payments.map((one) => [one.row, one]));
  return { matched, claims, rows: byLine, hashes, told: payments.filter(isTold).length };
}

function matchedTender([id, claim]: readonly [string, PlacedClaim]): MatchedTender {
  const { amountRupiah, soldAtMs, offsetMinutes, reference, found } = claim;
  return {
    id,
    amount: amountRupiah,
    atMs: soldAtMs,
    on: businessDate(soldAtMs, offsetMinutes, 0), // the day of a clock, which reports have
    reference: found?.reference || reference,
    isOpen: isOpen(claim),
  };
}

/** Also one whose money was missing: it may have come since. */
function isOpen(claim: PlacedClaim): boolean {
  return claim.told === 'claimed' && stateOf(claim) !== 'verified';
}

function matchedRow({ row, grossSen, paidAtMs, paidOn, settledOn, reference }: SettlementRow) {
  const of: MatchedRow = {
    row,
    amount: grossSen / 100,
    atMs: paidAtMs,
    on: paidOn ?? settledOn,
    reference,
  };
  return of;
}

/** First and last day of payments; null without any. */
function spanOf(rows: readonly SettlementRow[]): { from: string; to: string } | null {
  const days = rows.flatMap(({ paidOn, settledOn }) => paidOn ?? settledOn ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function rowAt(rows: Held['rows'], line: number): SettlementRow {
  const found = rows.get(line);
  assert(found !== undefined, `line ${line} is in the report`);
  return found;
}

function shownRow({ row, grossSen, paidAtMs, paidOn, settledOn, ...said }: SettlementRow) {
  const { reference, issuer } = said;
  const shown: ReportRow = {
    row,
    amountRupiah: rupiah(grossSen / 100),
    atMs: paidAtMs,
    on: paidOn ?? settledOn,
    reference,
    issuer,
  };
  return shown;
}

function previewOf({ matched, claims, rows, told }: Held, report: SettlementFile): ReportMatch {
  const span = spanOf([...rows.values()]);
  const claimOf = (id: string) => {
    const claim = claims.get(id);
    assert(claim !== undefined, 'what matches is one of the tenders');
    return shownClaim(claim);
  };
  const rowOf = (line: number) => shownRow(rowAt(rows, line));
  const named = new Set([...matched.matches, ...matched.differing].map(({ id }) => id));
  const absent = [...claims].filter(([id, claim]) => {
    const { businessDate } = claim;
    const isOfDays = span !== null && businessDate >= span.from && businessDate <= span.to;
    return isOfDays && isOpen(claim) && stateOf(claim) === 'claimed' && !named.has(id);
  });
  return {
    provider: report.provider,
    from: span?.from ?? null,
    to: span?.to ?? null,
    payments: rows.size,
    matches: matched.matches.map(({ id, row, by, isDoubtful }) => {
      return { claim: claimOf(id), row: rowOf(row), by, isDoubtful };
    }),
    differing: matched.differing.map(({ id, row }) => ({ claim: claimOf(id), row: rowOf(row) })),
    spare: matched.spare.slice(0, SPARE_SHOWN_MAX).map(rowOf),
    spareCount: matched.spare.length,
    known: matched.known.length + told,
    absent: absent.slice(0, CLAIMS_MAX).map(([, claim]) => shownClaim(claim)),
    rejected: report.rejected.length,
  };
}
