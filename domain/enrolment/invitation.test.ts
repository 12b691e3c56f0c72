import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, keyNameOf } from './code.ts';
import { formatInvitation, parseInvitation, typedInvitation } from './invitation.ts';
import { isInvitationLike } from './invitation-like.ts';

const hub = 'http://10.0.0.5:8080';
const code = 'K7QF2M9DXR4T8WHB';
const keyName = '9V3C5TGA2KQM';
const whole = `${hub}/#K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM`;

test.each([
  whole,
  whole.toLowerCase(),
  `“${whole}”`,
  `<${whole}>`,
  `Undangan:${whole}.`,
  `Halo Bu, ini undangannya: ${whole} berlaku 15 menit`,
  `${hub}/#K7QF-2M9D-\r\nXR4T-8WHB-9V3C-5TGA-2KQM`,
  whole.replaceAll('-', '\u2011'),
  `\ufeff${whole}\u200b`,
  `http://10.0.0.6/#ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ${whole}`,
  `${hub}${whole}`,
])('an invitation is read whatever stands around it: %j', (text) => {
  expect(parseInvitation(text)).toEqual({ hub, code, keyName });
});

test.each([
  `${hub}/#K7QF-2M9D-XR4T-8WHB`,
  `${hub}#K7QF2M9DXR4T8WHB`,
  `${hub}/#/K7QF-2M9D-XR4T-8WHB`,
  `${hub}/%23K7QF-2M9D-XR4T-8WHB`,
  `${hub} / #K7QF 2M9D XR4T 8WHB yang saya beri`,
  `${hub}/#K7QF-2M9D-XR4T-8WHB - berlaku 15 menit`,
])('without the hub’s key it is one as well: %j', (text) => {
  expect(parseInvitation(text)).toEqual({ hub, code, keyName: null });
});

test.each([
  ['10.0.0.5:8080/#K7QF-2M9D-XR4T-8WHB', 'https://10.0.0.5:8080'],
  ['di HUB.Example/#K7QF-2M9D-XR4T-8WHB', 'https://hub.example'],
  ['http://[fe80::1]:8080/#K7QF-2M9D-XR4T-8WHB', 'http://[fe80::1]:8080'],
])('the address of %j is %s', (text, address) => {
  expect(parseInvitation(text)?.hub).toBe(address);
});

test.each([
  '',
  hub,
  'K7QF-2M9D-XR4T-8WHB',
  `${hub}/#K7QF-2M9D-XR4T`,
  `${hub}/#K7QF-2M9D-XR4T-8WHBX`,
  'https://shop.example/barang#ukuran',
])('there is none in %j', (text) => {
  expect(parseInvitation(text)).toBeUndefined();
});

test.each([
  [{ hub: '10.0.0.5:8080/', code: 'k7qf 2m9d xr4t 8whb' }, 'https://10.0.0.5:8080', null],
  [{ hub: `${hub} `, code: 'K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM' }, hub, keyName],
  [{ hub: '', code: whole }, hub, keyName],
  [{ hub: whole, code: 'half of one' }, hub, keyName],
  [{ hub: `${hub}/#K7QF-2M9D-XR4T-8WHB`, code: `${code}${keyName}` }, hub, keyName],
])('the fields %j are an invitation', (typed, address, key) => {
  expect(typedInvitation(typed)).toEqual({ hub: address, code, keyName: key });
});

test('whatever is left of a scanned invitation with its code in it is no goods', () => {
  const sign = whole.indexOf('#');
  const itsHead = fc.record({ from: fc.nat(sign), lost: fc.nat(28) });
  const itsEnd = fc.record({ from: fc.nat(sign + 10), lost: fc.constant(0) });
  fc.assert(
    fc.property(fc.oneof(itsHead, itsEnd), ({ from, lost }) => {
      expect(isInvitationLike(whole.slice(from, whole.length - lost))).toBe(true);
    }),
  );
});

test.each(['8991000000010', 'KOPI-01', 'SKU1-0001-2026', 'https://merek.example/p/8991', '#12'])(
  '%s is no part of an invitation',
  (scanned) => {
    expect(isInvitationLike(scanned)).toBe(false);
  },
);

test('two fields are none where one of them lacks its part', () => {
  expect(typedInvitation({ hub, code: 'K7QF' })).toBeUndefined();
  expect(typedInvitation({ hub: 'Bu Ani', code })).toBeUndefined();
});

test('what is made is read again, by itself and in any text before it', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  fc.assert(
    fc.property(bytes(10), fc.option(bytes(32)), fc.string(), (random, hash, before) => {
      const invitation = {
        hub: 'https://hub.example:8443',
        code: codeOf(random),
        keyName: hash && keyNameOf(hash),
      };
      const text = formatInvitation(invitation);
      expect(parseInvitation(text)).toEqual(invitation);
      expect(parseInvitation(`${before} ${text}`)).toEqual(invitation);
    }),
  );
});
