import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { isStatementProfile } from '../../../domain/fees/bank/built-in-profiles.ts';
import { Profile } from '../../../domain/fees/bank/profile.ts';
import { notedReasons, rejectedReasons } from '../../../domain/fees/bank/told-reasons.ts';
import { translator } from '../../../domain/translator.ts';
import { readStatement, type StatementOptions } from './read-statement.ts';

/** Files that are not what they should be: each has a reason, by row or for the whole file. */

const read = (text: string, options: StatementOptions = {}) =>
  readStatement(Buffer.from(text), options);

const TABLE = `Tanggal;Keterangan;Debet;Kredit;Saldo
02/11/2026;TC-A12-2611;0,00;1.000.017,00;11.000.017,00
03/11/2026;PLN;2.450.000,00;0,00;8.550.017,00
05/11/2026;ADM;15.000,50;0,00;8.535.016,50
`;

test.each<[string, string, string, string]>([
  ['no date', '03/11/2026', 'kemarin', 'dateInvalid'],
  ['a day that is in no calendar', '03/11/2026', '31/11/2026', 'dateInvalid'],
  ['an empty date beside an amount', '03/11/2026', '', 'dateMissing'],
  ['no amount', '2.450.000,00;0,00', 'banyak;0,00', 'amountInvalid'],
  ['neither debit nor credit', '2.450.000,00;0,00', ';', 'amountMissing'],
  ['more than a bank has', '2.450.000,00', '9.450.000.000.000.000,00', 'amountTooLarge'],
  ['debit and credit', '2.450.000,00;0,00', '2.450.000,00;5,00', 'amountTwice'],
  ['a credit that went out', '2.450.000,00;0,00', '0,00;-7,00', 'signUnknown'],
  ['no balance', '8.550.017,00', 'kosong', 'balanceInvalid'],
  ['a cell too many', 'PLN;', 'PLN;;5;', 'cellsWrong'],
  ['a cell too few', ';0,00;8.550.017,00', '', 'cellsWrong'],
  ['a quote without a partner', 'PLN', '"PLN', 'quote'],
])('a row with %s is kept out, and its file is not balanced', async (_, from, to, reason) => {
  const file = await read(TABLE.replace(from, to));

  expect(file.rejected).toMatchObject([{ row: 3, reason }]);
  expect(file.rows.map(({ row }) => row)).toEqual([2, 4]);
  expect(file.isBalanced).toBe(false);
});

test('a reason is told in words, with the column and what stood there', async () => {
  const file = await read(
    TABLE.replace('03/11/2026', 'kemarin').replace('11.000.017', '11.000.018'),
  );

  expect(rejectedReasons(file, translator('id'))).toEqual([
    { row: 3, column: 'Tanggal', sentence: 'Bukan tanggal: kemarin' },
  ]);
  expect(notedReasons(file, translator('en'))).toEqual([
    { row: 4, column: '', sentence: 'The balance does not follow from the line before' },
  ]);
});

test('a running balance that does not chain is told by row', async () => {
  const file = await read(TABLE.replace('8.550.017,00', '8.550.018,00'));

  expect(file.notes).toEqual([
    { row: 3, note: 'balanceBroken' },
    { row: 4, note: 'balanceBroken' },
  ]);
  expect(file.isBalanced).toBe(false);
});

test('a row that moves nothing is told and left out', async () => {
  const file = await read(
    TABLE.replace('05/11', '04/11/2026;BIAYA NOL;0,00;0,00;8.550.017,00\n05/11'),
  );

  expect(file.notes).toEqual([{ row: 4, note: 'amountZero' }]);
  expect(file.rows).toHaveLength(3);
  expect(file.isBalanced).toBe(true);
});

test('a formula is never worked out: its row is kept out', async () => {
  const rows = [
    ['Tanggal', 'Keterangan', 'Debet', 'Kredit', 'Saldo'],
    ['02/11/2026', 'TC-A12-2611', 0, 1_000_017, 11_000_017],
    ['03/11/2026', 'PLN', 2_450_000, 0, 8_550_017],
  ];
  const cells = new Map([['2,2', { formula: 'HYPERLINK("http://x")', formulaResult: 2_450_000 }]]);
  const file = await readStatement(await writeXlsx({ sheets: [{ name: 'S', rows, cells }] }), {});

  expect(file.rejected).toEqual([{ row: 3, column: '', reason: 'formula', value: '' }]);
  expect(file.rows).toHaveLength(1);
});

