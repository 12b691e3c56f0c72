import { expect, test } from 'vitest';
import { aKuitansi } from '../../../test/support/papers.ts';
import { translator } from '../../translator.ts';
import { kuitansiListSheet } from './kuitansi-list-sheet.ts';
import { kuitansiListText } from './whatsapp-text.ts';

const say = translator('id');
const { issuer, stall, number, on, means } = aKuitansi;
const row = { stall, number, on, means, amountRupiah: 1_000_017, isCancelled: false };
const list = {
  issuer,
  mall: 'Thamrin City',
  period: '2026-11',
  rows: [row, { ...row, number: 'KW/TC/2026/000016', amountRupiah: 250_000, isCancelled: true }],
};

test('what was taken back stands in a list of kuitansi, and in no sum', () => {
  const table = kuitansiListSheet(list, say).blocks.find((block) => block.kind === 'table');

  expect(table?.rows.map((cells) => cells.slice(-2))).toEqual([
    [null, 1_000_017],
    [250_000, null],
  ]);
  expect(table?.sums).toEqual([['2 kuitansi', '', '', '', '', 250_000, 1_000_017]]);
});

test('a list of kuitansi as text has its month and its sums', () => {
  expect(kuitansiListText(list, say)).toBe(
    'Pengelola Thamrin City\nDaftar kuitansi November 2026, Thamrin City\n\n' +
      'BATAL: Rp250.000\n*Jumlah: Rp1.000.017* dari 2 kuitansi.',
  );
});
