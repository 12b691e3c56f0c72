import emvqr from 'emvqr';
import fc from 'fast-check';
import { parse } from 'promptparse';
import { expect, test } from 'vitest';
import { formatQris, readQris } from './qris.ts';
import { dynamicQris, QRIS_MAX_RUPIAH } from './qris-dynamic.ts';
import { formatFields, type QrisField } from './qris-fields.ts';

const MALL =
  '00020101021126640016ID.CO.CONTOH.WWW01189360009900000000010211000000000010303UME' +
  '51440014ID.CO.QRIS.WWW0215ID10200000000170303UME5204651353033605802ID' +
  '5920PENGELOLA MAL CONTOH6013JAKARTA PUSAT61051023062070703A016304E6D1';

test('a static code asks for a sum: 12 in tag 01, the amount in its place, the bill in 62', () => {
  expect(dynamicQris(MALL, 1_000_017, 'TC-A12-2611')).toBe(
    '00020101021226640016ID.CO.CONTOH.WWW01189360009900000000010211000000000010303UME' +
      '51440014ID.CO.QRIS.WWW0215ID10200000000170303UME52046513530336054071000017' +
      '5802ID5920PENGELOLA MAL CONTOH6013JAKARTA PUSAT61051023062220111TC-A12-2611' +
      '0703A016304B180',
  );
});

test('without a reference nothing but the sum is added', () => {
  const { fields, amount } = readQris(dynamicQris(MALL, 25_000));

  expect(amount).toBe('25000');
  expect(fields.find(({ tag }) => tag === '62')?.value).toBe('0703A01');
});

test.each([
  ['is longer than a bill number', 'X'.repeat(26)],
  ['has letters that no code has', 'TC-Ä12'],
])('a reference that %s is left out', (_, reference) => {
  expect(dynamicQris(MALL, 25_000, reference)).toBe(dynamicQris(MALL, 25_000));
});

test('a reference that has no room beside what is there is left out', () => {
  const full = formatQris(
    MALL.slice(0, -8).replace('62070703A01', `6285${'0781'}${'T'.repeat(81)}`),
  );

  expect(dynamicQris(full, 25_000, 'TC-A12-2611')).toBe(dynamicQris(full, 25_000));
});

test.each([0, -1, 0.5, QRIS_MAX_RUPIAH + 1, Number.NaN])('a sum of %d is refused', (amount) => {
  expect(() => dynamicQris(MALL, amount)).toThrow(expect.objectContaining({ code: 'QRIS_AMOUNT' }));
});

test('the most that one payment may be is asked for', () => {
  expect(readQris(dynamicQris(MALL, QRIS_MAX_RUPIAH)).amount).toBe('10000000');
});

test('a code that asks for a sum already is not asked for another', () => {
  expect(() => dynamicQris(dynamicQris(MALL, 25_000), 30_000)).toThrow(
    expect.objectContaining({ code: 'QRIS_ONE_TIME' }),
  );
});

test('whatever the code, others read the sum in it, and all else as it was', () => {
  fc.assert(
    fc.property(staticCode(), fc.integer({ min: 1, max: QRIS_MAX_RUPIAH }), (payload, amount) => {
      const asking = dynamicQris(payload, amount, 'TC-A12-2611');
      const theirs = parse(asking, true);

      expect(theirs?.getTagValue('01')).toBe('12');
      expect(theirs?.getTagValue('54')).toBe(String(amount));
      expect(theirs?.getTagValue('62', '01')).toBe('TC-A12-2611');
      // It writes a checksum that begins with 00 in two digits, and so refuses it.
      if (!/00..$/.test(asking)) {
        expect(emvqr.decode(asking)['54']?.data).toBe(String(amount));
      }
      const [before, after] = [payload, asking].map((text) =>
        readQris(text).fields.filter(({ tag }) => !['01', '54', '62'].includes(tag)),
      );
      expect(after).toEqual(before);
      const tags = readQris(asking).fields.map(({ tag }) => tag);
      expect(tags).toEqual(tags.toSorted());
    }),
  );
});

/** Static codes of merchants, with and without the fields that may be missing. */
function staticCode(): fc.Arbitrary<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789.-'];
  const text = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength });
  const some = (field: fc.Arbitrary<QrisField>) => fc.option(field, { nil: null });
  const account = (nmid: number, name: string) =>
    formatFields([
      { tag: '00', value: name },
      { tag: '02', value: `ID${String(nmid).padStart(13, '0')}` },
      { tag: '03', value: 'UMI' },
    ]);
  return fc
    .tuple(
      some(fc.constant({ tag: '01', value: '11' })),
      fc.tuple(fc.constantFrom('26', '27', '51'), fc.nat()),
      text(25),
      text(15),
      some(fc.nat({ max: 99_999 }).map((n) => ({ tag: '61', value: String(n).padStart(5, '0') }))),
      some(text(20).map((value) => ({ tag: '62', value: formatFields([{ tag: '07', value }]) }))),
    )
    .map(([initiation, [tag, nmid], merchant, city, post, more]) => {
      const fields = [
        { tag: '00', value: '01' },
        initiation,
        { tag, value: account(nmid, 'ID.CO.QRIS.WWW') },
        { tag: '52', value: '5411' },
        { tag: '53', value: '360' },
        { tag: '58', value: 'ID' },
        { tag: '59', value: merchant },
        { tag: '60', value: city },
        post,
        more,
      ];
      return formatQris(formatFields(fields.filter((field) => field !== null)));
    });
}
