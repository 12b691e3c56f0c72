import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { read } from '../../electron/till/database/write.ts';
import { type Verification, verifyBook } from '../../electron/till/journal/verify.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { openShifts } from '../../electron/till/shifts/shift-store.ts';
import { bundleScript } from './bundle-script.ts';
import { openTestTill, type TestTill } from './test-till.ts';

/** What a round of a close that was killed left. */
interface Round {
  /** The Z that was answered before the kill; null where none was. */
  readonly answered: number | null;
  /** Zs in the book after it. */
  readonly zs: number;
  /** Shifts that are open after it. */
  readonly open: number;
  /** Papers that are queued for Zs. */
  readonly papers: number;
}

export interface KilledCloses {
  readonly rounds: readonly Round[];
  /** Numbers of all Zs, in the order of the journal. */
  readonly numbers: readonly number[];
  readonly shifts: number;
  readonly verified: Verification;
}

/** Bundles test/faults/closer.ts. @returns the file for killClosers() */
export function bundleCloser(): Promise<string> {
  return bundleScript(join(import.meta.dirname, '..', 'faults', 'closer.ts'));
}

/**
 * Kills as many closes of one book, each a little later after its beginning than the one before,
 * until a while after the time that one took which was left alone.
 */
export async function killClosers(closer: string, rounds: number): Promise<KilledCloses> {
  const book = await openTestTill();
  try {
    await closeTill(book.till);
    const whole = await closeAndKill(closer, book.dataDir, LEFT_ALONE_US);
    if (!whole) throw new Error('a close that was left alone did not end');
    const done: Round[] = [{ answered: whole.z, ...(await lookAt(book)) }];
    for (let round = 0; round < rounds; round += 1) {
      const delayUs = Math.round((1.5 * whole.tookUs * round) / rounds);
      const ended = await closeAndKill(closer, book.dataDir, delayUs);
      done.push({ answered: ended?.z ?? null, ...(await lookAt(book)) });
    }
    book.clock.now = Date.now(); // as the closers had it
    const till = await book.reopen();
    const numbers = till.db.prepare<[], number>('SELECT number FROM z ORDER BY record').pluck();
    const shifts = till.db.prepare<[], number>('SELECT count(*) FROM shift').pluck().get() ?? 0;
    return { rounds: done, numbers: numbers.all(), shifts, verified: await verifyBook(till) };
  } finally {
    await book.close();
  }
}

/** Longer than a close can take. */
const LEFT_ALONE_US = 3_000_000;

/** What a closer said before it was killed. */
interface Ended {
  readonly z: number;
  readonly tookUs: number;
}

async function lookAt(book: TestTill): Promise<Omit<Round, 'answered'>> {
  book.clock.now = Date.now();
  const till = await book.reopen();
  const count = (sql: string) => till.db.prepare<[], number>(sql).pluck().get() ?? 0;
  const found = {
    zs: count('SELECT count(*) FROM z'),
    open: read(till, openShifts).length,
    papers: count('SELECT count(*) FROM print_job AS j JOIN z ON z.record = j.record'),
  };
  await closeTill(till);
  return found;
}

async function closeAndKill(closer: string, dataDir: string, delay: number): Promise<Ended | null> {
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const child = spawn(process.execPath, [closer, dataDir, String(delay)], options);
  let said = '';
  let wrong = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    wrong += text.toString();
  });
  await once(child, 'close');
  if (wrong !== '') throw new Error(`a closer ended by itself: ${wrong}`);
  const [z = 0, tookUs = 0] = said.trim().split(' ').map(Number);
  return z > 0 ? { z, tookUs } : null;
}
