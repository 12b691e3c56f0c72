import { build } from '../database/build.ts';
import { first, run, type Tx } from '../database/run.ts';
import type { Device } from './device.ts';
import type { DeviceTable } from './journal-tables.ts';

/** The device that this book belongs to; undefined in a book without one. */
export function findDevice(tx: Tx): DeviceTable | undefined {
  return first(tx, findOnly);
}

/** Gives a new book its device. */
export function insertDevice(tx: Tx, { device, prefix, publicKey }: Device): void {
  run(tx, build.insertInto('device').values({ only: 1, device, prefix, public_key: publicKey }));
}

const findOnly = build
  .selectFrom('device')
  .select(['only', 'device', 'prefix', 'public_key'])
  .where('only', '=', 1);
