import { LapakError } from '../../domain/errors.ts';
import { readHead } from '../../domain/journal/check-head.ts';
import {
  type LedgerRecord,
  type RecordProof,
  REPORT_PAGE_MAX,
} from '../../domain/reports/contract.ts';
import { DeviceName } from '../../domain/sync/place.ts';
import { readAs, transact } from '../database/transact.ts';
import { findChain } from '../ingest/chain-store.ts';
import { findDevice } from '../enrolment/device-store.ts';
import { type CheckpointSigner, readProofs, signReceipt } from '../ingest/receipt.ts';
import { findLedgerRow, type LedgerCursor, type LedgerRow, recordsOfDate } from './ledger-store.ts';
import type { ReportHub } from './read-day.ts';
import { findStallRow } from './stall-store.ts';

/** Which records: those of a stall's date, behind `cursor`. */
export interface RecordsWanted {
  readonly stall: string;
  readonly date: string;
  readonly cursor: string;
}

/** A page of the records of a date. @throws LapakError STALL_UNKNOWN */
export async function readRecords(hub: ReportHub, { stall, date, cursor }: RecordsWanted) {
  const { reports } = hub.database;
  if (!(await findStallRow(reports, stall))) throw new LapakError('STALL_UNKNOWN', { stall });
  const page = { after: parseCursor(cursor), limit: REPORT_PAGE_MAX };
  const rows = await readAs(reports, { stall }, (db) => recordsOfDate(db, stall, date, page));
  const last = rows.length < REPORT_PAGE_MAX ? undefined : rows.at(-1);
  return {
    records: rows.map(recordOf),
    nextCursor: last ? `${last.device}.${last.idx}` : '',
  };
}

/**
 * A record with all that proves it, as of now.
 * @throws LapakError STALL_UNKNOWN, RECORD_UNKNOWN
 */
export async function readProof(
  hub: ReportHub & { readonly identity: CheckpointSigner },
  { stall, leaf }: { readonly stall: string; readonly leaf: string },
): Promise<RecordProof> {
  const { database, identity: signer } = hub;
  if (!(await findStallRow(database.db, stall))) throw new LapakError('STALL_UNKNOWN', { stall });
  const found = await transact(database, { stall }, async (trx) => {
    const row = await findLedgerRow(trx, stall, Buffer.from(leaf, 'hex'));
    const chain = row && (await findChain(trx, { stall, device: row.device }));
    const publicKey = row && (await findDevice(trx, row.device))?.publicKey;
    if (!row || !chain || !publicKey) throw new LapakError('RECORD_UNKNOWN', { leaf });
    const of = { stall, device: row.device };
    const reported = { index: row.idx, frontier: chain.frontier, from: 0 };
    return { row, publicKey, of, reported, proofs: await readProofs(trx, of, reported) };
  });
  const { row, publicKey, of, reported, proofs } = found;
  const record = recordOf(row);
  const receipt = signReceipt(signer, of, { ...reported, place: record.place }, proofs);
  return {
    record,
    head: row.head.toString('utf8'),
    signature: row.signature.toString('base64'),
    publicKey: publicKey.toString('hex'),
    body: row.body?.toString('utf8') ?? null,
    index: receipt.index,
    inclusion: receipt.inclusion,
    checkpoint: receipt.checkpoint,
    hub: { name: signer.name, publicKey: signer.publicKey.toString('hex') },
  };
}

function recordOf(row: LedgerRow): LedgerRecord {
  const { device, epoch, seq, type, verdict, reason } = row;
  const read = readHead(row.head.toString('utf8'));
  return {
    device,
    place: { epoch, seq, leaf: row.leaf.toString('hex') },
    type,
    verdict,
    reason,
    receivedAtMs: row.received_at_ms,
    said: read.kind === 'head' ? saidOf(read.head) : null,
    hasBody: row.body !== null,
  };
}

function saidOf(head: Extract<ReturnType<typeof readHead>, { kind: 'head' }>['head']) {
  const { at, offset, cashier, total } = head;
  const net = head.type === 'z' ? head.sales.total - head.refunds.total : total;
  return {
    atMs: at,
    offsetMinutes: offset,
    cashier,
    number: 'number' in head ? String(head.number) : '',
    totalRupiah: net,
  };
}

function parseCursor(cursor: string): LedgerCursor | null {
  const [device, index = ''] = cursor.split('.');
  const known = DeviceName.safeParse(device);
  return known.success && /^\d{1,15}$/.test(index)
    ? { device: known.data, index: Number(index) }
    : null;
}
