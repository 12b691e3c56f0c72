import { expect, test } from 'vitest';
import type { RecordHead, RecordType } from '../journal/record.ts';
import { translator } from '../translator.ts';
import { readDetails } from './read-details.ts';

const id = '0193f1f0-0000-7000-8000-000000000001';
const zeros = '0'.repeat(64);
const common = {
  v: 1,
  device: '0'.repeat(32),
  epoch: 1,
  seq: 7,
  prev: zeros,
  at: Date.UTC(2026, 10, 29, 2),
  offset: 420,
  businessDate: '2026-11-29',
  cashier: 'kasir-1',
  total: 0,
  counters: { sales: 0, refunds: 0, count: 0 },
  body: zeros,
} as const;
const sale = {
  number: 'ABC-000101',
  total: 90_000,
  tenders: { cash: 90_000 },
  discount: 0,
  tax: 0,
  rounding: 0,
  shift: 3,
};
const z = {
  number: 12,
  shift: 3,
  drawer: 1,
  opened: '2026-11-29',
  sales: { count: 1, total: 90_000 },
  refunds: { count: 0, total: 0 },
  discount: 0,
  tax: 0,
  rounding: 0,
  tenders: { cash: 90_000 },
  taxes: [],
  categories: [],
  unsent: 0,
};
const line = {
  code: 'KOPI-01',
  name: 'Kopi Gayo',
  category: 'Kopi',
  unit: 'pcs',
  factor: 1000,
  quantity: 2000,
  price: 45_000,
  amount: 90_000,
};
const stall = { name: 'Kopi Gayo', number: 'A12', mall: 'Thamrin City', phone: '' };
const saleBody = {
  id,
  stall,
  lines: [line],
  tenders: [{ kind: 'cash', amount: 100_000 }],
  change: 10_000,
};

/** The details of a record of this type. */
function detailsOf(type: RecordType, head: object, body: object, language: 'id' | 'en' = 'id') {
  const whole = { ...common, ...head, type } as unknown as RecordHead; // as each test writes it
  const salted = JSON.stringify({ ...body, salt: '0'.repeat(32) });
  return readDetails(whole, salted, translator(language));
}

/** Each row in a line. */
const rowsOf = (...given: Parameters<typeof detailsOf>) =>
  detailsOf(...given)?.rows.map(({ label, text }) => `${label}: ${text}`);

test('the details of a sale are its receipt, and who allowed it', () => {
  const details = detailsOf('sale', sale, { ...saleBody, approver: 'kasir-2' });

  expect(details?.receipt).toMatchObject({
    number: 'ABC-000101',
    lines: [{ name: 'Kopi Gayo', quantityMilli: 2000, priceRupiah: 45_000, amountRupiah: 90_000 }],
    totalRupiah: 90_000,
    tenders: [{ kind: 'cash', amountRupiah: 100_000 }],
    changeRupiah: 10_000,
  });
  expect(details?.rows.map(({ text }) => text)).toEqual(['kasir-2']);
});

test('the details of training are what it would have been, and say so', () => {
  const sums = { total: 90_000, discount: 0, tax: 0, rounding: 0 };
  const body = { ...saleBody, number: 'ABC-LATIHAN-000001', sums };
  const details = detailsOf('training', {}, body);

  expect(details?.receipt).toMatchObject({
    kind: 'training',
    number: 'ABC-LATIHAN-000001',
    totalRupiah: 90_000,
    changeRupiah: 10_000,
  });
  expect(rowsOf('training', {}, body)).toEqual([
    'Tindakan: Latihan',
    'Perihal: ABC-LATIHAN-000001',
    'Keterangan: Tunai',
    'Jumlah: Rp90.000',
  ]);
});

test('the details of a close are what went through the drawer, and its count', () => {
  const cash = { float: 50_000, taken: 100_000, change: 10_000, refunds: 0, in: 0, out: 20_000 };
  const body = {
    id,
    cash: { ...cash, expected: 120_000 },
    counted: [{ value: 50_000, pieces: 2 }],
    counts: 2,
    difference: -20_000,
    reason: 'unknown',
    note: 'dihitung dua kali',
    noSales: 1,
    voids: { count: 0, total: 0 },
    handedTo: 'kasir-2',
  };

  expect(rowsOf('z', z, body)).toEqual([
    'Modal awal: Rp50.000',
    'Tunai diterima: Rp100.000',
    'Kembalian: −Rp10.000',
    'Pengembalian tunai: Rp0',
    'Kas masuk: Rp0',
    'Kas keluar: −Rp20.000',
    'Seharusnya ada: Rp120.000',
    'Terhitung: Rp100.000',
    'Selisih: −Rp20.000',
    'Berapa kali dihitung: 2',
    'Sebab selisih: Tidak diketahui',
    'Keterangan: dihitung dua kali',
    'Dibuka tanpa penjualan: 1',
    'Diserahkan ke: kasir-2',
    'Rp50.000 × 2: Rp100.000',
  ]);
});

