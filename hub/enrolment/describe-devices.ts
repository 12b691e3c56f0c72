import {
  type Device,
  type DeviceFilter,
  DEVICE_PAGE_MAX,
} from '../../domain/enrolment/manage-contract.ts';
import { LapakError } from '../../domain/errors.ts';
import { DeviceName } from '../../domain/sync/place.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { alarmsOfChain } from '../ingest/alarm-store.ts';
import {
  countAlarmed,
  countWaiting,
  type DescribedRow,
  type DeviceCursor,
  findDescribed,
  listDevices,
} from './device-list-store.ts';

/** Which devices: those behind `cursor`. */
export interface DevicesWanted {
  readonly text: string;
  /** Null for all. */
  readonly filter: DeviceFilter | null;
  readonly cursor: string;
}

/** A page of devices, the newest first, and how many wait for approval in all. */
export async function describeDevices(
  { db }: Pick<HubDatabase, 'db'>,
  { cursor, ...wanted }: DevicesWanted,
) {
  const asked = { ...wanted, after: parseCursor(cursor), limit: DEVICE_PAGE_MAX };
  const { rows, ...counts } = await readAs(db, 'every-stall', async (read) => ({
    rows: await listDevices(read, asked),
    waiting: await countWaiting(read),
    alarmed: await countAlarmed(read),
  }));
  const last = rows.length < DEVICE_PAGE_MAX ? undefined : rows.at(-1);
  return {
    devices: rows.map(deviceOf),
    ...counts,
    nextCursor: last ? `${last.enrolled_at_ms}.${last.device}` : '',
  };
}

/** Every device, the newest first, page by page. */
export async function* allDevices(
  database: Pick<HubDatabase, 'db'>,
): AsyncGenerator<readonly Device[]> {
  for (let cursor = ''; ; ) {
    const page = await describeDevices(database, { text: '', filter: null, cursor });
    yield page.devices;
    if (page.nextCursor === '') return;
    cursor = page.nextCursor;
  }
}

/** A till as its manager sees it. @throws LapakError DEVICE_UNKNOWN */
export async function describeDevice(
  { db }: Pick<HubDatabase, 'db'>,
  device: string,
): Promise<Device> {
  const row = await readAs(db, 'every-stall', (read) => findDescribed(read, device));
  if (!row) throw new LapakError('DEVICE_UNKNOWN', { device });
  return deviceOf(row);
}

function deviceOf(row: DescribedRow): Device {
  const chain = {
    forked_at_ms: row.forked_at_ms,
    rolled_back_at_ms: row.rolled_back_at_ms,
    unsigned: row.unsigned ?? 0,
    unsigned_settled: row.unsigned_settled ?? 0,
  };
  return {
    device: row.device,
    stall: { code: row.stall, name: row.name, mall: row.mall },
    state: row.state,
    enrolledAtMs: row.enrolled_at_ms,
    approvedAtMs: row.approved_at_ms,
    revokedAtMs: row.revoked_at_ms,
    newest: row.epoch && row.seq ? `${row.epoch}.${row.seq}` : null,
    through: row.last_epoch && row.last_seq ? `${row.last_epoch}.${row.last_seq}` : null,
    reportedAtMs: row.reported_at_ms,
    signatures: {
      records: row.size ?? 0,
      checked: row.checked_size ?? 0,
      unsigned: chain.unsigned,
      unsettled: chain.unsigned - chain.unsigned_settled,
      proven: row.proven_later ?? 0,
    },
    alarms: alarmsOfChain(chain),
  };
}

function parseCursor(cursor: string): DeviceCursor | null {
  const [enrolledAtMs = '', device] = cursor.split('.');
  const named = DeviceName.safeParse(device);
  return named.success && /^\d{1,15}$/.test(enrolledAtMs)
    ? { enrolledAtMs: Number(enrolledAtMs), device: named.data }
    : null;
}
