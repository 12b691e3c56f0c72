import { expect, test } from 'vitest';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import { joinExchange } from './join-exchange.ts';

const line = (at: number) => ({ at, quantityMilli: pcs(1), isRestocked: true });
const shirt = { number: 'ABC-000001', lines: [line(1)], reason: 'Salah ukuran' };
const taken = [
  { kind: 'credit', amountRupiah: rupiah(5_000), code: '7EK2M1BYSMM1' } as const,
  { kind: 'exchange', amountRupiah: rupiah(60_000), ...shirt } as const,
];

test('goods of a sale that a cart has others of come back with those, at once', () => {
  expect(joinExchange(taken, { ...shirt, lines: [line(0)] })).toEqual({
    number: 'ABC-000001',
    lines: [line(0), line(1)],
    reason: 'Salah ukuran',
  });
  const other = { ...shirt, lines: [line(2)], reason: 'Rusak' };
  expect(joinExchange(taken, other).reason).toBe('Salah ukuran; Rusak');
});

test('reasons that are too long together are told as far as they go', () => {
  const other = { ...shirt, lines: [line(2)], reason: 'x'.repeat(120) };
  expect(joinExchange(taken, other).reason).toBe(`Salah ukuran; ${'x'.repeat(106)}`);
});

test('goods of another sale, and a line that is in the cart already, stay as they are', () => {
  const other = { ...shirt, number: 'ABC-000002' };
  expect(joinExchange(taken, other)).toBe(other);
  expect(joinExchange(taken, shirt)).toBe(shirt);
});
