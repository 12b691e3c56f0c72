import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { read } from '../../electron/till/database/write.ts';
import { type Verification, verifyBook } from '../../electron/till/journal/verify.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { readTotals } from '../../electron/till/sales/procedures.ts';
import { findReceiptByUuid } from '../../electron/till/sales/read-receipt.ts';
import { bundleScript } from './bundle-script.ts';
import { aUnit, openTestTill, stockProduct } from './test-till.ts';

/** What a book holds whose sellers were killed one after another. */
export interface KilledBook {
  /** Ids of the sales whose answer came out before a kill. */
  readonly answered: readonly string[];
  /** Those of them that the book has not. */
  readonly lost: readonly string[];
  readonly sales: number;
  readonly salesTotalRupiah: number;
  readonly verified: Verification;
}

/** Bundles test/faults/seller.ts. @returns the file for killSellers() */
export function bundleSeller(): Promise<string> {
  return bundleScript(join(import.meta.dirname, '..', 'faults', 'seller.ts'));
}

/** Kills `rounds` sellers of one book in the middle of ringing up, the same delays for one seed. */
export async function killSellers(
  seller: string,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<KilledBook> {
  const book = await openTestTill(Date.now()); // as the sellers have it
  try {
    stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
    await closeTill(book.till);
    const answered: string[] = [];
    for (const delayMs of delaysFrom(seed, rounds, 25)) {
      answered.push(...(await sellAndKill(seller, book.dataDir, delayMs)));
    }
    book.clock.now = Date.now();
    const till = await book.reopen();
    const lost = read(till, (tx) => answered.filter((id) => !findReceiptByUuid(tx, id)));
    const { sales, salesTotalRupiah } = readTotals(till);
    return { answered, lost, sales, salesTotalRupiah, verified: await verifyBook(till) };
  } finally {
    await book.close();
  }
}

/** The same delays at every run, from 0 to below `endMs`. */
export function* delaysFrom(seed: number, rounds: number, endMs: number) {
  let state = seed;
  for (let round = 0; round < rounds; round += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state % endMs;
  }
}

/** Sells in a child process, killed `delayMs` after its first line. @returns its whole lines */
export async function sellAndKill(
  seller: string,
  dataDir: string,
  delayMs: number,
): Promise<string[]> {
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
  if (wrong !== '') throw new Error(`a seller ended by itself: ${wrong}`);
  const ends = said.lastIndexOf('\n');
  return said
    .slice(0, ends < 0 ? 0 : ends)
    .split('\n')
    .filter(Boolean);
}
