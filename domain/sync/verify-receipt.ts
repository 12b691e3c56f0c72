import { fromHex } from '../tlog/bytes.ts';
import { type Checkpoint, openCheckpoint } from '../tlog/checkpoint.ts';
import type { TreeCrypto } from '../tlog/merkle.ts';
import type { NoteCrypto } from '../tlog/note.ts';
import { isConsistent, isIncluded } from '../tlog/proofs.ts';
import type { HubReceipt } from './contract.ts';

/** Whose checkpoints a till believes: pinned when it was enrolled. */
export interface PinnedHub {
  /** As it calls itself in checkpoints. */
  readonly name: string;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** What a receipt is held against. */
export interface ReceiptCheck {
  readonly hub: PinnedHub;
  /** Name of this device. */
  readonly device: string;
  /** Text of the till's last checkpoint; null before the first. */
  readonly last: string | null;
}

/** The functions that differ between Node and a browser. */
export interface ReceiptCrypto {
  readonly tree: TreeCrypto;
  readonly note: NoteCrypto;
}

/** The name of the tree of a device at a hub: the origin of its checkpoints. */
export function treeOrigin(hub: string, device: string): string {
  return `${hub}/device/${device}`;
}

/** A receipt that proves itself. */
export interface ProvenReceipt {
  readonly checkpoint: Checkpoint;
  /** Whether its tree begins with the whole tree of the last one. Else the hub forgot. */
  readonly goesOn: boolean;
}

/**
 * Whether a receipt proves what it says: that the pinned hub signed the checkpoint for this very
 * device, and that the record of the place stands in its tree. The place itself is the caller's to
 * compare with the journal.
 * @returns undefined for a receipt that does not prove it
 */
export function verifyReceipt(
  { place, checkpoint, index, inclusion, consistency }: HubReceipt,
  { hub, device, last }: ReceiptCheck,
  crypto: ReceiptCrypto,
): ProvenReceipt | undefined {
  const key = { origin: treeOrigin(hub.name, device), publicKey: hub.publicKey };
  const now = openCheckpoint(checkpoint, key, crypto.note);
  if (!now) return undefined;
  const { size, root } = now;
  const proof = inclusion.map(fromHex);
  const leaf = fromHex(place.leaf);
  if (!isIncluded({ index, size, leaf, proof, root }, crypto.tree)) return undefined;
  if (last === null) return { checkpoint: now, goesOn: true };
  const before = openCheckpoint(last, key, crypto.note);
  if (!before) return undefined;
  const trees = { from: before.size, fromRoot: before.root, to: size, toRoot: root };
  const grown = { ...trees, proof: consistency.map(fromHex) };
  return { checkpoint: now, goesOn: size >= before.size && isConsistent(grown, crypto.tree) };
}
