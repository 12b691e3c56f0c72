import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { milli, pcs } from '../quantity.ts';
import type { ShelfProduct } from './product.ts';
import { shelfChanges } from './shelf-changes.ts';

const unit = (name: string, factor: number, price: number, barcodes: string[] = []) => {
  return { unit: name, factorMilli: pcs(factor), priceRupiah: rupiah(price), barcodes };
};
const kopi: ShelfProduct = {
  code: 'K',
  name: 'Kopi',
  category: 'Minuman',
  units: [unit('pcs', 1, 5_000, ['111', '222']), unit('lusin', 12, 55_000)],
  onHandMilli: milli(2_500),
};

test('a product that is as it was has no change', () => {
  expect(shelfChanges(kopi, structuredClone(kopi))).toEqual([]);
});

test('a floor and a tax of its own are told, and that they went', () => {
  const [pcsUnit = unit('', 1, 0), ...others] = kopi.units;
  const units = [{ ...pcsUnit, floorRupiah: rupiah(4_500) }, ...others];
  const bargained: ShelfProduct = { ...kopi, tax: { kind: 'ppn', isAdded: true }, units };

  expect(shelfChanges(kopi, bargained)).toEqual([
    { field: 'tax', from: 'lapak', to: 'ppn+' },
    { field: 'floor/pcs', from: '', to: 'Rp4.500' },
  ]);
  expect(shelfChanges(bargained, kopi)).toEqual([
    { field: 'tax', from: 'ppn+', to: 'lapak' },
    { field: 'floor/pcs', from: 'Rp4.500', to: '' },
  ]);
  const added = shelfChanges(undefined, bargained).map(({ field }) => field);
  expect(added).toEqual(expect.arrayContaining(['tax', 'floor/pcs']));
});

test('stock that moved meanwhile is no change of the product', () => {
  expect(shelfChanges(kopi, { ...kopi, onHandMilli: pcs(1) })).toEqual([]);
});

test('of a new product all is told, its first stock too', () => {
  expect(shelfChanges(undefined, kopi)).toEqual([
    { field: 'name', from: '', to: 'Kopi' },
    { field: 'category', from: '', to: 'Minuman' },
    { field: 'unit', from: '', to: 'pcs' },
    { field: 'price/pcs', from: '', to: 'Rp5.000' },
    { field: 'barcode/pcs', from: '', to: '111 222' },
    { field: 'factor/lusin', from: '', to: '12' },
    { field: 'price/lusin', from: '', to: 'Rp55.000' },
    { field: 'stock', from: '', to: '2,5' },
  ]);
});

test('a base unit stays that under another name; others go and come by theirs', () => {
  const units = [unit('buah', 1, 5_000, ['111', '222']), unit('kodi', 20, 90_000)];
  expect(shelfChanges(kopi, { ...kopi, units })).toEqual([
    { field: 'unit', from: 'pcs', to: 'buah' },
    { field: 'factor/lusin', from: '12', to: '' },
    { field: 'price/lusin', from: 'Rp55.000', to: '' },
    { field: 'factor/kodi', from: '', to: '20' },
    { field: 'price/kodi', from: '', to: 'Rp90.000' },
  ]);
});
