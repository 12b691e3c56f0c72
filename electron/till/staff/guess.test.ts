import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStaffedTill, pins, type StaffedTill } from '../../../test/support/staffed-till.ts';
import { write } from '../database/write.ts';
import { guess } from './guess.ts';
import { keepWrongTries } from './try-store.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

/** The owner's PIN was wrong four times: the next wrong one locks. */
function guessFourTimes(): void {
  const four = { subject: 'kasir-1', failures: 4, lockMs: 0, isTold: true };
  write(book.till, (tx) => keepWrongTries(tx, four));
}

test('the lock begins before the fifth PIN is checked: no other line tries one', async () => {
  guessFourTimes();
  const { promise: isRight, resolve } = Promise.withResolvers<boolean>();
  const fifth = guess(book.till, 'kasir-1', () => isRight);

  const sixth = guess(book.till, 'kasir-1', () => Promise.resolve(true));
  await expect(sixth).rejects.toMatchObject({ code: 'PIN_LOCKED', data: { seconds: 30 } });
  const [owner] = await (await book.page()).staff.people();
  expect(owner).toMatchObject({ id: 'kasir-1', lockedMs: 30_000 });

  resolve(true);
  expect(await fifth).toBeNull();
  await expect(book.page('kasir-1')).resolves.toBeDefined(); // it was right: nothing is locked
});

test('a fifth PIN whose check breaks off has locked', async () => {
  guessFourTimes();
  const fifth = guess(book.till, 'kasir-1', () => Promise.reject(new Error('no memory')));
  await expect(fifth).rejects.toThrow('no memory');

  await expect(book.page('kasir-1')).rejects.toMatchObject({ code: 'PIN_LOCKED' });
});

test.each([
  ['for good', 'lock_ms = 9000000000000000', 30],
  ['for two minutes, too long', 'lock_ms = 120000', 30],
  ['after a thousand tries', 'lock_ms = 9000000000000000, failures = 1000', 900],
])('a book in which somebody wrote a lock %s locks as its tries do', async (_, set, seconds) => {
  guessFourTimes();
  await guess(book.till, 'kasir-1', () => Promise.resolve(false));
  book.till.db.exec(`UPDATE wrong_try SET ${set}`);
  await book.reopen();

  const locked = { code: 'PIN_LOCKED', data: { seconds } };
  await expect(book.page('kasir-1')).rejects.toMatchObject(locked);
  book.uptime.now += seconds * 1_000;
  const { staff } = await book.page();
  await staff.signIn({ staff: 'kasir-1', pin: pins['kasir-1'] });
});
