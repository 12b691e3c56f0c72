import { expect, test } from 'vitest';
import { typedAmount } from './typed-amount.ts';

test.each(['45000', '45.000', 'Rp45.000', 'rp 45.000', ' -Rp45.000 ', '−Rp45.000'])(
  '%s is forty-five thousand rupiah',
  (text) => expect(typedAmount(text)).toBe(45_000),
);

test.each(['', 'kopi', '4.50', '45.00', '45,000', 'ABC-000045', '1'.repeat(20)])(
  '%s is no amount',
  (text) => expect(typedAmount(text)).toBeUndefined(),
);
