import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { LapakError } from '../../../domain/errors.ts';
import type { Book } from './book.ts';

/** A check that runs beside the till. */
export interface BackgroundCheck {
  /** Done when the check is, whatever it found. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Plain JavaScript in a string, so that the same worker starts from source and from a bundle. */
const worker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.sqlite);
  try {
    const db = new Database(workerData.file, { readonly: true });
    parentPort.postMessage({ found: db.pragma('quick_check(1)', { simple: true }) });
    db.close();
  } catch (error) {
    const isDamage = /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    parentPort.postMessage(isDamage ? { found: error.message } : { fault: error.message });
  }
`;

/**
 * Checks a large book on a thread of its own while the till sells: a second for each 400 MB. Damage
 * ends the selling: every later write() of this book throws DATABASE_DAMAGED.
 * @param tell told of damage, and of a check that could not be made
 */
export function checkInBackground(
  book: Book,
  file: string,
  tell: (error: unknown) => void,
): BackgroundCheck {
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const thread = new Worker(worker, { eval: true, workerData: { sqlite, file } });
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  thread.on('message', ({ found, fault }: { found?: unknown; fault?: string }) => {
    if (found === 'ok') return;
    if (fault !== undefined) return tell(new Error(`the book was not checked: ${fault}`));
    const { dataDir } = book;
    const damage = new LapakError('DATABASE_DAMAGED', { dataDir, detail: String(found) });
    book.health.damage = damage;
    tell(damage);
  });
  thread.on('error', tell);
  thread.on('exit', () => resolve());
  thread.unref();
  return {
    ended,
    stop: async () => {
      await thread.terminate();
    },
  };
}
