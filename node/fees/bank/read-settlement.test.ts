import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Profile } from '../../../domain/fees/bank/profile.ts';
import { isSettlementProfile } from '../../../domain/fees/bank/built-in-profiles.ts';
import { readSettlement, type SettlementOptions } from './read-settlement.ts';

const read = (text: string, options: SettlementOptions = {}) =>
  readSettlement(Buffer.from(text), options);

/** DANA's titles, and rows as it writes them: what is not told here is empty or nothing. */
const DANA_TITLES = [
  ['SETTLEMENT_TXN_ID', 'TXN_ID', 'TXN_TYPE', 'MID', 'SETTLE_DATE', 'TXN_AMOUNT'],
  ['TXN_CURRENCY', 'TXN_DATE', 'MERCHANT_COMMISSION_EDIK', 'SERVICE_TAX_EDIK'],
  ['WITHHOLDING_TAX_EDIK', 'MERCHANT_COMMISSION_ASR', 'SERVICE_TAX_ASR'],
  ['WITHHOLDING_TAX_ASR', 'SETTLE_AMOUNT', 'MERCHANT_TRANS_ID', 'PAY_METHOD', 'SHOP_ID'],
].flat();

function dana(...rows: readonly Readonly<Record<string, string | number>>[]): string {
  const usual = { TXN_CURRENCY: 'IDR', MID: '2166200001', SETTLEMENT_TXN_ID: '202611140001' };
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string | number>> = { ...usual, ...row };
    return DANA_TITLES.map((title) => cells[title] ?? 0).join(';');
  });
  return [DANA_TITLES.join(';'), ...lines, ''].join('\n');
}

test('DANA is read: amounts in hundredths, a refund below nothing, fees apart', async () => {
  const text = dana(
    {
      TXN_ID: '202611130001',
      TXN_TYPE: 'ACQUIRING_ORDER',
      SETTLE_DATE: '2026-11-14T10:58:08+07:00',
      TXN_DATE: '2026-11-13T10:58:08+07:00',
      TXN_AMOUNT: 6_600_000,
      MERCHANT_COMMISSION_EDIK: 41_900,
      MERCHANT_COMMISSION_ASR: 76,
      SERVICE_TAX_EDIK: 4_198,
      SETTLE_AMOUNT: 6_553_826,
      MERCHANT_TRANS_ID: 'INV-1',
      PAY_METHOD: 'BALANCE',
      SHOP_ID: 10_790,
    },
    {
      TXN_TYPE: 'REFUND',
      SETTLE_DATE: '2026-11-14T00:00:26+07:00',
      TXN_DATE: '2026-11-13T23:57:08+07:00',
      TXN_AMOUNT: 1_014_000,
      SETTLE_AMOUNT: 1_014_000,
    },
  );

  const { rows, rejected, notes, provider } = await read(text);

  expect({ rejected, notes, provider }).toEqual({ rejected: [], notes: [], provider: 'DANA' });
  expect(rows).toEqual([
    {
      row: 2,
      provider: 'DANA',
      nmid: '',
      merchant: '2166200001',
      terminal: '10790',
      reference: '202611130001',
      invoice: 'INV-1',
      batch: '202611140001',
      issuer: 'BALANCE',
      kind: 'payment',
      paidAtMs: Date.parse('2026-11-13T03:58:08Z'),
      paidOn: '2026-11-13',
      settledOn: '2026-11-14',
      grossSen: 6_600_000,
      feeSen: 41_976,
      taxSen: 4_198,
      otherSen: 0,
      netSen: 6_553_826,
    },
    expect.objectContaining({ kind: 'refund', grossSen: -1_014_000, netSen: -1_014_000 }),
  ]);
});

test('complaint 8: what net lacks beyond the fees is a deduction, and told', async () => {
  const text = dana({
    TXN_TYPE: 'ACQUIRING_ORDER',
    SETTLE_DATE: '2026-11-14T00:02:49+07:00',
    TXN_DATE: '2026-11-13T00:02:49+07:00',
    TXN_AMOUNT: 45_000,
    SETTLE_AMOUNT: 30_000,
    PAY_METHOD: 'REBATE',
  });

  const { rows, notes } = await read(text);

  expect(rows).toMatchObject([{ grossSen: 45_000, feeSen: 0, otherSen: 15_000, netSen: 30_000 }]);
  expect(notes).toEqual([{ row: 2, note: 'netDiffers' }]);
});

