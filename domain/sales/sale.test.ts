import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { milli, pcs } from '../quantity.ts';
import { closeSale, roundingOf } from './sale.ts';
import { plainTerms } from '../../test/support/plain-sale.ts';

const twoShirts = {
  code: 'KAOS-M',
  name: 'Kaos M',
  category: '',
  unit: 'pcs',
  factorMilli: 1000,
  quantityMilli: pcs(2),
  priceRupiah: rupiah(75_000),
};
const cash = (amount: number) => [{ kind: 'cash' as const, amountRupiah: rupiah(amount) }];

test('cash above the total comes back as change', () => {
  const sale = closeSale({ lines: [twoShirts], tenders: cash(200_000), terms: plainTerms() });
  expect(sale).toMatchObject({ totalRupiah: 150_000, changeRupiah: 50_000 });
});

test('cash below the total is refused with what is missing', () => {
  const order = { lines: [twoShirts], tenders: cash(140_000), terms: plainTerms() };
  expect(() => closeSale(order)).toThrow(
    expect.objectContaining({ code: 'TENDER_SHORT', data: { missingRupiah: 10_000 } }),
  );
});

test('several tenders add up', () => {
  const tenders = [...cash(100_000), ...cash(50_000)];
  expect(closeSale({ lines: [twoShirts], tenders, terms: plainTerms() }).changeRupiah).toBe(0);
});

test('a refund pays out what it is worth', () => {
  const back = { ...twoShirts, quantityMilli: pcs(-1) };
  const sale = closeSale({ lines: [back], tenders: cash(75_000), terms: plainTerms() });
  expect(sale).toMatchObject({ totalRupiah: -75_000, changeRupiah: 0 });
});

test('a total past a million million rupiah is refused', () => {
  const gold = { ...twoShirts, quantityMilli: pcs(1_000_000), priceRupiah: rupiah(1_000_000_000) };
  const order = { lines: [gold], tenders: cash(0), terms: plainTerms(1) };
  expect(() => closeSale(order)).toThrow(expect.objectContaining({ code: 'TOTAL_TOO_LARGE' }));
});

test('a line that would take more from the stock than can be counted is refused', () => {
  const lines = [
    {
      code: 'BRS-01',
      name: 'Beras',
      category: '',
      unit: 'gudang',
      factorMilli: 1_000_000_000,
      quantityMilli: milli(1_000_000_000),
      priceRupiah: rupiah(0),
    },
  ];

  expect(() => closeSale({ lines, tenders: [], terms: plainTerms(1) })).toThrow(
    expect.objectContaining({ code: 'TOTAL_TOO_LARGE' }),
  );
});

test('two prices that changed so that the total stays are refused by the first that did', () => {
  const cap = { ...twoShirts, code: 'TOPI', name: 'Topi', priceRupiah: rupiah(25_000) };
  const order = { lines: [twoShirts, cap], tenders: cash(200_000), terms: plainTerms() };
  const shown = { prices: [65_000, 35_000], totalRupiah: 200_000 };

  expect(() => closeSale({ ...order, shown })).toThrow(
    expect.objectContaining({
      code: 'PRICE_CHANGED',
      data: {
        name: 'Kaos M',
        totalRupiah: 200_000,
        prices: [
          { code: 'KAOS-M', unit: 'pcs', priceRupiah: 75_000 },
          { code: 'TOPI', unit: 'pcs', priceRupiah: 25_000 },
        ],
      },
    }),
  );
});

test('a total rounded otherwise than was shown is refused before its money is counted', () => {
  const sweet = { ...twoShirts, quantityMilli: pcs(1), priceRupiah: rupiah(1_070) };
  const order = { lines: [sweet], tenders: cash(1_000), terms: plainTerms() };

  expect(() => closeSale({ ...order, shown: { prices: [1_070], totalRupiah: 1_000 } })).toThrow(
    expect.objectContaining({
      code: 'TERMS_CHANGED',
      data: { totalRupiah: 1_100, terms: plainTerms() },
    }),
  );
});

test('what goes back in cash for a transfer is rounded, and never more than came', () => {
  const of = (total: number, paid: number) => {
    const tenders = [{ kind: 'transfer', amountRupiah: rupiah(paid) }];
    return roundingOf(rupiah(total), tenders, 100);
  };

  expect(of(12_033, 45_000)).toBe(-33); // Rp33.000 go back
  expect(of(12_033, 45_083)).toBe(-50); // Rp33.100: the middle is the customer's
  expect(of(12_033, 12_033)).toBe(0);
  expect(of(0, 45_070)).toBe(0); // not Rp45.100
  expect(of(10, 45_070)).toBe(-10);
});

test('a rupiah too much without cash is asked about too, though no coin gives it back', () => {
  const sweet = { ...twoShirts, quantityMilli: pcs(1), priceRupiah: rupiah(1_070) };
  const tenders = [{ kind: 'transfer', amountRupiah: rupiah(1_071) }];
  const order = { lines: [sweet], tenders, terms: plainTerms() };

  expect(() => closeSale(order)).toThrow(
    expect.objectContaining({ code: 'TENDER_OVER', data: { overRupiah: 1 } }),
  );
  expect(closeSale({ ...order, givesCashBack: true })).toMatchObject({
    totalRupiah: 1_071,
    roundingRupiah: 1,
    changeRupiah: 0,
  });
});
