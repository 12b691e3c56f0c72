import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { usualPlan } from '../../domain/fees/plan.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { returnDeposit, takeDeposit } from '../../hub/fees/deposits.ts';
import { setAccount, setPlan } from '../../hub/fees/mall-acts.ts';
import { bankCash, countDrawer } from '../../hub/fees/matters/drawers.ts';
import { closeMonth } from '../../hub/fees/matters/months.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { takeReading } from '../../hub/fees/readings.ts';
import { waive } from '../../hub/fees/reduce.ts';
import { addLeasedMall, cash, openOffice } from '../support/fee-office.ts';
import { type FreshPlace, eachDatabase } from '../support/hub-databases.ts';

/** Two stalls that were charged for November, and one id under which everything is sent. */
async function openMall({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const id = randomUUID();
  const order = (stall = 'TC-1') => ({ id, stall, note: '' });
  return { office, id, order };
}

const reused = { code: 'ACT_ID_REUSED', data: {} };

eachDatabase(
  'the same payment sent again is the first, whatever was owed meanwhile',
  async (on) => {
    const { office, order } = await openMall(on);
    const first = await pay(office, { ...order(), ...cash(400_000), seenOwed: 1_000_000 });

    expect(await pay(office, { ...order(), ...cash(400_000), seenOwed: 600_000 })).toEqual(first);
    expect(first).toMatchObject({ kuitansi: 'KW/TC/2026/000001', owed: 600_000 });
  },
);

eachDatabase('another sum, date, note or stall is no repetition of a payment', async (on) => {
  const { office, order } = await openMall(on);
  await pay(office, { ...order(), ...cash(1_000_000) });
  const others = [
    { ...order(), ...cash(500_000) },
    { ...order(), ...cash(1_000_000), on: '2026-11-04' },
    { ...order(), ...cash(1_000_000), note: 'dua kali' },
    { ...order('TC-2'), ...cash(1_000_000) },
  ];

  for (const other of others) await expect(pay(office, other)).rejects.toMatchObject(reused);
  expect(await readStall(office.hub, 'TC-1')).toMatchObject({ owed: 0, advance: 0 });
});

eachDatabase('no other act is booked under the id of one, and none answers for it', async (on) => {
  const { office, id, order } = await openMall(on);
  await takeDeposit(office, { ...order(), amount: 500_000, account: null });
  const [charge] = (await readStall(office.hub, 'TC-1')).open;
  const drawer = { id, account: 'kantor-tc', note: '' };
  const account = {
    account: 'bca-tc',
    holds: 'bank',
    label: 'BCA',
    qris: '',
    profile: '',
  } as const;
  const reading = { period: '2026-11', meter: '', from: null, to: 5_000, rollover: null };
  const read = { isEstimate: false, photo: null, isConfirmed: false };
  const { hub, by } = office;
  const tries = [
    () => pay(office, { ...order(), ...cash(500_000) }),
    () => waive(office, { ...order(), charge: charge?.id ?? '', amount: null }),
    () => returnDeposit(office, { ...order(), amount: 500_000, account: null }),
    () => takeReading(office, { ...order(), ...reading, ...read }),
    () => setPlan(office, { id, mall: 'TC', note: '', plan: { ...usualPlan, from: '2026-12' } }),
    () => setAccount(office, { id, mall: 'TC', note: '', ...account, isClosed: false }),
    () => countDrawer(hub, by, { ...drawer, counted: 500_000 }),
    () => bankCash(hub, by, { ...drawer, to: 'bca-tc', amount: 1, on: '2026-11-05' }),
    () => closeMonth(hub, by, { id, mall: 'TC', month: '2026-10', note: '', despite: false }),
  ];

  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(reused);
  expect(await readStall(hub, 'TC-1')).toMatchObject({ owed: 1_000_000, deposit: 500_000 });
});

eachDatabase('an act of a mall is told apart by what was sent for it', async (on) => {
  const { office, id } = await openMall(on);
  const { hub, by } = office;
  const plan = (cleaning: number) => {
    return setPlan(office, {
      id,
      mall: 'TC',
      note: '',
      plan: { ...usualPlan, from: '2026-12', cleaning },
    });
  };
  await plan(350_000);
  const month = { id: randomUUID(), mall: 'TC', note: 'cek', despite: true };
  const closed = await closeMonth(hub, by, { ...month, month: '2026-09' });

  expect(await plan(350_000)).toMatchObject({ cleaning: 350_000 });
  await expect(plan(400_000)).rejects.toMatchObject(reused);
  expect(await closeMonth(hub, by, { ...month, month: '2026-09' })).toEqual(closed);
  const other = closeMonth(hub, by, { ...month, month: '2026-10' });
  await expect(other).rejects.toMatchObject(reused);
});
