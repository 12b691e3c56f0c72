import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import type { Receipt } from '../sales/receipt.ts';
import { translator } from '../translator.ts';
import { receiptText } from './receipt-text.ts';
import { plainLine, plainReceipt } from '../../test/support/plain-sale.ts';

const receipt: Receipt = {
  id: '0b6f3a52-8a9e-4a6e-9f0f-3f2f6f5f0001',
  number: 'ABC-000042',
  kind: 'sale',
  epoch: 1,
  seq: 43,
  soldAtMs: Date.UTC(2026, 10, 23, 5, 30),
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' },
  ...plainReceipt,
  lines: [
    {
      code: 'KMJ-01',
      name: 'Kemeja batik',
      unit: 'pcs',
      quantityMilli: pcs(2),
      priceRupiah: rupiah(175_000),
      ...plainLine(rupiah(350_000)),
      discount: { rateBp: 1_000, amountRupiah: rupiah(35_000) },
      note: 'ukuran M',
    },
  ],
  subtotalRupiah: rupiah(350_000),
  taxes: [{ kind: 'ppn', isAdded: false, baseRupiah: rupiah(283_784), taxRupiah: rupiah(31_216) }],
  npwp: '0123456789012345',
  roundingRupiah: rupiah(0),
  totalRupiah: rupiah(315_000),
  tenders: [{ kind: 'cash', amountRupiah: rupiah(320_000) }],
  changeRupiah: rupiah(5_000),
  source: '',
  original: '',
  reason: '',
};

test('a receipt as a message is a copy of all that the paper has, in lines without columns', () => {
  expect(receiptText(receipt, translator('id')).split('\n')).toEqual([
    '*Batik Bu Sari*',
    'A-12, Thamrin City',
    'NPWP 0123 4567 8901 2345',
    'No. ABC-000042, 23/11/2026 12:30 WIB',
    'SALINAN',
    '',
    'Kemeja batik',
    '  2 pcs x 175.000 = 350.000',
    '  Diskon 10% = −35.000',
    '  ukuran M',
    '',
    'Subtotal: 350.000',
    'Diskon: −35.000',
    '*TOTAL: Rp315.000*',
    'Tunai: 320.000',
    '*KEMBALIAN: 5.000*',
    'DPP: 260.135',
    'Termasuk PPN 12%: 31.216',
    '',
    'Terima kasih sudah berbelanja.',
  ]);
});

test('it speaks the language of receipts', () => {
  const text = receiptText({ ...receipt, kind: 'refund' }, translator('en'));
  expect(text).toContain('REFUND\nNo. ABC-000042');
  expect(text).toContain('Cash paid back: 320.000');
  expect(text).not.toContain('CHANGE');
});

test('a voucher that was just given out is in the message, with its worth', () => {
  const voucher = { code: 'ABCDEFGHJKMN', amountRupiah: rupiah(45_000) };
  const text = receiptText({ ...receipt, kind: 'refund' }, translator('id'), [voucher]);

  expect(text).toContain(
    [
      '*VOUCHER BELANJA Rp45.000*',
      '*ABCD-EFGH-JKMN*',
      'Bayar dengan kode ini di lapak kami, satu kali. Simpan baik-baik.',
    ].join('\n'),
  );
  expect(receiptText({ ...receipt, kind: 'refund' }, translator('id'))).not.toContain('VOUCHER');
});
