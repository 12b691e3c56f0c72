import { expect, test, vi } from 'vitest';
import { keepNewest } from './keep-newest.ts';

/** A till whose answers are given one by one. */
function openTill() {
  const asked: { value: string; answer: PromiseWithResolvers<void> }[] = [];
  const keep = (value: string) => {
    const answer = Promise.withResolvers<void>();
    asked.push({ value, answer });
    return answer.promise;
  };
  return { keep, asked };
}

test('one value is under way, and of those that come meanwhile the newest is sent', async () => {
  const { keep, asked } = openTill();
  const keeper = keepNewest(keep, () => undefined);
  for (const value of ['a', 'b', 'c']) keeper.keep(value);
  expect(asked.map(({ value }) => value)).toEqual(['a']);
  asked[0]?.answer.resolve();

  await vi.waitFor(() => expect(asked.map(({ value }) => value)).toEqual(['a', 'c']));
  expect(keeper.unkept()).toBe('c');
  asked[1]?.answer.resolve();
  await vi.waitFor(() => expect(keeper.unkept()).toBeUndefined());
});

test('what could not be kept is known, and the next value is sent all the same', async () => {
  const { keep, asked } = openTill();
  const failed: string[] = [];
  const keeper = keepNewest(keep, (_, value) => failed.push(value));
  keeper.keep('a');
  asked[0]?.answer.reject(new Error('no till'));
  await vi.waitFor(() => expect(failed).toEqual(['a']));
  expect(keeper.unkept()).toBe('a');

  keeper.keep('b');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});
