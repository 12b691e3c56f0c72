import type { Kysely } from 'kysely';
import type { DeviceState } from '../../domain/sync/contract.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** The last place of a revoked device's chain that is good. */
export interface ThroughPlace {
  readonly epoch: number;
  readonly seq: number;
}

/** A till that enrolled. */
export interface EnrolledDevice {
  /** 32 hex digits of the SHA-256 of its public key. */
  readonly device: string;
  /** Code of its stall. */
  readonly stall: string;
  readonly state: DeviceState;
  /** Raw Ed25519 public key of its journal, 32 bytes. */
  readonly publicKey: Buffer;
  /** Raw Ed25519 public key of its requests, 32 bytes. */
  readonly transportKey: Buffer;
  readonly enrolledAtMs: number;
  readonly approvedAtMs: number | null;
  readonly revokedAtMs: number | null;
  /** Null where it is not revoked, or nothing of it is good any more. */
  readonly through: ThroughPlace | null;
}

/** Most stalls that one query names. */
const STALLS_MAX = 500;

/** Which of these stalls have more than one till that may report. */
export async function stallsOfSeveralTills(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < stalls.length; from += STALLS_MAX) {
    const rows = await db
      .selectFrom('device')
      .where('stall', 'in', stalls.slice(from, from + STALLS_MAX))
      .where('state', '=', 'active')
      .groupBy('stall')
      .having((e) => e.fn.countAll(), '>', 1)
      .select('stall')
      .execute();
    for (const { stall } of rows) found.add(stall);
  }
  return found;
}

/** Most devices that a beginning of a name is held against. */
const NAMED_MAX = 1_000;

const columns = [
  'device',
  'stall',
  'state',
  'public_key',
  'transport_key',
  'enrolled_at_ms',
  'approved_at_ms',
  'revoked_at_ms',
  'last_epoch',
  'last_seq',
] as const;

type Row = Pick<HubTables['device'], Exclude<(typeof columns)[number], `${string}_key`>> & {
  readonly public_key: Buffer;
  readonly transport_key: Buffer;
};

/** Codes of the stalls of devices, by their names. */
export async function stallsOf(
  db: Kysely<HubTables>,
  devices: readonly string[],
): Promise<Map<string, string>> {
  if (devices.length === 0) return new Map();
  const rows = await db
    .selectFrom('device')
    .select(['device', 'stall'])
    .where('device', 'in', devices)
    .execute();
  return new Map(rows.map(({ device, stall }) => [device, stall]));
}

/** The device of this name. */
export async function findDevice(
  db: Kysely<HubTables>,
  device: string,
): Promise<EnrolledDevice | undefined> {
  const row = await db
    .selectFrom('device')
    .where('device', '=', device)
    .select(columns)
    .executeTakeFirst();
  return row && deviceOf(row);
}

/** The device whose requests this key signs. */
export async function findByTransportKey(
  db: Kysely<HubTables>,
  transportKey: Buffer,
): Promise<EnrolledDevice | undefined> {
  const row = await db
    .selectFrom('device')
    .where('transport_key', '=', transportKey)
    .select(columns)
    .executeTakeFirst();
  return row && deviceOf(row);
}

/** The devices whose names begin so, by name. */
export async function findByPrefix(
  db: Kysely<HubTables>,
  prefix: string,
): Promise<EnrolledDevice[]> {
  const rows = await db
    .selectFrom('device')
    .where('device', '>=', prefix)
    .where('device', '<=', `${prefix}~`) // behind every hex digit
    .select(columns)
    .orderBy('device')
    .limit(NAMED_MAX)
    .execute();
  return rows.map(deviceOf);
}

/** The first devices of a stall, by name. */
export async function devicesOfStall(
  db: Kysely<HubTables>,
  stall: string,
  limit: number = NAMED_MAX,
): Promise<EnrolledDevice[]> {
  const rows = await db
    .selectFrom('device')
    .where('stall', '=', stall)
    .select(columns)
    .orderBy('device')
    .limit(limit)
    .execute();
  return rows.map(deviceOf);
}

/** Writes a device that enrols, in place of what was there of it. */
export async function saveDevice(trx: Tx, device: EnrolledDevice): Promise<void> {
  const row = {
    stall: device.stall,
    public_key: device.publicKey,
    transport_key: device.transportKey,
    state: device.state,
    enrolled_at_ms: device.enrolledAtMs,
    approved_at_ms: device.approvedAtMs,
    revoked_at_ms: device.revokedAtMs,
    last_epoch: device.through?.epoch ?? null,
    last_seq: device.through?.seq ?? null,
  };
  await trx
    .insertInto('device')
    .values({ device: device.device, ...row })
    .onConflict((conflict) => conflict.column('device').doUpdateSet(row))
    .execute();
}

function deviceOf(row: Row): EnrolledDevice {
  const { last_epoch: epoch, last_seq: seq } = row;
  return {
    device: row.device,
    stall: row.stall,
    state: row.state,
    publicKey: row.public_key,
    transportKey: row.transport_key,
    enrolledAtMs: row.enrolled_at_ms,
    approvedAtMs: row.approved_at_ms,
    revokedAtMs: row.revoked_at_ms,
    through: epoch === null || seq === null ? null : { epoch, seq },
  };
}
