import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatReceiptLink,
  isOfHub,
  isReceiptLike,
  parseReceiptLink,
  type ReceiptLink,
  receiptMessage,
} from './receipt-link.ts';

const link: ReceiptLink = {
  device: '3fa920c1000000000000000000000abc',
  epoch: 1,
  seq: 124,
  atMs: 1_795_900_200_000,
  totalRupiah: 45_000,
  leaf16: '0123456789abcdef0123456789abcdef',
  signature: Uint8Array.from({ length: 64 }, (_, at) => 255 - at),
};
const FIELDS =
  '3fa920c1000000000000000000000abc*1.124*1795900200000*45000*0123456789abcdef0123456789abcdef';
const TEXT =
  `https://hub.example/struk/#LP1*${FIELDS}` +
  '*__79_Pv6-fj39vX08_Lx8O_u7ezr6uno5-bl5OPi4eDf3t3c29rZ2NfW' +
  '1dTT0tHQz87NzMvKycjHxsXEw8LBwA';

test('a code has the address of the page before it, and reads back as it was', () => {
  expect(formatReceiptLink('https://hub.example', link)).toBe(TEXT);
  expect(parseReceiptLink(`  ${TEXT}\n`)).toEqual(link);
  expect(parseReceiptLink(TEXT.slice(TEXT.indexOf('#')))).toEqual(link);
});

test('of a stall without a hub it leads nowhere, and reads back all the same', () => {
  const text = formatReceiptLink(null, link);

  expect(text).toBe(TEXT.replace('https://hub.example/struk/', 'lapak:'));
  expect(parseReceiptLink(text)).toEqual(link);
  expect([isOfHub(text), isOfHub(TEXT)]).toEqual([false, true]);
});

test('what is signed are the fields, behind a context of their own', () => {
  expect(new TextDecoder().decode(receiptMessage(link))).toBe(`lapak/receipt/1\0${FIELDS}`);
});

test.each([
  ['a kuitansi’s code', TEXT.replace('#LP1', '#LK1')],
  ['a later version', TEXT.replace('#LP1', '#LP2')],
  ['a code that is cut', TEXT.slice(0, -1)],
  ['a code with more behind it', `${TEXT}A`],
  ['a total with a zero before it', TEXT.replace('*45000*', '*045000*')],
  ['a negative nothing', TEXT.replace('*45000*', '*-0*')],
  ['a total that is not exact', TEXT.replace('*45000*', '*9999999999999999*')],
  ['a time that no date has', TEXT.replace('*1795900200000*', '*999999999999999*')],
  ['a place without a sequence', TEXT.replace('*1.124*', '*1*')],
  ['a device in capitals', TEXT.replace('abc*1', 'ABC*1')],
  ['bits behind the signature', TEXT.replace(/A$/, 'B')],
  ['a field that is missing', TEXT.replace('*45000', '')],
])('%s is no code of a receipt', (_, text) => {
  expect(parseReceiptLink(text)).toBeUndefined();
});

test('what is damaged or of a later form still means to be a receipt’s code', () => {
  expect([TEXT.slice(0, -20), TEXT.replace('#LP1', '#LP2')].map(isReceiptLike)).toEqual([
    true,
    true,
  ]);
  expect([TEXT.replace('#LP1', '#LK1'), 'KOPI-01'].map(isReceiptLike)).toEqual([false, false]);
});

test('every code reads back, and two with different fields are never signed alike', () => {
  const hex = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
      .map((digits) => digits.join(''));
  const one = fc.record({
    device: hex(32),
    epoch: fc.integer({ min: 1, max: 99 }),
    seq: fc.integer({ min: 1, max: 9_999_999_999 }),
    atMs: fc.integer({ min: 1, max: 253_402_000_000_000 }),
    totalRupiah: fc.integer({ min: -1e12, max: 1e12 }).map((total) => (total === 0 ? 0 : total)),
    leaf16: hex(32),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  });
  fc.assert(
    fc.property(one, one, (first, second) => {
      expect(parseReceiptLink(formatReceiptLink('http://10.0.0.5:8080', first))).toEqual(first);
      const { signature: _, ...fields } = first;
      const { signature: __, ...others } = second;
      const [message, other] = [fields, others].map((of) => receiptMessage(of).join());
      expect(message === other).toBe(JSON.stringify(fields) === JSON.stringify(others));
    }),
  );
});
