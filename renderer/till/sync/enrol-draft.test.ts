import { expect, test } from 'vitest';
import { type EnrolDraft, faultsOf, settled, typedInto } from './enrol-draft.ts';

const hub = 'http://10.0.0.5:8080';
const [code, key] = ['K7QF-2M9D-XR4T-8WHB', '9V3C-5TGA-2KQM'];
const [short, whole] = [`${hub}/#${code}`, `${hub}/#${code}-${key}`];
const empty: EnrolDraft = { hub: '', code: '' };

/** As a scanner types it, each key by itself. */
function scanInto(field: keyof EnrolDraft, text: string): EnrolDraft {
  return [...text].reduce(
    (draft, character) =>
      typedInto(field, { draft, typed: draft[field] + character, isPasted: false }),
    empty,
  );
}

test.each(['hub', 'code'] as const)('an invitation that is scanned into %s fills both', (field) => {
  expect(scanInto(field, whole)).toEqual({ hub, code: `${code}-${key}` });
  expect(settled(scanInto(field, short))).toEqual({ hub, code });
});

test.each(['hub', 'code'] as const)('so does one that is pasted into %s', (field) => {
  const typed = `Halo Bu, ini undangannya: “${short}” berlaku 15 menit`;
  expect(typedInto(field, { draft: empty, typed, isPasted: true })).toEqual({ hub, code });
});

test('what is typed by hand is grouped in the one field, and left as it is in the other', () => {
  expect(scanInto('code', 'k7qf 2m9dx')).toEqual({ hub: '', code: 'K7QF-2M9D-X' });
  expect(scanInto('hub', '10.0.0.5:80')).toEqual({ hub: '10.0.0.5:80', code: '' });
});

test('a bare code in the field of the address is put where it belongs', () => {
  expect(settled({ hub: 'k7qf 2m9d xr4t 8whb', code: '' })).toEqual({ hub: '', code });
  expect(settled({ hub, code })).toEqual({ hub, code });
});

test.each([
  [{ hub: ' ', code }, { hub: 'sync.hubNeeded' }],
  [{ hub: 'Halo Bu, ini undangannya', code: '' }, { hub: 'sync.hubUnread' }],
  [{ hub, code: 'K7QF' }, { code: 'sync.codeUnread' }],
  [{ hub: 'hub.example/', code }, {}],
])('of %j the right field is blamed', (draft, faults) => {
  expect(faultsOf(draft)).toEqual(faults);
});
