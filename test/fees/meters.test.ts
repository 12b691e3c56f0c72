import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { usualPlan } from '../../domain/fees/plan.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { setMeterBill, setPlan } from '../../hub/fees/mall-acts.ts';
import { readMeterBills } from '../../hub/fees/read-malls.ts';
import { readRound, takeBackReading, takeReading } from '../../hub/fees/readings.ts';
import { addLeasedMall, asked, openOffice } from '../support/fee-office.ts';
import { type FreshPlace, eachDatabase } from '../support/hub-databases.ts';

/** What was typed of a meter that counts on, at the end of a month. Thousandths of a kWh. */
interface Typed {
  readonly from?: number;
  readonly rollover?: number;
  readonly isConfirmed?: boolean;
  readonly stall?: string;
  readonly meter?: string;
}

async function openMeters({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  const read = (period: string, to: number, typed: Typed = {}) =>
    takeReading(office, {
      ...asked(typed.stall ?? 'TC-1'),
      period,
      to,
      meter: typed.meter ?? '',
      from: typed.from ?? null,
      rollover: typed.rollover ?? null,
      isEstimate: false,
      photo: null,
      isConfirmed: typed.isConfirmed ?? false,
    });
  return { office, read };
}

eachDatabase('a reading goes on where the last one ended, and is taken once', async (fresh) => {
  const { office, read } = await openMeters(fresh);
  await read('2026-09', 1_100_000, { from: 1_000_000, meter: 'M-17' });
  const id = randomUUID();
  const typed = { period: '2026-10', to: 1_210_000, meter: '', from: null, rollover: null };
  const rest = { isEstimate: true, photo: null, isConfirmed: false };
  const take = () => takeReading(office, { id, stall: 'TC-1', note: '', ...typed, ...rest });

  expect(await take()).toEqual({
    id,
    period: '2026-10',
    meter: 'M-17',
    from: 1_100_000,
    to: 1_210_000,
    used: 110_000,
    isEstimate: true,
    photo: '',
  });
  expect(await take()).toMatchObject({ id });
  await expect(read('2026-10', 1_220_000)).rejects.toMatchObject({
    code: 'READING_THERE',
    data: { stall: 'TC-1', period: '2026-10' },
  });
});

eachDatabase('a counter that nobody read before begins where it stands', async (fresh) => {
  const { read } = await openMeters(fresh);

  expect(await read('2026-09', 45_231_500)).toMatchObject({ from: 45_231_500, used: 0 });
  expect(await read('2026-10', 45_331_500)).toMatchObject({ used: 100_000 });
  // Another counter is a new one.
  expect(await read('2026-11', 90_000, { meter: 'M-18' })).toMatchObject({ from: 0, used: 90_000 });
});

eachDatabase('a meter that runs backwards is refused, unless it began anew', async (fresh) => {
  const { read } = await openMeters(fresh);
  await read('2026-09', 99_900_000, { from: 99_800_000 });

  await expect(read('2026-10', 20_000)).rejects.toMatchObject({
    code: 'READING_BACKWARDS',
    data: { from: 99_900_000, to: 20_000 },
  });
  await expect(read('2026-10', 20_000, { isConfirmed: true })).rejects.toMatchObject({
    code: 'READING_BACKWARDS',
  });
  expect(await read('2026-10', 20_000, { rollover: 99_999_000 })).toMatchObject({ used: 119_000 });
});

eachDatabase(
  'what is three times as much as usual, or apart from the last, is confirmed',
  async (fresh) => {
    const { read } = await openMeters(fresh);
    await read('2026-08', 100_000, { from: 0 });
    await read('2026-09', 200_000);

    await expect(read('2026-10', 500_001)).rejects.toMatchObject({
      code: 'READING_LARGE',
      data: { used: 300_001, usual: 100_000 },
    });
    await expect(read('2026-10', 300_000, { from: 190_000 })).rejects.toMatchObject({
      code: 'READING_APART',
      data: { from: 190_000, last: 200_000 },
    });
    expect(await read('2026-10', 500_001, { isConfirmed: true })).toMatchObject({ used: 300_001 });
    expect(await read('2026-11', 5_000, { meter: 'M-baru', from: 0 })).toMatchObject({
      used: 5_000,
    });
  },
);

eachDatabase(
  'a month that was skipped is read late only up to where the next begins',
  async (fresh) => {
    const { office, read } = await openMeters(fresh);
    await read('2026-09', 100_000, { from: 0 });
    await read('2026-11', 300_000);
    const late = (isConfirmed: boolean) => read('2026-10', 200_000, { isConfirmed });
    const refusal = {
      code: 'READING_OUT_OF_ORDER',
      data: { period: '2026-11', from: 100_000, to: 200_000 },
    };

    await expect(late(false)).rejects.toMatchObject(refusal);
    await expect(late(true)).rejects.toMatchObject(refusal);
    await takeBackReading(office, { ...asked('TC-1', 'salah urutan'), period: '2026-11' });
    expect(await late(false)).toMatchObject({ used: 100_000 });
    expect(await read('2026-11', 300_000)).toMatchObject({ from: 200_000, used: 100_000 });
  },
);

eachDatabase('a month read late of a counter that was replaced since is taken', async (fresh) => {
  const { read } = await openMeters(fresh);
  await read('2026-09', 100_000, { from: 0, meter: 'M-17' });
  await read('2026-11', 90_000, { from: 0, meter: 'M-18' });

  expect(await read('2026-10', 200_000)).toMatchObject({ meter: 'M-17', used: 100_000 });
});

eachDatabase('a reading is taken back until it was charged', async (fresh) => {
  const { office, read } = await openMeters(fresh);
  const electricity = { basis: 'metered', rateMilli: 1_500_000 } as const;
  const plan = { ...usualPlan, from: '2026-10', electricity };
  await setPlan(office, { id: randomUUID(), mall: 'TC', note: '', plan });
  const undo = (period: string) =>
    takeBackReading(office, { ...asked('TC-1', 'salah baca'), period });

  await expect(undo('2026-10')).rejects.toMatchObject({ code: 'READING_NONE' });
  await read('2026-10', 900_000, { from: 0 });
  const again = { ...asked('TC-1', 'salah baca'), period: '2026-10' };
  const taken = await takeBackReading(office, again);
  expect(await takeBackReading(office, again)).toEqual(taken);
  await read('2026-10', 100_000, { from: 0 });
  await chargeMonth(office, { mall: 'TC', period: '2026-10' });
  await expect(undo('2026-10')).rejects.toMatchObject({
    code: 'READING_CHARGED',
    data: { period: '2026-10' },
  });
});

eachDatabase('the round of a month shows who is read, and what is usual', async (fresh) => {
  const { office, read } = await openMeters(fresh);
  await read('2026-09', 100_000, { from: 0 });
  await read('2026-10', 220_000);

  const round = { mall: 'TC', period: '2026-10', text: '', cursor: '' };
  const { sums, stalls } = await readRound(office.hub, round);
  const found = await readRound(office.hub, { ...round, text: 'lapak tc-2' });

  expect(sums).toEqual({ stalls: 2, read: 1, used: 120_000 });
  expect(stalls).toMatchObject([
    { stall: 'TC-1', reading: { used: 120_000 }, last: { period: '2026-09' }, usual: 100_000 },
    { stall: 'TC-2', reading: null, last: null, usual: null },
  ]);
  expect(found.stalls.map(({ stall }) => stall)).toEqual(['TC-2']);
  await expect(readRound(office.hub, { ...round, mall: 'PB' })).rejects.toMatchObject({
    code: 'MALL_UNKNOWN',
  });
});

eachDatabase('what the mall was billed and no stall took is its loss', async (fresh) => {
  const { office, read } = await openMeters(fresh);
  await read('2026-10', 100_000, { from: 0 });
  await read('2026-10', 80_000, { from: 0, stall: 'TC-2' });
  const bill = { mall: 'TC', period: '2026-10', note: '' };

  const first = await setMeterBill(office, {
    id: randomUUID(),
    ...bill,
    used: 200_000,
    amount: 300_000,
  });
  const [month] = (await readMeterBills(office.hub, 'TC')).months;

  expect(first).toMatchObject({ stallsUsed: 180_000, stallsRead: 2, loss: 20_000, lossBp: 1_000 });
  expect(month).toEqual(first);
});
