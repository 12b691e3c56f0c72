import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetworkPrinter } from '../test/support/print-book.ts';
import { runLapak, runLapakHere } from '../test/support/run-lapak.ts';
import { translator } from '../domain/translator.ts';
import { closeTill, openTill } from './till/open-till.ts';

let dir: string;
let dataDir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-cli-'));
  dataDir = join(dir, 'data');
});
afterEach(() => rmSync(dir, { recursive: true }));

function aFile(name: string, content: string): string {
  const file = join(dir, name);
  writeFileSync(file, content);
  return file;
}

const history = `nota;kode;nama;qty;tanggal;harga
N1;KB-1;Kain batik;2;1/12/2025 09:30;7,5
CN2;KB-1;Kain batik;-1;2/12/2025 09:30;7,5
N3;KB-1;Kain batik;tiga;2/12/2025 09:30;7,5
`;

/** Runs a command with --json on the test's folder. */
function runJson(...words: string[]) {
  return runJsonBy(runLapakHere, ...words);
}

async function runJsonBy(run: typeof runLapak, ...words: string[]) {
  const { code, stdout, stderr } = await run(...words, '--data', dataDir, '--json');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return { code, stderr, report: JSON.parse(stdout) as unknown };
}

test('a catalog, a replay, the totals and the check answer with one object each', async () => {
  const catalog = aFile('barang.csv', 'kode,nama,harga\nKB-1,Kain batik,150000\nX,,1\n');

  const imported = await runJsonBy(runLapak, 'import-catalog', catalog);
  const replayed = await runJsonBy(
    runLapak,
    'replay',
    aFile('sejarah.csv', history),
    '--rate',
    '20000',
  );
  const summed = await runJsonBy(runLapak, 'totals');
  const verified = await runJsonBy(runLapak, 'verify');

  const emptyCell = translator('id').text('import.reason.missing');
  expect(imported).toMatchObject({
    code: 0,
    stderr: '',
    report: { rows: 2, added: 1, updated: 0, rejected: [{ row: 3, reason: emptyCell }] },
  });
  const sums = { sales: 1, salesTotal: 300_000, refunds: 1, refundsTotal: 150_000 };
  const reason = translator('id').text('history.reason.quantity');
  expect(replayed).toEqual({
    code: 0,
    stderr: '',
    report: {
      ...sums,
      stockOnly: 0,
      products: 0,
      alreadyThere: 0,
      differs: [],
      rejected: [{ row: 4, column: 'qty', reason }],
    },
  });
  expect(summed).toEqual({ code: 0, stderr: '', report: { ...sums, history: sums } });
  // The start, what was imported and replayed, and that it was.
  const whole = { ok: true, records: 5, firstBad: null, reason: '' };
  expect(verified).toEqual({ code: 0, stderr: '', report: whole });
});

test('without --json a person reads words, in English when asked', async () => {
  const file = aFile('sejarah.csv', history);
  const replayed = await runLapakHere('replay', file, '--rate', '20000', '--data', dataDir);
  const verified = await runLapakHere('verify', '--data', dataDir, '--lang', 'en');

  expect(replayed.code).toBe(0);
  expect(replayed.stdout.split('\n')).toEqual([
    '1 penjualan, Rp300.000',
    '1 pengembalian, Rp150.000',
    '0 faktur tanpa nilai, hanya mengubah stok',
    '1 barang baru di katalog',
    '1 sel atau baris ditolak:',
    `Baris 4, kolom qty: ${translator('id').text('history.reason.quantity')}`,
    '',
  ]);
  expect(replayed.stderr).toMatch(/^Membaca sejarah\.csv…\n/); // then progress, when it takes long
  expect(verified.stdout).toBe('The book is whole. Records checked: 4.\n');
});

test('a changed record fails the check with its number', async () => {
  await runLapakHere('replay', aFile('sejarah.csv', history), '--data', dataDir);
  const book = readFileSync(join(dataDir, 'lapak.db'));
  const at = book.indexOf('"type":"refund"'); // the third record, after the start and the sale
  book.write('"type":"refunb"', at);
  writeFileSync(join(dataDir, 'lapak.db'), book);

  const verified = await runJson('verify');
  const spoken = await runLapakHere('verify', '--data', dataDir);

  expect(verified).toMatchObject({ code: 1, report: { ok: false, records: 2, firstBad: 3 } });
  expect(spoken.code).toBe(1);
  expect(spoken.stdout).toContain('Catatan pertama yang rusak: 3');
});

test('the tables are made anew from the journal, and said to be unchanged', async () => {
  await runLapakHere('replay', aFile('sejarah.csv', history), '--data', dataDir);

  expect(await runJson('rebuild')).toMatchObject({ code: 0, report: { records: 4, changed: [] } });
  expect((await runLapakHere('rebuild', '--data', dataDir, '--lang', 'en')).stdout).toBe(
    'The tables of sales and stock were made anew: nothing changed. Records read: 4.\n',
  );
});

