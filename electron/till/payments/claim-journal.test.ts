import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryWords } from '../../../domain/journal/trail-words.ts';
import { translator } from '../../../domain/translator.ts';
import { aQris, aTransfer, claimHands } from '../../../test/support/claim-hands.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { anId, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { verifyBook } from '../journal/verify.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { appendOnly } from '../database/append-only.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const { calls, sell, tell } = claimHands(() => book);

test('the audit trail tells of it in both languages', async () => {
  const number = sell(aQris());
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
  const numbers = [sell(aQris()), sell(aQris()), sell(aTransfer)];
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
  sell(aQris());
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
  await tell([sell(aQris())], 'verified');
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
  const number = sell(aQris());
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