test.each([
  [
    'shift-open',
    { shift: 3, drawer: 1 },
    { id, float: [{ value: 5_000, pieces: 4 }] },
    ['Tindakan: Shift dibuka', 'Perihal: Shift 3', 'Jumlah: Rp20.000', 'Rp5.000 × 4: Rp20.000'],
  ],
  [
    'drawer',
    { shift: 3 },
    { id, reason: 'safe-drop', amount: -500_000, note: 'ke brankas', approver: 'kasir-2' },
    [
      'Tindakan: Laci: setor ke brankas',
      'Perihal: Shift 3',
      'Keterangan: ke brankas',
      'Jumlah: −Rp500.000',
      'Diizinkan oleh: kasir-2',
    ],
  ],
  [
    'count',
    { shift: 3 },
    { counted: [{ value: 100_000, pieces: 1 }] },
    [
      'Tindakan: Laci dihitung',
      'Perihal: Shift 3',
      'Perubahan: ada di laci: Rp100.000',
      'Rp100.000 × 1: Rp100.000',
    ],
  ],
  [
    'tender-state',
    { ref: '1.2', kind: 'qris', amount: 45_000, state: 'missing' },
    { id, number: 'ABC-000001', tender: 0, by: 'hand', reference: 'R1', note: 'Tidak ada' },
    [
      'Tindakan: Pembayaran dicek: uang TIDAK masuk',
      'Perihal: ABC-000001',
      'Keterangan: Tidak ada',
      'Perubahan: cara bayar: QRIS\nreferensi: R1',
      'Jumlah: Rp45.000',
    ],
  ],
  [
    'act',
    {},
    {
      act: 'product-save',
      subject: 'KOPI-01',
      note: '',
      changes: [
        { field: 'price/pcs', from: 'Rp45.000', to: 'Rp47.000' },
        { field: 'name', from: 'Kopi', to: 'Kopi Gayo' },
      ],
    },
    [
      'Tindakan: Barang disimpan',
      'Perihal: KOPI-01',
      'Perubahan: harga (pcs): Rp45.000 → Rp47.000\nnama: Kopi → Kopi Gayo',
    ],
  ],
  [
    'login-lockout',
    {},
    { failures: 5, seconds: 30 },
    ['Tindakan: PIN salah berulang, dikunci', 'Perubahan: PIN salah: 5\ndikunci (detik): 30'],
  ],
  [
    'clock-change',
    { from: Date.UTC(2026, 10, 28, 2) },
    { software: 'lapak 0.1.0' },
    [
      'Tindakan: Jam komputer berubah',
      'Perubahan: jam: 28/11/2026 09:00 → 29/11/2026 09:00',
      'Program: lapak 0.1.0',
    ],
  ],
  [
    'recovery',
    { lost: '1.6' },
    { software: 'lapak 0.1.0' },
    ['Tindakan: Buku dipulihkan, epoch baru', 'Perihal: 1.6', 'Program: lapak 0.1.0'],
  ],
] as const)('the details of one of type %s are told as the audit trail tells them', (...given) => {
  const [type, head, body, told] = given;
  expect(rowsOf(type, head, body)).toEqual(told);
});

test('details of a newer program, and figures beyond all sums, are not read', () => {
  const whole = { ...common, ...sale, type: 'sale' } as unknown as RecordHead;
  const read = (body: string) => readDetails(whole, body, translator('id'));
  const max = Number.MAX_SAFE_INTEGER;
  const beyond = {
    ...saleBody,
    lines: [
      { ...line, amount: max },
      { ...line, amount: max },
    ],
  };

  expect(read('{')).toBeNull();
  expect(detailsOf('sale', sale, { ...saleBody, more: 1 })).toBeNull();
  expect(detailsOf('sale', sale, saleBody, 'en')).not.toBeNull();
  expect(detailsOf('sale', sale, beyond)).toBeNull();
});
