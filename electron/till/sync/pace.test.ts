import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

/** A pace in a world whose clock and timers are told. */
function aPace() {
  const world = { nowMs: 1_796_000_000_000, timers: [] as { act: () => void; ms: number }[] };
  const pace = openPace({
    now: () => world.nowMs,
    setTimer: (act, ms) => {
      world.timers.push({ act, ms });
      return () => undefined;
    },
  });
  return { world, pace, signal: new AbortController() };
}

test('where nobody sells, what waits is sent without a rest', async () => {
  const { world, pace, signal } = aPace();

  await pace.rest(signal.signal);
  pace.wrote();
  world.nowMs += 10_000;
  await pace.rest(signal.signal);

  expect(world.timers).toEqual([]);
});

test('beside somebody who sells it rests, until the timer or the end of the round', async () => {
  const { world, pace, signal } = aPace();
  pace.wrote();
  world.nowMs += 9_999;

  const rested = pace.rest(signal.signal);
  expect(world.timers.map(({ ms }) => ms)).toEqual([5_000]);
  world.timers[0]?.act();
  await rested;

  const ended = pace.rest(signal.signal);
  signal.abort();
  await ended;
  await pace.rest(signal.signal);
  expect(world.timers).toHaveLength(2);
});

test('a clock that is set back or ahead keeps nobody from sending', async () => {
  for (const shift of [-7_200_000, 34_560_000_000]) {
    const { world, pace, signal } = aPace();
    pace.wrote();
    world.nowMs += shift;

    await pace.rest(signal.signal);

    expect(world.timers).toEqual([]);
  }
});
