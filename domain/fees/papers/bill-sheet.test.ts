import { parse } from 'promptparse';
import { expect, test } from 'vitest';
import { translator } from '../../translator.ts';
import { aBill } from '../../../test/support/papers.ts';
import { billQris, billSheet, billSums } from './bill-sheet.ts';
import type { PaperSheet } from './sheet.ts';
import { billText } from './whatsapp-text.ts';

const say = translator('id');
const qrOf = ({ blocks }: PaperSheet) => JSON.stringify(blocks).includes('"kind":"qr"');

test('what is to be paid is what is due with the unique code behind it', () => {
  expect(billSums(aBill)).toEqual({
    chargesRupiah: 1_000_000,
    arrearsRupiah: 0,
    dueRupiah: 1_000_000,
    payRupiah: 1_000_017,
  });
});

test('older months are added, and what was paid ahead is taken off', () => {
  const arrears = aBill.charges.map((charge) => ({ ...charge, period: '2026-10' }));
  const bill = { ...aBill, arrears, advanceRupiah: 300_000 };

  expect(billSums(bill)).toMatchObject({ arrearsRupiah: 1_000_000, payRupiah: 1_700_017 });
  const table = billSheet(bill, say).blocks.find((block) => block.kind === 'table');
  expect(table?.rows.at(-1)).toEqual([
    'Kebersihan Oktober 2026',
    'jatuh tempo 10 November 2026',
    250_000,
  ]);
  expect(table?.sums).toEqual([
    ['Dikurangi titipan', '', -300_000],
    ['JUMLAH', '', 1_700_000],
  ]);
});

test('a bill that is shown again says what was paid of it, and asks for the rest', () => {
  const part = { ...aBill, paidRupiah: 400_000 };
  const paid = { ...aBill, paidRupiah: 1_000_000 };

  expect(billSums(part)).toMatchObject({ dueRupiah: 600_000, payRupiah: 600_017 });
  const table = billSheet(part, say).blocks.find((block) => block.kind === 'table');
  expect(table?.sums).toEqual([
    ['Sudah dibayar', '', -400_000],
    ['JUMLAH', '', 600_000],
  ]);
  expect(JSON.stringify(billSheet(paid, say))).toContain('Tagihan ini sudah lunas');
  expect(billText(paid, say)).toContain('Tagihan ini sudah lunas');
});

test('complaint 6: the QRIS of a bill asks for its sum with its remark, of the mall', () => {
  const read = parse(billQris(aBill) ?? '', true);

  expect(read?.getTagValue('54')).toBe('1000017');
  expect(read?.getTagValue('62', '01')).toBe('TC-A12-2611');
  expect(read?.getTagValue('59')).toBe('PENGELOLA MAL CONTOH');
});

test('a bill that is paid ahead asks for nothing: no code, no QRIS', () => {
  const bill = { ...aBill, advanceRupiah: 1_250_000 };
  const sheet = billSheet(bill, say);

  expect(billSums(bill)).toMatchObject({ dueRupiah: 0, payRupiah: 0 });
  expect(billQris(bill)).toBeNull();
  expect(qrOf(sheet)).toBe(false);
  expect(JSON.stringify(sheet)).toContain('Tidak ada yang perlu dibayar');
});

test('more than QRIS takes at a time is paid by transfer, and the bill says so', () => {
  const arrears = [{ ...aBill.charges[0], amountRupiah: 9_000_000 }].map((charge) => ({
    ...charge,
    kind: 'opening' as const,
    period: '2025-12',
    due: '2025-12-31',
    basis: '',
  }));
  const sheet = billSheet({ ...aBill, arrears }, say);

  expect(qrOf(sheet)).toBe(false);
  expect(JSON.stringify(sheet)).toContain('QRIS hanya sampai Rp10.000.000 sekali bayar');
});

test('a mall without QRIS has bills without it', () => {
  const sheet = billSheet({ ...aBill, qris: null }, say);

  expect(qrOf(sheet)).toBe(false);
  expect(JSON.stringify(sheet)).not.toContain('QRIS');
});
