import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  endOf,
  type Outputs,
  runLapakHere,
  startLapakCommand,
  startModule,
} from '../../test/support/run-lapak.ts';

/** Takes nothing: every write says that the disk is full. */
const FULL = '/dev/full';
const isFullThere = existsSync(FULL);
const full = test.skipIf(!isFullThere);
if (!isFullThere) process.stdout.write(`skipped: full outputs, this system has no ${FULL}\n`);

let dir: string;
let dataDir: string;
let catalog: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-output-'));
  dataDir = join(dir, 'data');
  catalog = join(dir, 'barang.csv');
  writeFileSync(catalog, 'kode,nama,harga\nKB-1,Kain batik,150000\n');
});
afterEach(() => rmSync(dir, { recursive: true }));

async function runWith(outputs: 'stdout' | 'stderr', ...words: readonly string[]) {
  const fd = openSync(FULL, 'w');
  try {
    const to: Outputs = { [outputs]: fd };
    return await endOf(startLapakCommand([...words, '--data', dataDir], to));
  } finally {
    closeSync(fd);
  }
}

/** Taking the same file in again tells what was there before. */
async function updatedAgain(): Promise<unknown> {
  const { stdout } = await runLapakHere('import-catalog', catalog, '--data', dataDir, '--json');
  return JSON.parse(stdout);
}

full('a result that a full disk did not take is exit 1 and a sentence', async () => {
  await runLapakHere('import-catalog', catalog, '--data', dataDir);

  const json = await runWith('stdout', 'totals', '--json');
  const help = await runWith('stdout', '--help', '--lang', 'en');

  expect(json.code).toBe(1);
  expect(json.stderr).toContain('Jawaban tidak dapat ditulis ke keluaran standar (ENOSPC');
  expect(help.code).toBe(1);
  expect(help.stderr).toContain('The answer could not be written to standard output (ENOSPC');
});

full('a full standard error changes neither the work nor the exit code', async () => {
  const imported = await runWith('stderr', 'import-catalog', catalog);
  const verified = await runWith('stderr', 'verify');
  const refused = await runWith('stderr', 'totals', '--colour', '--json');

  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 baru') });
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('Buku utuh') });
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'COMMAND_INVALID' } });
});

test('work goes on to its end when nobody reads its outputs, and is exit 1', async () => {
  const child = startLapakCommand(['import-catalog', catalog, '--data', dataDir]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  const { code } = await endOf(child);

  expect(code).toBe(1);
  expect(await updatedAgain()).toMatchObject({ rows: 1, added: 0 });
});

test('a reader that closes after the first bytes of a long answer is exit 1', async () => {
  const bad = Array.from({ length: 5_000 }, (_, i) => `KB-${i},,1\n`).join('');
  writeFileSync(catalog, `kode,nama,harga\n${bad}KB-X,Kain batik,150000\n`);

  const child = startLapakCommand(['import-catalog', catalog, '--data', dataDir]);
  const stderr = child.stderr ? text(child.stderr) : '';
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [code] = await once(child, 'close');

  expect(code).toBe(1);
  expect(await stderr).toContain('EPIPE');
  expect(await updatedAgain()).toMatchObject({ added: 0 });
});

test('a fault is one sentence and one object, with its cause in the log', async () => {
  await runLapakHere('import-catalog', catalog, '--data', dataDir);
  const argv = JSON.stringify(['fail', '--data', dataDir, '--json']);

  const { code, stdout, stderr } = await endOf(
    startModule(`
    import { runCommand } from './electron/cli/run-command.ts';
    const run = () => Promise.reject(new RangeError('out', { cause: new Error('the cause') }));
    const fail = { name: 'fail', about: 'cli.about.totals', argument: null, options: {}, run };
    process.exitCode = await runCommand(${argv}, [fail]);
  `),
  );

  const log = readFileSync(join(dataDir, 'lapak.log'), 'utf8');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Terjadi gangguan di dalam Lapak \(RangeError\);.*lapak\.log.*\n$/);
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'FAULT', message: stderr.trimEnd() } });
  expect(log).toMatch(/ERROR RangeError: out .*because the cause/);
});
