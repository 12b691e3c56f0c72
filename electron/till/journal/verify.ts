import { type ChainTip, emptyTip } from '../../../domain/journal/chain.ts';
import { LapakError } from '../../../domain/errors.ts';
import { isPlausible } from '../../../domain/sync/plausible.ts';
import { deviceName, publicKeyOf } from '../../../node/crypto/keys.ts';
import { chainCrypto } from '../../../node/crypto/signing.ts';
import type { Book } from '../database/book.ts';
import { migrations } from '../database/migrations.ts';
import type { Tx } from '../database/run.ts';
import { findSchemaDifference } from '../database/schema.ts';
import { read } from '../database/write.ts';
import { findStockDifference } from '../inventory/stock-store.ts';
import { findTenderFault } from '../payments/check-tender-state.ts';
import { hasClaimDifference } from '../payments/open-claim-store.ts';
import { findStrayJob } from '../printing/print-job-store.ts';
import { findSoldDifference } from '../sales/sold-product-store.ts';
import { projectRecord } from './project-record.ts';
import {
  countProjection,
  findDifference,
  newestProjected,
  noRows,
  type ProjectedTable,
  projectedTables,
} from './projection-store.ts';
import { findBackFault } from '../sales/check-back.ts';
import { findShiftFault } from '../shifts/check-shift.ts';
import { findClockFault } from './check-clock.ts';
import { assertPlaced, assertPositions, checkPlaced, damagedBook } from './check-placed.ts';
import { findDevice } from './device-store.ts';
import { devicePrefix } from './device.ts';
import { type PlacedRecord, recordsFrom } from './record-store.ts';

/** Whether the whole journal is as it was signed, and every table agrees with it. */
export interface Verification {
  readonly ok: boolean;
  /** Records found whole, from the first on. */
  readonly records: number;
  /** Place of the first bad record, counted from 1; null when none of them is bad. */
  readonly firstBad: number | null;
  /** English; empty when all is whole. */
  readonly reason: string;
}

/** A book to check; an open till is one. */
export interface VerifiedBook extends Book {
  readonly device: { readonly publicKey: Buffer };
}

/** Records read at a time. */
const STEP = 500;
/** Records that are checked at each start. */
const RECORDS_AT_START = 100;

/**
 * Checks the schema, every record (bytes, leaf, signature, body, chain, counters), every column of
 * every row that stems from a record, that there are no other such rows, the device, the stock and
 * the print jobs. Gives the event loop a turn between steps. Where the database cannot read a step,
 * it goes on one by one, to name the record.
 */
