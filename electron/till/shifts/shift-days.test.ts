import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import type { JournalRecord } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import { inReasons, outReasons } from '../../../domain/shifts/movement.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { addUp, readJournal, sum } from '../../../test/support/added-up.ts';
import {
  aLine,
  anId,
  bookPieces,
  bookRefund,
  openTestTill,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { verifyBook } from '../journal/verify.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer, readExpected } from './count-drawer.ts';
import { handOver } from './hand-over.ts';
import { moveCash, openWithoutSale } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { insertPerson } from '../staff/staff-store.ts';
import { readX, readZByNumber } from './procedures.ts';
import { openShifts } from './shift-store.ts';
import type { Terms } from '../../../domain/sales/terms.ts';
import { readTerms } from '../sales/sold-lines.ts';

/**
 * Days of a stall, one after another in one book: sales, refunds, cash moved, drawers handed over,
 * clocks that jump, zones that change. Whatever they hold, each Z says what the journal says, to
 * the rupiah, as it is added up here from its bytes alone.
 */

/** `LAPAK_RUNS=10000` lives as many days; a test run does with fewer. */
const DAYS = Number(process.env['LAPAK_RUNS'] ?? 500);
const DAYS_A_STALL = 20;

/** What is sold, and by what its total is rounded: a part of it has no category. */
const wares = [
  { code: 'KOPI-01', category: 'Kopi', priceRupiah: 45_000 },
  { code: 'SBL-01', category: 'Sambal', priceRupiah: 12_350 },
  { code: 'PRM-01', category: '', priceRupiah: 3_130 },
] as const;
const cashier = fc.constantFrom('kasir-1', 'kasir-2');
const ware = fc.record({
  is: fc.constantFrom(...wares),
  pieces: fc.integer({ min: 1, max: 9 }),
  rounding: fc.constantFrom(1, 100, 500),
  cashier,
});
type Ware = typeof ware extends fc.Arbitrary<infer W> ? W : never;

const drawer = fc.constantFrom(1, 1, 1, 2);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('sell' as const),
      drawer,
      ware,
      over: fc.nat({ max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('refund' as const),
      drawer,
      ware,
      cashier,
      of: fc.nat({ max: 99 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      drawer,
      reason: fc.constantFrom(...inReasons, ...outReasons),
      amount: fc.integer({ min: 1, max: 900_000 }),
    }),
  },
  fc.record({ does: fc.constant('look' as const), drawer }),
  fc.record({ does: fc.constant('count' as const), drawer, off: fc.integer({ min: -9, max: 9 }) }),
  fc.record({
    does: fc.constant('handOver' as const),
    drawer,
    off: fc.integer({ min: -9, max: 9 }),
  }),
  fc.record({ does: fc.constant('history' as const), pieces: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    does: fc.constant('clock' as const),
    hours: fc.constantFrom(1, 2, 5, -1, -24, 24, 400 * 24),
  }),
  fc.record({
    does: fc.constant('zone' as const),
    zone: fc.constantFrom('WIB' as const, 'WITA' as const, 'WIT' as const),
    cutOffHour: fc.integer({ min: 0, max: 6 }),
  }),
);
const day = fc.record({
  acts: fc.array(act, { maxLength: 14 }),
  off: fc.integer({ min: -9, max: 9 }),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** A count that comes to so much, in coins of a hundred and the largest notes that fit. */
function countOf(amountRupiah: number): CashCount {
  const notes = Math.floor(amountRupiah / 100_000);
  const coins = Math.floor((amountRupiah - notes * 100_000) / 100);
  return [
    { valueRupiah: 100_000, pieces: Math.max(0, notes) },
    { valueRupiah: 100, pieces: Math.max(0, coins) },
  ];
}

/** One line of a ware, paid in cash with so much over. */
function soldAs({ is, pieces, rounding, cashier }: Ware, over: number) {
  const line = { ...aLine(pieces, is.code), category: is.category };
  const due = Math.round((pieces * is.priceRupiah) / rounding) * rounding;
  return {
    lines: [{ ...line, priceRupiah: rupiah(is.priceRupiah) }],
    tenders: [{ kind: 'cash' as const, amountRupiah: rupiah(due + over) }],
    cashier,
  };
}

class Stall {
  readonly #book: TestTill;
  /** Of which nothing came back. */
  readonly #sold: { readonly receipt: Receipt; readonly pieces: number }[] = [];
  #documents = 0;
  constructor(book: TestTill) {
    this.#book = book;
  }

  live({ acts, off }: { readonly acts: readonly Act[]; readonly off: number }): void {
    this.#shiftAt(1); // a day without a sale is closed too
    for (const one of acts) this.#do(one);
    for (const { shift } of this.#open()) this.#close(shift, off);
    this.#book.clock.now += 24 * HOUR_MS;
  }

  #open() {
    return read(this.#book.till, openShifts);
  }

  #shiftAt(at: number): number {
    const open = this.#open().find((shift) => shift.drawer === at)?.shift;
    const order = { id: anId(), drawer: at, float: countOf(at * 150_000) };
    return open ?? openShift(this.#book.till, theOwner, order).shift;
  }

  #terms({ rounding }: Ware): Terms {
    const { till } = this.#book;
    const terms = read(till, (tx) => readTerms(tx, till.clock()));
    return { ...terms, cashRoundingRupiah: rounding };
  }

  #do(one: Act): void {
    const { till, clock } = this.#book;
    switch (one.does) {
      case 'sell':
        this.#sell(one.drawer, one.ware, one.over);
        return;
      case 'refund':
        this.#refund(one);
        return;
      case 'move': {
        const at = { actor: theOwner, drawer: one.drawer };
        this.#shiftAt(one.drawer);
        const { reason, amount: amountRupiah } = one;
        moveCash(till, at, { id: anId(), shift: null, reason, amountRupiah, note: 'x' });
        return;
      }
      case 'look':
        this.#shiftAt(one.drawer);
        openWithoutSale(
          till,
          { actor: theOwner, drawer: one.drawer },
          { id: anId(), shift: null, reason: 'look', note: '' },
        );
        return;
      case 'count':
        this.#count(this.#shiftAt(one.drawer), one.off);
        return;
      case 'handOver': {
        const shift = this.#shiftAt(one.drawer);
        const holder = this.#open().find((open) => open.shift === shift)?.cashier;
        this.#count(shift, one.off);
        const receiver = holder === 'kasir-1' ? 'kasir-2' : 'kasir-1';
        handOver(till, theOwner, {
          id: anId(),
          shift,
          count: null,
          reason: 'unknown',
          note: '',
          receiver,
        });
        return;
      }
      case 'history':
        this.#documents += 1;
        bookPieces(till, one.pieces, { source: `INV-${this.#documents}` });
        return;
      case 'clock':
        clock.now += one.hours * HOUR_MS;
        return;
      case 'zone':
        write(till, (tx) => changeSettings(tx, { zone: one.zone, cutOffHour: one.cutOffHour }));
        return;
    }
  }

  #sell(drawer: number, sold: Ware, over: number): void {
    const { pieces } = sold;
    const place = { shift: this.#shiftAt(drawer), terms: this.#terms(sold) };
    const change = { ...place, ...soldAs(sold, over * 5_000) };
    const { receipt } = bookPieces(this.#book.till, pieces, change);
    this.#sold.push({ receipt, pieces });
  }

  /** All of a sale of this or an earlier day comes back; one is rung up where there is none. */
  #refund({ drawer, cashier, of, ware: other }: Extract<Act, { does: 'refund' }>): void {
    if (this.#sold.length === 0) this.#sell(drawer, other, 0);
    const [back] = this.#sold.splice(of % this.#sold.length, 1);
    assert(back !== undefined, 'there is one at least');
    this.#shiftAt(drawer);
    const actor = { ...theOwner, cashier };
    const tenders = [{ kind: 'cash', amount: back.receipt.totalRupiah }] as const;
    bookRefund(this.#book.till, back.receipt, back.pieces, { at: { actor, drawer }, tenders });
  }

  #count(shift: number, off: number): void {
    const { till } = this.#book;
    const { expectedRupiah } = readExpected(till, { shift });
    countDrawer(till, theOwner, { shift, count: countOf(expectedRupiah + off * 100) });
  }

  #close(shift: number, off: number): void {
    const { till } = this.#book;
    const before = readX(till, { actor: theOwner, drawer: 1 }, { shift });
    this.#count(shift, off);
    const order = { id: anId(), shift, count: null, reason: 'unknown' as const, note: '' };
    const z = closeShift(till, theOwner, { ...order, carts: 'refuse' });
    expect(z.sums).toEqual(before.sums); // the X just before it said the same
    expect(z.hours).toEqual(before.hours);
    expect(z.cash).toEqual(before.cash);
  }
}

function expectZsToAgree({ till }: TestTill, records: readonly JournalRecord[]): void {
  const cashiersOf = (z: number) =>
    readZByNumber(till, { number: String(z) }).cashiers.map(({ cashier, netRupiah }) => [
      cashier,
      netRupiah,
    ]);
  const zs = records.filter((record) => record.type === 'z');
  const numbers = zs.map(({ head }) => head.number);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  for (const { head, body } of zs) {
    const all = addUp(records, head.shift);
    const { sales, refunds } = head;
    expect({ sales, refunds }).toEqual({ sales: all.sales, refunds: all.refunds });
    expect(sum(Object.values(head.tenders))).toBe(all.net);
    expect(all.tender).toBe(all.net);
    expect(head.categories).toEqual(all.categories);
    expect(head.rounding).toBe(all.rounding);
    expect(cashiersOf(head.number)).toEqual(all.cashiers);
    expect(body.cash).toEqual({ ...all.cash, expected: all.expected });
    expect(body.noSales).toBe(all.noSales);
    expect(body.counts).toBe(all.counts);
    expect(body.counted).toEqual(all.counted);
    const counted = sum(body.counted.map(({ value, pieces }) => value * pieces));
    expect(body.difference).toBe(counted - all.expected);
  }
  // Every own sale is in one Z, and the counters of the last restate them all.
  const counters = records.at(-1)?.head.counters;
  expect(counters).toEqual({
    sales: sum(zs.map(({ head }) => head.sales.total)),
    refunds: sum(zs.map(({ head }) => head.refunds.total)),
    count: sum(zs.map(({ head }) => head.sales.count + head.refunds.count)),
  });
}

test('days that follow one another: every Z says what the journal says', {
  timeout: 900_000,
}, async () => {
  let days = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(day, { minLength: DAYS_A_STALL, maxLength: DAYS_A_STALL }),
      async (lived) => {
        const book = await openTestTill();
        try {
          book.till.db.pragma('synchronous = OFF'); // what a power cut leaves is tested elsewhere
          write(book.till, (tx) => {
            changeSettings(tx, { drawers: 2 });
            insertPerson(tx, { name: 'Sari', role: 'cashier', createdAtMs: 0 }); // kasir-2
          });
          const stall = new Stall(book);
          for (const one of lived) stall.live(one);
          days += lived.length;
          expectZsToAgree(book, readJournal(book));
          expect(await verifyBook(book.till)).toMatchObject({ ok: true });
        } finally {
          await book.close();
        }
      },
    ),
    { numRuns: Math.ceil(DAYS / DAYS_A_STALL) },
  );
  expect(days).toBeGreaterThanOrEqual(DAYS);
});
