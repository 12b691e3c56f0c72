import { expect, test } from 'vitest';
import { codeOf, formatToldCode, groupCode, keyNameOf, parseCode } from './code.ts';

const code = 'K7QF2M9DXR4T8WHB';

test.each([
  ['', ''],
  ['k7qf', 'K7QF'],
  ['K7QF2', 'K7QF-2'],
  ['k7qf 2m9d-xr4t8whb', 'K7QF-2M9D-XR4T-8WHB'],
  ['K7QF-2M9D-XR4T-8WHB-9V3C', 'K7QF-2M9D-XR4T-8WHB-9V3C'],
  ['K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM-more', 'K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM'],
])('%j stands in the field as %j while it is typed', (typed, shown) => {
  expect(groupCode(typed)).toBe(shown);
});

test.each([
  ['k7qf 2m9d xr4t 8whb', { code, keyName: null }],
  ['K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM', { code, keyName: '9V3C5TGA2KQM' }],
  ['K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQ', undefined],
  ['K7QF-2M9D-XR4T-8WH', undefined],
  ['K7QF-2M9D-XR4T-8WHU', undefined],
  ['OIL1-2M9D-XR4T-8WHB', { code: '01112M9DXR4T8WHB', keyName: null }],
])('%j is read as %j', (typed, told) => {
  expect(parseCode(typed)).toEqual(told);
});

test('a code is all of its bytes, the name of a key the first sixty bits of its hash', () => {
  const bytes = Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
  expect(codeOf(bytes)).toBe('0123456789ABCDEF');
  const hash = Uint8Array.from({ length: 32 }, (_, at) => bytes[at] ?? 0xff);
  expect(keyNameOf(hash)).toBe('0123456789AB');
  expect(() => codeOf(hash)).toThrow(RangeError);
  expect(() => keyNameOf(bytes)).toThrow(RangeError);
});

test('a code is told with the name of the hub’s key behind it, where that is known', () => {
  expect(formatToldCode({ code, keyName: null })).toBe('K7QF-2M9D-XR4T-8WHB');
  expect(formatToldCode({ code, keyName: '9V3C5TGA2KQM' })).toBe(
    'K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM',
  );
});
