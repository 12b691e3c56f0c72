import { expect, test } from 'vitest';
import { organisationExamples } from './examples.ts';
import { kindOfFile } from './kinds.ts';
import { organisationKinds } from './rows.ts';

test.each(organisationKinds)('the example of %s is known by its titles', (kind) => {
  const [header = ''] = organisationExamples[kind].split('\r\n');

  expect(kindOfFile(header.split(';'))).toBe(kind);
});

test.each([
  ['region code;name', 'region'],
  ['Region; Mall_Code ;Name', 'mall'],
  ['kode mal;nama;kode wilayah', 'mall'],
  ['unit code;mall code;floor', 'unit'],
  ['kode lapak;kode mal;nama', 'stall'],
  ['kode anggota;nama;kode wilayah', 'member'],
  ['stall code;member code;mall code;unit code;tariff;from;to', 'contract'],
  ['kode lapak;nama', 'stall'],
])('%j is a file of %s', (header, kind) => {
  expect(kindOfFile(header.split(';'))).toBe(kind);
});

test.each(['kode;nama', 'nama;wilayah', 'federasi;kode wilayah', ''])(
  '%j is refused: it does not tell what it holds',
  (header) => {
    const titles = 'federasi, kode wilayah, kode mal, kode unit, kode anggota, kode lapak, tarif';
    expect(() => kindOfFile(header.split(';'))).toThrow(
      expect.objectContaining({ code: 'ORGANISATION_KIND_UNKNOWN', data: { titles } }),
    );
  },
);
