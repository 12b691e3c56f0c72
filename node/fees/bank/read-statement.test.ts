import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { StatementFile } from '../../../domain/fees/bank/statement.ts';
import { readStatement, type StatementOptions } from './read-statement.ts';

/** Files as the banks write them, of one synthetic account: five rows of November 2026. */

const read = (text: string, options: StatementOptions = {}) =>
  readStatement(Buffer.from(text), options);

const sheet = async (rows: (string | number | Date)[][], options: StatementOptions = {}) =>
  readStatement(await writeXlsx({ sheets: [{ name: 'Mutasi', rows }] }), options);

/** What every bank's file of that account tells. */
const ROWS = [
  ['2026-11-02', 100_001_700],
  ['2026-11-02', -245_000_000],
  ['2026-11-03', 100_001_700],
  ['2026-11-05', -1_500_050],
  ['2026-11-30', 5_550_000_096],
];
const OPENING = 1_000_000_000;
const CLOSING = 6_503_503_446;

function expectNovember(file: StatementFile, stated: 'file' | 'rows' = 'file') {
  expect(file.rows.map(({ on, amountSen }) => [on, amountSen])).toEqual(ROWS);
  expect(file.rejected).toEqual([]);
  expect(file.notes).toEqual([]);
  expect(file).toMatchObject({
    openingSen: OPENING,
    closingSen: CLOSING,
    openingFrom: stated,
    differenceSen: 0,
    isBalanced: true,
  });
}

test('KlikBCA Individual is read, with commas in descriptions that have no quotes', async () => {
  const file = await read(`Account No.,=,'0111222333
Name,=,KOPERASI CONTOH
Currency,=,IDR

Date,Description,Branch,Amount,,Balance
'02/11/2026,CR 0211/FTSCY  1000017.00TC-A12-2611, IURAN, NOV,'0000,1000017.00,CR,11000017.00
'02/11/2026,TRSF E-BANKING DB 0211/FTFVA/WS95271 PLN,'0000,2450000.00,DB,8550017.00
'03/11/2026,SWITCHING CR TRANSFER,'0998,1000017.00,CR,9550034.00
'05/11/2026,BIAYA ADM,'0000,15000.50,DB,9535033.50
'30/11/2026,BUNGA "DEPOSITO,'0000,55500000.96,CR,65035034.46
Starting Balance,=,10000000.00
Credit,=,57500034.96
Debet,=,2465000.50
Ending Balance,=,65035034.46
`);

  expectNovember(file);
  expect(file).toMatchObject({ profile: 'bca-individual', account: '0111222333' });
  expect(file.rows[0]?.description).toBe('CR 0211/FTSCY 1000017.00TC-A12-2611, IURAN, NOV');
  expect(file.rows[0]?.row).toBe(6);
});

const BUSINESS = `"Informasi Rekening - Mutasi Rekening"," "," "," "," ",

"No. rekening : 0350000001"
"Nama : KOPERASI CONTOH"
"Periode : 01/11/2026 - 30/11/2026"
"Kode Mata Uang : Rp"
"Tanggal Transaksi","Keterangan","Cabang","Jumlah","Saldo"
"02/11","KR OTOMATIS  TC-A12-2611   ","0000","1,000,017.00 CR","11,000,017.00"
"02/11","PLN, LISTRIK","0000","2,450,000.00 DB","8,550,017.00"
"03/11","KR","0000","1,000,017.00 CR","9,550,034.00"
"05/11","BIAYA ADM","0000","15,000.50 DB","9,535,033.50"
"30/11","BUNGA","0000","55,500,000.96 CR","65,035,034.46"
"Saldo Awal : 10,000,000.00"
"Mutasi Debet : 2,465,000.50","2"
"Mutasi Kredit : 57,500,034.96","3"
"Saldo Akhir : 65,035,034.46"
`;

test('KlikBCA Bisnis is read, its missing year from the period', async () => {
  const file = await read(BUSINESS);

  expectNovember(file);
  expect(file).toMatchObject({
    profile: 'bca-business',
    account: '0350000001',
    period: { from: '2026-11-01', to: '2026-11-30' },
  });
});

