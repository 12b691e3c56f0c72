import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readAgeing } from '../../hub/fees/read-ageing.ts';
import { readMonth } from '../../hub/fees/read-month.ts';
import { readBill, readStall } from '../../hub/fees/read-stall.ts';
import { readStatement } from '../../hub/fees/read-statement.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addLeasedMall, asked, cash, dispute, openOffice } from '../support/fee-office.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const all = { text: '', cursor: '' };

const sumOf = (charges: readonly { readonly amount: number; readonly settled: number }[]) => ({
  amount: charges.reduce((sum, { amount }) => sum + amount, 0),
  settled: charges.reduce((sum, { settled }) => sum + settled, 0),
});

eachDatabase(
  'a month shows each stall by its state, in pages, by part of its name',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 205);
    await chargeMonth(office, { mall: 'TC', period: '2026-10' });
    office.setToday('2026-10-10');
    const month = { mall: 'TC', period: '2026-10', ...all };
    await pay(office, { ...asked('TC-1'), ...cash(1_000_000) });
    await pay(office, { ...asked('TC-2'), ...cash(400_000) });
    const [charge] = (await readStall(office.hub, 'TC-3')).open;
    await dispute(office, 'TC-3', charge?.id ?? '');

    const first = await readMonth(office.hub, { ...month, state: null });
    const second = await readMonth(office.hub, { ...month, state: null, cursor: first.nextCursor });
    const disputed = await readMonth(office.hub, { ...month, state: 'disputed' });
    office.setToday('2026-10-11');
    const overdue = await readMonth(office.hub, { ...month, state: 'overdue', text: 'tc-2' });
    const paid = await readMonth(office.hub, { ...month, state: 'paid' });

    expect(first.sums).toEqual({
      stalls: 205,
      charged: 205_000_000,
      settled: 1_400_000,
      open: 203_600_000,
      overdue: 0,
      states: { open: 203, paid: 1, overdue: 0, disputed: 1 },
    });
    expect([first.stalls.length, second.stalls.length, second.nextCursor]).toEqual([200, 5, '']);
    expect(second.sums).toBeNull();
    expect(new Set([...first.stalls, ...second.stalls].map(({ stall }) => stall)).size).toBe(205);
    expect(disputed.stalls).toMatchObject([{ stall: 'TC-3', open: 1_000_000 }]);
    expect(overdue.stalls[0]).toMatchObject({ stall: 'TC-2', open: 600_000, state: 'overdue' });
    expect(overdue.sums).toMatchObject({ overdue: 203_600_000 });
    expect(paid.stalls.map(({ stall }) => stall)).toEqual(['TC-1']);
    await expect(
      readMonth(office.hub, { ...month, mall: 'PB', state: null }),
    ).rejects.toMatchObject({
      code: 'MALL_UNKNOWN',
    });
  },
);

eachDatabase(
  'the bill of any month has its charges, paid or not, and older arrears',
  async ({ open }) => {
    const office = await openOffice(await open());
    await addLeasedMall(office.hub.database, 1);
    for (const period of ['2026-09', '2026-10', '2026-11']) {
      await chargeMonth(office, { mall: 'TC', period });
    }
    await pay(office, { ...asked('TC-1'), ...cash(1_400_000) });

    const bill = await readBill(office.hub, { stall: 'TC-1', period: '2026-10' });
    const first = await readBill(office.hub, { stall: 'TC-1', period: '2026-09' });
    const next = await readBill(office.hub, { stall: 'TC-1', period: '2026-12' });

    expect(bill.remark).toBe('TC-1-2610');
    expect(sumOf(bill.charges)).toEqual({ amount: 1_000_000, settled: 400_000 });
    expect(bill.arrears).toEqual([]);
    expect(first.charges.map(({ state }) => state)).toEqual(['paid', 'paid']);
    expect(next.charges).toEqual([]);
    expect(sumOf(next.arrears).amount - sumOf(next.arrears).settled).toBe(1_600_000);
    await expect(readBill(office.hub, { stall: 'TC-99', period: '2026-10' })).rejects.toMatchObject(
      { code: 'STALL_UNKNOWN' },
    );
  },
);

