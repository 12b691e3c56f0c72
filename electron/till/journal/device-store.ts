import { build } from '../database/build.ts';
import { first, run, type Tx } from '../database/run.ts';
import type { DeviceTable } from './journal-tables.ts';

/** The raw public key of the device that this book belongs to; undefined in a new book. */
export function findPublicKey(tx: Tx): Buffer | undefined {
  return first(tx, findDevice)?.public_key;
}

/** Gives a new book its device. */
export function insertDevice(tx: Tx, device: Omit<DeviceTable, 'only'>): void {
  run(tx, build.insertInto('device').values({ only: 1, ...device }));
}

const findDevice = build.selectFrom('device').select('public_key').where('only', '=', 1);
