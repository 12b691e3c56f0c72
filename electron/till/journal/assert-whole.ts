import { LapakError } from '../../../domain/errors.ts';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import type { Tx } from '../database/run.ts';
import { readTip } from './append-record.ts';
import { findDevice } from './device-store.ts';
import type { Device } from './device.ts';
import { findLeaf } from './record-store.ts';
import { isBehind, TIP_FILE, type TipFound } from './tip-file.ts';

/**
 * Holds the book against the key and the tip file of its folder; before that nothing is written or
 * signed.
 * @returns where the journal stands
 * @throws LapakError DEVICE_KEY_MISSING when the key is another device's, TIP_MISSING,
 *   DATABASE_ROLLED_BACK when the tip file knows a record that the book does not have
 */
export function assertWhole(tx: Tx, device: Device, kept: TipFound): ChainTip {
  assertOwnBook(tx, device);
  const tip = readTip(tx);
  if (kept === 'missing' || kept === 'unreadable') {
    throw new LapakError('TIP_MISSING', { file: TIP_FILE, seq: tip.seq });
  }
  const isThere = findLeaf(tx, kept.epoch, kept.seq)?.toString('hex') === kept.leaf;
  if (isBehind(tip, kept) || !isThere) {
    throw new LapakError('DATABASE_ROLLED_BACK', { databaseSeq: tip.seq, tipSeq: kept.seq });
  }
  return tip;
}

/** Sees to it that the book is this key's. @throws LapakError DEVICE_KEY_MISSING */
export function assertOwnBook(tx: Tx, device: Device): void {
  const known = findDevice(tx);
  const isOwn =
    known?.device === device.device &&
    known.prefix === device.prefix &&
    known.public_key.equals(device.publicKey);
  if (!isOwn) throw new LapakError('DEVICE_KEY_MISSING', { dataDir: tx.dataDir });
}
