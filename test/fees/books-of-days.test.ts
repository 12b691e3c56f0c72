import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { FeeBody } from '../../domain/fees/body.ts';
import { foldFees } from '../../domain/fees/ledger.ts';
import { statementOf as ofLedger } from '../../domain/fees/statement.ts';
import { showLedger } from '../../domain/fees/till-view.ts';
import { acceptRow } from '../../hub/fees/bank/accept-rows.ts';
import { bookedUntil } from '../../hub/fees/bank/books-store.ts';
import { undoUse } from '../../hub/fees/bank/undo-use.ts';
import { allocate } from '../../hub/fees/allocate.ts';
import { chargeByHand } from '../../hub/fees/charge-by-hand.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { closeMonth } from '../../hub/fees/matters/months.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readAgeing } from '../../hub/fees/read-ageing.ts';
import { readStatement } from '../../hub/fees/read-statement.ts';
import { creditNote, waive } from '../../hub/fees/reduce.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { verifyFees } from '../../hub/fees/verify/verify-fees.ts';
import { bcaFile, importFile } from '../support/bank-office.ts';
import { addLeasedMall, asked, cash, type FeeOffice, openOffice } from '../support/fee-office.ts';
import { postedUntil } from '../support/fee-past.ts';
import { eachDatabase, type FreshPlace } from '../support/hub-databases.ts';

/**
 * The books at the end of any day: what stalls owed is what their charges had open then, and nobody
 * had paid ahead less than nothing, whenever it was booked, taken back and booked again.
 */
