import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { Calls } from '../../../test/support/calls.ts';
import { openStaffedTill, pins, type StaffedTill } from '../../../test/support/staffed-till.ts';
import { anId, bookPieces } from '../../../test/support/test-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
  book.till.printer.start();
});
afterEach(() => book.close());

/** Gives the goods of a sale back for a voucher, whose paper is drawn. */
async function giveVoucher(calls: Calls): Promise<void> {
  bookPieces(book.till, 1);
  const { number } = await calls.sales.receipt({ number: 'last' });
  await calls.sales.refund({
    id: anId(),
    number,
    lines: [{ at: 0, quantityMilli: pcs(1), isRestocked: true }],
    reason: 'Salah ukuran',
    tenders: [{ kind: 'credit', amountRupiah: rupiah(45_000) }],
  });
  await book.till.printer.idle();
}

/** How many voucher papers somebody sees who looks at the roll, up to a paper that comes now. */
async function vouchersSeen(calls: Calls): Promise<number> {
  const papers = await calls.printing.watchPaper();
  bookPieces(book.till, 1);
  await calls.printing.reprint({ number: 'last' });
  let seen = 0;
  for await (const { lines } of papers) {
    const words = lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ');
    if (words.includes('VOUCHER BELANJA')) seen += 1;
    if (words.includes('SALINAN')) break;
  }
  return seen;
}

test('what the virtual printer drew for one person is not shown to the next', async () => {
  const calls = await book.page('kasir-2');
  await giveVoucher(calls);
  expect(await vouchersSeen(calls)).toBe(1);

  await calls.staff.signOut();
  await calls.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  expect(await vouchersSeen(calls)).toBe(0);
});

test('nor to somebody who comes back by the ticket of a page that was closed', async () => {
  const { ticket } = await (await book.page()).staff.signIn({
    staff: 'kasir-3',
    pin: pins['kasir-3'],
  });
  await giveVoucher(await book.page('kasir-2'));
  const again = await book.page();
  await again.staff.resume({ ticket });

  expect(await vouchersSeen(again)).toBe(0);
});

test('whoever locks the till and opens it again has the paper that was theirs', async () => {
  const calls = await book.page('kasir-2');
  await giveVoucher(calls);
  await calls.staff.signOut();
  await calls.staff.signIn({ staff: 'kasir-2', pin: pins['kasir-2'] });

  expect(await vouchersSeen(calls)).toBe(1);
});
