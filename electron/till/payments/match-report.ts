import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rejectPaidAhead } from '../../../domain/fees/bank/reject-ahead.ts';
import { settledKeys } from '../../../domain/fees/bank/row-keys.ts';
import { standingPayments } from '../../../domain/fees/bank/standing-payments.ts';
import { rupiah } from '../../../domain/money.ts';
import type { Verified } from '../../../domain/payments/claim.ts';
import type {
  ReportFile,
  ReportMatch,
  ReportOrder,
} from '../../../domain/payments/report-match.ts';
import { addDays } from '../../../domain/time.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import { readSettlement } from '../../../node/fees/bank/read-settlement.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { bookPayments, previewPayments, type ToldPayments } from './match-payments.ts';
import type { ClaimsTill } from './verify-claims.ts';

/**
 * What a report of the acquirer's says of claims; nothing is written down.
 * @throws LapakError REPORT_UNKNOWN, and what readSettlement() throws
 */
export async function matchReport(till: ClaimsTill, file: ReportFile): Promise<ReportMatch> {
  const report = await readReport(till, file);
  return read(till, (tx) => previewPayments(tx, report));
}

/**
 * Writes down that the money of claims has come, as a report says that is read once more here. The
 * same order again answers as the first.
 * @throws LapakError as matchReport() and bookPayments()
 */
export async function bookReport(
  till: ClaimsTill,
  actor: Actor,
  { id, picks, ...file }: ReportOrder,
): Promise<Verified> {
  const { payments } = await readReport(till, file);
  return bookPayments(till, actor, { id, picks, by: 'report' }, () => payments);
}

/** Reads it as the hub reads the files of acquirers. */
async function readReport(till: ClaimsTill, { file, content }: ReportFile): Promise<ToldPayments> {
  const bytes = Buffer.from(content, 'base64');
  const found = await readSettlement(bytes, { fileName: file }).catch(asReport);
  const endsOn = read(till, (tx) => todayOf(tx, till));
  // After midnight a stall that is still open has the date of the day before.
  const { provider, rows, rejected } = rejectPaidAhead(found, addDays(endsOn, 1));
  const paid = standingPayments(rows);
  const keys = settledKeys(paid);
  const payments = paid.map((one, at) => {
    const { row, grossSen, paidAtMs, paidOn, settledOn, reference, issuer } = one;
    const hash = hashOf(Buffer.from(keys[at] ?? '', 'utf8'));
    const on = paidOn ?? settledOn;
    const amountRupiah = rupiah(grossSen / 100);
    const said = { row, amountRupiah, atMs: paidAtMs, on, reference, issuer };
    return { ...said, hash, isPaidDay: paidOn !== null, isShared: false };
  });
  return { provider, payments, rejected: rejected.length, covers: 'span' };
}

/** @throws LapakError REPORT_UNKNOWN for what a bank would call an unknown statement */
function asReport(error: unknown): never {
  if (error instanceof LapakError && error.code === 'STATEMENT_UNKNOWN') {
    throw new LapakError('REPORT_UNKNOWN', {}, { cause: error });
  }
  throw error;
}
