import { LapakError } from '../../../domain/errors.ts';
import type { Tx } from '../database/run.ts';
import { readTip } from './append-record.ts';
import { findDevice } from './device-store.ts';
import type { Device } from './device.ts';
import { findLeaf } from './record-store.ts';
import { isBehind, TIP_FILE, type TipFound } from './tip-file.ts';
import { verifyNewest } from './verify.ts';

/**
 * Holds the book against the key of its folder, its newest records against their signatures, and
 * both against the tip file; before that nothing is written or signed.
 * @throws LapakError DEVICE_KEY_MISSING when the key is another device's, DATABASE_DAMAGED,
 *   TIP_MISSING, DATABASE_ROLLED_BACK when the tip file knows a record that the book does not have
 */
export function assertWhole(tx: Tx, device: Device, kept: TipFound): void {
  assertOwnBook(tx, device);
  verifyNewest(tx, device.publicKey);
  const tip = readTip(tx);
  if (kept === 'missing' || kept === 'unreadable') {
    throw new LapakError('TIP_MISSING', { file: TIP_FILE, seq: tip.seq });
  }
  const isThere = findLeaf(tx, kept.epoch, kept.seq)?.toString('hex') === kept.leaf;
  if (isBehind(tip, kept) || !isThere) {
    throw new LapakError('DATABASE_ROLLED_BACK', { databaseSeq: tip.seq, tipSeq: kept.seq });
  }
}

/** Sees to it that the book is this key's. @throws LapakError DEVICE_KEY_MISSING */
function assertOwnBook(tx: Tx, device: Device): void {
  const known = findDevice(tx);
  const isOwn =
    known?.device === device.device &&
    known.prefix === device.prefix &&
    known.public_key.equals(device.publicKey);
  if (!isOwn) throw new LapakError('DEVICE_KEY_MISSING', { dataDir: tx.dataDir });
}
