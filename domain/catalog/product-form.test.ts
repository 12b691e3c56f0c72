import { expect, test } from 'vitest';
import { milli } from '../quantity.ts';
import { rupiah } from '../money.ts';
import {
  emptyForm,
  emptyUnit,
  formOf,
  mergeForm,
  readProductForm,
  type ProductForm,
} from './product-form.ts';

const kopi = {
  code: 'KOPI-01',
  name: 'Kopi Gayo',
  category: 'Kopi',
  tax: { kind: 'pbjt', isAdded: true } as const,
  units: [
    { unit: 'kg', factorMilli: milli(1000), priceRupiah: rupiah(145_000), barcodes: ['KG-1'] },
    {
      unit: 'ons',
      factorMilli: milli(100),
      priceRupiah: rupiah(15_000),
      floorRupiah: rupiah(14_000),
      barcodes: [],
    },
  ],
  onHandMilli: milli(0),
};

function faults(change: Partial<ProductForm>) {
  const read = readProductForm({ ...formOf(kopi), ...change });
  if (!('faults' in read)) return [];
  return read.faults.map(({ unit, field, reason }) => `${unit} ${field} ${reason}`);
}

test('what a form shows of a product is read back as that product', () => {
  const { onHandMilli: _, ...draft } = kopi;

  expect(formOf(kopi).units[1]).toMatchObject({
    factor: '0,1',
    price: '15.000',
    floor: '14.000',
  });
  expect(formOf(kopi)).toMatchObject({ tax: 'pbjt+', units: [{ floor: '' }, {}] });
  expect(readProductForm(formOf(kopi))).toEqual({ draft });
});

test('a floor that is erased is none, and so is the tax of the stall', () => {
  const [base = emptyUnit, ons = emptyUnit] = formOf(kopi).units;
  const units = [base, { ...ons, floor: ' ' }];

  const read = readProductForm({ ...formOf(kopi), tax: 'lapak', units });

  const draft = 'draft' in read ? read.draft : undefined;
  expect(draft?.tax).toBeUndefined();
  expect(draft?.units.map(({ floorRupiah }) => floorRupiah)).toEqual([undefined, undefined]);
});

test.each(['0,5', '0.5', ',5'])('a content of %s is a half, as the register reads it', (factor) => {
  const [base = emptyUnit, ons = emptyUnit] = formOf(kopi).units;

  const read = readProductForm({ ...formOf(kopi), units: [base, { ...ons, factor }] });

  expect(read).toMatchObject({ draft: { units: [{}, { factorMilli: 500 }] } });
});

test('a form that is empty names every field that is needed', () => {
  const form = { ...emptyForm(), units: [...emptyForm().units, emptyUnit] };

  const read = readProductForm(form);

  expect(read).toMatchObject({ faults: expect.any(Array) as object });
  expect(faults(form)).toEqual([
    '0 code missing',
    '0 name missing',
    '0 price missing',
    '1 code missing',
    '1 name missing',
    '1 price missing',
  ]);
});

test('a barcode that was scanned is the code too, until the person gives one', () => {
  expect(emptyForm('KG-9')).toMatchObject({ code: 'KG-9', units: [{ barcodes: ['KG-9'] }] });
});

test.each([
  ['a unit without a name', { unit: '' }, '1 unit missing'],
  ['a unit without content', { factor: '' }, '1 factor missing'],
  ['a content of nothing', { factor: '0' }, '1 factor factorZero'],
  ['a content that is no number', { factor: 'dua' }, '1 factor numberInvalid'],
  ['a unit that is there already', { unit: 'KG' }, '1 unit unitTwice'],
  ['a price past every limit', { price: '9.000.000.000.000' }, '1 price numberTooLarge'],
  ['a floor above the price', { floor: '15.001' }, '1 floor floorAbovePrice'],
  ['a price that sinks below the floor', { price: '13.999' }, '1 floor floorAbovePrice'],
  ['a floor that is no number', { floor: 'murah' }, '1 floor numberInvalid'],
  ['a barcode with a wrong digit', { barcodes: ['8991000000015'] }, '1 barcode barcodeInvalid'],
])('%s is told at its place', (_, change, told) => {
  const [base = emptyUnit, ons = emptyUnit] = formOf(kopi).units;

  expect(faults({ units: [base, { ...ons, ...change }] })).toEqual([told]);
});