async function openMall({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  const chargeOf = async (period: string, kind: string) => {
    const row = await database.db
      .selectFrom('fee_charge')
      .where('period', '=', period)
      .where('stall', '=', 'TC-1')
      .where('kind', '=', kind)
      .where('is_reversed', '=', 0)
      .select('id')
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const owedOn = async (on: string) => {
    const { sums } = await readAgeing(office.hub, {
      mall: 'TC',
      on,
      band: null,
      text: '',
      cursor: '',
    });
    expect(await postedUntil(database, on)).toEqual({ receivable: sums?.total, overdrawn: 0 });
    return sums?.total;
  };
  return { database, office, chargeOf, owedOn };
}

/** What the till of TC-1 has of the records that the hub tells it. */
async function tillStatement({ hub }: FeeOffice, month: string) {
  const records = await hub.database.db
    .selectFrom('hub_record')
    .where('type', '=', 'fee')
    .select('body')
    .orderBy('position')
    .execute();
  const bodies = records.map(({ body }) => FeeBody.parse(JSON.parse(body.toString('utf8'))));
  const own = bodies.filter(({ stall }) => stall === 'TC-1');
  const ledger = foldFees(own.map((body) => ({ body, by: 'pengelola-1', atMs: 0 })));
  const none = { positions: new Map(), seen: new Set<number>(), printed: new Set<string>() };
  const shown = showLedger(ledger, { today: '2026-11-05', ...none });
  return ofLedger(shown, { from: month, to: month }).closingRupiah;
}

async function statementOf(office: FeeOffice, from: string, to: string) {
  const { closing, advance } = await readStatement(office.hub, { stall: 'TC-1', from, to });
  return { closing, advance };
}

eachDatabase('what a waiver or a credit note took comes back where it was taken', async (place) => {
  const { database, office, chargeOf } = await openMall(place);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const charge = await chargeOf('2026-11', 'electricity');
  for (const make of [waive, creditNote]) {
    const { credits } = await make(office, { ...asked('TC-1', 'salah'), charge, amount: 100_000 });
    await reverse(office, { ...asked('TC-1', 'salah'), of: credits[0] ?? '' });
  }
  const revenue = await database.db
    .selectFrom('fee_posting')
    .where((e) => e.or([e('debit', '=', 'revenue-other'), e('credit', '=', 'revenue-other')]))
    .select('act')
    .execute();

  expect(revenue).toEqual([]);
  expect(await verifyFees(database)).toMatchObject({ ok: true });
});

eachDatabase('a row that is undone and split anew pays once on each of the days', async (place) => {
  const { database, office, owedOn } = await openMall(place);
  await chargeMonth(office, { mall: 'TC', period: '2026-10' });
  await importFile(office, bcaFile([['2026-10-30', 1_000_000, 'SETORAN']]), { mall: 'TC' });
  const { id: row } = await database.db
    .selectFrom('bank_row')
    .select('id')
    .executeTakeFirstOrThrow();
  const whole = [{ stall: 'TC-1', amount: 1_000_000 }];
  const [first] = await acceptRow(office, { id: randomUUID(), row, parts: whole });
  expect(await owedOn('2026-10-31')).toBe(1_000_000);
  await undoUse(office, { id: randomUUID(), act: first?.act ?? '', note: '' });
  expect(await owedOn('2026-10-31')).toBe(2_000_000);
  const parts = [
    { stall: 'TC-1', amount: 600_000 },
    { stall: 'TC-2', amount: 400_000 },
  ];
  await acceptRow(office, { id: randomUUID(), row, parts });

  expect(await owedOn('2026-10-31')).toBe(1_000_000);
  expect(await owedOn('2026-11-05')).toBe(1_000_000);
  expect(await statementOf(office, '2026-10-01', '2026-10-31')).toEqual({
    closing: 400_000,
    advance: 0,
  });
});

eachDatabase('what paid for next month is taken back on the day of that', async (place) => {
  const { database, office, owedOn } = await openMall(place);
  office.setToday('2026-11-25');
  const drawerOn = (on: string) =>
    bookedUntil(database.db, { account: 'kantor-tc', mall: 'TC' }, on);
  await chargeMonth(office, { mall: 'TC', period: '2026-12' });
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_000_000) });
  expect(await drawerOn('2026-11-30')).toBe(1_000_000);
  const undone = await reverse(office, { ...asked('TC-1', 'salah'), of: credits[0] ?? '' });

  expect(undone).toMatchObject({ on: '2026-11-25', owed: 1_000_000, advance: 0 });
  expect(await drawerOn('2026-11-30')).toBe(0);
  expect(await statementOf(office, '2026-11-01', '2026-11-30')).toEqual({ closing: 0, advance: 0 });
  expect(await owedOn('2026-11-30')).toBe(0);
  expect(await owedOn('2026-12-31')).toBe(2_000_000);
  expect(await verifyFees(database)).toMatchObject({ ok: true });
});

eachDatabase('what paid for next month is moved to this one, by one act', async (place) => {
  const { office, chargeOf, owedOn } = await openMall(place);
  office.setToday('2026-11-25');
  await chargeMonth(office, { mall: 'TC', period: '2026-12' });
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_000_000) });
  const december = await chargeOf('2026-12', 'cleaning');
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const november = await chargeOf('2026-11', 'cleaning');
  const part = { credit: credits[0] ?? '', amount: 300_000 };
  const lines = [
    { ...part, charge: december, amount: -300_000 },
    { ...part, charge: november },
  ];
  await allocate(office, { ...asked('TC-1', 'bulan ini dulu'), lines });

  expect(await owedOn('2026-11-30')).toBe(1_700_000);
  expect(await owedOn('2026-12-31')).toBe(3_000_000);
  expect(await statementOf(office, '2026-11-01', '2026-11-30')).toEqual({
    closing: 0,
    advance: 700_000,
  });
});

eachDatabase('what takes back a charge of next month is of next month', async (place) => {
  const { office, chargeOf, owedOn } = await openMall(place);
  await chargeMonth(office, { mall: 'TC', period: '2026-12' });
  const [electricity, cleaning] = [
    await chargeOf('2026-12', 'electricity'),
    await chargeOf('2026-12', 'cleaning'),
  ];
  await waive(office, { ...asked('TC-1', 'renovasi'), charge: cleaning, amount: null });
  await reverse(office, { ...asked('TC-1', 'salah'), of: electricity });

  expect(await owedOn('2026-11-30')).toBe(0);
  expect(await statementOf(office, '2026-11-01', '2026-11-30')).toEqual({ closing: 0, advance: 0 });
  expect(await owedOn('2026-12-31')).toBe(1_000_000);
});

