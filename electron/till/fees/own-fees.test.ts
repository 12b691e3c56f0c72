import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '../../../test/support/calls.ts';
import {
  anId,
  bookPieces,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import type { PaperStrip } from '../../../domain/printing/printer.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { verifyBook } from '../journal/verify.ts';
import { closeTill } from '../open-till.ts';
import { readFees } from './read-fees.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const calls = () => callsOf(book);
const failsWith = (code: string, data: object = {}) => ({ code, data });
const plan = { electricityRupiah: 700_000, cleaningRupiah: 300_000, dueDay: 10 };
const begin = (from = '2026-11') => calls().fees.setPlan({ id: anId(), from, ...plan });
const pay = (amountRupiah: number, change: object = {}) => {
  const order = {
    id: anId(),
    how: 'bank',
    on: '2026-11-23',
    note: '',
    fromSetAside: false,
  } as const;
  return calls().fees.pay({ ...order, amountRupiah, ...change });
};
/** The till charges by itself, soon after a sale. */
const charged = () =>
  expect.poll(async () => (await calls().fees.read()).ledger.charges.length).toBe(2);
const trail = async () => {
  const every = { from: null, to: null, cashier: null, topic: 'fees', cursor: '' } as const;
  return (await calls().journal.trail({ ...every, limit: 20 })).entries;
};
const setAside = (amountRupiah: number) =>
  calls().shifts.move({ id: anId(), shift: null, reason: 'set-aside', amountRupiah, note: '' });

test('a stall that nobody has set a fee for owes nothing, nor has its journal any', async () => {
  bookPieces(book.till, 1);
  expect(await calls().fees.read()).toMatchObject({
    keeper: 'none',
    ledger: { owedRupiah: 0, next: null, charges: [] },
  });
  expect(await trail()).toEqual([]);
});

test('a stall alone is charged each month that it trades in, and once', async () => {
  await begin('2026-10');
  expect((await calls().fees.read()).ledger.owedRupiah).toBe(0); // nothing was sold yet
  bookPieces(book.till, 1);
  await charged();
  await book.reopen();
  const { ledger, keeper } = await calls().fees.read();
  expect(keeper).toBe('own');
  expect(ledger.charges).toMatchObject([
    { period: '2026-11', kind: 'cleaning', amountRupiah: 300_000, due: '2026-11-23' },
    { period: '2026-11', kind: 'electricity', amountRupiah: 700_000, basis: 'tarif' },
  ]);
  // Its day was the 10th: what is charged behind it is not late at once.
  expect(ledger).toMatchObject({ owedRupiah: 1_000_000, overdueRupiah: 0 });
});

test('a look at fees writes nothing, whatever is to be charged', async () => {
  await begin();
  bookPieces(book.till, 1);

  expect(readFees(book.till).ledger.charges).toEqual([]);
  await charged();
  expect((await trail()).map(({ act }) => act)).toEqual(['fee-charge', 'fee-plan-set']);
});

test('the next day of a month that is traded in is charged without anybody looking', async () => {
  await begin();
  bookPieces(book.till, 1);
  await book.reopen();
  expect(await trail()).toMatchObject([
    { act: 'fee-charge', cashier: 'lapak', subject: '2026-11', amountRupiah: 1_000_000 },
    { act: 'fee-plan-set', cashier: 'kasir-1' },
  ]);
});

test('a payment has a number of its own, pays the oldest, and is once for each id', async () => {
  await begin();
  bookPieces(book.till, 1);
  const id = anId();
  await pay(1_200_000, { id });
  await pay(1_200_000, { id });
  await expect(pay(1, { id })).rejects.toMatchObject(failsWith('ACT_ID_REUSED'));
  const { ledger } = await calls().fees.read();
  expect(ledger).toMatchObject({ owedRupiah: 0, advanceRupiah: 200_000 });
  expect(ledger.credits).toMatchObject([{ kuitansi: 'BB/own/2026/000001', isPrinted: false }]);
});

test('what was paid before the month is charged is taken for it', async () => {
  await begin();
  await pay(400_000);
  bookPieces(book.till, 1);
  await charged();
  const { ledger } = await calls().fees.read();
  expect(ledger).toMatchObject({ owedRupiah: 600_000, payableRupiah: 600_000 });
});

test('cash from the drawer is a movement for the fee and its payment, or neither', async () => {
  await begin();
  await expect(
    calls().fees.payFromDrawer({ id: anId(), amountRupiah: 100_000, note: '' }),
  ).rejects.toMatchObject(failsWith('SHIFT_CLOSED', { drawer: 1 }));
  expect((await calls().fees.read()).ledger.credits).toEqual([]);
  const shift = openTestShift(book.till);
  const order = { id: anId(), shift, amountRupiah: 100_000, note: '' };
  await calls().fees.payFromDrawer(order);
  await calls().fees.payFromDrawer(order);
  await expect(
    calls().fees.payFromDrawer({ ...order, id: anId(), shift: shift + 1 }),
  ).rejects.toMatchObject(failsWith('SHIFT_ENDED', { shift: shift + 1 }));
  expect((await calls().shifts.x({ shift })).cash).toMatchObject({ outRupiah: 100_000 });
  expect((await calls().fees.read()).ledger.credits).toMatchObject([
    { kind: 'cash', amountRupiah: 100_000, takenFrom: 'drawer' },
  ]);
});

test('a payment that is taken back opens what it paid, and keeps its number', async () => {
  await begin();
  bookPieces(book.till, 1);
  await charged();
  await pay(1_000_000);
  const [credit] = (await calls().fees.read()).ledger.credits;
  await calls().fees.undo({ id: anId(), credit: credit?.id ?? '' });
  const { ledger } = await calls().fees.read();
  expect(ledger.owedRupiah).toBe(1_000_000);
  expect(ledger.credits).toMatchObject([{ kuitansi: 'BB/own/2026/000001', isReversed: true }]);
  await expect(calls().fees.undo({ id: anId(), credit: credit?.id ?? '' })).rejects.toMatchObject(
    failsWith('FEE_UNKNOWN'),
  );
});

test('what is set aside comes out of the drawer, is counted, and pays', async () => {
  await begin();
  openTestShift(book.till);
  bookPieces(book.till, 10);
  await setAside(60_000);
  await setAside(40_000);
  const { setAside: before } = await calls().fees.read();
  expect(before).toMatchObject({ balanceRupiah: 100_000, todayRupiah: 100_000 });

  const id = anId();
  const counted = { expectedRupiah: 100_000, differenceRupiah: -2_000 };
  expect(await calls().fees.countSetAside({ id, countedRupiah: 98_000 })).toEqual(counted);
  expect(await calls().fees.countSetAside({ id, countedRupiah: 98_000 })).toEqual(counted);
  await pay(50_000, { fromSetAside: true });
  await expect(pay(50_000, { fromSetAside: true })).rejects.toMatchObject(
    failsWith('SET_ASIDE_SHORT', { hasRupiah: 48_000 }),
  );
  await calls().fees.takeSetAside({ id: anId(), amountRupiah: 8_000, note: 'tukar' });
  await expect(
    calls().fees.takeSetAside({ id: anId(), amountRupiah: 40_001, note: '' }),
  ).rejects.toMatchObject({ code: 'SET_ASIDE_SHORT' });
  expect((await calls().fees.read()).setAside.balanceRupiah).toBe(40_000);
  expect((await trail()).filter(({ act }) => act !== 'fee-charge')).toMatchObject([
    { act: 'fee-cash-bank', amountRupiah: 8_000, note: 'tukar' },
    { act: 'fee-payment', subject: 'BB/own/2026/000001' },
    { act: 'fee-drawer-count', changes: [{ from: 'Rp100.000', to: 'Rp98.000' }] },
    { act: 'fee-plan-set', subject: '2026-11', amountRupiah: 1_000_000 },
  ]);
});

test('a payment from the savings that is taken back is in them again', async () => {
  await begin();
  openTestShift(book.till);
  bookPieces(book.till, 10);
  await setAside(60_000);
  await pay(50_000, { fromSetAside: true });
  const { ledger, setAside: paid } = await calls().fees.read();
  expect(paid.balanceRupiah).toBe(10_000);
  expect(ledger.credits).toMatchObject([{ takenFrom: 'set-aside' }]);

  await calls().fees.undo({ id: anId(), credit: ledger.credits[0]?.id ?? '' });
  expect((await calls().fees.read()).setAside.balanceRupiah).toBe(60_000);
  await book.reopen();
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('a paper of a payment comes out once, then as SALINAN; its statement adds up', async () => {
  await begin();
  bookPieces(book.till, 1);
  await pay(250_000);
  book.till.printer.start();
  const number = 'BB/own/2026/000001';
  expect(await calls().fees.printKuitansi({ number })).toEqual({ isCopy: false });
  expect(await calls().fees.printKuitansi({ number })).toEqual({ isCopy: true });
  await expect(calls().fees.printKuitansi({ number: 'X' })).rejects.toMatchObject(
    failsWith('FEE_UNKNOWN'),
  );
  await calls().fees.printStatement({ from: '2026-11', to: '2026-11' });
  const papers = await calls().printing.watchPaper();
  const strips: PaperStrip[] = [];
  while (strips.length < 3)
    strips.push(await papers.next().then(({ value }) => value as PaperStrip));
  await papers.return?.();
  const lines = strips.map(textOf);
  expect(lines[0]).toMatch(/CATATAN BAYAR IURAN[\s\S]*Rp250\.000[\s\S]*Dua ratus lima puluh ribu/);
  expect(lines[0]).not.toContain('SALINAN');
  expect(lines[1]).toContain('SALINAN');
  expect(lines[2]).toMatch(/Saldo awal +0[\s\S]*Saldo akhir +Rp750\.000/);
});

test('the rows of fees are made anew from the journal, and verify sees a wrong one', async () => {
  await begin();
  bookPieces(book.till, 1);
  await charged();
  await calls().fees.countSetAside({ id: anId(), countedRupiah: 5_000 });
  const { rows } = await rebuiltWithout('fee_entry');
  expect(rows).toMatchObject({ fee_entry: 3 });
  await book.reopen();
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
  expect((await calls().fees.read()).setAside.balanceRupiah).toBe(5_000);
  book.till.db.exec('DROP TRIGGER fee_entry_refuse_update');
  book.till.db.exec('UPDATE fee_entry SET set_aside_rupiah = 9 WHERE set_aside_rupiah = 5000');
  expect(await verifyBook(book.till)).toMatchObject({ ok: false });
});

function textOf({ lines }: PaperStrip): string {
  return lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
}

/** Closes the till, takes a table away, and makes it anew. */
async function rebuiltWithout(table: string) {
  book.till.db.exec(`DROP TABLE ${table}`);
  await closeTill(book.till);
  return rebuildFolder(book.dataDir);
}

test('from the 25th every page is reminded of a fee, and not once it is paid', async () => {
  await begin();
  const news = await calls().fees.watch();
  expect((await news.next()).value).toEqual({ reminder: null });
  bookPieces(book.till, 1);
  expect((await news.next()).value).toMatchObject({ reminder: { kind: 'soon' } });
  await pay(10_000);
  expect((await news.next()).value).toMatchObject({ reminder: { kind: 'soon' } });
  await pay(990_000);
  expect((await news.next()).value).toEqual({ reminder: null });
  book.clock.now = Date.UTC(2026, 10, 25, 3);
  await pay(1);
  expect((await news.next()).value).toEqual({ reminder: { kind: 'soon', due: '2026-12-10' } });
  await news.return?.();
});