test('Xendit is read: a payment that failed is told and left out', async () => {
  const titles = [
    ['Status', 'Type', 'Channel Name', 'Account Number', 'Currency', 'Amount', 'Total Fee'],
    ['Total VAT', 'Net Amount', 'Transaction ID', 'Created Date', 'Settlement Date'],
  ].flat();
  const { rows, notes, provider } = await read(`${titles.join(',')}
SUCCESSFUL,PAYMENT,QRIS,M1,IDR,100000,630,69.3,99300.7,txn-1,2026-11-13T03:58:08Z,2026-11-14
FAILED,PAYMENT,QRIS,M1,IDR,5000,0,0,5000,txn-2,2026-11-13T04:00:00Z,2026-11-14
`);

  expect(provider).toBe('Xendit');
  expect(rows).toMatchObject([
    {
      reference: 'txn-1',
      kind: 'payment',
      paidAtMs: Date.parse('2026-11-13T03:58:08Z'),
      settledOn: '2026-11-14',
      grossSen: 10_000_000,
      feeSen: 63_000,
      taxSen: 6_930,
      netSen: 9_930_070,
    },
  ]);
  expect(notes).toEqual([{ row: 3, note: 'notSettled' }]);
});

test('any other provider is read by the kinds of its columns, also from a sheet', async () => {
  const rows = [
    ['Laporan Transaksi QRIS'],
    ['NMID', 'TID', 'RRN', 'Tanggal Transaksi', 'Jam', 'Nominal', 'MDR', 'Nominal Bersih'],
    ['ID1020304050607', 'A01', '618000000001', '13/11/2026', '10:15:30', 75_000, 525, 74_475],
    ['ID1020304050607', 'A01', '618000000002', '13/11/2026', '10:20', -75_000, -525, -74_475],
    ['TOTAL', '', '', '', '', 0, 0, 0],
  ];
  const file = await readSettlement(await writeXlsx({ sheets: [{ name: 'QRIS', rows }] }), {});

  expect(file.rows).toMatchObject([
    {
      nmid: 'ID1020304050607',
      terminal: 'A01',
      reference: '618000000001',
      paidAtMs: Date.parse('2026-11-13T10:15:30+07:00'),
      grossSen: 7_500_000,
      feeSen: 52_500,
      netSen: 7_447_500,
    },
    { kind: 'refund', grossSen: -7_500_000, feeSen: -52_500, netSen: -7_447_500 },
  ]);
});

test('a cell that cannot be used keeps its row out, with the reason', async () => {
  const { rows, rejected } = await read(`NMID;RRN;Tanggal Transaksi;Nominal;MDR;Net
ID1;1;13/11/2026;75.000;525;74.475
ID1;2;besok;75.000;525;74.475
ID1;3;13/11/2026;banyak;525;74.475
ID1;4;13/11/2026;;525;74.475
ID1;5;13/11/2026;75.000
`);

  expect(rows).toHaveLength(1);
  expect(rejected).toEqual([
    { row: 3, column: 'Tanggal Transaksi', reason: 'dateInvalid', value: 'besok' },
    { row: 4, column: 'Nominal', reason: 'amountInvalid', value: 'banyak' },
    { row: 5, column: 'Nominal', reason: 'amountMissing', value: '' },
    { row: 6, column: '', reason: 'cellsWrong', value: '' },
  ]);
});

test('a manager adapts a profile to a new provider with data alone', async () => {
  const profile = Profile.parse({
    kind: 'settlement',
    id: 'gerai',
    name: 'Gerai Bayar',
    provider: 'Gerai',
    columns: { reference: ['Kode'], paid: ['Waktu Bayar'], gross: ['Dibayar'], net: ['Diterima'] },
  });
  if (!isSettlementProfile(profile)) throw new Error('settlement');
  const text = 'Kode|Waktu Bayar|Dibayar|Diterima\nG-1|13 Nov 2026 10:15 WITA|10.000|9.930\n';

  const { rows } = await read(text, { profile });

  expect(rows).toMatchObject([
    { reference: 'G-1', paidAtMs: Date.parse('2026-11-13T10:15:00+08:00'), otherSen: 7_000 },
  ]);
  await expect(read('a,b,c\n1,2,3\n', { profile })).rejects.toMatchObject({
    code: 'STATEMENT_UNFIT',
    data: { profile: 'Gerai Bayar', columns: 'dibayar, waktu bayar' },
  });
});
