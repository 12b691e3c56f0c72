import { expect, test } from 'vitest';
import { groupCode, parseInvitation } from './code.ts';

test.each([
  ['', ''],
  ['k7qf', 'K7QF'],
  ['K7QF2', 'K7QF-2'],
  ['k7qf 2m9d-xr4t8whb', 'K7QF-2M9D-XR4T-8WHB'],
  ['K7QF-2M9D-XR4T-8WHB and more', 'K7QF-2M9D-XR4T-8WHB'],
])('%j stands in the field as %j while it is typed', (typed, shown) => {
  expect(groupCode(typed)).toBe(shown);
});

test.each([
  'http://10.0.0.5:8080/#K7QF-2M9D-XR4T-8WHB',
  '  "http://10.0.0.5:8080/#K7QF-2M9D-XR4T-8WHB"  ',
  'Undangan: <http://10.0.0.5:8080/#k7qf 2m9d xr4t 8whb> berlaku 15 menit',
  'http://10.0.0.5:8080/#K7QF-2M9D-\r\nXR4T-8WHB',
])('an invitation is read whatever stands around it: %j', (text) => {
  expect(parseInvitation(text)).toEqual({ hub: 'http://10.0.0.5:8080', code: 'K7QF2M9DXR4T8WHB' });
});
