import emvqr from 'emvqr';
import { expect, test } from 'vitest';
import { FORGED_QRIS, OTHER_QRIS, qrisWith, STALL_QRIS } from '../../test/support/qris.ts';
import { isStaticQris, readQris } from './qris.ts';
import { dynamicQris } from './qris-dynamic.ts';
import {
  asksForSticker,
  otherAtHub,
  ownerOf,
  stickerDifference,
  type StickerLook,
} from './sticker.ts';

const difference = (found: string) => stickerDifference(readQris(STALL_QRIS), readQris(found));
const look = (businessDate: string, result: StickerLook['result'] = 'same'): StickerLook => ({
  atMs: Date.parse(businessDate),
  businessDate,
  cashier: 'kasir-1',
  result,
  found: ownerOf(readQris(STALL_QRIS)),
});

test('whose a sticker is stands in it for another reader as well', () => {
  const theirs = emvqr.decode(STALL_QRIS);

  expect(ownerOf(readQris(STALL_QRIS))).toEqual({
    nmid: 'ID1020000000033',
    merchant: theirs['59']?.data,
    city: theirs['60']?.data,
  });
  expect(theirs['59']?.data).toBe('BATIK IBU SARI');
});

test.each([
  ['the very same code', STALL_QRIS, null],
  ['a code of the stall that asks for one sum', dynamicQris(STALL_QRIS, 25_000), null],
  ['the name in other letters', qrisWith(STALL_QRIS, 'BATIK IBU SARI', 'Batik Ibu Sari'), null],
  ['another postcode', qrisWith(STALL_QRIS, '610510230', '610510240'), null],
  ['another NMID and name', OTHER_QRIS, 'nmid'],
  ['another name', qrisWith(STALL_QRIS, 'BATIK IBU SARI', 'BATIK IBU SARA'), 'merchant'],
  ['a copied name and NMID over another account', FORGED_QRIS, 'account'],
  ['an account more', qrisWith(STALL_QRIS, '26640016', '0216123456789012345626640016'), 'account'],
  [
    'a code without an NMID',
    qrisWith(
      STALL_QRIS,
      '51440014ID.CO.QRIS.WWW0215ID10200000000330303UMI',
      '51250014ID.CO.QRIS.WWW0303UMI',
    ),
    'nmid',
  ],
])('of %s the difference is %s', (_, found, expected) => {
  expect(difference(found)).toBe(expected);
});

test.each([
  ['before the first look', null, '', 'due'],
  ['on the day of a look', look('2026-11-23'), '', 'no'],
  ['six days after it', look('2026-11-17'), '', 'no'],
  ['a week after it', look('2026-11-16'), '', 'due'],
  ['a week after it, put off today', look('2026-11-16'), '2026-11-23', 'no'],
  ['a week after it, put off yesterday', look('2026-11-16'), '2026-11-22', 'due'],
  ['where a wrong clock has dated it ahead', look('2027-11-23'), '', 'due'],
  ['where another one was found', look('2026-11-23', 'other'), '', 'other'],
  ['where another one was found, put off', look('2026-11-01', 'other'), '2026-11-23', 'other'],
] as const)('%s it asks as it should', (_, last, putOffOn, asks) => {
  expect(asksForSticker({ last, putOffOn, today: '2026-11-23' })).toBe(asks);
});

test('a code for one payment, or with a letter changed, is no QRIS of a stall', () => {
  expect(isStaticQris(STALL_QRIS)).toBe(true);
  expect(isStaticQris(dynamicQris(STALL_QRIS, 25_000))).toBe(false);
  expect(isStaticQris(STALL_QRIS.replace('SARI', 'SARA'))).toBe(false);
});

test.each([
  ['ID1020000000033', 'ID1020000000099', 'ID1020000000099'],
  ['ID1020000000033', 'ID1020000000033', null],
  ['ID1020000000033', null, null],
  [null, 'ID1020000000099', null],
])('of a QRIS of %j, where the hub has %j, %j is told', (nmid, hubNmid, told) => {
  expect(otherAtHub({ nmid }, hubNmid)).toBe(told);
});
