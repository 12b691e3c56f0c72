import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LapakError } from '../../../domain/errors.ts';
import type { ChainHead } from '../../../domain/journal/record.ts';

const FILE = 'journal-head.json';
/** One length for every head, so that a shorter one leaves nothing of a longer one behind. */
const BYTES = 160;

const KeptHead = z.strictObject({
  epoch: z.int(),
  seq: z.int(),
  leaf: z.string().regex(/^[0-9a-f]{64}$/),
});
type KeptHead = z.output<typeof KeptHead>;

/** The newest head, kept beside the database after each commit. */
export interface HeadFile {
  /** Not synced: behind is harmless, only a head ahead of the database means a rollback. */
  keep(head: ChainHead): void;
  close(): void;
}

/**
 * Opens the head file and holds it against the database.
 * @throws LapakError DATABASE_ROLLED_BACK when the file knows a later record than the database
 */
export function openHeadFile(dataDir: string, head: ChainHead): HeadFile {
  const file = join(dataDir, FILE);
  const kept = assertNotRolledBack(dataDir, head);
  const handle = openSync(file, kept ? 'r+' : 'w', 0o600);
  const keep = ({ epoch, seq, leaf }: ChainHead) => {
    writeSync(handle, `${JSON.stringify({ epoch, seq, leaf }).padEnd(BYTES - 1)}\n`, 0);
  };
  keep(head);
  return { keep, close: () => closeSync(handle) };
}

/**
 * Holds the newest record of the database against the head file.
 * @returns what the file knows, if it can be read
 * @throws LapakError DATABASE_ROLLED_BACK when the file knows a later record
 */
export function assertNotRolledBack(dataDir: string, head: ChainHead): KeptHead | undefined {
  const kept = readKeptHead(join(dataDir, FILE));
  if (kept && isAhead(kept, head)) {
    throw new LapakError('DATABASE_ROLLED_BACK', { databaseSeq: head.seq, headSeq: kept.seq });
  }
  return kept;
}

function isAhead(kept: KeptHead, head: ChainHead): boolean {
  if (kept.epoch !== head.epoch) return kept.epoch > head.epoch;
  return kept.seq > head.seq || (kept.seq === head.seq && kept.leaf !== head.leaf);
}

/** undefined when there is none, or when a power cut left it torn: then it proves nothing. */
function readKeptHead(file: string): KeptHead | undefined {
  try {
    return KeptHead.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
