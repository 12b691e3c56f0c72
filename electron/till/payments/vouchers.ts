import type { Actor } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import { voucherCode } from '../../../domain/payments/voucher.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { MINUTE_MS, type UtcMs } from '../../../domain/time.ts';
import { hashOf, sha256, signMessage } from '../../../node/crypto/signing.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import type { Device } from '../journal/device.ts';
import { newestClock } from '../journal/newest-clock.ts';
import { findRecord, hasRecordAfter, newestPlace } from '../journal/record-store.ts';
import { readReceipt, requireReceiptRecord } from '../sales/read-receipt.ts';
import { findNumber } from '../sales/sale-store.ts';
import { findVoucher, type StoredVoucher } from './voucher-store.ts';

/** Keeps what is signed for a voucher apart from every other signature of the key. */
const CONTEXT = 'lapak/voucher/1\0';

/**
 * The code of the voucher that a tender of a sale or refund gives out. It is kept nowhere: Ed25519
 * gives the same signature each time (RFC 8032), so that the paper can be printed again, and who
 * has the book without the key knows no code.
 * @param id client-made, of the sale or refund; @param position of the tender in it
 */
export function codeOf({ key }: Pick<Device, 'key'>, id: string, position: number): string {
  const signature = signMessage(key, Buffer.from(`${CONTEXT}${id} ${position}`));
  return voucherCode(sha256(signature));
}

/** What the journal has of a code. SHA-256, lower-case hex */
export function hashOfCode(code: string): string {
  return hashOf(Buffer.from(code));
}

/**
 * The voucher of a code that can be paid with.
 * @throws LapakError VOUCHER_UNKNOWN, VOUCHER_USED
 */
export function requireVoucher(tx: Tx, code: string): StoredVoucher {
  const voucher = findVoucher(tx, hashOfCode(code));
  if (!voucher) throw new LapakError('VOUCHER_UNKNOWN', {});
  const { usedIn } = voucher;
  if (usedIn === null) return voucher;
  throw new LapakError('VOUCHER_USED', { number: findNumber(tx, usedIn) ?? '' });
}

/** What a voucher is worth, before it is paid with. @throws LapakError as requireVoucher() */
export function readVoucher(book: Book, { code }: { readonly code: string }) {
  return read(book, (tx) => {
    const { record, amountRupiah } = requireVoucher(tx, code);
    const given = findRecord(tx, record);
    const newest = newestPlace(tx);
    assert(given !== undefined && newest !== undefined, 'a voucher has a record');
    return {
      amountRupiah: rupiah(amountRupiah),
      number: findNumber(tx, record) ?? '',
      isBeforeRecovery: given.epoch < newest.epoch,
    };
  });
}

/** As long as whoever gave a voucher out tells its code. Later it is as good as cash. */
const TOLD_MS = 10 * MINUTE_MS;

/** A receipt, and its place in the journal. */
interface PlacedReceipt {
  readonly record: number;
  readonly receipt: Pick<Receipt, 'kind' | 'soldAtMs' | 'tenders'>;
}

/**
 * Whether a receipt gave its vouchers out just now. A clock that was set back does not make it so
 * again: it is before the giving or before what was written since, or the journal says so.
 */
function isJustGiven(tx: Tx, { record, receipt }: PlacedReceipt, nowMs: UtcMs): boolean {
  const latestMs = Math.max(nowMs, newestClock(tx));
  if (nowMs < receipt.soldAtMs || latestMs - receipt.soldAtMs > TOLD_MS) return false;
  return !hasRecordAfter(tx, record, 'clock-change');
}

/** Whether a paper of this receipt would tell codes to somebody who may not know them any more. */
export function hidesVouchers(
  tx: Tx,
  placed: PlacedReceipt,
  { permissions }: Pick<Actor, 'permissions'>,
  nowMs: UtcMs,
): boolean {
  const { receipt } = placed;
  if (!receipt.tenders.some((tender) => givenRupiah(receipt, tender) !== undefined)) return false;
  return !permissions.has('sale.refund') && !isJustGiven(tx, placed, nowMs);
}

/**
 * The vouchers that a receipt gave out; the code of an older one only for who may refund.
 * @throws LapakError RECEIPT_UNKNOWN, RECEIPT_NONE
 */
export function readGivenVouchers(
  till: Book & { readonly device: Device; readonly clock: () => UtcMs },
  { permissions }: Pick<Actor, 'permissions'>,
  { number }: { readonly number: string },
) {
  return read(till, (tx) => {
    const record = requireReceiptRecord(tx, number);
    const receipt = readReceipt(tx, record);
    const isNew = isJustGiven(tx, { record, receipt }, till.clock());
    return vouchersOf(tx, till.device, receipt).map(({ code, amountRupiah }) => {
      const isUsed = findVoucher(tx, hashOfCode(code))?.usedIn !== null;
      const isTold = isNew || permissions.has('sale.refund');
      return { code: isTold ? code : null, amountRupiah, isUsed, isNew };
    });
  });
}

/** A voucher as its paper tells it. */
export interface GivenVoucher {
  readonly code: string;
  readonly amountRupiah: Rupiah;
}

/** The vouchers that a receipt gives out: of a refund its credit, of a sale what one had left. */
export function vouchersOf(
  tx: Tx,
  device: Pick<Device, 'key'>,
  { id, kind, tenders }: Pick<Receipt, 'id' | 'kind' | 'tenders'>,
): GivenVoucher[] {
  return tenders.flatMap((tender, position) => {
    const amount = givenRupiah({ kind }, tender);
    if (amount === undefined) return [];
    const code = codeOf(device, id, position);
    // Of a book whose key was lost another code would come out: only one that is known is told.
    return findVoucher(tx, hashOfCode(code)) ? [{ code, amountRupiah: amount }] : [];
  });
}

/** What of a tender went into a voucher: what comes back by it, or what one had left. Rupiah */
function givenRupiah(
  { kind }: Pick<Receipt, 'kind'>,
  tender: Receipt['tenders'][number],
): Rupiah | undefined {
  if (tender.kind !== 'credit' || kind === 'training') return undefined;
  return kind === 'sale' ? tender.restRupiah : tender.amountRupiah;
}
