import fc from 'fast-check';
import { checksum, parse } from 'promptparse';
import { expect, test } from 'vitest';
import { formatQris, readQris } from './qris.ts';
import { qrisChecksum } from './qris-checksum.ts';
import { formatFields, parseFields } from './qris-fields.ts';

/** A mall's code, with an account of a bank (26) and the one of QRIS (51). */
const MALL =
  '00020101021126640016ID.CO.CONTOH.WWW01189360009900000000010211000000000010303UME' +
  '51440014ID.CO.QRIS.WWW0215ID10200000000170303UME5204651353033605802ID' +
  '5920PENGELOLA MAL CONTOH6013JAKARTA PUSAT61051023062070703A016304E6D1';
/** One with the account of QRIS among those of the banks, and without a point of initiation. */
const STALL =
  '00020126440014ID.CO.QRIS.WWW0215ID10200000000250303UMI5204549953033605802ID' +
  '5911KOPI CONTOH6005BOGOR6304AB70';
/** The example of EMVCo's own specification, with a template in Chinese. */
const EMVCO =
  '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678' +
  '520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.72' +
  '53031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A';

const thrown = (payload: string): unknown => {
  try {
    return readQris(payload);
  } catch (error) {
    return error;
  }
};
const code = (code: string) => expect.objectContaining({ code });

test('a mall’s QRIS tells its merchant, its NMID, and that it is for every payment', () => {
  expect(readQris(` ${MALL}\n`)).toMatchObject({
    kind: 'static',
    nmid: 'ID1020000000017',
    merchant: 'PENGELOLA MAL CONTOH',
    city: 'JAKARTA PUSAT',
    amount: null,
  });
});

test('the account of QRIS is found among those of the banks too', () => {
  expect(readQris(STALL)).toMatchObject({ kind: 'static', nmid: 'ID1020000000025' });
});

test('a code with an amount in it is for one payment, whatever it says of itself', () => {
  const asking = MALL.slice(0, -8).replace('5303360', '5303360540550000');

  expect(readQris(formatQris(asking))).toMatchObject({ kind: 'dynamic', amount: '50000' });
});

test.each([MALL, STALL, EMVCO])('the checksum of %s is the one that its issuer wrote', (text) => {
  expect(qrisChecksum(text.slice(0, -4))).toBe(text.slice(-4));
});

test('lengths count letters: a name in Chinese has four', () => {
  const fields = parseFields(EMVCO) ?? [];

  expect(fields.map(({ tag }) => tag).join(' ')).toBe(
    '00 01 29 31 52 58 59 60 64 54 53 55 62 91 63',
  );
  expect(formatFields(fields)).toBe(EMVCO);
});

test.each([
  ['a code of another country', EMVCO, 'QRIS_OTHER'],
  ['an address', 'https://lapak.example/', 'QRIS_OTHER'],
  ['nothing', '', 'QRIS_OTHER'],
  ['dollars', withSum(MALL, '5303360', '5303840'), 'QRIS_OTHER'],
  ['no account of QRIS', withSum(STALL, 'ID.CO.QRIS.WWW', 'ID.CO.BANK.WWW'), 'QRIS_OTHER'],
  ['no merchant', withSum(STALL, '5911KOPI CONTOH', ''), 'QRIS_OTHER'],
  ['one that is cut', MALL.slice(0, 120), 'QRIS_DAMAGED'],
  ['one without its checksum', MALL.slice(0, -8), 'QRIS_DAMAGED'],
  ['a length that is longer', withSum(MALL, '5920', '5999'), 'QRIS_DAMAGED'],
  ['a length of no digits', withSum(MALL, '5920', '59XX'), 'QRIS_DAMAGED'],
  ['a tag that stands twice', withSum(MALL, '5802ID', '5802ID5802ID'), 'QRIS_DAMAGED'],
  [
    'a doubled account',
    withSum(STALL, '5204', '51440014ID.CO.QRIS.WWW0014ID.CO.QRIS.WWW0308X00000005204'),
    'QRIS_DAMAGED',
  ],
  ['something behind the checksum', `${MALL}5802ID`, 'QRIS_DAMAGED'],
  ['a name that was changed', MALL.replace('CONTOH6013', 'CANTOH6013'), 'QRIS_CHECKSUM'],
  ['another checksum', MALL.replace(/....$/, '0000'), 'QRIS_CHECKSUM'],
  ['far too much', MALL.repeat(9), 'QRIS_DAMAGED'],
])('%s is refused', (_, payload, refused) => {
  expect(thrown(payload)).toEqual(code(refused));
});

test('a checksum in small letters is the same one', () => {
  expect(readQris(MALL.replace(/....$/, 'e6d1'))).toMatchObject({ kind: 'static' });
});

test('one letter read wrongly is always found', () => {
  const place = fc.nat({ max: MALL.length - 1 });
  fc.assert(
    fc.property(place, fc.constantFrom(...'0123456789ABCXYZ. '), (at, letter) => {
      fc.pre(MALL[at] !== letter);
      const misread = MALL.slice(0, at) + letter + MALL.slice(at + 1);
      expect(thrown(misread)).toHaveProperty('code');
    }),
  );
});

test('any text has the checksum that another program gives it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(qrisChecksum(text)).toBe(checksum(text));
    }),
  );
  expect(parse(MALL, true)?.getTagValue('51', '02')).toBe('ID1020000000017');
});

/** With a part of it changed, and the checksum right again. */
function withSum(payload: string, part: string, instead: string): string {
  return formatQris(payload.slice(0, -8).replace(part, instead));
}
