import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Calls } from '../../../test/support/calls.ts';
import {
  openStaffedTill,
  pins,
  recordsOf,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { write } from '../database/write.ts';
import { checkPin } from './check-pin.ts';
import { keepWrongTries } from './try-store.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

const SECOND_MS = 1_000;
const right = { staff: 'kasir-1', pin: pins['kasir-1'] } as const;
const wrong = { staff: 'kasir-1', pin: '246813' } as const;

/** What a PIN comes to: `in`, `wrong 3` with the tries left, `locked 30` with the seconds. */
async function tryPin(given: typeof right | typeof wrong, calls?: Calls): Promise<string> {
  const { staff } = calls ?? (await book.page());
  try {
    await staff.signIn(given);
    return 'in';
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, number> }; // an ORPCError
    if (code === 'PIN_WRONG') return `wrong ${data.triesLeft}`;
    return code === 'PIN_LOCKED' ? `locked ${data.seconds}` : code;
  }
}

async function tryOften(times: number): Promise<string[]> {
  const calls = await book.page();
  const outcomes: string[] = [];
  for (let time = 0; time < times; time += 1) outcomes.push(await tryPin(wrong, calls));
  return outcomes;
}

test('the fifth wrong PIN in a row locks for thirty seconds, for the right one too', async () => {
  expect(await tryOften(5)).toEqual(['wrong 4', 'wrong 3', 'wrong 2', 'wrong 1', 'locked 30']);

  book.uptime.now += 29 * SECOND_MS;
  expect(await tryPin(right)).toBe('locked 1');
  book.uptime.now += SECOND_MS;
  expect(await tryPin(right)).toBe('in');
});

test('each further wrong one locks for twice as long, up to fifteen minutes', async () => {
  await tryOften(4);
  const locks: string[] = [];
  for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
    locks.push(await tryPin(wrong));
    book.uptime.now += seconds * SECOND_MS;
  }

  expect(locks.map((lock) => lock.replace('locked ', ''))).toEqual([
    '30',
    '60',
    '120',
    '240',
    '480',
    '900',
    '900',
  ]);
});

test('a right PIN begins the count anew', async () => {
  await tryOften(4);
  expect(await tryPin(right)).toBe('in');

  expect(await tryOften(1)).toEqual(['wrong 4']);
});

test('everybody has a count of their own', async () => {
  await tryOften(5);

  expect(await tryPin({ staff: 'kasir-1', pin: '111112' } as never)).toBe('locked 30');
  await expect(book.page('kasir-2')).resolves.toBeDefined();
});

test('guesses over many lines at once gain no try', async () => {
  const lines = await Promise.all(Array.from({ length: 12 }, () => book.page()));

  const outcomes = await Promise.all(lines.map((calls) => tryPin(wrong, calls)));

  expect(outcomes.filter((outcome) => outcome.startsWith('wrong'))).toHaveLength(4);
  expect(outcomes.filter((outcome) => outcome.startsWith('locked'))).toHaveLength(8);
  expect(recordsOf(book, 'login-lockout')).toHaveLength(1);
});

test('a sign-in, an approval, a handover and a change of the PIN share one count', async () => {
  await tryOften(2);
  const change = (await book.page()).staff.changePin({ ...wrong, newPin: '864209' });
  await expect(change).rejects.toMatchObject({ code: 'PIN_WRONG', data: { triesLeft: 2 } });

  await expect(checkPin(book.till, wrong)).rejects.toMatchObject({ data: { triesLeft: 1 } });
  expect(await tryPin(wrong)).toBe('locked 30');
});

test('a restart gives no try back, and begins the lock anew in full', async () => {
  await tryOften(4);
  await book.reopen();
  expect(await tryPin(wrong)).toBe('locked 30');
  book.uptime.now += 29 * SECOND_MS;

  await book.reopen();

  expect(await tryPin(right)).toBe('locked 30');
  book.uptime.now += 30 * SECOND_MS;
  expect(await tryPin(wrong)).toBe('locked 60');
});

test('a lock that had passed before the till was closed does not come back', async () => {
  await tryOften(5);
  book.uptime.now += 30 * SECOND_MS;

  await book.reopen();

  expect(await tryPin(wrong)).toBe('locked 60');
  book.uptime.now += 60 * SECOND_MS;
  await book.reopen();
  expect(await tryPin(right)).toBe('in');
});

test.each([
  ['back a day', -24],
  ['ahead 400 days', 400 * 24],
])('setting the clock %s shortens no lock and no count', async (_, hours) => {
  await tryOften(4);
  book.clock.now += hours * 3_600 * SECOND_MS;
  expect(await tryPin(wrong)).toBe('locked 30');
  book.clock.now += hours * 3_600 * SECOND_MS;

  expect(await tryPin(right)).toBe('locked 30');
  await book.reopen();
  expect(await tryPin(right)).toBe('locked 30');
});

test('each lock is in the journal, under the pseudonym that was guessed', async () => {
  await tryOften(5);
  book.uptime.now += 30 * SECOND_MS;
  await tryPin(wrong);

  expect(recordsOf(book, 'login-lockout')).toMatchObject([
    { head: { cashier: 'kasir-1' }, body: { failures: 5, seconds: 30 } },
    { head: { cashier: 'kasir-1' }, body: { failures: 6, seconds: 60 } },
  ]);
});

test('a till that is killed while it checks a PIN has counted it, and tells it later', async () => {
  const counted = { failures: 5, lockMs: 30 * SECOND_MS, isTold: false };
  write(book.till, (tx) => keepWrongTries(tx, { subject: 'kasir-1', ...counted }));

  await book.reopen();

  expect(await tryPin(right)).toBe('locked 30');
  expect(recordsOf(book, 'login-lockout')).toMatchObject([
    { head: { cashier: 'kasir-1' }, body: { failures: 5, seconds: 30 } },
  ]);
  await book.reopen();
  expect(recordsOf(book, 'login-lockout')).toHaveLength(1);
});

test('a book that cannot be written lets nobody guess', async () => {
  const calls = await book.page();
  book.till.db.pragma('query_only = ON');
  const outcomes: string[] = [];
  for (let time = 0; time < 8; time += 1) outcomes.push(await tryPin(right, calls));
  book.till.db.pragma('query_only = OFF');

  expect(new Set(outcomes)).toEqual(new Set(['FOLDER_READ_ONLY']));
  expect(await tryPin(right)).toBe('in');
});

test('people are told how long somebody is locked', async () => {
  await tryOften(5);
  book.uptime.now += 12 * SECOND_MS;

  const [owner, budi] = await (await book.page()).staff.people();
  expect(owner).toMatchObject({ id: 'kasir-1', lockedMs: 18 * SECOND_MS });
  expect(budi).toMatchObject({ id: 'kasir-2', lockedMs: 0 });
});
