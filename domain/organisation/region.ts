import { defineKind } from './kind-rules.ts';
import { PLACE_NAME_MAX } from './rows.ts';

/** Regional boards in a file. */
export const regionRules = defineKind('region', {
  titles: {
    code: ['kode wilayah', 'region code'],
    name: ['nama', 'nama wilayah', 'name', 'region name'],
  },
  own: 'code',
  required: ['code', 'name'],
  needs: ['region'],
  keyOf: ({ code }) => code,
  begin: () => (reader) => ({
    code: reader.code('code'),
    name: reader.name('name', PLACE_NAME_MAX),
  }),
  cells: ({ code, name }) => ({ code, name }),
});
