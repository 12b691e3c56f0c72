import { closeSync, constants, fstatSync, fsyncSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import {
  openPrivateFile,
  readPrivateFile,
  removeFile,
  syncFolderOf,
  writeNewFile,
} from '../../../node/private-file.ts';

/** The file's name in the data folder. */
export const TIP_FILE = 'journal-tip.jsonl';

/** Two slots of one size, written in turn: a power cut can tear one, the other stays. */
const SLOT_BYTES = 256;

/** Far above any: a place that nobody could go on from is no place. */
const PLACE_MAX = 2 ** 31;

const KeptTip = z.strictObject({
  epoch: z.int().min(1).max(PLACE_MAX),
  seq: z.int().min(1).max(PLACE_MAX),
  leaf: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeptTip = z.output<typeof KeptTip>;

/** The newest record's place, kept beside the book after each commit. */
export interface TipFile {
  /**
   * Not synced: behind is harmless, only a file ahead of the book means a rollback. A file that was
   * removed or replaced since is made anew: what this process knows is the newest.
   */
  keep(tip: KeptTip): void;
  close(): void;
}

/** What the tip file says: `missing` and `unreadable` prove nothing and are told. */
export type TipFound = KeptTip | 'missing' | 'unreadable';

/** The whole content of a tip file that says this. */
export function tipFileContent(tip: KeptTip): string {
  return slot(tip).repeat(2);
}

/** Reads the tip file: the later of its slots. @throws LapakError FILE_FOREIGN */
export function readTipFile(dataDir: string, name = TIP_FILE): TipFound {
  const bytes = readPrivateFile(join(dataDir, name));
  if (!bytes) return 'missing';
  const [one, other] = [0, SLOT_BYTES].map((at) => parseSlot(bytes.subarray(at, at + SLOT_BYTES)));
  if (one && other) return isLater(other, one) ? other : one;
  return one ?? other ?? 'unreadable';
}

/** Opens the tip file of a book that is known to be whole. @throws LapakError FILE_FOREIGN */
export function openTipFile(dataDir: string): TipFile {
  const file = join(dataDir, TIP_FILE);
  const open = () => openPrivateFile(file, constants.O_RDWR);
  let handle = open();
  return {
    keep: (tip) => {
      if (isInPlace(file, handle)) {
        writeSync(handle, slot(tip), (tip.seq % 2) * SLOT_BYTES);
        return;
      }
      removeFile(file);
      writeNewFile(file, tipFileContent(tip));
      syncFolderOf(file);
      closeSync(handle);
      handle = open();
    },
    close: () => {
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}

/** How the newest record of the book stands to the tip file. */
export function isBehind(tip: ChainTip | KeptTip, kept: KeptTip): boolean {
  if (kept.epoch === tip.epoch && kept.seq === tip.seq) return kept.leaf !== tip.leaf;
  return isLater(kept, tip);
}

function isLater(one: KeptTip, other: Pick<KeptTip, 'epoch' | 'seq'>): boolean {
  return one.epoch === other.epoch ? one.seq > other.seq : one.epoch > other.epoch;
}

function isInPlace(file: string, handle: number): boolean {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.ino === fstatSync(handle, { bigint: true }).ino;
}

function slot({ epoch, seq, leaf }: KeptTip): string {
  return `${JSON.stringify({ epoch, seq, leaf }).padEnd(SLOT_BYTES - 1)}\n`;
}

function parseSlot(bytes: Buffer): KeptTip | undefined {
  try {
    return KeptTip.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}