test('of what two people change in one product each change stays, unit by unit', () => {
  const before = formOf(kopi);
  const [kg = emptyUnit, ons = emptyUnit] = before.units;
  const lusin = {
    kept: 'lusin',
    unit: 'lusin',
    factor: '12',
    price: '1.700.000',
    floor: '1.650.000',
    barcodes: ['KG-12'],
  };
  const here = {
    ...before,
    name: 'Kopi Aceh',
    units: [
      { ...kg, price: '150.000' },
      { ...ons, floor: '13.000' },
    ],
  };
  const there = {
    ...before,
    category: 'Minuman',
    tax: 'tidak',
    units: [{ ...kg, barcodes: ['KG-1', 'KG-2'] }, { ...ons, price: '16.000' }, lusin],
  };

  expect(mergeForm(here, before, there)).toEqual({
    code: 'KOPI-01',
    name: 'Kopi Aceh',
    category: 'Minuman',
    tax: 'tidak',
    units: [
      { ...kg, price: '150.000', barcodes: ['KG-1', 'KG-2'] },
      { ...ons, price: '16.000', floor: '13.000' },
      lusin,
    ],
  });
});

test('what was typed or taken away here outlives what another did, and a new name too', () => {
  const before = formOf(kopi);
  const [kg = emptyUnit, ons = emptyUnit] = before.units;
  const typing = { ...emptyUnit, unit: 'peti' };
  const withoutOns = { ...before, units: [{ ...kg, unit: 'kilo' }, typing] };
  const renamed = { ...before, units: [{ ...kg, price: '146.000' }, ons] };

  expect(mergeForm(withoutOns, before, renamed).units).toEqual([
    { ...kg, unit: 'kilo', price: '146.000' },
    typing,
  ]);
  expect(mergeForm(before, before, renamed)).toEqual(renamed);
  const changed = { ...before, units: [kg, { ...ons, price: '17.000' }] };
  expect(mergeForm(changed, before, { ...before, units: [kg] }).units).toEqual(changed.units);
});

test('of barcodes that two add to one unit or take from it each change stays', () => {
  const before = formOf(kopi);
  const [kg = emptyUnit, ons = emptyUnit] = before.units;
  const of = (barcodes: string[], others: string[]): ProductForm => {
    return {
      ...before,
      units: [
        { ...kg, barcodes },
        { ...ons, barcodes: others },
      ],
    };
  };

  const merged = mergeForm(of(['KG-1', 'KG-2'], ['O-1']), before, of(['KG-3'], ['O-2', 'O-1']));

  expect(merged.units.map(({ barcodes }) => barcodes)).toEqual([
    ['KG-3', 'KG-2'],
    ['O-2', 'O-1'],
  ]);
  expect(mergeForm(of([], []), before, of(['KG-1', 'KG-3'], [])).units[0]?.barcodes).toEqual([
    'KG-3',
  ]);
});

test('a unit that two have added is one, with the barcodes of both', () => {
  const before = formOf(kopi);
  const typed = { ...emptyUnit, unit: 'Peti', factor: '24', barcodes: ['P-1'] };
  const price = { price: '900.000', floor: '850.000' };
  const saved = { kept: 'peti', unit: 'peti', factor: '12', ...price, barcodes: ['P-2'] };
  const here = { ...before, units: [...before.units, typed] };
  const there = { ...before, units: [...before.units, saved] };

  expect(mergeForm(here, before, there).units).toEqual([
    ...before.units,
    { kept: 'peti', unit: 'Peti', factor: '24', ...price, barcodes: ['P-2', 'P-1'] },
  ]);
});

test('a unit that is renamed here and changed there stays one', () => {
  const before = formOf(kopi);
  const [kg = emptyUnit, ons = emptyUnit] = before.units;
  const here = { ...before, units: [kg, { ...ons, unit: 'gram' }] };
  const there = { ...before, units: [kg, { ...ons, price: '16.000', barcodes: ['O-1'] }] };

  expect(mergeForm(here, before, there).units).toEqual([
    kg,
    { ...ons, unit: 'gram', price: '16.000', barcodes: ['O-1'] },
  ]);
});
