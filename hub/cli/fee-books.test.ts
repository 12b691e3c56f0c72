import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { businessDate, zones } from '../../domain/time.ts';
import { addTestStalls } from '../../test/support/hub-server.ts';
import { runHubHere } from '../../test/support/run-hub.ts';
import { writeFees } from '../fees/write-fee.ts';
import { withIdentity } from './with-hub.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-hub-books-'));
  dataDir = join(folder, 'hub');
  await runHubHere('down-items', '--data', dataDir);
  await withIdentity(dataDir, async (hub) => {
    await addTestStalls(hub.database);
    const charge = { period: '2020-01', kind: 'electricity', amount: 700_000 } as const;
    const of = { mall: 'TC', stall: 'TC-A12', on: '2020-01-05', note: '=1+1' };
    const id = randomUUID();
    const charges = [{ id, ...charge, due: '2020-01-10', basis: '' }];
    await writeFees(hub, 'lapak', (book) =>
      book.append([{ id: randomUUID(), act: 'charge', ...of, charges }]),
    );
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function runJson(...words: string[]) {
  const { code, stdout } = await runHubHere(...words, '--data', dataDir, '--json');
  return { code, report: JSON.parse(stdout) as Record<string, unknown> };
}

const january = ['--from', '2020-01-01', '--to', '2020-01-31'];
const row = {
  on: '2020-01-05',
  names: ['Piutang lapak', 'Pendapatan listrik'],
  amount: 700_000,
};

test('the journal goes out as CSV, of which no cell is a formula', async () => {
  const file = join(folder, 'jurnal.csv');
  const { code, report } = await runJson('export-ledger', file, ...january, '--mall', 'TC');
  const [titles, first, ...more] = readFileSync(file, 'utf8').trim().split('\r\n');

  expect({ code, report }).toMatchObject({ code: 0, report: { rows: 1, amount: row.amount } });
  expect(titles).toContain('tanggal;mal;lapak;jenis;debit;akun debit;kredit;akun kredit;jumlah');
  expect(first?.split(';').slice(0, 10)).toEqual([
    '2020-01-05',
    'TC',
    'TC-A12',
    'charge',
    'receivable',
    'Piutang lapak',
    'revenue-electricity',
    'Pendapatan listrik',
    '700000',
    "'=1+1",
  ]);
  expect(more).toEqual([]);
});

test('the journal goes out as XLSX, with sums that can be added up', async () => {
  const file = join(folder, 'jurnal.xlsx');
  await runJson('export-ledger', file, ...january);
  const { sheets } = await readXlsx(readFileSync(file));
  const [titles, first] = sheets[0]?.rows ?? [];

  expect(titles?.slice(0, 3)).toEqual(['tanggal', 'mal', 'lapak']);
  expect([first?.[0], [first?.[5], first?.[7]], first?.[8], first?.[9]]).toEqual([
    row.on,
    row.names,
    row.amount,
    '=1+1',
  ]);
});

test('a journal is written to a file that a spreadsheet opens, and to no other', async () => {
  const file = join(folder, 'jurnal.pdf');
  const { code, report } = await runJson('export-ledger', file);

  expect({ code, report }).toMatchObject({
    code: 1,
    report: { error: { code: 'COMMAND_INVALID' } },
  });
  expect(existsSync(file)).toBe(false);
});

test('a month is closed and reopened, and its books are verified', async () => {
  const closed = await runJson('close-month', '2020-01');
  const again = await runJson('close-month', '2020-01');
  const unreasoned = await runJson('reopen-month', '2020-01');
  const reopened = await runJson('reopen-month', '2020-01', '--reason', 'Mutasi menyusul');
  const verified = await runJson('verify');
  const told = await runHubHere('verify', '--data', dataDir, '--lang', 'en');

  expect(closed).toMatchObject({
    code: 0,
    report: { mall: 'TC', month: '2020-01', isClosed: true, posted: 700_000, findings: [] },
  });
  expect(again).toMatchObject({ code: 1, report: { error: { code: 'MONTH_CLOSED' } } });
  expect(unreasoned).toMatchObject({ code: 1, report: { error: { code: 'COMMAND_INVALID' } } });
  expect(reopened).toMatchObject({ code: 0, report: { isClosed: false } });
  expect(verified).toMatchObject({ code: 0, report: { fees: { ok: true, acts: 3 } } });
  expect(told.stdout).toContain('The books of fees: 3 acts, all of them as the journal says.');
});

test('a month that is not over is closed with a reason only', async () => {
  const month = businessDate(Date.now(), zones.WIB, 0).slice(0, 7);
  const open = await runJson('close-month', month);
  const closed = await runJson('close-month', month, '--note', 'Mal tutup lebih awal');
  const wrong = await runJson('close-month', 'November');

  expect(open).toMatchObject({
    code: 1,
    report: { isClosed: false, findings: [{ kind: 'not-over' }] },
  });
  expect(closed).toMatchObject({ code: 0, report: { isClosed: true } });
  expect(wrong).toMatchObject({ code: 1, report: { error: { code: 'COMMAND_INVALID' } } });
});
