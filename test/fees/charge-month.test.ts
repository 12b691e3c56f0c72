import { expect } from 'vitest';
import { usualPlan } from '../../domain/fees/plan.ts';
import { chargeMonth, foretellCharges } from '../../hub/fees/charge-month.ts';
import { agreeInstalments } from '../../hub/fees/instalments.ts';
import { chargeDue } from '../../hub/fees/keep-charging.ts';
import { setChargeDay, setPlan } from '../../hub/fees/mall-acts.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readMalls, readPlans } from '../../hub/fees/read-malls.ts';
import { readMonth } from '../../hub/fees/read-month.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { takeReading } from '../../hub/fees/readings.ts';
import {
  addLeasedMall,
  asked,
  cash,
  dispute,
  dueOn,
  lease,
  openOffice,
  setMonth,
} from '../support/fee-office.ts';
import { addFeeStalls } from '../support/fee-hub.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const november = { mall: 'TC', period: '2026-11' };
const metered = { basis: 'metered', rateMilli: 1_444_700 } as const;
const act = (number: number) => ({
  id: `019a0000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  mall: 'TC',
  note: '',
});

eachDatabase('whoever has a contract is charged once, however often it runs', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addFeeStalls(database, 'TC', 4);
  await lease(database, 'TC', [
    { stall: 'TC-1' },
    { stall: 'TC-2', from: '2026-11-30' },
    { stall: 'TC-3', to: '2026-10-31' },
  ]);

  const foretold = await foretellCharges(office.hub, november);
  const first = await chargeMonth(office, november);
  const again = await chargeMonth(office, november);

  expect(foretold).toEqual({ ...first, isApplied: false });
  expect(first).toMatchObject({
    isApplied: true,
    charged: 2,
    there: 0,
    withoutContract: 2,
    sums: { electricity: 1_400_000, cleaning: 600_000, penalty: 0 },
    total: 2_000_000,
    codesGiven: 4,
    tariffDiffersCount: 0,
  });
  expect(again).toMatchObject({ charged: 0, there: 2, total: 0, codesGiven: 0 });
});

eachDatabase('two managers who charge at once charge once', async ({ open }) => {
  const [database, other] = [await open(), await open()];
  const office = await openOffice(database);
  const offices = [office, await openOffice(other)];
  await addLeasedMall(database, 30);

  const runs = await Promise.all(offices.map((office) => chargeMonth(office, november)));
  const { sums } = await readMonth(office.hub, { ...november, text: '', state: null, cursor: '' });

  expect(runs.map(({ charged }) => charged).sort((a, b) => a - b)).toEqual([0, 30]);
  expect(sums).toMatchObject({ stalls: 30, charged: 30_000_000 });
});

eachDatabase('what was paid ahead pays for the next month at once', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  await chargeMonth(office, november);
  await pay(office, { ...asked('TC-1'), ...cash(1_250_017) });

  const run = await chargeMonth(office, { mall: 'TC', period: '2026-12' });

  expect(run).toMatchObject({ total: 1_000_000, advancesUsed: 250_017 });
  expect(await readStall(office.hub, 'TC-1')).toMatchObject({ owed: 749_983, advance: 0 });
});

eachDatabase(
  'a tariff counts from its month on, and the run says whose is another',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addFeeStalls(database, 'TC', 2);
    await lease(database, 'TC', [{ stall: 'TC-1' }, { stall: 'TC-2', tariff: 800_000 }]);
    const plan = { ...usualPlan, from: '2026-11', dueDay: 15 };
    await setPlan(office, { ...act(1), plan });

    const run = await chargeMonth(office, november);
    const late = setPlan(office, { ...act(2), plan: { ...plan, cleaning: 400_000 } });

    await expect(late).rejects.toMatchObject({ code: 'PLAN_LATE', data: { period: '2026-11' } });
    expect(run.tariffDiffers).toEqual([
      { stall: 'TC-2', name: 'Lapak TC-2', number: 'TC-2', tariff: 800_000, plan: 1_000_000 },
    ]);
    expect(run.total).toBe(1_800_000);
    expect(await readPlans(office.hub, 'TC')).toMatchObject({ plans: [plan], nextFrom: '2026-12' });
    expect(
      (await readStall(office.hub, 'TC-2')).open.map(({ kind, amount, due }) => [
        kind,
        amount,
        due,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['electricity', 500_000, '2026-11-15'],
        ['cleaning', 300_000, '2026-11-15'],
      ]),
    );
  },
);

eachDatabase(
  'electricity that waits for its reading is charged once it was read',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    await setPlan(office, {
      ...act(1),
      plan: { ...usualPlan, from: '2026-11', electricity: metered },
    });

    const early = await chargeMonth(office, november);
    office.setToday('2026-12-01');
    const reading = { period: '2026-11', meter: 'M-1', from: 1_000_000, to: 1_112_500 };
    const rest = { rollover: null, isEstimate: false, photo: null, isConfirmed: false };
    await takeReading(office, { ...asked('TC-1'), ...reading, ...rest });
    const later = await chargeMonth(office, november);

    expect(early).toMatchObject({ total: 300_000, withoutReadingCount: 1 });
    expect(early.withoutReading).toMatchObject([{ stall: 'TC-1' }]);
    expect(later).toMatchObject({ charged: 1, total: 162_529, withoutReadingCount: 0 });
  },
);

eachDatabase(
  'a penalty comes once a month, and rests in dispute and while instalments are kept',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 3);
    const penalty = { rateBp: 100, graceDays: 5, capBp: 1_000 };
    await setPlan(office, { ...act(1), plan: { ...usualPlan, from: '2026-10', penalty } });
    await chargeMonth(office, { mall: 'TC', period: '2026-10' });
    const { open: owed } = await readStall(office.hub, 'TC-2');
    for (const { id } of owed) await dispute(office, 'TC-2', id);
    await agreeInstalments(office, {
      ...asked('TC-3'),
      parts: [{ due: '2026-11-20', amount: 500_000 }],
    });

    const kept = await chargeMonth(office, november);
    const again = await chargeMonth(office, november);
    office.setToday('2026-12-02');
    const broken = await chargeMonth(office, { mall: 'TC', period: '2026-12' });

    expect(kept.sums.penalty).toBe(10_000); // of TC-1 alone
    expect(again.sums.penalty).toBe(0);
    // Of October and November: TC-1 and TC-3, who no longer keeps to it; of November: TC-2.
    expect(broken.sums.penalty).toBe(50_000);
  },
);

eachDatabase(
  'a closed month takes no charge, and a month far ahead is refused',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    await setMonth(office, 'month-close', '2026-10');

    const runOf = (mall: string, period: string) => chargeMonth(office, { mall, period });

    await expect(runOf('TC', '2026-10')).rejects.toMatchObject({
      code: 'MONTH_CLOSED',
      data: { month: '2026-10' },
    });
    await expect(runOf('TC', '2027-01')).rejects.toMatchObject({ code: 'FEE_DATE_AHEAD' });
    await expect(runOf('PB', '2026-11')).rejects.toMatchObject({ code: 'MALL_UNKNOWN' });
    await setMonth(office, 'month-reopen', '2026-10');
    expect(await chargeMonth(office, { mall: 'TC', period: '2026-10' })).toMatchObject({
      charged: 1,
    });
  },
);

eachDatabase(
  'a day of the month that was mistyped is put right before it comes',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    office.setToday('2026-11-20');

    await setChargeDay(office, 'TC', 5);
    expect(await dueOn(office, '2026-11-20')).toBe(0); // the 5th has passed: December is the first
    await setChargeDay(office, 'TC', 25);
    expect(await dueOn(office, '2026-11-24')).toBe(0);
    expect(await dueOn(office, '2026-11-25')).toBe(1);
    await setChargeDay(office, 'TC', 28);
    expect(await dueOn(office, '2026-11-28')).toBe(0); // November was charged
    await setChargeDay(office, 'TC', 5);
    expect(await dueOn(office, '2026-12-05')).toBe(1);
  },
);

eachDatabase(
  'a hub charges by itself on the day that a mall set, once for all processes',
  async ({ open }) => {
    const [database, other] = [await open(), await open()];
    const offices = [await openOffice(database), await openOffice(other)] as const;
    await addLeasedMall(database, 2);
    const said: string[] = [];
    const log = { info: (line: string) => void said.push(line), warn: () => {}, error: () => {} };
    const dueAt = (date: string) => {
      for (const office of offices) office.setToday(date);
      return Promise.all(offices.map(({ hub }) => chargeDue({ ...hub, log: log as never })));
    };
    await setChargeDay(offices[0], 'TC', 3);

    const passed = await dueAt('2026-11-30');
    const before = await dueAt('2026-12-02');
    const due = await dueAt('2026-12-05');
    const later = await dueAt('2026-12-06');
    await setChargeDay(offices[0], 'TC', null);
    const off = await dueAt('2027-01-05');

    const sums = [passed, before, due, later, off].map(([one = 0, two = 0]) => one + two);
    expect(sums).toEqual([0, 0, 1, 0, 0]);
    expect(said).toEqual(['mall TC: 2 stalls were charged for 2026-12']);
    const { malls } = await readMalls(offices[0].hub);
    expect(malls).toMatchObject([{ mall: 'TC', chargeDay: null, owed: 2_000_000, contracted: 2 }]);
  },
);
