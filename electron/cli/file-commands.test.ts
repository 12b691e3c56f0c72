import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { translator } from '../../domain/translator.ts';
import { parseArgv } from '../../node/cli/parse-argv.ts';
import { lapakProgram } from './run-command.ts';

/** Commands that read and write files, run in this process. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-files-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function aFile(name: string, content: string): string {
  const file = join(dir, name);
  writeFileSync(file, content);
  return file;
}

async function run(...argv: string[]) {
  const { request } = parseArgv([...argv, '--data', join(dir, 'data')], lapakProgram);
  if (request.kind !== 'run') throw new Error(`not a command: ${argv.join(' ')}`);
  const speaker = translator('id');
  const say = () => Promise.resolve();
  return request.command.run({ ...request.call, speaker, progress: () => undefined, say });
}

const history = `nota;kode;nama;qty;tanggal;harga
N1;KB-1;Kain batik;2;1/12/2025 09:30;7,5
CN2;KB-1;Kain batik;-1;2/12/2025 09:30;7,5
N3;KB-1;Kain batik;tiga;2/12/2025 09:30;7,5
`;

test('an import can be tried, mended from its rejects, and exported again', async () => {
  await run('import-catalog', aFile('lama.csv', 'kode;nama;harga;stok\nKB-1;Kain;1.000;5\n'));
  const catalog = aFile(
    'barang.csv',
    'kode;nama;harga;stok\nKB-1;Kain batik;150.000;9\nKB-2;Topi;dua;\nKB-3;Tas;500;\n',
  );
  const rejects = join(dir, 'ditolak.csv');
  const exported = join(dir, 'semua.csv');

  const tried = await run('import-catalog', catalog, '--dry-run');
  const imported = await run('import-catalog', catalog, '--rejects', rejects);
  const mended = readFileSync(rejects, 'utf8').replace('dua', '2.000');
  const again = await run('import-catalog', aFile('ditolak.csv', mended));
  const written = await run('export-catalog', exported);
  const unchanged = await run('import-catalog', exported, '--dry-run');

  expect(tried.words).toEqual([
    'Uji coba, belum ada yang diubah. ' +
      '3 baris dibaca: 1 baru, 1 akan diperbarui, 0 tetap, 1 ditolak.',
    'KB-1 Kain: nama Kain → Kain batik',
    'KB-1 Kain: harga (pcs) Rp1.000 → Rp150.000',
    'KB-3 Tas: harga (pcs) → Rp500',
    'Baris 2, kolom stok, peringatan: ' +
      'Stok tidak diubah oleh impor: di berkas 9, di katalog tetap 5',
    '1 sel atau baris ditolak:',
    'Baris 3, kolom harga: Bukan angka: dua',
  ]);
  expect(imported).toMatchObject({
    ok: true,
    report: {
      rows: 3,
      added: 1,
      updated: 1,
      unchanged: 0,
      rejectedRows: 1,
      changes: [
        { code: 'KB-1', kind: 'updated' },
        { code: 'KB-3', kind: 'added' },
      ],
      notes: [{ row: 2, column: 'stok' }],
      rejected: [{ row: 3, column: 'harga', reason: 'Bukan angka: dua' }],
    },
  });
  expect(again.report).toMatchObject({ rows: 1, added: 1, rejectedRows: 0 });
  expect(written.report).toEqual({ file: exported });
  expect(unchanged.report).toMatchObject({ rows: 3, unchanged: 3, noteCount: 0 });
});

test('a replay can be tried, and tells what differs from the book', async () => {
  const file = aFile('sejarah.csv', history);
  const rejects = join(dir, 'ditolak.csv');
  const options = ['--rate', '20000', '--rejects', rejects];

  const tried = await run('replay', file, '--dry-run', ...options);
  await expect(run('totals')).rejects.toThrow('BOOK_MISSING');
  const replayed = await run('replay', file, ...options);
  const changed = aFile('lain.csv', history.replace('Kain batik;2', 'Kain batik;3'));
  const differing = await run('replay', changed, ...options);

  expect(tried.words).toEqual([
    'Uji coba, belum ada yang dicatat. Yang akan masuk:',
    ...replayed.words,
  ]);
  expect(tried.report).toEqual(replayed.report);
  expect(readFileSync(rejects, 'utf8')).toContain('Kain batik;tiga;2/12/2025 09:30;7,5;qty:');
  const differs = [{ document: 'N1', date: '2025-12-01', booked: 300_000, file: 450_000 }];
  expect(differing).toMatchObject({ ok: true, report: { sales: 0, alreadyThere: 2, differs } });
  expect(differing.words).toContain(
    'Faktur N1 tanggal 2025-12-01: tercatat Rp300.000, di berkas Rp450.000',
  );
});

test('what a command does, the program did: it is nobody’s act', async () => {
  await run('import-catalog', aFile('barang.csv', 'kode;nama;harga\nKB-1;Kain;1.000\n'));
  await run('export-catalog', join(dir, 'semua.csv'));
  await run('replay', aFile('sejarah.csv', history), '--rate', '20000');

  const { report } = await run('audit-trail');
  const by = { cashier: 'lapak', approver: null };
  expect(report).toMatchObject({
    entries: [
      { act: 'history-replay', ...by },
      { act: 'refund-taken-over', ...by },
      { act: 'sale-taken-over', ...by },
      { act: 'catalog-export', ...by },
      { act: 'catalog-import', ...by },
      { act: 'start', ...by },
    ],
  });
});

test('numbers that can be read in two ways are asked before anything is changed', async () => {
  const catalog = aFile('barang.csv', 'kode;nama;harga;stok\nKB-1;Gula;15.000;0.5\n');
  const sales = aFile('sejarah.csv', 'nota;kode;qty;tanggal;harga\n1;A;0.5;1/12/2025;15.000\n');
  const doubt = { code: 'NUMBER_STYLE_DOUBTFUL', data: { column: 'harga', example: '15.000' } };

  await expect(run('import-catalog', catalog)).rejects.toMatchObject(doubt);
  await expect(run('replay', sales)).rejects.toMatchObject(doubt);
  expect((await run('import-catalog', catalog, '--decimal', ',')).report).toMatchObject({
    added: 1,
    changes: [
      {
        changes: [
          { field: 'price', new: 'Rp15.000' },
          { field: 'stock', new: '0,5' },
        ],
      },
    ],
  });
});

test.each([
  ['import-catalog', 'kode;nama;harga\nKB-1;Gula;1500\n', { added: 1 }],
  ['replay', 'nota;kode;qty;tanggal;harga\n1;KB-1;2;1/12/2025;1500\n', { sales: 1 }],
])('%s as a dry run makes no book, here or elsewhere', async (command, content, report) => {
  const elsewhere = join(dir, 'tmp');
  mkdirSync(elsewhere);
  vi.stubEnv('TMPDIR', elsewhere);
  onTestFinished(() => void vi.unstubAllEnvs());
  const broken = aFile('lain.csv', 'nota;nama\n1;Gula\n');

  expect((await run(command, aFile('isi.csv', content), '--dry-run')).report).toMatchObject(report);
  await expect(run(command, broken, '--dry-run')).rejects.toThrow('CSV_COLUMN_MISSING');

  expect(readdirSync(elsewhere)).toEqual([]);
  expect(existsSync(join(dir, 'data'))).toBe(false);
});

test('a file that cannot be written is told before anything is changed', async () => {
  const catalog = aFile('barang.csv', 'kode;nama;harga\nKB-1;Gula;15.000\n');
  const nowhere = join(dir, 'tidak-ada', 'ditolak.csv');
  const failure = { code: 'FILE_UNWRITABLE', data: { file: nowhere } };

  await expect(run('import-catalog', catalog, '--rejects', nowhere)).rejects.toMatchObject(failure);
  await expect(run('replay', aFile('sejarah.csv', history), '--rejects', nowhere)).rejects.toThrow(
    'FILE_UNWRITABLE',
  );
  expect((await run('import-catalog', catalog)).report).toMatchObject({ added: 1 });
  await expect(run('export-catalog', nowhere)).rejects.toMatchObject(failure);
});
