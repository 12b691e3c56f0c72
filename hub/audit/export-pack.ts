import { createHash } from 'node:crypto';
import {
  type EntryOf,
  formatEntry,
  LEAVES_IN_LINE,
  PACK_DAYS_MAX,
  PACK_VERSION,
  sealMessage,
} from '../../domain/audit/pack.ts';
import { LapakError } from '../../domain/errors.ts';
import { markOf, type StallName } from '../../domain/sync/place.ts';
import type { Frontier } from '../../domain/tlog/merkle.ts';
import { daysBetween } from '../../domain/time.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import { noteCrypto } from '../../node/crypto/tlog.ts';
import { transact, type Tx } from '../database/transact.ts';
import { devicesOfStall, type EnrolledDevice } from '../enrolment/device-store.ts';
import type { Hub } from '../hub.ts';
import { findChain, type OfDevice } from '../ingest/chain-store.ts';
import { signTree } from '../ingest/receipt.ts';
import { leavesFrom } from '../ingest/record-store.ts';
import { appendAct } from '../journal/append-act.ts';
import { findStall } from '../organisation/stall-store.ts';
import type { Dates } from '../reports/stall-store.ts';
import { readDays } from './pack-days.ts';
import { provedPart } from './proved-part.ts';
import { packRowsFrom, type PackRow, type Part, partOf } from './pack-store.ts';

/** Leaves read at a time; of whole records some eighth. */
const LEAVES_STEP = 8 * LEAVES_IN_LINE;
const RECORDS_STEP = 250;

/** What is asked for. */
export interface PackWanted extends Dates {
  readonly stall: string;
  /** Pseudonym of who asks. */
  readonly by: string;
}

type PackHub = Pick<Hub, 'database' | 'identity' | 'clock'>;

/** A device as it stood when the pack was begun. */
interface PackedDevice {
  readonly row: EnrolledDevice;
  /** Null before its first record. */
  readonly frontier: Frontier | null;
  readonly part: Part;
}

/** What a pack is of: read in one transaction, with all chains of the stall held. */
interface Begun {
  readonly stall: StallName;
  readonly devices: readonly PackedDevice[];
  readonly days: readonly EntryOf<'day'>[];
}

/**
 * All that an auditor needs to check what a stall took on some dates, line by line, see
 * domain/audit/pack.ts. The same records give the same bytes: no time stands in it. The hub's own
 * journal says that it was made.
 * @throws LapakError STALL_UNKNOWN; INPUT_INVALID where the dates are turned round or too many;
 *   HUB_BUSY where a device of the stall was changed meanwhile
 */
export async function* exportPack(hub: PackHub, wanted: PackWanted): AsyncGenerator<string> {
  const { from, to } = wanted;
  if (from > to || daysBetween(from, to) >= PACK_DAYS_MAX)
    throw new LapakError('INPUT_INVALID', {});
  const { identity } = hub;
  const begun = await transact(hub.database, wanted, (trx) => begin(trx, hub, wanted));
  const { stall, devices, days } = begun;
  const sha256 = createHash('sha256');
  let lines = 0;
  const counted = (piece: string): string => {
    sha256.update(piece);
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lines += 1;
    return piece;
  };
  const publicKey = identity.publicKey.toString('hex');
  const pack = { hub: { name: identity.name, publicKey }, stall, from, to };
  const header = { kind: 'pack', version: PACK_VERSION, ...pack, devices: devices.length } as const;
  yield counted(formatEntry(header));
  for (const device of devices) {
    for await (const piece of deviceLines(hub, device, wanted)) yield counted(piece);
  }
  for (const day of days) yield counted(formatEntry(day));
  await assertUnchanged(hub, wanted, devices);
  const sum = sha256.digest();
  const signature = signMessage(identity.key, sealMessage(noteCrypto.encode, sum));
  yield formatEntry({
    kind: 'end',
    lines,
    sha256: sum.toString('hex'),
    signature: signature.toString('base64'),
  });
}