export async function verifyBook(book: VerifiedBook): Promise<Verification> {
  const schema = findSchemaDifference(book.db, migrations) ?? findUnknownMigration(book.db);
  if (schema) return { ok: false, records: 0, firstBad: null, reason: `the schema: ${schema}` };
  const state = startState(book.device.publicKey);
  for (let limit = STEP; ; ) {
    const step = readStep(book, state, limit);
    if (step === 'unreadable' && limit > 1) {
      limit = 1;
      continue;
    }
    const reason = step === 'unreadable' ? 'the database cannot read it' : step.reason;
    if (reason) return bad(state, reason);
    if (step === 'unreadable' || step.found < limit) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const reason = read(book, (tx) => findOtherDifference(tx, state));
  const { records } = state;
  return { ok: reason === undefined, records, firstBad: null, reason: reason ?? '' };
}

/** Whether the book's list of migrations is the one that made it. */
function findUnknownMigration(db: VerifiedBook['db']): string | undefined {
  const done = db.prepare('SELECT name FROM migration ORDER BY name').pluck().all();
  const isSame = JSON.stringify(done) === JSON.stringify(migrations.map(({ name }) => name));
  return isSame ? undefined : 'migration does not list what made the book';
}

/** How far a check has come. */
interface State {
  readonly publicKey: Buffer;
  readonly device: string;
  readonly crypto: ReturnType<typeof chainCrypto>;
  records: number;
  before: ChainTip;
  /** Rows that the records so far give. */
  readonly rows: Record<ProjectedTable, number>;
}

function startState(publicKey: Buffer): State {
  return {
    publicKey,
    device: deviceName(publicKey),
    crypto: chainCrypto(publicKeyOf(publicKey)),
    records: 0,
    before: emptyTip,
    rows: noRows(),
  };
}

function bad({ records }: State, reason: string): Verification {
  return { ok: false, records, firstBad: records + 1, reason };
}

type Step = { readonly found: number; readonly reason: string | undefined };

function readStep(book: Book, state: State, limit: number): Step | 'unreadable' {
  try {
    return read(book, (tx) => {
      // The first step begins below every position that a record should have.
      const from = state.records === 0 ? Number.MIN_SAFE_INTEGER : state.records + 1;
      const stored = recordsFrom(tx, from, limit);
      for (const [at, record] of stored.entries()) {
        const reason = checkNext(tx, record, state);
        if (reason) return { found: at, reason };
      }
      return { found: stored.length, reason: undefined };
    });
  } catch (error) {
    if (error instanceof LapakError && error.code === 'DATABASE_DAMAGED') return 'unreadable';
    throw error;
  }
}

function checkNext(tx: Tx, stored: PlacedRecord, state: State): string | undefined {
  if (stored.position !== state.records + 1) {
    return `a record is missing before it, or it stands at position ${stored.position}`;
  }
  const chain = { device: state.device, before: state.before, isSignatureChecked: true };
  const check = checkPlaced(stored, chain, state.crypto);
  if ('reason' in check) return check.reason;
  const { record, tip } = check;
  if (record.type === 'start' && record.head.publicKey !== state.publicKey.toString('hex')) {
    return 'it names another key than the device has';
  }
  const rows = projectRecord(stored.position, record);
  for (const table of projectedTables) {
    const column = findDifference(tx, table, stored.position, rows);
    if (column) return `${column} in the book is not what was signed`;
    state.rows[table] += rows[table].length;
  }
  const fault =
    findShiftFault(tx, stored.position, record) ??
    findBackFault(tx, stored.position, record) ??
    findTenderFault(tx, stored.position, record) ??
    findClockFault(state.before, record) ??
    (isPlausible(record.head) ? undefined : 'its amounts are not those of a stall');
  if (fault) return fault;
  state.before = tip;
  state.records += 1;
  return undefined;
}

/** What the records cannot name: rows without a record, the device, the stock, the paper. */
function findOtherDifference(tx: Tx, state: State): string | undefined {
  const table = projectedTables.find((name) => countProjection(tx, name) !== state.rows[name]);
  if (table) return `${table} has rows that no record gives`;
  const device = findDevice(tx);
  if (!device?.public_key.equals(state.publicKey)) return 'device.public_key is another key';
  if (device.device !== state.device) return 'device.device is not the name of its key';
  if (device.prefix !== devicePrefix(state.publicKey)) return 'device.prefix is not of its key';
  const code = findStockDifference(tx);
  if (code !== undefined) return `the stock of ${code} is not the sum of what moved it`;
  const sold = findSoldDifference(tx);
  if (sold !== undefined) return `sold_product of ${sold} is not what was sold`;
  if (hasClaimDifference(tx)) return 'open_claim is not what is claimed and not found out';
  const job = findStrayJob(tx);
  if (job !== undefined) return `print job ${job} is of a sale that is not in the journal`;
  return undefined;
}

/**
 * Checks the newest records and their rows, for a start that takes no time. Each names the one
 * before it, so the newest signature stands for all.
 * @throws LapakError DATABASE_DAMAGED naming the record
 */
export function verifyNewest(tx: Tx, publicKey: Buffer): void {
  const newest = assertPositions(tx);
  const crypto = chainCrypto(publicKeyOf(publicKey));
  const device = deviceName(publicKey);
  let before: ChainTip | null = newest <= RECORDS_AT_START ? emptyTip : null;
  const from = Math.max(0, newest - RECORDS_AT_START) + 1;
  for (const stored of recordsFrom(tx, from, RECORDS_AT_START)) {
    const chain = { device, before, isSignatureChecked: stored.position === newest };
    const { record, tip } = assertPlaced(tx, stored, chain, crypto);
    const rows = projectRecord(stored.position, record);
    for (const table of projectedTables) {
      const column = findDifference(tx, table, stored.position, rows);
      if (column) throw damagedBook(tx, `${column} is not what was signed; rebuild mends it`);
    }
    before = tip;
  }
  const stray = projectedTables.find((table) => newestProjected(tx, table) > newest);
  if (stray) throw damagedBook(tx, `${stray} has rows that no record gives; rebuild mends it`);
}
