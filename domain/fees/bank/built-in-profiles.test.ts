import { expect, test } from 'vitest';
import { builtInProfiles } from './built-in-profiles.ts';
import { Profile } from './profile.ts';

test.each(builtInProfiles.map((profile) => [profile.id, profile] as const))(
  '%s is data: written as JSON and read again it is the same',
  (_, profile) => {
    const text = JSON.stringify(profile);

    expect(Profile.parse(JSON.parse(text))).toEqual(profile);
  },
);

test('each has an id of its own', () => {
  expect(new Set(builtInProfiles.map(({ id }) => id)).size).toBe(builtInProfiles.length);
});

test.each([
  [{ kind: 'statement', id: 'x', name: 'X', columns: {}, rumus: '=1' }],
  [{ kind: 'statement', id: 'X Y', name: 'X', columns: {} }],
  [{ kind: 'statement', id: 'x', name: 'X', columns: { tanggal: ['Hari'] } }],
  [{ kind: 'kartu', id: 'x', name: 'X', columns: {} }],
])('%j is no profile', (data) => {
  expect(Profile.safeParse(data).success).toBe(false);
});