async function begin(trx: Tx, hub: PackHub, { stall: code, ...wanted }: PackWanted) {
  const stall = await findStall(trx, code);
  if (!stall) throw new LapakError('STALL_UNKNOWN', { stall: code });
  const devices: PackedDevice[] = [];
  for (const row of await devicesOfStall(trx, code)) {
    const chain = await findChain(trx, row, true); // no batch comes in between it and the sums
    const frontier = chain && chain.frontier.size > 0 ? chain.frontier : null;
    const part = frontier ? await partOf(trx, row, wanted, frontier.size) : { first: 0, end: 0 };
    devices.push({ row, frontier, part });
  }
  const days = await readDays(trx, code, wanted);
  const note = `${wanted.from} – ${wanted.to}`;
  const act = { act: 'audit-export', by: wanted.by, subject: code, note } as const;
  await appendAct(trx, hub.identity, act, hub.clock());
  return { stall, devices, days } satisfies Begun;
}

/** A revocation may have taken records from the sums that were read before. */
async function assertUnchanged(
  { database }: PackHub,
  { stall }: PackWanted,
  devices: readonly PackedDevice[],
): Promise<void> {
  const now = await transact(database, { stall }, (trx) => devicesOfStall(trx, stall));
  const isSame = devices.every(({ row }) => {
    const found = now.find(({ device }) => device === row.device);
    return found?.revokedAtMs === row.revokedAtMs && throughOf(found) === throughOf(row);
  });
  if (!isSame) throw new LapakError('HUB_BUSY', {});
}

function throughOf({ through }: EnrolledDevice): string | null {
  return through && markOf(through);
}

async function* deviceLines(
  hub: PackHub,
  { row, frontier, part: dated }: PackedDevice,
  dates: Dates,
): AsyncGenerator<string> {
  const { device, publicKey, state } = row;
  const size = frontier?.size ?? 0;
  const part = await provedPart(hub.database, { row, size }, dated, dates);
  const about = { state, through: throughOf(row), size, ...part };
  yield formatEntry({ kind: 'device', device, publicKey: publicKey.toString('hex'), ...about });
  yield* leafLines(hub, row, { first: 0, end: part.first });
  for (let first = part.first; first < part.end; first += RECORDS_STEP) {
    const step = { first, end: Math.min(first + RECORDS_STEP, part.end) };
    const rows = await transact(hub.database, row, (trx) => packRowsFrom(trx, row, step, dates));
    yield rows.map((one) => recordLine(device, one)).join('');
  }
  yield* leafLines(hub, row, { first: part.end, end: size });
  const checkpoint = frontier && signTree(hub.identity, row, frontier);
  yield formatEntry({ kind: 'checkpoint', device, checkpoint });
}

async function* leafLines(
  { database }: PackHub,
  of: OfDevice,
  { first, end }: Part,
): AsyncGenerator<string> {
  for (let from = first; from < end; from += LEAVES_STEP) {
    const count = Math.min(LEAVES_STEP, end - from);
    const leaves = await transact(database, of, (trx) => leavesFrom(trx, of, from, count));
    let text = '';
    for (let at = 0; at < leaves.length; at += LEAVES_IN_LINE) {
      const some = Buffer.concat(leaves.slice(at, at + LEAVES_IN_LINE)).toString('hex');
      const { device } = of;
      text += formatEntry({ kind: 'leaves', device, index: from + at, leaves: some });
    }
    yield text;
  }
}

function recordLine(device: string, row: PackRow): string {
  const { idx, epoch, seq, verdict, reason, body } = row;
  return formatEntry({
    kind: 'record',
    device,
    index: idx,
    epoch,
    seq,
    leaf: row.leaf.toString('hex'),
    head: row.head.toString('utf8'),
    signature: row.signature.toString('base64'),
    verdict,
    reason,
    goesOn: row.goesOn === 1,
    ...(body && { body: body.toString('utf8') }),
  });
}