test('a file without a running balance or a closing one is never called balanced', async () => {
  const file = await read('Tanggal;Keterangan;Debet;Kredit\n02/11/2026;IURAN;0;1000017\n');

  expect(file.rows).toHaveLength(1);
  expect(file).toMatchObject({ openingSen: null, differenceSen: null, isBalanced: false });
});

const BCA = `Account No.,=,'0111222333

Date,Description,Branch,Amount,,Balance
'30/12,KR TC-A12-2611,'0000,1000017.00,CR,11000017.00
'02/01,PLN,'0000,2450000.00,DB,8550017.00
'PEND,KR OTOMATIS,'0000,500.00,CR,8550517.00
Starting Balance,=,10000000.00
Credit,=,1000517.00
Debet,=,2450000.00
Ending Balance,=,8550517.00
`;

test('a missing year is found from the last day; what is pending is marked', async () => {
  const file = await read(BCA, { endsOn: '2027-01-05' });

  expect(file.rows).toMatchObject([
    { on: '2026-12-30', isPending: false },
    { on: '2027-01-02', isPending: false },
    { on: null, isPending: true, amountSen: 50_000 },
  ]);
  expect(file).toMatchObject({ closingSen: 855_001_700, isBalanced: true, notes: [] });
  await expect(read(BCA)).rejects.toMatchObject({ code: 'STATEMENT_YEAR_UNKNOWN' });
});

test('a file that was cut before its closing balance says so', async () => {
  const file = await read(BCA.slice(0, BCA.indexOf('Starting')), { endsOn: '2027-01-05' });

  expect(file.notes).toContainEqual({ row: 0, note: 'closingMissing' });
  expect(file.isBalanced).toBe(false);
});

test('totals of the bank that the rows do not add up to are told', async () => {
  const file = await read(BCA.replace('Debet,=,2450000', 'Debet,=,2450001'), {
    endsOn: '2027-01-05',
  });

  expect(file.notes).toEqual([{ row: 0, note: 'totalDiffers' }]);
});

test('a date without a year that lies outside the period is kept out', async () => {
  const file = await read(`Periode : 01/11/2026 - 30/11/2026
Tanggal,Keterangan,Debet,Kredit,Saldo
02/11,A,0,5,5
02/12,B,0,5,10
`);

  expect(file.rejected).toMatchObject([{ row: 4, reason: 'dateOutside', value: '02/12' }]);
});

test('where one date has the month first, those that could have are kept out', async () => {
  const file = await read(`Tanggal,Keterangan,Debet,Kredit,Saldo
11/02/2026,A,0,5,5
11/23/2026,B,0,5,10
`);

  expect(file.rows).toEqual([]);
  expect(file.rejected).toMatchObject([
    { row: 2, reason: 'dateDoubtful' },
    { row: 3, reason: 'dateInvalid' },
  ]);
});

test('an amount whose direction is not told is kept out', async () => {
  const file = await read(`Tanggal,Keterangan,Nominal,Saldo
02/11/2026,A,5 CR,5
03/11/2026,B,5 XX,10
04/11/2026,C,5 DB,5
05/11/2026,D,5,0
`);

  expect(file.rejected).toMatchObject([
    { row: 3, reason: 'signUnknown' },
    { row: 5, reason: 'signMissing' },
  ]);
});

test('numbers that can be read in two ways are never guessed', async () => {
  const doubtful = `Tanggal;Keterangan;Debet;Kredit;Saldo
02/11/2026;A;0;1.500;10.000,50
03/11/2026;B;0;2,500;10.000,75
`;

  await expect(read(doubtful)).rejects.toMatchObject({
    code: 'STATEMENT_NUMBERS_DOUBTFUL',
    data: { column: 'Kredit', example: '2,500' },
  });
});

test('another bank’s file, and one of no bank, are refused with what they lack', async () => {
  const profile = Profile.parse({
    kind: 'statement',
    id: 'contoh',
    name: 'Bank Contoh',
    columns: { date: ['Hari'], debit: ['Keluar'], credit: ['Masuk'] },
  });
  if (!isStatementProfile(profile)) throw new Error('statement');

  await expect(read(TABLE, { profile })).rejects.toMatchObject({
    code: 'STATEMENT_UNFIT',
    data: { profile: 'Bank Contoh', columns: 'hari, amount' },
  });
  await expect(read('kode,nama,harga\nK1,Kaos,5000\n')).rejects.toMatchObject({
    code: 'STATEMENT_UNKNOWN',
  });
});

