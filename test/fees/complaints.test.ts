import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { usualPlan } from '../../domain/fees/plan.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { giveCodes, setAccount, setPlan } from '../../hub/fees/mall-acts.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { readAccounts } from '../../hub/fees/read-malls.ts';
import { readActs, readStall } from '../../hub/fees/read-stall.ts';
import { takeReading } from '../../hub/fees/readings.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { draftPayments } from '../../hub/fees/book-payment.ts';
import { addLeasedMall, asked, cash, openOffice } from '../support/fee-office.ts';
import { addFeeStalls } from '../support/fee-hub.ts';
import { eachDatabase } from '../support/hub-databases.ts';

/** Complaints about the software of other malls, by their number in the notes. */

const act = () => ({ id: randomUUID(), mall: 'TC', note: '' });

eachDatabase('2: a fee is not raised twice, nor for months that were charged', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const dearer = { ...usualPlan, cleaning: 500_000 };
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });

  const back = setPlan(office, { ...act(), plan: { ...dearer, from: '2026-11' } });
  await expect(back).rejects.toMatchObject({ code: 'PLAN_LATE' });
  const ahead = { ...act(), plan: { ...dearer, from: '2026-12' } };
  await setPlan(office, ahead);
  await setPlan(office, ahead);

  const again = await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  expect(again).toMatchObject({ charged: 0, plan: { cleaning: 300_000 } });
  // Each stall was told once, signed, before it counts.
  const told = await database.db
    .selectFrom('down_item')
    .where('audience', '=', 'mall/TC')
    .select('content')
    .execute();
  expect(told).toHaveLength(1);
  expect(told[0]?.content).toContain('2026-12');
});

eachDatabase('4: the tariff that was charged stands on what the stall gets', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const electricity = { basis: 'metered', rateMilli: 800_000 } as const;
  await setPlan(office, { ...act(), plan: { ...usualPlan, from: '2026-11', electricity } });
  const read = { period: '2026-11', meter: 'M-1', from: 0, to: 100_000, rollover: null };
  const rest = { isEstimate: false, photo: null, isConfirmed: false };
  await takeReading(office, { ...asked('TC-1'), ...read, ...rest });
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });

  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(380_000) });
  const { paidFor } = await readKuitansi(office.hub, 'https://hub.example', credits[0] ?? '');
  const { acts } = await readActs(office.hub, { stall: 'TC-1', cursor: '' });

  expect(paidFor).toContainEqual({
    kind: 'electricity',
    period: '2026-11',
    basis: '100 kWh × Rp800,00',
    amount: 80_000,
  });
  const charged = acts.find(({ body }) => body.act === 'charge');
  expect(charged?.body.charges?.map(({ basis }) => basis)).toContain('100 kWh × Rp800,00');
});

eachDatabase(
  '5: what an acquirer keeps is booked beside the payment, never off it',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    await chargeMonth(office, { mall: 'TC', period: '2026-11' });
    const account = { account: 'qris-tc', holds: 'qris' as const, label: 'QRIS', qris: '' };
    await setAccount(office, { ...act(), ...account, profile: '', isClosed: false });
    const common = { id: randomUUID(), mall: 'TC', stall: 'TC-1', on: '2026-11-05', note: '' };
    const paid = { kind: 'qris' as const, amount: 1_000_000, account: 'qris-tc', withheld: 7_000 };
    await writeFees(office.hub, office.by, async ({ trx, append }) =>
      append(await draftPayments(trx, [{ ...common, ...paid }])),
    );

    const { owed, credits } = await readStall(office.hub, 'TC-1');
    const { accounts } = await readAccounts(office.hub, 'TC');

    expect([owed, credits[0]?.amount]).toEqual([0, 1_000_000]);
    expect(accounts).toMatchObject([{ account: 'qris-tc', balance: 993_000 }]);
  },
);

eachDatabase(
  '15: a late fee is charged once a month, however often the run comes',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 1);
    const penalty = { rateBp: 200, graceDays: 0, capBp: 10_000 };
    await setPlan(office, { ...act(), plan: { ...usualPlan, from: '2026-10', penalty } });
    await chargeMonth(office, { mall: 'TC', period: '2026-10' });

    const runs = [];
    for (let hour = 0; hour < 5; hour += 1) {
      runs.push(await chargeMonth(office, { mall: 'TC', period: '2026-11' }));
    }

    expect(runs.map(({ sums }) => sums.penalty)).toEqual([20_000, 0, 0, 0, 0]);
  },
);

eachDatabase(
  '16: a payment that is not the bill leaves the rest open, or is an advance',
  async ({ open }) => {
    const database = await open();
    const office = await openOffice(database);
    await addLeasedMall(database, 2);
    await chargeMonth(office, { mall: 'TC', period: '2026-11' });

    const short = await pay(office, { ...asked('TC-1'), ...cash(999_999) });
    const over = await pay(office, { ...asked('TC-2'), ...cash(1_000_001) });

    expect(short).toMatchObject({ owed: 1, advance: 0 });
    expect(over).toMatchObject({ owed: 0, advance: 1 });
  },
);

eachDatabase(
  '17: no two stalls of a mall ever have one code, whoever gives them',
  async ({ open }) => {
    const [database, other] = [await open(), await open()];
    const offices = [await openOffice(database), await openOffice(other)] as const;
    await addFeeStalls(database, 'TC', 1_002);
    await addFeeStalls(database, 'PB', 2);

    const given = await Promise.all(offices.map((office) => giveCodes(office, 'TC')));
    await giveCodes(offices[0], 'PB');
    const rows = await database.db.selectFrom('fee_code').select(['mall', 'code']).execute();

    expect(given.map((one) => one.given).sort((a, b) => a - b)).toEqual([0, 999]);
    expect(given.map(({ withoutCode }) => withoutCode)).toEqual([3, 3]);
    const ofMall = (mall: string) =>
      rows.filter((row) => row.mall === mall).map(({ code }) => code);
    expect(ofMall('TC').sort((a, b) => a - b)).toEqual(
      Array.from({ length: 999 }, (_, i) => i + 1),
    );
    expect(ofMall('PB').sort((a, b) => a - b)).toEqual([1, 2]);
  },
);
