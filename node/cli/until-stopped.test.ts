import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { translator } from '../../domain/translator.ts';
import {
  endOf,
  runLapakHere,
  startLapakCommand,
  startModule,
} from '../../test/support/run-lapak.ts';

let dir: string;
let dataDir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-stop-'));
  dataDir = join(dir, 'data');
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Rows of a table of the book so far; 0 where there is no book yet. */
function count(table: 'product' | 'sale'): number {
  let db: Database.Database | undefined;
  try {
    db = new Database(join(dataDir, 'lapak.db'), { readonly: true });
    return Number(db.prepare(`select count(*) from ${table}`).pluck().get());
  } catch {
    return 0;
  } finally {
    db?.close();
  }
}

const rows = (length: number, row: (i: number) => string) =>
  Array.from({ length }, (_, i) => `${row(i)}\n`).join('');

const long = [
  {
    command: 'import-catalog',
    signal: 'SIGINT',
    table: 'product',
    size: 40_000,
    file: `kode,nama,harga\n${rows(40_000, (i) => `K-${i},Kain ${i},150000`)}`,
  },
  {
    command: 'replay',
    signal: 'SIGTERM',
    table: 'sale',
    size: 10_000,
    file: `nota,kode,nama,qty,tanggal,harga\n${rows(10_000, (i) => `N${i},K,Kain,1,1/12/2025,7`)}`,
  },
] as const;

test.each(long)(
  '$command ends between two steps on $signal, and its till is closed',
  async ({ command, signal, table, size, file }) => {
    const path = join(dir, 'long.csv');
    writeFileSync(path, file);
    const child = startLapakCommand([command, path, '--data', dataDir, '--json']);

    await vi.waitFor(() => expect(count(table)).toBeGreaterThan(0), 60_000);
    child.kill(signal);
    const { code, stdout, stderr } = await endOf(child);
    const isWalLeft = existsSync(join(dataDir, 'lapak.db-wal')); // count() makes one again

    const message = translator('id').text('error.commandStopped');
    expect({ code, stderr, isWalLeft }).toEqual({
      code: 1,
      stderr: `${message}\n`,
      isWalLeft: false,
    });
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'COMMAND_STOPPED', message } });
    expect(count(table)).toBeLessThan(size);
    expect(await runLapakHere('verify', '--data', dataDir)).toMatchObject({ code: 0 });
  },
  120_000,
);

test('a second interruption ends work that does not stop', async () => {
  const child = startModule(`
    import { untilStopped } from './node/cli/until-stopped.ts';
    await untilStopped((signal) => {
      signal.addEventListener('abort', () => process.stdout.write('asked'));
      process.stdout.write('working');
      return new Promise((resolve) => setTimeout(resolve, 600_000));
    });
  `);
  const { stdout } = child;
  const ended = once(child, 'close');
  const heard: string[] = [];
  stdout?.on('data', (bytes) => {
    heard.push(String(bytes));
    child.kill('SIGINT');
  });

  const [code, signal] = await ended;

  expect({ heard, code, signal }).toEqual({
    heard: ['working', 'asked'],
    code: null,
    signal: 'SIGINT',
  });
});