test('a manager adapts a profile to a new bank with data alone', async () => {
  const data: unknown = JSON.parse(`{
    "kind": "statement", "id": "contoh", "name": "Bank Contoh", "dates": "mdy",
    "columns": { "date": ["Hari"], "description": ["Berita"], "amount": ["Nilai"], "sign": ["M/K"],
      "balance": ["Sisa"] },
    "signs": { "in": ["M"], "out": ["L"] }, "pending": ["TUNGGU"],
    "labels": { "opening": ["Sisa Lalu"], "closing": ["Sisa Kini"] }
  }`);
  const profile = Profile.parse(data);
  if (!isStatementProfile(profile)) throw new Error('statement');
  const text = `Sisa Lalu|1.000
Hari|Berita|Nilai|M/K|Sisa
11/02/2026|IURAN|500|M|1.500
11/23/2026|PLN|200|L|1.300
TUNGGU|KR|5|M|
Sisa Kini|1.300
`;

  for (const options of [{ profile }, { profiles: [profile] }]) {
    const file = await read(text, options);
    expect(file).toMatchObject({ profile: 'contoh', isBalanced: true, openingFrom: 'file' });
    expect(file.rows).toMatchObject([
      { on: '2026-11-02', amountSen: 50_000 },
      { on: '2026-11-23', amountSen: -20_000 },
      { isPending: true },
    ]);
  }
});

test.each<[string, Buffer | string]>([
  ['UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le')],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TABLE}`)],
  ['windows-1252', Buffer.from(TABLE.replace('PLN', 'CAF\u00C9'), 'latin1')],
  ['lines that end as on an old Mac', TABLE.replaceAll('\n', '\r')],
])('a file in %s is read', async (_, content) => {
  const file = await readStatement(Buffer.from(content), {});

  expect(file).toMatchObject({ isBalanced: true, rejected: [] });
  expect(file.rows).toHaveLength(3);
});

test('a file with the newest row first is put in order', async () => {
  const [titles = '', ...rows] = TABLE.trim().split('\n');
  const file = await read([titles, ...rows.reverse()].join('\n'));

  expect(file.rows.map(({ row }) => row)).toEqual([4, 3, 2]);
  expect(file).toMatchObject({ openingSen: 1_000_000_000, isBalanced: true });
});

test('remarks that go on in the next lines belong to their row', async () => {
  const file = await read(TABLE.replace('\n03/', '\n;KAOS CONTOH;;;\n03/'));

  expect(file.rows[0]?.description).toBe('TC-A12-2611 KAOS CONTOH');
  expect(file.isBalanced).toBe(true);
});

test('a file of another account, or of several, is refused', async () => {
  const two = `No. Rekening;Tanggal;Keterangan;Debet;Kredit
00111222;02/11/2026;A;0;5
00111333;03/11/2026;B;0;5
`;

  await expect(read(two)).rejects.toMatchObject({
    code: 'STATEMENT_ACCOUNTS',
    data: { accounts: '00111222, 00111333' },
  });
  expect((await read(two, { accounts: ['00111333'] })).rows).toMatchObject([{ row: 3 }]);
});

test('an account in dollars is refused', async () => {
  await expect(read(`Mata Uang;USD\n${TABLE}`)).rejects.toMatchObject({
    code: 'STATEMENT_CURRENCY',
    data: { currency: 'USD' },
  });
});

test('binary rubbish, an empty file and one of 100 MB are refused', async () => {
  const rubbish = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));

  await expect(readStatement(rubbish, {})).rejects.toMatchObject({ code: 'STATEMENT_BROKEN' });
  await expect(read(' \n\n')).rejects.toMatchObject({ code: 'CSV_EMPTY' });
  await expect(readStatement(Buffer.alloc(100_000_000, 'a'), {})).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    data: { maxMegabytes: 32 },
  });
});

test('a file of more lines than a bank has is refused', async () => {
  const text = `${TABLE}${'02/11/2026;A;0;5;5\n'.repeat(120_010)}`;

  await expect(read(text)).rejects.toMatchObject({
    code: 'TABLE_TOO_LONG',
    data: { maxRows: 120_000 },
  });
});
