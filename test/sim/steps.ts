import fc from 'fast-check';

/** What can become of one request, and of the answer to it. */
export const faults = [
  'lost-request',
  /** The hub has stored what came, and its answer never arrives. */
  'lost-answer',
  /** It comes when the till has long given up, and sent it again: out of order. */
  'late-request',
  'late-answer',
  'doubled',
  /** It comes a second time a minute later. */
  'replayed',
  'torn-request',
  'torn-answer',
  /** Somebody else's page, status 200. */
  'portal',
  'portal-redirect',
  'garbage',
  /** JSON, as no hub answers. */
  'other-json',
  'proxy-busy',
  'proxy-too-large',
  'hub-killed-before-commit',
  'hub-killed-after-commit',
  'hub-killed-after-answer',
  'hub-full-once',
  'none',
] as const;
export type Fault = (typeof faults)[number];

/** Which requests meet faults: those that come next, or the next that bring records. */
export type FaultsOn = 'any' | 'batch';

const till = fc.nat({ max: 3 });

function onTill<K extends string>(kind: K) {
  return fc.record({ kind: fc.constant(kind), till });
}

function alone<K extends string>(kind: K) {
  return fc.record({ kind: fc.constant(kind) });
}

/** One thing that somebody does, or that befalls tills and hub. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('sell' as const),
      till,
      times: fc.integer({ min: 1, max: 3 }),
      pieces: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: onTill('refund' as const) },
  { weight: 2, arbitrary: onTill('close' as const) },
  { weight: 1, arbitrary: onTill('nil-close' as const) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(500, 3_100, 3_100, 20_000, 120_000, 930_000, 3_600_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('faults' as const),
      on: fc.constantFrom('any' as const, 'batch' as const),
      faults: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 4 }),
    }),
  },
  /** A sale whose way to the hub is a bad one. */
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('sell-in-storm' as const),
      till,
      on: fc.constantFrom('any' as const, 'batch' as const, 'batch' as const),
      faults: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 5 }),
      ms: fc.constantFrom(3_500, 3_500, 40_000, 400_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('outage' as const),
      till,
      minutes: fc.constantFrom(1, 20),
    }),
  },
  /** One write, then half an hour without a network and without another write. */
  { weight: 1, arbitrary: onTill('write-then-silence' as const) },
  { weight: 1, arbitrary: onTill('portal-hour' as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('hub-down' as const),
      minutes: fc.constantFrom(1, 20),
    }),
  },
  { weight: 1, arbitrary: onTill('restart-till' as const) },
  { weight: 1, arbitrary: onTill('kill-till' as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('kill-till-at-write' as const),
      till,
      write: fc.integer({ min: 1, max: 4 }),
      isCommitted: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: alone('kill-hub' as const) },
  { weight: 2, arbitrary: onTill('back-up-till' as const) },
  { weight: 1, arbitrary: onTill('restore-till' as const) },
  { weight: 1, arbitrary: alone('back-up-hub' as const) },
  { weight: 1, arbitrary: alone('restore-hub' as const) },
  { weight: 1, arbitrary: onTill('clone-till' as const) },
  { weight: 1, arbitrary: onTill('second-instance' as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      till,
      hours: fc.constantFrom(-2, 0, 400 * 24),
    }),
  },
  { weight: 1, arbitrary: onTill('poison' as const) },
  { weight: 1, arbitrary: onTill('newer-records' as const) },
  { weight: 1, arbitrary: onTill('till-full' as const) },
  { weight: 1, arbitrary: alone('hub-full' as const) },
  /** From now on the hub is of a later version, and answers what these tills do not know. */
  { weight: 1, arbitrary: alone('hub-upgraded' as const) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The steps of a seed: the same for each run of it. */
export function stepsOf(seed: number): Step[] {
  const steps = fc.array(step, { minLength: 4, maxLength: 24 });
  return fc.sample(steps, { seed, numRuns: 1 })[0] ?? [];
}
