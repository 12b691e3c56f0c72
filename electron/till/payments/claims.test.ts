import { afterEach, beforeEach, expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { type Claim, stateOf } from '../../../domain/payments/claim.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { aQris, aTransfer, claimHands } from '../../../test/support/claim-hands.ts';
import { openStaffedTill, pins, recordsOf } from '../../../test/support/staffed-till.ts';
import {
  anId,
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { verifyBook } from '../journal/verify.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const { calls, sell, tell } = claimHands(() => book);

const statesOf = (claims: readonly Claim[]) =>
  claims.map((claim) => [claim.number, stateOf(claim)]);
const heard = async () => {
  const events = await calls().payments.watchClaims();
  const { value } = await events.next();
  await events.return?.();
  return value;
};

test('what was claimed is open, the newest first, with sums by kind and by shift', async () => {
  const first = sell(aQris({ reference: 'RRN-1' }));
  sell(aQris({ state: 'verified' }));
  sell({ kind: 'cash', amountRupiah: rupiah(45_000) });
  const second = sell(aTransfer);
  const third = sell(aQris());

  const { open, sums, found } = await calls().payments.claims();

  expect(open.map(({ number, kind, reference }) => [number, kind, reference])).toEqual([
    [third, 'qris', ''],
    [second, 'transfer', ''],
    [first, 'qris', 'RRN-1'],
  ]);
  expect(sums).toEqual([
    { kind: 'qris', count: 2, amountRupiah: 90_000 },
    { kind: 'transfer', count: 1, amountRupiah: 45_000 },
  ]);
  expect(found).toEqual([]);
  expect(await heard()).toEqual({
    count: 3,
    amountRupiah: 135_000,
    shifts: [{ shift: 1, count: 3, amountRupiah: 135_000 }],
  });
});

test('several are verified in one act, each in a record that names its sale', async () => {
  const numbers = [sell(aQris()), sell(aTransfer)];
  const marks = recordsOf(book, 'sale').map(({ head }) => `${head.epoch}.${head.seq}`);

  await tell(numbers, 'verified');

  const records = recordsOf(book, 'tender-state');
  expect(records.map(({ head }) => [head.ref, head.kind, head.amount, head.state])).toEqual([
    [marks[0], 'qris', 45_000, 'verified'],
    [marks[1], 'transfer', 45_000, 'verified'],
  ]);
  expect(records.map(({ head }) => [head.total, head.counters.count])).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect(records[0]?.body).toMatchObject({ number: numbers[0], tender: 0, by: 'hand', note: '' });
  const { open, found } = await calls().payments.claims();
  expect(open).toEqual([]);
  expect(statesOf(found)).toEqual([
    [numbers[1], 'verified'],
    [numbers[0], 'verified'],
  ]);
  expect(await heard()).toMatchObject({ count: 0 });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('the same act again answers as the first, and another by its id is refused', async () => {
  const [one, two] = [sell(aQris()), sell(aQris())];
  const id = anId();
  const first = await tell([one], 'verified', { id });

  expect(await tell([one], 'verified', { id })).toEqual(first);
  expect(recordsOf(book, 'tender-state').length).toBe(1);
  await expect(tell([two], 'verified', { id })).rejects.toMatchObject({ code: 'ACT_ID_REUSED' });
});

test('a cashier verifies by the PIN of somebody who may, and the record says whose', async () => {
  await using opened = new AsyncDisposableStack();
  const stall = await openStaffedTill('always');
  opened.defer(stall.close);
  const { receipt } = bookPieces(stall.till, 1, { tenders: [aQris()] });
  const finding = {
    number: receipt.number,
    tender: 0,
    seen: 'claimed',
    state: 'verified',
  } as const;
  const cashier = await stall.page('kasir-3');
  expect((await cashier.payments.claims()).open.length).toBe(1);
  const order = { id: anId(), findings: [finding] };
  await expect(cashier.payments.verify(order)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

  const approval = { staff: 'kasir-2', pin: pins['kasir-2'] };
  const allowed = callsOf(stall, { approval });
  await allowed.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  await allowed.payments.verify(order);

  expect(recordsOf(stall, 'tender-state')).toMatchObject([
    { head: { cashier: 'kasir-3' }, body: { approver: 'kasir-2' } },
  ]);
});

test('money that is missing needs a note, and may come after all', async () => {
  const number = sell(aQris());
  await expect(tell([number], 'missing')).rejects.toMatchObject({ code: 'NOTE_NEEDED' });

  await tell([number], 'missing', { note: 'Tidak ada di aplikasi' });
  expect(await heard()).toMatchObject({ count: 0 });
  await tell([number], 'verified', { seen: 'missing' });

  const { found } = await calls().payments.claims();
  expect(statesOf(found)).toEqual([[number, 'verified']]);
  expect(recordsOf(book, 'tender-state').map(({ head }) => head.state)).toEqual([
    'missing',
    'verified',
  ]);
});

test('what was verified by mistake is open again', async () => {
  const number = sell(aQris());
  await tell([number], 'verified');
  await tell([number], 'claimed', { seen: 'verified' });

  const { open, found } = await calls().payments.claims();
  expect([statesOf(open), found]).toEqual([[[number, 'claimed']], []]);
  expect(await heard()).toMatchObject({ count: 1, amountRupiah: 45_000 });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what is no claim is refused, and what somebody else has told of since', async () => {
  const seen = sell(aQris({ state: 'verified' }));
  const open = sell(aQris());
  await expect(tell([seen], 'verified')).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
  await expect(tell(['ABC-9'], 'verified')).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
  await tell([open], 'verified');

  await expect(tell([open], 'missing', { note: 'x' })).rejects.toMatchObject({
    code: 'CLAIM_CHANGED',
    data: { number: open },
  });
  await expect(tell([open], 'verified', { seen: 'verified' })).rejects.toMatchObject({
    code: 'CLAIM_CHANGED',
  });
});

test('of a sale that was voided nothing is found out, and what was is not listed', async () => {
  const [open, found] = [sell(aQris()), sell(aQris())];
  await tell([found], 'verified');
  for (const number of [found, open]) {
    await calls().sales.void({ id: anId(), number, reason: 'Salah barang' });
  }

  expect(await calls().payments.claims()).toEqual({ open: [], sums: [], found: [] });
  await expect(tell([open], 'verified')).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
  await expect(tell([found], 'claimed', { seen: 'verified' })).rejects.toMatchObject({
    code: 'CLAIM_UNKNOWN',
  });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('an act of which one part is refused writes nothing', async () => {
  const number = sell(aQris());
  await expect(tell([number, 'ABC-9'], 'verified')).rejects.toThrow();
  await expect(tell([number, number], 'verified')).rejects.toMatchObject({ code: 'CLAIM_CHANGED' });

  expect(recordsOf(book, 'tender-state')).toEqual([]);
  expect(await heard()).toMatchObject({ count: 1 });
});

test('a refund by QRIS is no claim: nobody waits for what was paid out', async () => {
  const { receipt } = bookPieces(book.till, 1, { tenders: [aQris({ state: 'verified' })] });
  bookRefund(book.till, receipt, 1, {
    tenders: [{ kind: 'qris', amount: 45_000, state: 'claimed' }],
  });

  expect((await calls().payments.claims()).open).toEqual([]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('the states of a sale are those that were told last', async () => {
  const number = sell(aQris());
  expect(await calls().payments.tenderStates({ number })).toEqual([]);
  await tell([number], 'missing', { note: 'Belum ada' });
  book.clock.now += HOUR_MS;
  await tell([number], 'verified', { seen: 'missing' });

  expect(await calls().payments.tenderStates({ number })).toEqual([
    {
      tender: 0,
      state: 'verified',
      by: 'hand',
      reference: '',
      note: '',
      atMs: book.clock.now,
      cashier: 'kasir-1',
    },
  ]);
});

test('after two weeks what was found out is in the audit trail alone', async () => {
  const number = sell(aQris());
  await tell([number], 'verified');
  book.clock.now += 14 * 24 * HOUR_MS + 1;

  expect(await calls().payments.claims()).toEqual({ open: [], sums: [], found: [] });
});
