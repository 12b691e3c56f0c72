import { expect, test } from 'vitest';
import { RecordHead } from '../journal/record.ts';
import { translator } from '../translator.ts';
import { makeChain, NINE_MS, saleDraft, zDraft } from '../../test/support/signed-chain.ts';
import { headRows } from './head-rows.ts';

/** The rows of the newest record of a chain, as label and text. */
function rowsOf(chain: ReturnType<typeof makeChain>): [string, string][] {
  const head = RecordHead.parse(JSON.parse(chain.records.at(-1)?.wire.head ?? ''));
  return headRows(head, translator('id')).map(({ label, text }) => [label, text]);
}

test('a sale says its number, its time, its means of payment and where it stands', () => {
  const chain = makeChain();
  chain.add(saleDraft(75_000, { tenders: { cash: 25_000, qris: 50_000 } }));
  const rows = rowsOf(chain);
  expect(rows.slice(0, 9)).toEqual([
    ['Jenis', 'Penjualan'],
    ['Nomor', 'ABC-000001'],
    ['Waktu kasir', '24/11/2026 09:00 WIB'],
    ['Tanggal usaha', '24/11/2026'],
    ['Kasir', 'kasir-1'],
    ['Shift', '1'],
    ['Jumlah', 'Rp75.000'],
    ['Tunai', 'Rp25.000'],
    ['QRIS', 'Rp50.000'],
  ]);
  expect(rows).toContainEqual(['Urutan', '1.2']);
  expect(rows.map(([label]) => label)).not.toContain('Termasuk diskon'); // there is none
});

test('a Z says what was sold and refunded, not its own total of nothing', () => {
  const chain = makeChain();
  chain.add(saleDraft(40_000));
  chain.add(zDraft(1, { sales: [40_000] }));
  const rows = rowsOf(chain);
  expect(rows).toContainEqual(['Penjualan', 'Rp40.000']);
  expect(rows.map(([label]) => label)).not.toContain('Jumlah');
});

test('a record without money has no sum of its own', () => {
  const rows = rowsOf(makeChain());
  expect(rows[0]).toEqual(['Jenis', 'Buku dimulai']);
  expect(rows.map(([label]) => label)).not.toContain('Jumlah');
});

test('what was found out of a payment says of which sale, by what and how much', () => {
  const chain = makeChain();
  chain.add(saleDraft(45_000, { tenders: { qris: 45_000 } }));
  const stamp = { at: NINE_MS, offset: 420, businessDate: '2026-11-24', cashier: 'kasir-1' };
  const found = { ref: '1.2', kind: 'qris', amount: 45_000, state: 'missing' } as const;
  const id = '019a0000-0000-7000-8000-000000000001';
  chain.add({
    type: 'tender-state',
    head: { ...stamp, total: 0, ...found },
    body: { id, number: 'ABC-000001', tender: 0, by: 'hand', note: 'Tidak ada' },
  });
  const rows = rowsOf(chain);
  expect(rows[0]).toEqual(['Jenis', 'Pembayaran dicek']);
  expect(rows).toContainEqual(['QRIS', 'Rp45.000']);
  expect(rows).toContainEqual(['Hasil', 'Uang tidak masuk']);
  expect(rows).toContainEqual(['Menjawab catatan', '1.2']);
});
