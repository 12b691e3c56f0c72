import { expect, test } from 'vitest';
import { aKuitansi, aLargeKuitansi } from '../../../test/support/papers.ts';
import { translator } from '../../translator.ts';
import { kuitansiMark, needsStamp, purposeWords, tariffWords } from './kuitansi-sheet.ts';

const say = translator('id');
const cancelled = { on: '2026-12-01', reason: 'salah lapak' };

test.each([
  [4_999_999, false],
  [5_000_000, false],
  [5_000_001, true],
])('a kuitansi of Rp%i needs a revenue stamp: %s', (amountRupiah, needs) => {
  expect(needsStamp({ amountRupiah })).toBe(needs);
});

test('what was paid for is said by month, the rest is paid ahead', () => {
  expect(purposeWords(aKuitansi, say)).toEqual([
    'Listrik, kebersihan November 2026 Rp1.000.000',
    'Titipan Rp17',
  ]);
  expect(purposeWords({ ...aKuitansi, amountRupiah: 1_000_000 }, say)).toEqual([
    'Listrik, kebersihan November 2026',
  ]);
});

test('months in a row with the same charges are said as one span, over a new year too', () => {
  const paid = ['2026-11', '2026-12', '2027-01'].map((period) => ({
    kind: 'cleaning' as const,
    period,
    amountRupiah: 250_000,
    basis: '',
  }));
  expect(purposeWords({ ...aKuitansi, paid, amountRupiah: 750_000 }, say)).toEqual([
    'Kebersihan November 2026 s.d. Januari 2027',
  ]);
});

test('months with a gap, or with another sum, stay apart; many of them share a line', () => {
  const paid = [
    { kind: 'cleaning' as const, period: '2026-05', amountRupiah: 100_000 },
    { kind: 'cleaning' as const, period: '2026-07', amountRupiah: 250_000 },
    { kind: 'penalty' as const, period: '2026-08', amountRupiah: 250_000 },
    { kind: 'opening' as const, period: '2026-01', amountRupiah: 50_000 },
  ].map((charge) => ({ ...charge, basis: '' }));
  expect(purposeWords({ ...aKuitansi, paid, amountRupiah: 650_000 }, say)).toEqual([
    'Tunggakan sebelum Lapak Rp50.000; Kebersihan Mei 2026 Rp100.000; ' +
      'Kebersihan Juli 2026 Rp250.000; Denda Agustus 2026 Rp250.000',
  ]);
});

test('a void kuitansi is BATAL, its copies too; a copy of one that holds is SALINAN', () => {
  expect(kuitansiMark(aLargeKuitansi, say)).toBe('');
  expect(kuitansiMark({ ...aKuitansi, isCopy: true }, say)).toBe('SALINAN');
  expect(kuitansiMark({ ...aKuitansi, isCopy: true, cancelled }, say)).toBe('BATAL');
});

test('complaint 4: each tariff is said once, with the charges that came by it', () => {
  const [first, second] = ['112,5 kWh × Rp1.444,70', '98 kWh × Rp1.444,70'];
  const power = { kind: 'electricity' as const, amountRupiah: 150_000 };
  const paid = [
    { ...power, period: '2026-10', basis: first },
    { ...power, period: '2026-11', basis: second },
    { kind: 'cleaning' as const, period: '2026-11', amountRupiah: 300_000, basis: '' },
    { kind: 'penalty' as const, period: '2026-09', amountRupiah: 1_500, basis: '1 % × Rp150.000' },
  ];

  expect(tariffWords({ paid }, say)).toEqual([
    `Listrik Oktober 2026: ${first}`,
    `Listrik November 2026: ${second}`,
    'Denda September 2026: 1 % × Rp150.000',
  ]);
});
