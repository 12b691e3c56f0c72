import { LapakError } from '../../../domain/errors.ts';
import { emptyHead, type ChainHead, type JournalRecord } from '../../../domain/journal/record.ts';
import type { Connection } from '../database/connection.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { findReceiptByNumber, sumSales } from '../sales/sale-store.ts';
import { chainKey, checkRecord } from './check-record.ts';
import { newestPlace, recordsAfter } from './record-store.ts';

/** Whether the whole journal is as it was signed, and the book agrees with it. */
export interface Verification {
  readonly ok: boolean;
  /** Records found whole, from the first on. */
  readonly records: number;
  /** Place of the first bad record, counted from 1; null when all are whole. */
  readonly firstBad: number | null;
  /** English; empty when all is whole. */
  readonly reason: string;
}

/** A book to check; an open till is one. */
export interface Book extends Connection {
  readonly device: { readonly publicKey: Buffer };
}

/** Records read at a time. */
const STEP = 500;

/**
 * Checks every record (bytes, leaf, signature, chain, counters), each sale's rows against its
 * record, and the sums of the book against the newest counters. Gives the event loop a turn
 * between steps. Where the database cannot read a step, it goes on one by one, to name the record.
 */
export async function verifyJournal(book: Book): Promise<Verification> {
  const key = chainKey(book.device.publicKey);
  let before: ChainHead = emptyHead;
  let records = 0;
  let limit = STEP;
  for (;;) {
    const place = { ...key, before, records, limit };
    const step = readStep(book, place);
    if (step === null && limit === 1) {
      const reason = 'the database cannot read it';
      return { ok: false, records, firstBad: records + 1, reason };
    }
    if (step === null) {
      limit = 1;
      continue;
    }
    before = step.after;
    records += step.found;
    if (step.reason) return { ok: false, records, firstBad: records + 1, reason: step.reason };
    if (step.found < limit) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read(book, (tx) => compareSums(tx, records, before));
}

interface Step extends ReturnType<typeof chainKey> {
  readonly before: ChainHead;
  /** Records found whole so far. */
  readonly records: number;
  readonly limit: number;
}

/** Null when the database is damaged where these records stand. */
function readStep(book: Book, step: Step): ReturnType<typeof checkStep> | null {
  try {
    return read(book, (tx) => checkStep(tx, step));
  } catch (error) {
    if (error instanceof LapakError && error.code === 'DATABASE_DAMAGED') return null;
    throw error;
  }
}

function checkStep(tx: Tx, { records, limit, before, ...key }: Step) {
  let after = before;
  const found = recordsAfter(tx, records, limit);
  for (const [index, stored] of found.entries()) {
    const check = checkRecord(stored, { ...key, before: after });
    const reason =
      stored.position !== records + index + 1
        ? 'a record is missing before it'
        : 'reason' in check
          ? check.reason
          : differs(tx, check.record);
    if (reason) return { after, found: index, reason };
    if ('head' in check) after = check.head;
  }
  return { after, found: found.length, reason: undefined };
}

/**
 * Checks the newest records, for a start that takes no time.
 * @throws LapakError DATABASE_DAMAGED naming the record
 */
export function verifyNewest(tx: Tx, publicKey: Buffer, count: number): void {
  const newest = newestPlace(tx)?.position ?? 0;
  const key = chainKey(publicKey);
  let before: ChainHead | null = newest <= count ? emptyHead : null;
  for (const stored of recordsAfter(tx, Math.max(0, newest - count), count)) {
    const check = checkRecord(stored, { ...key, before });
    if ('reason' in check) {
      const detail = `journal record ${stored.epoch}.${stored.seq}: ${check.reason}`;
      throw new LapakError('DATABASE_DAMAGED', { dataDir: tx.dataDir, detail });
    }
    before = check.head;
  }
}

/** Why the sale's rows are not what its record says; undefined when they agree. */
function differs(tx: Tx, record: JournalRecord): string | undefined {
  if (record.type === 'start') return undefined;
  const receipt = findReceiptByNumber(tx, record.body.number);
  if (!receipt) return `the book has no sale ${record.body.number}`;
  const booked = receipt.lines.map((line) => [
    line.code.normalize('NFC'),
    line.quantityMilli,
    line.priceRupiah,
    line.amountRupiah,
  ]);
  const signed = record.body.lines.map(({ code, quantity, price, amount }) => {
    return [code, quantity, price, amount];
  });
  const isSame =
    receipt.totalRupiah === record.total &&
    receipt.soldAtMs === record.at &&
    JSON.stringify(booked) === JSON.stringify(signed);
  return isSame ? undefined : `sale ${receipt.number} in the book is not what was signed`;
}

function compareSums(tx: Tx, records: number, head: ChainHead): Verification {
  const sums = sumSales(tx);
  const { sales, refunds, count } = head.counters;
  const isSame =
    sums.salesTotalRupiah === sales &&
    sums.refundsTotalRupiah === refunds &&
    sums.sales + sums.refunds === count;
  if (isSame) return { ok: true, records, firstBad: null, reason: '' };
  return { ok: false, records, firstBad: records, reason: 'the book and the journal do not agree' };
}
