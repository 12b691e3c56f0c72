import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { read } from '../../electron/till/database/write.ts';
import { verifyBook } from '../../electron/till/journal/verify.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { readTotals } from '../../electron/till/sales/procedures.ts';
import { findReceiptByUuid } from '../../electron/till/sales/read-receipt.ts';
import { aUnit, openTestTill, stockProduct } from '../support/test-till.ts';

/** Kills of each of two tills: they run side by side. */
const ROUNDS = 100;

/**
 * Bundles the seller into one file, as the installed till is: two hundred of them start in a third
 * of the time. @returns the file
 */
async function bundleSeller(): Promise<string> {
  const outDir = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'seller');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'seller.ts'),
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { entryFileNames: 'seller.mjs' },
      },
    },
  });
  return join(outDir, 'seller.mjs');
}

/** Sells in a child process and kills it `delayMs` after its first answer. @returns answered ids */
async function sellAndKill(seller: string, dataDir: string, delayMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [seller, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let wrong = '';
  child.stdout.on('data', (text: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delayMs);
    said += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    wrong += text.toString();
  });
  await once(child, 'close');
  expect(wrong).toBe('');
  const ends = said.lastIndexOf('\n');
  return said
    .slice(0, ends < 0 ? 0 : ends)
    .split('\n')
    .filter(Boolean);
}

/** The same delays at every run: 0 to 24 ms. */
function* delaysFrom(seed: number) {
  let state = seed;
  for (let round = 0; round < ROUNDS; round += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state % 25;
  }
}

let seller: string;

beforeAll(async () => {
  seller = await bundleSeller();
});

test.concurrent.each([
  ['one till', 20_261_123],
  ['another till at the same time', 20_261_124],
])(
  'after 100 kills while ringing up every answered sale is there, none twice: %s',
  async (_, seed) => {
    const book = await openTestTill();
    stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
    await closeTill(book.till);
    const answered: string[] = [];
    for (const delayMs of delaysFrom(seed)) {
      answered.push(...(await sellAndKill(seller, book.dataDir, delayMs)));
    }

    book.clock.now = Date.now(); // as the sellers had it
    const till = await book.reopen();
    const lost = read(till, (tx) => answered.filter((id) => !findReceiptByUuid(tx, id)));
    const { sales, salesTotalRupiah } = readTotals(till);
    const verified = await verifyBook(till);
    await book.close();

    expect(answered.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(new Set(answered).size).toBe(answered.length);
    expect(lost).toEqual([]);
    expect(salesTotalRupiah).toBe(sales * 45_000);
    // A sale may be booked and its answer cut off: at most one a round.
    expect(sales - answered.length).toBeLessThanOrEqual(ROUNDS);
    expect(verified).toEqual({ ok: true, records: sales + 1, firstBad: null, reason: '' });
  },
  600_000,
); // the longest that a busy computer may take
