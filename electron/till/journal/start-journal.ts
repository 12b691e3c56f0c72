import { theProgram } from '../../../domain/actor.ts';
import { businessDate, type UtcMs, zones } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { appendRecord, readHead } from './append-record.ts';
import type { Device } from './device.ts';

/** What signed the journal: the record format's program, not its build. */
const SOFTWARE = 'lapak/1';

/** Opens an empty journal with the record that names the device's public key. */
export function startJournal(tx: Tx, device: Device, { atMs }: { readonly atMs: UtcMs }): void {
  const head = readHead(tx);
  if (head.seq > 0) return;
  const { zone, cutOffHour } = readSettings(tx);
  const offset = zones[zone];
  appendRecord(tx, device, head, {
    type: 'start',
    at: atMs,
    offset,
    businessDate: businessDate(atMs, offset, cutOffHour),
    cashier: theProgram.cashier,
    total: 0,
    body: { publicKey: device.publicKey.toString('hex'), software: SOFTWARE },
  });
}
