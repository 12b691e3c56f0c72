import { defineKind } from './kind-rules.ts';
import { PLACE_NAME_MAX } from './rows.ts';

/** Malls in a file. */
export const mallRules = defineKind('mall', {
  titles: {
    code: ['kode mal', 'kode mall', 'mall code'],
    name: ['nama', 'nama mal', 'name', 'mall name'],
    region: ['wilayah', 'kode wilayah', 'region', 'region code'],
  },
  own: 'code',
  required: ['code', 'name', 'region'],
  needs: ['mall', 'region'],
  keyOf: ({ code }) => code,
  begin: (known) => (reader) => ({
    code: reader.code('code'),
    name: reader.name('name', PLACE_NAME_MAX),
    region: reader.known('region', known.region, 'regionUnknown'),
  }),
  cells: ({ code, name, region }) => ({ code, name, region }),
});
