import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { usualPlan } from '../../domain/fees/plan.ts';
import { allocate } from '../../hub/fees/allocate.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { agreeInstalments } from '../../hub/fees/instalments.ts';
import { setChargeDay, setPlan } from '../../hub/fees/mall-acts.ts';
import { checkMonth } from '../../hub/fees/matters/months.ts';
import { settleDispute } from '../../hub/fees/matters/disputes.ts';
import { listDue } from '../../hub/fees/matters/notices.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readAgeing } from '../../hub/fees/read-ageing.ts';
import { readKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { takeReading } from '../../hub/fees/readings.ts';
import { creditNote, waive } from '../../hub/fees/reduce.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import {
  addLeasedMall,
  asked,
  cash,
  dispute,
  dueOn,
  openOffice,
  setMonth,
} from '../support/fee-office.ts';
import { eachDatabase, type FreshPlace } from '../support/hub-databases.ts';

/** An office whose only stall pays a penalty of 2 % for each month begun. */
async function openWithPenalty({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const penalty = { rateBp: 200, graceDays: 0, capBp: 10_000 };
  const plan = { ...usualPlan, from: '2026-01', penalty };
  await setPlan(office, { ...asked(''), mall: 'TC', plan });
  const charge = (period: string) => chargeMonth(office, { mall: 'TC', period });
  const look = () => readStall(office.hub, 'TC-1');
  return { database, office, charge, look };
}

eachDatabase('what is paid before its charge is an advance until then', async (fresh) => {
  const { database, office, charge, look } = await openWithPenalty(fresh);
  await charge('2026-11');
  const paid = { ...asked('TC-1'), ...cash(1_000_000), on: '2026-10-30' };
  const { credits } = await pay(office, paid);

  const inOctober = { mall: 'TC', on: '2026-10-31', band: null, text: '', cursor: '' };
  expect((await readAgeing(office.hub, inOctober)).sums?.total).toBe(0);
  const books = await database.db
    .selectFrom('fee_book_sum')
    .where('month', '=', '2026-10')
    .select(['account', 'debit', 'credit'])
    .orderBy('account')
    .execute();
  expect(books.map(({ account, debit, credit }) => `${account} ${debit - credit}`)).toEqual([
    'advance -1000000',
    expect.stringMatching(/ 1000000$/),
  ]);
  expect(await look()).toMatchObject({ owed: 0, advance: 0 });
  const { on, paidFor } = await readKuitansi(office.hub, 'https://hub.example', credits[0] ?? '');
  expect([on, paidFor.map(({ period }) => period)]).toEqual(['2026-10-30', ['2026-11', '2026-11']]);
});

eachDatabase(
  'a plan of instalments ends with its last part: penalties come again',
  async (fresh) => {
    const { office, charge, look } = await openWithPenalty(fresh);
    await charge('2026-10');
    const parts = [
      { due: '2026-11-10', amount: 500_000 },
      { due: '2026-12-10', amount: 500_000 },
    ];
    await agreeInstalments(office, { ...asked('TC-1'), parts });
    await pay(office, { ...asked('TC-1'), ...cash(1_000_000) });
    expect((await look()).instalments).toMatchObject({ paid: 1_000_000 });
    await charge('2026-11');
    office.setToday('2026-12-02');

    const { sums } = await charge('2026-12');
    const { due } = await listDue(office.hub, { mall: 'TC', cursor: '' });

    expect(sums.penalty).toBe(20_000);
    expect(due[0]?.hold).not.toBe('instalments');
    const next = [{ due: '2027-01-10', amount: 700_000 }];
    await agreeInstalments(office, { ...asked('TC-1'), parts: next });
    expect((await look()).instalments).toMatchObject({ parts: next, paid: 0 });
  },
);

eachDatabase('what is new since a plan was agreed is no part of it', async (fresh) => {
  const { office, charge, look } = await openWithPenalty(fresh);
  await charge('2026-10');
  const parts = [{ due: '2026-12-10', amount: 1_000_000 }];
  await agreeInstalments(office, { ...asked('TC-1'), parts });
  await charge('2026-11');
  const [, , november] = (await look()).open;
  const allocations = [{ charge: november?.id ?? '', amount: 300_000 }];
  await pay(office, { ...asked('TC-1'), ...cash(300_000), allocations });

  expect((await look()).instalments).toMatchObject({ paid: 0 });
});

eachDatabase('what a person took back is not charged again by itself', async (fresh) => {
  const { office, charge, look } = await openWithPenalty(fresh);
  await setChargeDay(office, 'TC', 5);
  await charge('2026-11');
  for (const { id } of (await look()).open) {
    await reverse(office, { ...asked('TC-1', 'lapak tutup'), of: id });
  }
  await dueOn(office, '2026-12-05');

  expect((await look()).open.map(({ period }) => period)).toEqual(['2026-12', '2026-12']);
  expect((await charge('2026-11')).charged).toBe(1); // a person may
});

eachDatabase('a month that rested costs no penalty when it is charged again', async (fresh) => {
  const { office, charge, look } = await openWithPenalty(fresh);
  await setChargeDay(office, 'TC', 5);
  await charge('2026-10');
  const disputes = await Promise.all(
    (await look()).open.map(({ id }) => dispute(office, 'TC-1', id)),
  );
  await charge('2026-11');
  for (const of of disputes) {
    const order = { dispute: of, id: randomUUID(), outcome: 'rejected', note: 'benar' } as const;
    await settleDispute(office.hub, office.by, order);
  }

  expect((await charge('2026-11')).charged).toBe(0);
  await dueOn(office, '2026-12-05');
  const penalties = (await look()).open.filter(({ kind }) => kind === 'penalty');
  expect(penalties.map(({ period, amount }) => [period, amount])).toEqual([['2026-12', 40_000]]);
});

eachDatabase('what the advance pays costs no penalty', async (fresh) => {
  const { office, charge } = await openWithPenalty(fresh);
  await charge('2026-10');
  const { open } = await readStall(office.hub, 'TC-1');
  await pay(office, { ...asked('TC-1'), ...cash(400_000), allocations: [] });

  const { sums } = await charge('2026-11');

  expect(open).toHaveLength(2);
  expect(sums.penalty).toBe(12_000); // 2 % of Rp600.000
});

eachDatabase('no more is taken off than stands there, however it is split', async (fresh) => {
  const { office, charge, look } = await openWithPenalty(fresh);
  await charge('2026-11');
  const [first] = (await look()).open;
  const to = first?.id ?? '';
  const part = { ...cash(100_000), allocations: [{ charge: to, amount: 100_000 }] };
  const { credits } = await pay(office, { ...asked('TC-1'), ...part });
  await pay(office, { ...asked('TC-1'), ...part });
  const line = { credit: credits[0] ?? '', charge: to, amount: -100_000 };

  const twice = allocate(office, { ...asked('TC-1', 'salah'), lines: [line, line] });

  await expect(twice).rejects.toMatchObject({ code: 'ALLOCATION_EXCEEDED' });
  expect((await look()).owed).toBe(800_000);
});

eachDatabase('what a credit note took is not forgiven again', async (fresh) => {
  const { office, charge, look } = await openWithPenalty(fresh);
  await charge('2026-11');
  const electricity = (await look()).open.find(({ kind }) => kind === 'electricity');
  const to = electricity?.id ?? '';
  const allocations = [{ charge: to, amount: 700_000 }];
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(700_000), allocations });
  await creditNote(office, { ...asked('TC-1', 'padam'), charge: to, amount: 700_000 });
  const lines = [{ credit: credits[0] ?? '', charge: to, amount: -700_000 }];
  await allocate(office, { ...asked('TC-1', 'pindah'), lines });

  const again = waive(office, { ...asked('TC-1', 'lagi'), charge: to, amount: null });

  await expect(again).rejects.toMatchObject({ code: 'CHARGE_EXCEEDED', data: { left: 0 } });
});

