import { expect, test } from 'vitest';
import { emptyForm, readProductForm } from './product-form.ts';
import { formatTypedPrice } from './typed-price.ts';

const typed = (text: string) => formatTypedPrice(text, { isPasted: false });
const pasted = (text: string) => formatTypedPrice(text, { isPasted: true });

/** What the form makes of it: the price, or undefined where it is refused. */
function priceOf(price: string): number | undefined {
  const units = emptyForm('A-1').units.map((base) => ({ ...base, price }));
  const read = readProductForm({ ...emptyForm('A-1'), name: 'Kopi', units });
  return 'draft' in read ? read.draft.units[0]?.priceRupiah : undefined;
}

test('figures have points between the thousands, also while one is erased', () => {
  expect(['1', '12', '1250', '1.25', '12.500', ''].map(typed)).toEqual([
    '1',
    '12',
    '1.250',
    '125',
    '12.500',
    '',
  ]);
  expect(pasted('Rp 18.500')).toBe('18.500');
});

test.each(['18500,00', 'Rp 18.500,00', 'Rp18.500'])('%s is 18.500 rupiah', (text) => {
  expect(priceOf(pasted(text))).toBe(18_500);
});

test.each(['12500.00', 'Rp12.500,50', '-5000', '1e6', '12.5k'])(
  '%s is no price, and is never read as another',
  (text) => {
    expect(priceOf(pasted(text))).toBeUndefined();
  },
);
