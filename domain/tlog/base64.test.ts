import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

/** Source: RFC 4648 §10. */
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('the base64 of "%s" is the one of the RFC', (text, base64) => {
  expect(toBase64(Buffer.from(text))).toBe(base64);
  expect(fromBase64(base64)).toEqual(Uint8Array.from(Buffer.from(text)));
});

test('any bytes are written as Node writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('only the one text that its bytes have is read', () => {
  const digit = fc.constantFrom(...'AZaz09+/=-_ \n\u00e9');
  fc.assert(
    fc.property(fc.string({ unit: digit, maxLength: 9 }), (text) => {
      const isTheirs = Buffer.from(text, 'base64').toString('base64') === text;
      expect(fromBase64(text) !== undefined).toBe(isTheirs);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  'Zh==',
  'Zm9=',
  'Zg',
  'Zg=',
  'Zg===',
  '=',
  '====',
  'Zg==Zg==',
  'Z\u{1F600}==',
  'Zm9v\n',
])('%j is refused', (text) => {
  expect(fromBase64(text)).toBeUndefined();
});