test('Mandiri Kopra is read: two columns, a time in the date, balances below', async () => {
  const file = await read(`Mandiri Cash Management - Account Statement
Account No,1370000123456
Account Name,KOPERASI CONTOH
Period,01/11/2026 - 30/11/2026

Posting Date,Remark,Reference No,Debit,Credit,Balance
"02 Nov 2026 10:15:30","TC-A12-2611",REF7001,"0.00","1,000,017.00","11,000,017.00"
"02 Nov 2026 10:15:30","PLN",REF7002,"2,450,000.00",".00","8,550,017.00"
"03 Nov 2026 10:15:30","KR",REF7003,"0.00","1,000,017.00","9,550,034.00"
"05 Nov 2026 10:15:30","ADM",REF7004,"15,000.50","0.00","9,535,033.50"
"30 Nov 2026 10:15:30","BUNGA
DEPOSITO",REF7005,"0.00","55,500,000.96","65,035,034.46"
Opening Balance,"10,000,000.00"
Closing Balance,"65,035,034.46"
`);

  expectNovember(file);
  expect(file).toMatchObject({ profile: 'mandiri-kopra', account: '1370000123456' });
  expect(file.rows.at(-1)).toMatchObject({ reference: 'REF7005', description: 'BUNGA DEPOSITO' });
});

test('Livin’ is read: one column with signs, the opening as a row', async () => {
  const file = await sheet([
    ["Bank Mandiri - Livin' by Mandiri"],
    ['Rekening: 0000000123456 a.n. KOPERASI CONTOH'],
    ['Periode: 01 Nov 2026 - 30 Nov 2026'],
    [],
    ['Tanggal', 'Keterangan', 'Nominal', 'Saldo'],
    ['01 Nov 2026', 'SALDO AWAL', '', '10.000.000,00'],
    ['02 Nov 2026', 'TC-A12-2611', '+1.000.017,00', '11.000.017,00'],
    ['02 Nov 2026', 'PLN', '-2.450.000,00', '8.550.017,00'],
    ['03 Nov 2026', 'KR', '+1.000.017,00', '9.550.034,00'],
    ['05 Nov 2026', 'ADM', '-15.000,50', '9.535.033,50'],
    ['30 Nov 2026', 'BUNGA', '+55.500.000,96', '65.035.034,46'],
  ]);

  expectNovember(file);
  expect(file).toMatchObject({ profile: 'mandiri-livin', account: '0000000123456' });
});

test('BNIDirect is read as CSV and as XLSX', async () => {
  const csv = await read(`BNI Direct - Mutasi Rekening
Account No : 0000001234
Period : 01/11/2026 - 30/11/2026

Posting Date,Effective Date,Branch,Journal,Transaction Description,Amount,DB/CR,Balance
02/11/26 10:15:30,02/11/26,0998,7001,"TC-A12-2611","1,000,017.00",K,"11,000,017.00"
02/11/26 10:15:30,02/11/26,0998,7002,"PLN","2,450,000.00",D,"8,550,017.00"
03/11/26 10:15:30,03/11/26,0998,7003,"KR","1,000,017.00",K,"9,550,034.00"
05/11/26 10:15:30,05/11/26,0998,7004,"ADM","15,000.50",D,"9,535,033.50"
30/11/26 10:15:30,30/11/26,0998,7005,"BUNGA","55,500,000.96",K,"65,035,034.46"
`);
  const xlsx = await sheet([
    ['Laporan Mutasi Rekening BNI'],
    ['No. Rekening : 0000001234'],
    [],
    ['Tanggal Transaksi', 'Keterangan', 'Jumlah', 'D/K', 'Saldo'],
    ['01-Nov-26', 'SALDO AWAL', '', '', 10_000_000],
    ['02-Nov-26', 'TC-A12-2611', 1_000_017, 'K', 11_000_017],
    ['02-Nov-26', 'PLN', 2_450_000, 'D', 8_550_017],
    ['03-Nov-26', 'KR', 1_000_017, 'K', 9_550_034],
    ['05-Nov-26', 'ADM', 15_000.5, 'D', 9_535_033.5],
    ['30-Nov-26', 'BUNGA', 55_500_000.96, 'K', 65_035_034.46],
  ]);

  expectNovember(csv, 'rows');
  expectNovember(xlsx);
  expect([csv.profile, csv.rows[0]?.reference, xlsx.account]).toEqual([
    'bni-direct',
    '7001',
    '0000001234',
  ]);
});

test('BNI Mobile is read, with days that are dates of the sheet', async () => {
  const day = (of: number) => new Date(Date.UTC(2026, 10, of));
  const file = await sheet([
    ['Tanggal', 'Keterangan', 'Tipe', 'Jumlah', 'Saldo'],
    [day(2), 'TC-A12-2611', 'CR', 1_000_017, 11_000_017],
    [day(2), 'PLN', 'DB', 2_450_000, 8_550_017],
    ['03/11/2026', 'KR', 'CR', 1_000_017, 9_550_034],
    [46331, 'ADM', 'DB', 15_000.5, 9_535_033.5],
    [day(30), 'BUNGA', 'CR', 55_500_000.96, 65_035_034.46],
  ]);

  expectNovember(file, 'rows');
  expect(file.profile).toBe('bni-mobile');
});