eachDatabase('what is owed is told by its age, now and as it was', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 3);
  for (const period of ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']) {
    await chargeMonth(office, { mall: 'TC', period });
  }
  await pay(office, { ...asked('TC-2'), ...cash(5_000_017), on: '2026-11-03' });
  const { credits } = await pay(office, { ...asked('TC-3'), ...cash(500_000), on: '2026-11-04' });
  await reverse(office, { ...asked('TC-3', 'salah'), of: credits[0] ?? '' });
  const look = (on: string | null) =>
    readAgeing(office.hub, { mall: 'TC', on, band: null, ...all });

  const now = await look(null);
  const then = await look('2026-11-03');
  const before = await look('2026-11-02');
  const between = await look('2026-11-04');
  const old = await readAgeing(office.hub, { mall: 'TC', on: null, band: 'to30', ...all });

  expect(now.sums).toEqual({
    stalls: 2,
    total: 10_000_000,
    bands: {
      current: 2_000_000,
      to30: 2_000_000,
      to60: 2_000_000,
      to90: 2_000_000,
      over90: 2_000_000,
    },
  });
  expect(now.stalls).toMatchObject([
    { stall: 'TC-1', total: 5_000_000, oldestDue: '2026-07-10', advance: 0 },
    { stall: 'TC-3', total: 5_000_000 },
  ]);
  expect(old.stalls).toHaveLength(2);
  expect([before, then, between].map(({ sums }) => sums?.total)).toEqual([
    15_000_000, 10_000_000, 9_500_000,
  ]);
});

eachDatabase(
  'a statement runs from its opening to its closing, reversals on their own day',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    office.setToday('2026-11-02');
    await chargeMonth(office, { mall: 'TC', period: '2026-10' });
    await chargeMonth(office, { mall: 'TC', period: '2026-11' });
    const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_500_000) });
    office.setToday('2026-11-20');
    await reverse(office, { ...asked('TC-1', 'salah lapak'), of: credits[0] ?? '' });
    await pay(office, { ...asked('TC-1'), ...cash(2_100_000) });
    const look = (from: string, to: string) =>
      readStatement(office.hub, { stall: 'TC-1', from, to });

    const november = await look('2026-11-01', '2026-11-30');
    const early = await look('2026-11-02', '2026-11-19');

    expect(november).toMatchObject({
      opening: 1_000_000,
      charges: 1_000_000,
      credits: 2_100_000,
      closing: -100_000,
      advance: 100_000,
      memberName: 'Batik Sekar',
    });
    expect(
      november.lines.map(({ on, what, amount, balance }) => [on, what, amount, balance]),
    ).toEqual([
      ['2026-11-01', 'charge', 300_000, 1_300_000],
      ['2026-11-01', 'charge', 700_000, 2_000_000],
      ['2026-11-02', 'credit', -1_500_000, 500_000],
      ['2026-11-20', 'reversal', 1_500_000, 2_000_000],
      ['2026-11-20', 'credit', -2_100_000, -100_000],
    ]);
    expect(early).toMatchObject({
      opening: 2_000_000,
      closing: 500_000,
      ageing: { to30: 500_000 },
    });
    await expect(
      readStatement(office.hub, { stall: 'X', from: '2026-01-01', to: '2026-01-02' }),
    ).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
  },
);

eachDatabase('more lines than a paper has are refused, not cut', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const many = Array.from({ length: 500 }, () => {
    return { id: randomUUID(), kind: 'credit-note' as const, amount: 1_000 };
  });
  await writeFees(office.hub, office.by, async ({ append }) => {
    for (let turn = 0; turn < 5; turn += 1) {
      const credits = many.map((credit) => ({ ...credit, id: randomUUID() }));
      const act = { act: 'credit-note' as const, mall: 'TC', stall: 'TC-1', on: '2026-11-05' };
      await append([{ id: randomUUID(), note: '', ...act, credits }]);
    }
  });

  const whole = readStatement(office.hub, { stall: 'TC-1', from: '2026-11-01', to: '2026-11-30' });

  await expect(whole).rejects.toMatchObject({
    code: 'STATEMENT_TOO_LONG',
    data: { lines: 2_500, most: 2_000 },
  });
});
