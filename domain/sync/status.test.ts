import { expect, test } from 'vitest';
import { type SyncFacts, SyncStatus, statusOf } from './status.ts';

const stall = { code: 'TC-A12', name: 'Batik Ibu Sari', mall: 'Thamrin City' };
const hub = { origin: 'https://hub.example', stall, state: 'active' } as const;
const enrolled: SyncFacts = {
  hub,
  records: 3,
  sinceMs: 1_000,
  sentAtMs: 900,
  isRecovered: false,
  hasForgotten: false,
  tellsTooMuch: false,
  isTried: true,
  trouble: null,
};
const all = { ...enrolled, records: 0, sinceMs: null };
const waiting = { ...hub, state: 'waiting' } as const;
const revoked = { ...hub, state: 'revoked' } as const;

test.each<[string, string | null, SyncFacts]>([
  ['alone', null, { ...enrolled, hub: null }],
  ['waiting', null, { ...enrolled, hub: waiting }],
  ['waiting', null, { ...enrolled, hub: waiting, trouble: 'no-network' }],
  ['sent', null, all],
  ['sent', null, { ...all, trouble: 'no-network' }],
  ['pending', 'soon', enrolled],
  ['pending', 'not-tried', { ...enrolled, isTried: false }],
  ['pending', 'no-network', { ...enrolled, trouble: 'no-network' }],
  ['pending', 'hub-busy', { ...enrolled, trouble: 'hub-busy' }],
  ['attention', 'tells-too-much', { ...all, tellsTooMuch: true }],
  ['attention', 'unproven', { ...enrolled, tellsTooMuch: true, trouble: 'unproven' }],
  ['attention', 'unproven', { ...enrolled, trouble: 'unproven' }],
  ['attention', 'unproven', { ...all, trouble: 'unproven', isRecovered: true }],
  ['attention', 'two-tills', { ...enrolled, trouble: 'two-tills', isRecovered: true }],
  ['attention', 'hub-forgot', { ...all, hasForgotten: true, isRecovered: true }],
  ['attention', 'two-tills', { ...all, hasForgotten: true, trouble: 'two-tills' }],
  ['attention', 'recovered', { ...all, isRecovered: true }],
  ['attention', 'recovered', { ...enrolled, isRecovered: true, trouble: 'no-network' }],
  ['attention', 'revoked', { ...all, hub: revoked, trouble: 'hub-full' }],
])('it is %s (%s)', (state, reason, facts) => {
  const status = statusOf(facts);

  expect(status).toMatchObject(reason === null ? { state } : { state, reason });
  expect(SyncStatus.parse(status)).toEqual(status);
  if (facts.hub) expect(status).toMatchObject({ hub: hub.origin, stall, records: facts.records });
});
