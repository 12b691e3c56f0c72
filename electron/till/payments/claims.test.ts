import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryWords } from '../../../domain/journal/trail-words.ts';
import { rupiah } from '../../../domain/money.ts';
import { type Claim, stateOf } from '../../../domain/payments/claim.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import { translator } from '../../../domain/translator.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { anId, bookPieces, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { verifyBook } from '../journal/verify.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { appendOnly } from '../database/append-only.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const calls = () => callsOf(book);
const qris = (state: 'claimed' | 'verified', reference = ''): Tender => ({
  kind: 'qris',
  amountRupiah: rupiah(45_000),
  state,
  ...(reference === '' ? {} : { reference }),
});
const transfer: Tender = { kind: 'transfer', amountRupiah: rupiah(45_000), state: 'claimed' };

/** Sells a piece for Rp45.000 after some minutes. @returns its receipt number */
function sell(tender: Tender, minutes = 1): string {
  book.clock.now += minutes * MINUTE_MS;
  const { receipt } = bookPieces(book.till, 1, { tenders: [tender], soldAtMs: book.clock.now });
  return receipt.number;
}

/** Says of the claims of these receipts what became of them. */
async function tell(
  numbers: readonly string[],
  state: 'claimed' | 'verified' | 'missing',
  change: { id?: string; seen?: 'claimed' | 'verified' | 'missing'; note?: string } = {},
) {
  const { id = anId(), seen = 'claimed', note = '' } = change;
  const findings = numbers.map((number) => ({ number, tender: 0, seen, state, note }));
  return calls().payments.verify({ id, findings });
}

const statesOf = (claims: readonly Claim[]) =>
  claims.map((claim) => [claim.number, stateOf(claim)]);
const heard = async () => {
  const events = await calls().payments.watchClaims();
  const { value } = await events.next();
  await events.return?.();
  return value;
};

test('what was claimed is open, the newest first, with sums by kind and by shift', async () => {
  const first = sell(qris('claimed', 'RRN-1'));
  sell(qris('verified'));
  sell({ kind: 'cash', amountRupiah: rupiah(45_000) });
  const second = sell(transfer);
  const third = sell(qris('claimed'));

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
  const numbers = [sell(qris('claimed')), sell(transfer)];
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
  const [one, two] = [sell(qris('claimed')), sell(qris('claimed'))];
  const id = anId();
  const first = await tell([one], 'verified', { id });

  expect(await tell([one], 'verified', { id })).toEqual(first);
  expect(recordsOf(book, 'tender-state').length).toBe(1);
  await expect(tell([two], 'verified', { id })).rejects.toMatchObject({ code: 'ACT_ID_REUSED' });
});

test('money that is missing needs a note, and may come after all', async () => {
  const number = sell(qris('claimed'));
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
  const number = sell(qris('claimed'));
  await tell([number], 'verified');
  await tell([number], 'claimed', { seen: 'verified' });

  const { open, found } = await calls().payments.claims();
  expect([statesOf(open), found]).toEqual([[[number, 'claimed']], []]);
  expect(await heard()).toMatchObject({ count: 1, amountRupiah: 45_000 });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what is no claim is refused, and what somebody else has told of since', async () => {
  const seen = sell(qris('verified'));
  const open = sell(qris('claimed'));
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

test('an act of which one part is refused writes nothing', async () => {
  const number = sell(qris('claimed'));
  await expect(tell([number, 'ABC-9'], 'verified')).rejects.toThrow();
  await expect(tell([number, number], 'verified')).rejects.toMatchObject({ code: 'CLAIM_CHANGED' });

  expect(recordsOf(book, 'tender-state')).toEqual([]);
  expect(await heard()).toMatchObject({ count: 1 });
});

test('a refund by QRIS is no claim: nobody waits for what was paid out', async () => {
  bookPieces(book.till, -1, { tenders: [qris('claimed')] });

  expect((await calls().payments.claims()).open).toEqual([]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('the states of a sale are those that were told last', async () => {
  const number = sell(qris('claimed'));
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
  const number = sell(qris('claimed'));
  await tell([number], 'verified');
  book.clock.now += 14 * 24 * HOUR_MS + 1;

  expect(await calls().payments.claims()).toEqual({ open: [], sums: [], found: [] });
});

test('the audit trail tells of it in both languages', async () => {
  const number = sell(qris('claimed'));
  await tell([number], 'missing', { note: 'Tidak ada di aplikasi' });

  const all = { from: null, to: null, cashier: null, topic: 'sale' as const };
  const { entries } = await calls().journal.trail({ ...all, cursor: '', limit: 1 });
  const [entry] = entries;
  const told = (['id', 'en'] as const).map((language) =>
    entry ? entryWords(entry, translator(language), (name) => name) : '',
  );

  expect(told).toEqual([
    `23/11/2026 10:01, kasir-1: Pembayaran dicek: uang TIDAK masuk, ${number}, Rp45.000, ` +
      'Tidak ada di aplikasi, cara bayar: QRIS',
    `23/11/2026 10:01, kasir-1: Payment checked: the money has NOT come, ${number}, Rp45.000, ` +
      'Tidak ada di aplikasi, means: QRIS',
  ]);
});

test('a rebuild makes the tables anew as they were, open claims among them', async () => {
  const numbers = [sell(qris('claimed')), sell(qris('claimed')), sell(transfer)];
  await tell(numbers.slice(0, 2), 'verified');
  await tell(numbers.slice(1, 2), 'claimed', { seen: 'verified' });
  const before = await calls().payments.claims();
  await book.till.close();

  expect(rebuildFolder(book.dataDir).changed).toEqual([]);
  await book.reopen();

  expect(await calls().payments.claims()).toEqual(before);
  expect(before.open.length).toBe(2);
});

test.each([
  ['an open claim hidden', 'DELETE FROM open_claim', 'open_claim'],
  ['an open claim made up', 'INSERT INTO open_claim VALUES (1, 0)', 'open_claim'],
])('verify finds %s', async (_, sql, table) => {
  sell(qris('claimed'));
  book.till.db.exec(sql);

  const { ok, reason } = await verifyBook(book.till);

  expect({ ok, reason }).toEqual({ ok: false, reason: expect.stringContaining(table) });
});

test.each([
  ['state', "'missing'"],
  ['number', "'ABC-000009'"],
  ['tender', '1'],
  ['found_by', "'report'"],
  ['reference', "'526312345678'"],
  ['note', "'Sudah dicek'"],
  ['cashier', "'kasir-2'"],
])('verify finds that %s of a finding was changed', async (column, value) => {
  await tell([sell(qris('claimed'))], 'verified');
  const { db } = book.till;
  db.exec('DROP TRIGGER tender_state_refuse_update');
  db.exec(`UPDATE tender_state SET ${column} = ${value}`);
  db.exec(appendOnly('tender_state')[0] ?? '');

  expect((await verifyBook(book.till)).reason).toContain(`tender_state.${column}`);
});

test.each([
  ['of a sale that it does not name', { ref: '1.2' }],
  ['of another amount', { amount: 1 }],
  ['of another means', { kind: 'transfer' }],
])('verify finds a signed finding %s', async (_, change) => {
  const number = sell(qris('claimed'));
  const [sale] = recordsOf(book, 'sale');
  if (!sale) throw new Error('one was booked');
  const { at, offset, businessDate, cashier, epoch, seq } = sale.head;
  const stamp = { at, offset, businessDate, cashier, total: 0 };
  const state = {
    ref: `${epoch}.${seq}`,
    kind: 'qris',
    amount: 45_000,
    state: 'verified',
  } as const;
  const body = { id: anId(), number, tender: 0, by: 'hand', note: '' } as const;
  writeJournal(book.till, (_tx, append) =>
    append({ type: 'tender-state', head: { ...stamp, ...state, ...change }, body }),
  );

  const { ok, reason } = await verifyBook(book.till);
  expect([ok, reason]).toEqual([false, expect.stringMatching(/^its (sale|tender) is not/)]);
});
