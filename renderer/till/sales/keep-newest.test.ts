import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepNewest } from './keep-newest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const full = new ORPCError('DISK_FULL');
const elsewhere = new ORPCError('CART_ELSEWHERE');

/** A keeper and its till, whose answers are given one by one; and what was told of. */
function openKeeper() {
  const asked: string[] = [];
  const failed: unknown[][] = [];
  let answer = Promise.withResolvers<void>();
  const keeper = keepNewest<string>(
    (value) => {
      asked.push(value);
      answer = Promise.withResolvers();
      return answer.promise;
    },
    (error, value) => failed.push([value, error]),
  );
  return {
    ...keeper,
    asked,
    failed,
    /** The till answers, and everything that follows at once has happened. */
    kept: () => (answer.resolve(), afterMs(0)),
    refused: (error: Error) => (answer.reject(error), afterMs(0)),
  };
}

const afterMs = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('one value is under way, and of those that come meanwhile the newest is sent', async () => {
  const keeper = openKeeper();
  for (const value of ['a', 'b', 'c']) keeper.keep(value);
  expect(keeper.asked).toEqual(['a']);

  await keeper.kept();
  expect(keeper.asked).toEqual(['a', 'c']);
  expect(keeper.unkept()).toBe('c');
  await keeper.kept();
  expect(keeper.unkept()).toBeUndefined();
});

test('what could not be kept is sent again by itself, and told of once', async () => {
  const keeper = openKeeper();
  keeper.keep('a');
  await keeper.refused(full);
  await afterMs(999);
  expect(keeper.asked).toEqual(['a']);
  await afterMs(1);
  expect(keeper.asked).toEqual(['a', 'a']);
  await keeper.refused(full);
  expect(keeper.unkept()).toBe('a');
  await afterMs(2_000);
  await keeper.kept();

  expect(keeper.unkept()).toBeUndefined();
  expect(keeper.failed).toEqual([['a', full]]);
  await afterMs(60_000);
  expect(keeper.asked).toHaveLength(3);
});

test('the pauses grow to half a minute', async () => {
  const keeper = openKeeper();
  keeper.keep('a');
  await keeper.refused(full);
  for (const pauseMs of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = keeper.asked.length;
    await afterMs(pauseMs - 1);
    expect(keeper.asked).toHaveLength(before);
    await afterMs(1);
    expect(keeper.asked).toHaveLength(before + 1);
    await keeper.refused(full);
  }
});

test('a newer value does not wait for the pause of the one before it', async () => {
  const keeper = openKeeper();
  keeper.keep('a');
  await keeper.refused(full);
  keeper.keep('b');
  await afterMs(0);
  expect(keeper.asked).toEqual(['a', 'b']);
  await keeper.refused(full);
  expect(keeper.failed).toEqual([
    ['a', full],
    ['b', full],
  ]);

  await afterMs(1_000);
  await keeper.kept();
  await afterMs(60_000);
  expect(keeper.asked).toEqual(['a', 'b', 'b']);
});

test('a newer value that came while one failed is sent at once', async () => {
  const keeper = openKeeper();
  keeper.keep('a');
  keeper.keep('b');
  await keeper.refused(full);

  expect(keeper.asked).toEqual(['a', 'b']);
});

test('a cart that another page has is not sent again, and the next one is', async () => {
  const keeper = openKeeper();
  keeper.keep('a');
  await keeper.refused(full);
  await afterMs(1_000);
  await keeper.refused(elsewhere);
  await afterMs(60_000);
  expect(keeper.asked).toEqual(['a', 'a']);
  expect(keeper.failed).toEqual([
    ['a', full],
    ['a', elsewhere],
  ]);

  keeper.keep('b');
  expect(keeper.asked).toEqual(['a', 'a', 'b']);
});
