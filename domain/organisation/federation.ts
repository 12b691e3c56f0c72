import { defineKind } from './kind-rules.ts';
import { PARTY_NAME_MAX } from './rows.ts';

/** There is one federation: a file of it has one row. */
const THE_FEDERATION = 'federasi';

/** The federation in a file. */
export const federationRules = defineKind('federation', {
  titles: { name: ['federasi', 'nama federasi', 'federation', 'federation name'] },
  own: 'name',
  required: ['name'],
  needs: ['federation'],
  keyOf: () => THE_FEDERATION,
  begin: () => (reader) => ({ name: reader.name('name', PARTY_NAME_MAX) }),
  cells: ({ name }) => ({ name }),
});
