import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '../../../test/support/calls.ts';
import { openStaffedTill, pins, type StaffedTill } from '../../../test/support/staffed-till.ts';
import { bookPieces } from '../../../test/support/test-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
  bookPieces(book.till, 1);
});
afterEach(() => book.close());

test('whoever may not print a receipt again does so by the PIN of somebody who may', async () => {
  const page = {};
  const alone = callsOf(book, { page });
  await alone.staff.signIn({ staff: 'kasir-4', pin: pins['kasir-4'] });
  await expect(alone.printing.reprint({ number: 'last' })).rejects.toMatchObject({
    code: 'NOT_PERMITTED',
    data: { permission: 'sale.reprint' },
  });

  const approval = { staff: 'kasir-3', pin: pins['kasir-3'] };
  const calls = callsOf(book, { page, approval });
  expect(await calls.printing.reprint({ number: 'last' })).toMatchObject({ job: 1 });
  await expect(alone.printing.reprint({ number: 'last' })).rejects.toMatchObject({
    code: 'NOT_PERMITTED', // the leave was for that one
  });
});
