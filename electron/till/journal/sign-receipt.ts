import { isSaleHead, RecordHead } from '../../../domain/journal/record.ts';
import {
  formatReceiptLink,
  type ReceiptLink,
  receiptMessage,
} from '../../../domain/journal/receipt-link.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { isSignedRecord, leafOf, signMessage } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import { findHub } from '../sync/hub-store.ts';
import type { Device } from './device.ts';
import { findRecord, type PlacedRecord } from './record-store.ts';

/** Of a leaf, in a receipt's code: as many as make a collision hopeless. */
const LEAF_BYTES = 16;

/**
 * What the QR of a receipt says; null where it has none: of a sale taken over from another system,
 * whose paper another till gave. Nothing of it is kept: Ed25519 gives the same signature each time,
 * and a book has one key for life (docs/adr/0030-receipt-qr.md).
 */
export function readReceiptLink(tx: Tx, device: Device, position: number): string | null {
  const link = signedLink(findRecord(tx, position), device);
  return link && formatReceiptLink(findHub(tx)?.origin ?? null, link);
}

/** Only what this very key put into the journal is signed anew: a row may have been changed. */
function signedLink(record: PlacedRecord | undefined, device: Device): ReceiptLink | null {
  if (!record || !isProven(record, device)) return null;
  const head = RecordHead.parse(JSON.parse(record.head.toString('utf8')));
  if (!isSaleHead(head) || head.source !== undefined) return null;
  const fields = {
    device: device.device,
    epoch: head.epoch,
    seq: head.seq,
    atMs: head.at,
    totalRupiah: head.total,
    leaf16: record.leaf.toString('hex', 0, LEAF_BYTES),
  };
  const signature = signMessage(device.key, receiptMessage(fields));
  return { ...fields, signature: new Uint8Array(signature) };
}

function isProven({ head, leaf, signature }: PlacedRecord, { publicKey }: Device): boolean {
  return leafOf(head).equals(leaf) && isSignedRecord(publicKeyOf(publicKey), head, signature);
}
