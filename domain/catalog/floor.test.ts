import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { findHighFloor, floorAfter, isNoFloor } from './floor.ts';

const known = { floorRupiah: rupiah(40_000) };

test('a row that says nothing leaves the floor, a hyphen takes it away', () => {
  expect(floorAfter({ floorRupiah: null }, known)).toBe(40_000);
  expect(floorAfter({ floorRupiah: null }, undefined)).toBeUndefined();
  expect(floorAfter({ floorRupiah: 'none' }, known)).toBeUndefined();
  expect(floorAfter({ floorRupiah: 0 }, known)).toBe(0);
  expect(['-', '–', '−', '0', '', '--'].map(isNoFloor)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a floor may be the price, and no rupiah more', () => {
  const row = { row: 7, priceRupiah: 45_000 };

  expect(findHighFloor({ ...row, floorRupiah: 45_000 }, known)).toBeUndefined();
  expect(findHighFloor({ ...row, floorRupiah: 45_001 }, known)).toEqual({
    row: 7,
    column: 'floor',
    reason: 'floorAbovePrice',
    value: 'Rp45.001',
    other: 'Rp45.000',
  });
});

test('a price that sinks below the floor of its unit is told at the price', () => {
  const row = { row: 7, priceRupiah: 39_000, floorRupiah: null };

  expect(findHighFloor(row, known)).toEqual({
    row: 7,
    column: 'price',
    reason: 'priceBelowFloor',
    value: 'Rp39.000',
    other: 'Rp40.000',
  });
  expect(findHighFloor({ ...row, floorRupiah: 'none' }, known)).toBeUndefined();
  expect(findHighFloor(row, undefined)).toBeUndefined();
});
