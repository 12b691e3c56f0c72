import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whatsAppLink, whatsAppNumber } from './whatsapp.ts';

test.each([
  '081234567890',
  '0812-3456-7890',
  '+62 812 3456 7890',
  '6281234567890',
  '(0812) 34567890',
])('%s is one number, however it is written', (typed) => {
  expect(whatsAppNumber(typed)).toBe('6281234567890');
});

test.each(['12345', '0211234567', '+65 8123 4567', '08', '0812x4567890', '0812345678901234'])(
  '%s is no mobile number of Indonesia',
  (typed) => {
    expect(whatsAppNumber(typed)).toBeUndefined();
  },
);

test('without a number the person chooses to whom', () => {
  expect(whatsAppNumber('  ')).toBe('');
  expect(whatsAppLink('Halo', '')).toBe('https://wa.me/?text=Halo');
  expect(whatsAppLink('Halo', '6281234567890')).toBe('https://wa.me/6281234567890?text=Halo');
});

test('every text comes out of the link as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const link = new URL(whatsAppLink(text));
      expect(link.searchParams.get('text')).toBe(text.toWellFormed());
      expect(link.host).toBe('wa.me');
    }),
  );
});
