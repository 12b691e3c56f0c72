import { expect, test } from 'vitest';
import { areSame, joined } from './bytes.ts';

test('bytes are the same when each is, and their number', () => {
  const bytes = Uint8Array.of(1, 2, 3);

  expect(areSame(bytes, Buffer.from([1, 2, 3]))).toBe(true);
  expect(areSame(new Uint8Array(), new Uint8Array())).toBe(true);
  expect(areSame(bytes, Uint8Array.of(1, 2))).toBe(false);
  expect(areSame(Uint8Array.of(1, 2), bytes)).toBe(false);
  expect(areSame(bytes, Uint8Array.of(1, 2, 4))).toBe(false);
});

test('joined parts keep their order and are bytes of their own', () => {
  const part = Uint8Array.of(1, 2);
  const whole = joined([part, new Uint8Array(), Uint8Array.of(3)]);
  part.fill(0);

  expect(whole).toEqual(Uint8Array.of(1, 2, 3));
  expect(joined([])).toEqual(new Uint8Array());
});
