import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatKuitansiCode,
  type KuitansiCode,
  kuitansiMessage,
  parseKuitansiCode,
} from './kuitansi-code.ts';

const code: KuitansiCode = {
  keyName: 'K7QF2M9DXR4T',
  number: 'KW/TC/2026/000017',
  on: '2026-11-29',
  stall: 'TC-A12',
  amountRupiah: 1_000_017,
  leaf16: '0123456789abcdef',
  signature: Uint8Array.from({ length: 64 }, (_, at) => 255 - at),
};
const TEXT =
  'https://hub.example/kuitansi/#LK1*K7QF2M9DXR4T*KW/TC/2026/000017*2026-11-29*TC-A12*1000017' +
  '*0123456789abcdef*__79_Pv6-fj39vX08_Lx8O_u7ezr6uno5-bl5OPi4eDf3t3c29rZ2NfW' +
  '1dTT0tHQz87NzMvKycjHxsXEw8LBwA';

test('a code has the address of the page before it, and reads back as it was', () => {
  expect(formatKuitansiCode('https://hub.example', code)).toBe(TEXT);
  expect(parseKuitansiCode(`  ${TEXT}\n`)).toEqual(code);
  expect(parseKuitansiCode(TEXT.slice(TEXT.indexOf('#')))).toEqual(code);
});

test('what is signed are the fields, behind a context of their own', () => {
  expect(new TextDecoder().decode(kuitansiMessage(code))).toBe(
    'lapak/kuitansi/1\0K7QF2M9DXR4T*KW/TC/2026/000017*2026-11-29*TC-A12*1000017*0123456789abcdef',
  );
});

test.each([
  ['a receipt’s code', TEXT.replace('#LK1', '#LP1')],
  ['a later version', TEXT.replace('#LK1', '#LK2')],
  ['a code that is cut', TEXT.slice(0, -1)],
  ['a code with more behind it', `${TEXT}A`],
  ['an amount with a zero before it', TEXT.replace('*1000017*', '*01000017*')],
  ['an amount of nothing', TEXT.replace('*1000017*', '*0*')],
  ['a day that no month has', TEXT.replace('2026-11-29', '2026-11-31')],
  ['a key with a letter that no name has', TEXT.replace('K7QF', 'U7QF')],
  ['bits behind the signature', TEXT.replace(/A$/, 'B')],
  ['a field that is missing', TEXT.replace('*TC-A12', '')],
])('%s is no code of a kuitansi', (_, text) => {
  expect(parseKuitansiCode(text)).toBeUndefined();
});

test('every code reads back, and two with different fields are never signed alike', () => {
  const one = fc.record({
    keyName: fc.constantFrom('K7QF2M9DXR4T', '000000000000'),
    number: fc.nat({ max: 999_999 }).map((n) => `KW/TC/2026/${String(n).padStart(6, '0')}`),
    on: fc.constantFrom('2026-11-29', '2028-02-29'),
    stall: fc.constantFrom('TC-A12', 'TC-A1', 'PB.7'),
    amountRupiah: fc.integer({ min: 1, max: 1e12 }),
    leaf16: fc.constantFrom('0123456789abcdef', 'ffffffffffffffff'),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  });
  fc.assert(
    fc.property(one, one, (first, second) => {
      expect(parseKuitansiCode(formatKuitansiCode('http://192.168.1.5:8080', first))).toEqual(
        first,
      );
      const { signature: _, ...fields } = first;
      const { signature: __, ...others } = second;
      const [message, other] = [fields, others].map((of) => kuitansiMessage(of).join());
      expect(message === other).toBe(JSON.stringify(fields) === JSON.stringify(others));
    }),
  );
});
