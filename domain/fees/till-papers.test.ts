import { expect, test } from 'vitest';
import { translator } from '../translator.ts';
import { kuitansiLines } from './papers/kuitansi-lines.ts';
import { kuitansiOfTill } from './till-papers.ts';
import type { ShownCredit } from './till-state.ts';

const credit: ShownCredit = {
  id: '019a0000-0000-4000-8000-000000000001',
  kind: 'bank',
  on: '2026-11-29',
  amountRupiah: 1_000_017,
  usedRupiah: 1_000_000,
  kuitansi: 'KW/TC/2026/000017',
  note: '',
  takenFrom: null,
  paid: [
    { kind: 'electricity', period: '2026-11', amountRupiah: 700_000, basis: '500 kWh × Rp1.400' },
    { kind: 'cleaning', period: '2026-11', amountRupiah: 300_000, basis: '' },
  ],
  isReversed: false,
  reversed: null,
  isPrinted: true,
};
const stall = { name: 'Kopi Gayo', number: 'A12', mall: 'Thamrin City', phone: '' };

function printed(shown: ShownCredit, isCopy: boolean): string[] {
  const look = { columns: 42, say: translator('id'), stall } as const;
  const lines = kuitansiLines(kuitansiOfTill({ credit: shown, isCopy }, look), look);
  return lines.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
}

test('the till’s kuitansi says who paid how much for what, by which tariff', () => {
  expect(printed(credit, true)).toEqual([
    'SALINAN',
    'Pengelola Thamrin City',
    '',
    'KUITANSI',
    'KW/TC/2026/000017',
    '-'.repeat(42),
    'Sudah terima dari:',
    'Kopi Gayo',
    'Kopi Gayo, lapak A12, Thamrin City',
    'Uang sejumlah:',
    '# Satu juta tujuh belas rupiah #',
    'Untuk pembayaran:',
    'Listrik, kebersihan November 2026',
    'Rp1.000.000',
    'Titipan Rp17',
    'Listrik November 2026: 500 kWh x Rp1.400',
    'Dengan cara                  Transfer bank',
    '-'.repeat(42),
    'JUMLAH                         Rp1.000.017',
    '',
    '29 November 2026',
    'Pengelola Thamrin City',
    '',
    '',
    '(                    )',
    'SALINAN',
  ]);
});

test('one that was taken back says when and why', () => {
  const reversed = { on: '2026-12-01', note: 'salah lapak' };
  const lines = printed({ ...credit, isReversed: true, reversed }, false);

  expect(lines[0]).toBe('BATAL');
  expect(lines.join(' ')).toMatch(/DIBATALKAN 1 Desember 2026.*salah lapak/);
});