eachDatabase(
  'the day of the month charges what was read at the end of the last, and months that were missed',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    const electricity = { basis: 'metered', rateMilli: 1_000_000 } as const;
    await setPlan(office, {
      ...asked(''),
      mall: 'TC',
      plan: { ...usualPlan, from: '2026-01', electricity },
    });
    await setChargeDay(office, 'TC', 5);
    const months = async () => {
      const rows = database.db
        .selectFrom('fee_charge')
        .select(['period', 'kind'])
        .orderBy('period')
        .orderBy('kind');
      return (await rows.execute()).map(({ period, kind }) => `${period} ${kind}`);
    };
    const left = async (month: string) => {
      const { findings } = await checkMonth(office.hub, { mall: 'TC', month });
      return findings.filter(({ kind }) => kind === 'uncharged').map(({ count }) => count);
    };

    expect(await dueOn(office, '2026-11-05')).toBe(1);
    expect(await months()).toEqual(['2026-11 cleaning']);
    expect(await left('2026-11')).toEqual([1]);
    office.setToday('2026-11-30');
    const read = { period: '2026-11', meter: 'M-1', from: 0, to: 100_000, rollover: null };
    const rest = { isEstimate: false, photo: null, isConfirmed: false };
    await takeReading(office, { ...asked('TC-1'), ...read, ...rest });

    expect(await dueOn(office, '2027-01-05')).toBe(2); // it stood still in December
    expect(await months()).toEqual([
      '2026-11 cleaning',
      '2026-11 electricity',
      '2026-12 cleaning',
      '2027-01 cleaning',
    ]);
    expect(await left('2026-11')).toEqual([]);
    expect(await dueOn(office, '2027-01-06')).toBe(0);
  },
);

eachDatabase(
  'a past month that was closed uncharged holds up no month behind it',
  async (fresh) => {
    const { database, office } = await openWithPenalty(fresh);
    await setChargeDay(office, 'TC', 5);
    await dueOn(office, '2026-11-05');
    await setMonth(office, 'month-close', '2026-12');

    expect(await dueOn(office, '2027-01-05')).toBe(1);
    const periods = await database.db
      .selectFrom('fee_charge')
      .select('period')
      .distinct()
      .execute();
    expect(periods.map(({ period }) => period).toSorted()).toEqual(['2026-11', '2027-01']);
  },
);
