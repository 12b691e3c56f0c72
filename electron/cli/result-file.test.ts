import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runLapakHere } from '../../test/support/run-lapak.ts';

let dir: string;
let dataDir: string;
let catalog: string;
const content = 'kode,nama,harga\nKB-1,Kain batik,150000\nX,,1\n';

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-result-'));
  dataDir = join(dir, 'data');
  catalog = join(dir, 'barang.csv');
  writeFileSync(catalog, content);
  await runLapakHere('import-catalog', catalog, '--data', dataDir);
});
afterEach(() => rmSync(dir, { recursive: true }));

test.each(['lapak.db', 'device-key.pem', 'journal-tip.jsonl', 'lapak.lock', 'new.csv'])(
  'no command writes its result over %s of a book',
  async (name) => {
    const target = join(dataDir, name);
    const ends = [
      await runLapakHere('export-catalog', target, '--data', dataDir),
      await runLapakHere('import-catalog', catalog, '--data', dataDir, '--rejects', target),
      await runLapakHere('replay', catalog, '--data', join(dir, 'other'), '--rejects', target),
    ];

    expect(ends.map(({ code }) => code)).toEqual([1, 1, 1]);
    for (const { stderr } of ends) expect(stderr).toContain(`tidak dapat ditulis`);
    expect(await runLapakHere('verify', '--data', dataDir)).toMatchObject({ code: 0 });
    expect(readdirSync(dataDir)).not.toContain('new.csv');
  },
);

test('what is left of a book that is gone is not written over', async () => {
  rmSync(join(dataDir, 'lapak.db'));
  const key = readFileSync(join(dataDir, 'device-key.pem'), 'utf8');
  const words = ['--data', join(dir, 'other'), '--rejects', join(dataDir, 'device-key.pem')];
  expect((await runLapakHere('import-catalog', catalog, ...words)).code).toBe(1);
  expect(readFileSync(join(dataDir, 'device-key.pem'), 'utf8')).toBe(key);
});

test('a name that nobody can look at is one sentence', async () => {
  symlinkSync(join(dir, 'circle'), join(dir, 'circle'));
  const words = ['--data', dataDir, '--json', '--rejects', join(dir, 'circle')];
  const { stdout } = await runLapakHere('import-catalog', catalog, ...words);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'FILE_UNWRITABLE' } });
});

test('the file that is read is not written over, under no name', async () => {
  linkSync(catalog, join(dir, 'same.csv'));
  for (const rejects of [catalog, join(dir, 'same.csv')]) {
    const end = await runLapakHere(
      'import-catalog',
      catalog,
      '--data',
      dataDir,
      '--rejects',
      rejects,
    );
    expect(end.code).toBe(1);
    expect(readFileSync(catalog, 'utf8')).toBe(content);
  }
});

test('a pipe or a device is refused before anything is done', async ({ skip }) => {
  skip(process.platform === 'win32', 'no pipes in the file system here');
  const pipe = join(dir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const rejects of [pipe, '/dev/null']) {
    const words = ['import-catalog', catalog, '--data', join(dir, 'untouched')];
    expect((await runLapakHere(...words, '--rejects', rejects)).code).toBe(1);
  }
  expect(readdirSync(dir)).not.toContain('untouched');
});

test('a result is written whole, and nothing is left beside it', async () => {
  const rejects = join(dir, 'ditolak.csv');
  writeFileSync(rejects, 'x'.repeat(100_000));
  await runLapakHere('import-catalog', catalog, '--data', dataDir, '--rejects', rejects);
  expect(readFileSync(rejects, 'utf8')).toContain('X');
  expect(readFileSync(rejects, 'utf8').length).toBeLessThan(1_000);
  expect(readdirSync(dir).toSorted()).toEqual(['barang.csv', 'data', 'ditolak.csv']);
});