test('a book that lost its tip file is refused, and goes on after a recovery', async () => {
  await runLapakHere('replay', aFile('sejarah.csv', history), '--data', dataDir);
  rmSync(join(dataDir, 'journal-tip.jsonl'));

  expect(await runJson('verify')).toMatchObject({ code: 1, report: { ok: false } });
  expect(await runJson('totals')).toMatchObject({ report: { error: { code: 'TIP_MISSING' } } });
  expect(await runJson('recover')).toMatchObject({ code: 0, report: { epoch: 2, lost: null } });
  expect(await runJson('recover')).toMatchObject({
    code: 1,
    report: { error: { code: 'RECOVERY_NOT_NEEDED' } },
  });
  expect(await runJson('verify')).toMatchObject({ code: 0, report: { ok: true, records: 5 } });
});

test('a receipt and a test page come out on the printer that is named', async () => {
  await runLapakHere('replay', aFile('sejarah.csv', history), '--data', dataDir);
  const printer = await openNetworkPrinter();
  const to = ['--printer', `tcp://127.0.0.1:${printer.port}`, '--columns', '48'];

  const receipt = await runJson('print-receipt', 'last', ...to);
  const page = await runJson('print-test', ...to);
  const paper = printer.papers.map((bytes) => bytes.toString('latin1'));
  await printer.close();

  expect(receipt).toMatchObject({ code: 0, report: { columns: 48 } });
  expect(page).toMatchObject({ code: 0, report: { columns: 48 } });
  expect(paper).toHaveLength(2);
  expect(paper[0]).toContain('SALINAN');
  expect(paper[0]).toContain('Kain batik');
});

test('a printer that is off is one sentence and exit 1', async () => {
  const printer = await openNetworkPrinter();
  const address = `tcp://127.0.0.1:${printer.port}`;
  await printer.close();
  await closeTill(await openTill({ dataDir, clock: Date.now }));

  const { code, stderr, report } = await runJson('print-test', '--printer', address);

  expect(code).toBe(1);
  expect(report).toMatchObject({ error: { code: 'PRINTER_UNREACHABLE' } });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a folder in use is one sentence in the language that was asked for', async () => {
  const till = await openTill({ dataDir, clock: Date.now });

  const { code, stderr, report } = await runJson('totals', '--lang', 'en');

  await closeTill(till);
  const message = translator('en').text('error.folderInUse', { dataDir });
  expect(code).toBe(1);
  expect(stderr).toBe(`${message}\n`);
  expect(report).toEqual({ error: { code: 'FOLDER_IN_USE', message } });
});

test.each([
  ['a file that is not there', ['replay', '/no/such/file.csv'], 'FILE_UNREADABLE'],
  ['a folder as a file', ['import-catalog', '/'], 'FILE_UNREADABLE'],
  ['a file that cannot be written', ['export-catalog', '/no/such/file.csv'], 'FILE_UNWRITABLE'],
  [
    'a receipt that is not there',
    ['print-receipt', 'A-1', '--printer', 'tcp://127.0.0.1:9'],
    'RECEIPT_UNKNOWN',
  ],
  ['the virtual printer', ['print-test', '--printer', 'virtual'], 'PRINTER_ADDRESS_INVALID'],
])('%s is one sentence, one object and exit 1', async (_, words, code) => {
  await closeTill(await openTill({ dataDir, clock: Date.now }));

  const end = await runJson(...words);

  expect(end).toMatchObject({ code: 1, report: { error: { code } } });
  expect(end.stderr.trimEnd().split('\n')).toHaveLength(1);
});

test.each([[['totals']], [['verify']], [['print-test']], [['print-receipt', 'last']]])(
  '%j on a folder without a book makes none',
  async (words) => {
    const { code, stderr, report } = await runJson(...words);

    const message = translator('id').text('error.bookMissing', { dataDir });
    expect(code).toBe(1);
    expect(stderr).toBe(`${message}\n`);
    expect(report).toEqual({ error: { code: 'BOOK_MISSING', message } });
    expect(existsSync(dataDir)).toBe(false);
  },
);

test('words that no command knows are refused with a sentence and how to get help', async () => {
  const { code, stderr, report } = await runJson('totals', '--colour');

  const message = 'Perintah tidak dapat dijalankan: --colour?.';
  expect(code).toBe(1);
  expect(report).toEqual({ error: { code: 'COMMAND_INVALID', message } });
  const { text } = translator('id');
  expect(stderr).toBe(`${message}\n${text('cli.usage')}\n${text('cli.askHelp')}\n`);
});

test('help is the usage on standard output, as an object with --json', async () => {
  const { code, stdout, stderr } = await runLapakHere('--help', '--lang', 'en');
  const json = await runLapakHere('-h', '--json', '--lang', 'en');

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Usage:');
  expect(stdout).toContain('print-receipt NUMBER|last');
  expect(json).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(json.stdout)).toEqual({ usage: stdout.trimEnd() });
});
