import type { Device } from '../../domain/enrolment/manage-contract.ts';
import { LapakError } from '../../domain/errors.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { type DescribedRow, describedRows } from './device-store.ts';

/** Every till that enrolled: those that wait for approval first, then the newest. */
export async function describeDevices({ db }: Pick<HubDatabase, 'db'>): Promise<Device[]> {
  const rows = await readAs(db, 'every-stall', (read) => describedRows(read, null));
  return rows.map(deviceOf);
}

/** A till as its manager sees it. @throws LapakError DEVICE_UNKNOWN */
export async function describeDevice(
  { db }: Pick<HubDatabase, 'db'>,
  device: string,
): Promise<Device> {
  const [row] = await readAs(db, 'every-stall', (read) => describedRows(read, device));
  if (!row) throw new LapakError('DEVICE_UNKNOWN', { device });
  return deviceOf(row);
}

function deviceOf(row: DescribedRow): Device {
  return {
    device: row.device,
    stall: { code: row.stall, name: row.name, mall: row.mall },
    state: row.state,
    enrolledAtMs: row.enrolled_at_ms,
    approvedAtMs: row.approved_at_ms,
    revokedAtMs: row.revoked_at_ms,
    newest: row.epoch && row.seq ? `${row.epoch}.${row.seq}` : null,
    reportedAtMs: row.epoch ? row.updated_at_ms : null,
  };
}
