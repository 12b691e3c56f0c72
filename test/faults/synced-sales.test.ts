import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeTill } from '../../electron/till/open-till.ts';
import { bundleSeller } from '../support/kill-sellers.ts';
import { aUnit, openTestTill, stockProduct, type TestTill } from '../support/test-till.ts';

/** A kill alone loses nothing that the kernel has: only a sync proves that a sale is on disk. */

const ANSWERS = 40;
let book: TestTill;

beforeEach(async () => {
  book = await openTestTill();
  stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
  await closeTill(book.till);
});
afterEach(() => book.close());

test('lesson 1: the disk is synced for every sale before it is answered', async ({ skip }) => {
  const library = compile();
  skip(library === null, 'syncs are counted by a library that a C compiler makes: no cc here');
  if (library === null) return;

  const seller = await bundleSeller();
  const synced = await sellWatched(seller, library, 'synced');
  const unsynced = await sellWatched(seller, library, 'unsynced');

  expect(synced.match(/a/g)?.length).toBeGreaterThanOrEqual(ANSWERS);
  expect(answersWithoutSync(synced)).toBe(0);
  expect(answersWithoutSync(unsynced)).toBeGreaterThan(ANSWERS / 2); // the count can fail
});

/** The library that notes syncs; null where there is no compiler for it. */
function compile(): string | null {
  const library = join(book.dataDir, 'note-syncs.so');
  const source = join(import.meta.dirname, 'note-syncs.c');
  spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source]);
  return existsSync(library) ? library : null;
}

/** Sells in a process of its own. @returns `s` and `a` in the order in which they happened */
async function sellWatched(
  seller: string,
  library: string,
  how: 'synced' | 'unsynced',
): Promise<string> {
  const notes = join(book.dataDir, 'notes');
  rmSync(notes, { force: true });
  const env = { ...process.env, LD_PRELOAD: library, LAPAK_NOTES: notes };
  const child = spawn(process.execPath, [seller, book.dataDir, how], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let answers = 0;
  child.stdout.on('data', (said: Buffer) => {
    answers += said.toString().split('\n').length - 1;
    if (answers >= ANSWERS) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return readFileSync(notes, 'utf8');
}

function answersWithoutSync(notes: string): number {
  const selling = notes.slice(notes.indexOf('a')); // before it, the till was opened
  return selling.match(/a(?=a)/g)?.length ?? 0;
}