eachDatabase('what was taken back is used again from that day on, not before', async (place) => {
  const { office, chargeOf, owedOn } = await openMall(place);
  office.setToday('2026-10-20');
  await chargeMonth(office, { mall: 'TC', period: '2026-10' });
  await pay(office, { ...asked('TC-1'), ...cash(1_000_000) });
  office.setToday('2026-11-05');
  for (const kind of ['electricity', 'cleaning']) {
    await reverse(office, { ...asked('TC-1', 'salah'), of: await chargeOf('2026-10', kind) });
  }
  expect(await owedOn('2026-10-31')).toBe(1_000_000);
  for (const month of ['2026-10', '2026-11']) {
    const { closing } = await statementOf(office, `${month}-01`, `${month}-30`);
    expect(await tillStatement(office, month)).toBe(closing);
  }
  const hand = { period: '2026-10', kind: 'other', amount: 1_000_000, due: '2026-10-31' } as const;
  await chargeByHand(office, { ...asked('TC-1', 'ulang'), on: '2026-10-01', ...hand });

  expect(await owedOn('2026-10-31')).toBe(2_000_000);
  expect(await owedOn('2026-11-05')).toBe(1_000_000);
});

eachDatabase(
  'what is owed of a past date stands beside the advance of that date',
  async (place) => {
    const { office } = await openMall(place);
    office.setToday('2026-11-20');
    await chargeMonth(office, { mall: 'TC', period: '2026-10' });
    await pay(office, { ...asked('TC-1'), ...cash(1_700_000) });
    await pay(office, { ...asked('TC-2'), ...cash(300_000), on: '2026-10-20', allocations: [] });
    const lookOn = async (on: string) => {
      const page = { mall: 'TC', on, band: null, text: '', cursor: '' };
      const { stalls } = await readAgeing(office.hub, page);
      for (const { stall, total, advance } of stalls) {
        const { closing } = await readStatement(office.hub, { stall, from: '2026-10-01', to: on });
        expect(total - advance).toBe(closing);
      }
      return stalls;
    };

    expect(await lookOn('2026-10-31')).toMatchObject([
      { stall: 'TC-1', total: 1_000_000, advance: 0 },
      { stall: 'TC-2', total: 1_000_000, advance: 300_000 },
    ]);
    expect(await lookOn('2026-11-20')).toMatchObject([
      { stall: 'TC-2', total: 1_000_000, advance: 300_000 },
    ]);
  },
);

eachDatabase('a clock that went back uses no advance before it came', async (place) => {
  const { office, owedOn } = await openMall(place);
  await pay(office, { ...asked('TC-1'), ...cash(300_000) });
  office.setToday('2026-10-05');
  await chargeMonth(office, { mall: 'TC', period: '2026-10' });
  await allocate(office, { ...asked('TC-1'), lines: null });

  expect(await owedOn('2026-10-31')).toBe(2_000_000);
  expect(await owedOn('2026-11-05')).toBe(1_700_000);
});

eachDatabase(
  'a payment of an open month pays for a charge of a closed one later',
  async (place) => {
    const { office, owedOn } = await openMall(place);
    await chargeMonth(office, { mall: 'TC', period: '2026-11' });
    office.setToday('2026-12-05');
    const close = { id: randomUUID(), mall: 'TC', month: '2026-11', note: 'cek', despite: true };
    await closeMonth(office.hub, office.by, close);
    await pay(office, { ...asked('TC-1'), on: '2026-10-30', ...cash(1_000_000) });

    expect(await owedOn('2026-11-30')).toBe(2_000_000);
    expect(await owedOn('2026-12-05')).toBe(1_000_000);
  },
);
