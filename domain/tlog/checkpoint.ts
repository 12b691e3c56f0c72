import { assert } from '../assert.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { HASH_BYTES, isTreeSize } from './merkle.ts';
import {
  formatNote,
  isLine,
  type NoteCrypto,
  type NoteSigner,
  openNote,
  signNote,
} from './note.ts';

/** Most UTF-16 units of what is signed. */
export const CHECKPOINT_LENGTH_MAX = 4_096;

const SIZE = /^(?:0|[1-9]\d{0,15})$/;

/** How far a log went: the tree that stood for all of its records. */
export interface Checkpoint {
  /** Which log, in one line; a name as keys have them when Lapak signs it. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Lines for others, signed too; best none. */
  readonly extensions: readonly string[];
}

/** The log whose checkpoints are believed. */
export interface CheckpointKey {
  readonly origin: string;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/**
 * What is signed: origin, size and base64 root, then the extensions, each in its line.
 * Source: c2sp.org/tlog-checkpoint.
 * @throws InvariantError when it would not be read back as it is
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  assert(isLine(origin), `no name of a log: ${origin}`);
  assert(isTreeSize(size), `no size of a tree: ${size}`);
  assert(root.length === HASH_BYTES, 'a root has 32 bytes');
  assert(extensions.every(isLine), 'an extension is one line');
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  assert(text.length <= CHECKPOINT_LENGTH_MAX, 'the checkpoint is too long');
  return text;
}

/**
 * The checkpoint as a signed note, one signature on it, of a key that has the name of the log.
 * Nobody may sign two that contradict each other. Source: c2sp.org/tlog-checkpoint.
 * @throws InvariantError as `formatCheckpoint`, and when no key may have this name
 */
export function signCheckpoint(
  checkpoint: Checkpoint,
  { publicKey, sign }: Omit<NoteSigner, 'name'>,
  crypto: NoteCrypto,
): string {
  const text = formatCheckpoint(checkpoint);
  const signer = { name: checkpoint.origin, publicKey, sign };
  return formatNote({ text, signatures: [signNote(text, signer, crypto)] });
}

/**
 * The checkpoint of the text that is signed, the signatures not with it; undefined for anything
 * that `formatCheckpoint` would not write just so. Source: c2sp.org/tlog-checkpoint.
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (text.length > CHECKPOINT_LENGTH_MAX || !text.endsWith('\n')) return undefined;
  const [origin = '', size = '', base64 = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = fromBase64(base64);
  if (!isLine(origin) || !SIZE.test(size) || !isTreeSize(Number(size))) return undefined;
  if (root?.length !== HASH_BYTES || !extensions.every(isLine)) return undefined;
  return { origin, size: Number(size), root, extensions };
}

/**
 * The checkpoint of a signed note, if this very log signed it under its own name; else undefined.
 * Signatures of others, such as witnesses, are passed over.
 */
export function openCheckpoint(
  note: string,
  { origin, publicKey }: CheckpointKey,
  crypto: NoteCrypto,
): Checkpoint | undefined {
  const text = openNote(note, { name: origin, publicKey }, crypto);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  return checkpoint?.origin === origin ? checkpoint : undefined;
}