test('BRI CMS is read, internet banking with Indonesian numbers too, and QLola', async () => {
  const cms = await read(`NOREK;000001000123509
TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI
2026-11-02;TC-A12-2611;0;1000017;11000017
2026-11-02;PLN;2450000;0;8550017
2026-11-03;KR;0;1000017;9550034
2026-11-05;ADM;15000.50;0;9535033.50
2026-11-30;BUNGA;0;55500000.96;65035034.46
`);
  const internet = await read(`PT. BANK RAKYAT INDONESIA (PERSERO) Tbk.
Laporan Mutasi Rekening
No. Rekening : 0000-01-000123-50-9

Tanggal Transaksi,Uraian Transaksi,Teller,Debet,Kredit,Saldo
02/11/26,"TC-A12-2611",0000123,"0,00","1.000.017,00","11.000.017,00"
02/11/26,"PLN",0000123,"2.450.000,00","0,00","8.550.017,00"
03/11/26,"KR",0000123,"0,00","1.000.017,00","9.550.034,00"
05/11/26,"ADM",0000123,"15.000,50","0,00","9.535.033,50"
30/11/26,"BUNGA",0000123,"0,00","55.500.000,96","65.035.034,46"
`);
  const qlola = await sheet([
    ['QLola by BRI'],
    ['Laporan Mutasi Rekening'],
    ['Nomor Rekening', '0000-01-000123-50-9'],
    ['Periode', '01/11/2026 - 30/11/2026'],
    [],
    ['No', 'Tanggal Transaksi', 'Uraian Transaksi', 'Teller', 'Debet', 'Kredit', 'Saldo'],
    [1, '02-11-26', 'TC-A12-2611', '8888', 0, 1_000_017, 11_000_017],
    [2, '02-11-26', 'PLN', '8888', 2_450_000, 0, 8_550_017],
    [3, '03-11-26', 'KR', '8888', 0, 1_000_017, 9_550_034],
    [4, '05-11-26', 'ADM', '8888', 15_000.5, 0, 9_535_033.5],
    [5, '30-11-26', 'BUNGA', '8888', 0, 55_500_000.96, 65_035_034.46],
  ]);

  for (const file of [cms, internet, qlola]) {
    expectNovember(file, 'rows');
    expect(file.account).toBe('000001000123509');
  }
  expect([cms.profile, internet.profile]).toEqual(['bri-cms', 'bri-internet']);
});

test('Mandiri MCM is read: two descriptions, no balance', async () => {
  const text = `Account No,Date,Code,Description,Description,Reference No.,Debit,Credit
1370000123456,01/11/26,6902,"TC-A12-2611 ","KAOS CONTOH/BKS  ",,".00","1,000,017.00"
1370000123456,02/11/26,7500,"TRANSFER","PLN",REF-2,"2,450,000.00",".00"
1370000999999,02/11/26,7500,"TRANSFER","LAIN",REF-3,".00","5.00"
`;
  const file = await read(text, { accounts: ['1370000123456'] });

  expect(file).toMatchObject({ profile: 'mandiri-kopra', isBalanced: false, differenceSen: null });
  expect(file.rows).toMatchObject([
    { on: '2026-11-01', amountSen: 100_001_700, description: 'TC-A12-2611 KAOS CONTOH/BKS' },
    { amountSen: -245_000_000, reference: 'REF-2' },
  ]);
  await expect(read(text)).rejects.toMatchObject({ code: 'STATEMENT_ACCOUNTS' });
});

test('days of a sheet that are bare numbers count from where its workbook says', async () => {
  const rows = (day: number) => [
    ['Tanggal', 'Keterangan', 'Debit', 'Kredit', 'Saldo'],
    [day, 'TRSF A', '', 1_000_000, 11_000_000],
  ];
  const workbook = (day: number, dateSystem: '1900' | '1904') =>
    writeXlsx({ sheets: [{ name: 'Mutasi', rows: rows(day) }], dateSystem });

  const files = [
    await readStatement(await workbook(46_329, '1900'), {}),
    await readStatement(await workbook(44_867, '1904'), {}),
  ];

  expect(files.map((file) => file.rows.map(({ on }) => on))).toEqual([
    ['2026-11-03'],
    ['2026-11-03'],
  ]);
});
