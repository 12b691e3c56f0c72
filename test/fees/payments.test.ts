import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { allocate } from '../../hub/fees/allocate.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { chargeByHand } from '../../hub/fees/charge-by-hand.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { setAccount } from '../../hub/fees/mall-acts.ts';
import { pay } from '../../hub/fees/pay.ts';
import { listKuitansi, readKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { readAccounts } from '../../hub/fees/read-malls.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { creditNote, waive } from '../../hub/fees/reduce.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { addLeasedMall, asked, cash, openOffice, setMonth } from '../support/fee-office.ts';
import { type FreshPlace, eachDatabase } from '../support/hub-databases.ts';

/** A mall of two stalls, each charged Rp1.000.000 for November. */
async function openCharged({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const look = (stall = 'TC-1') => readStall(office.hub, stall);
  const chargeOf = async (kind: string) => {
    const { open: owed, paid } = await look();
    return [...owed, ...paid].find((charge) => charge.kind === kind)?.id ?? '';
  };
  return { database, office, look, chargeOf };
}

const account = (code: string, holds: 'bank' | 'qris' | 'cash', mall = 'TC') => ({
  id: randomUUID(),
  mall,
  note: '',
  account: code,
  holds,
  label: `${code} 123`,
  qris: '',
  profile: '',
  isClosed: false,
});

eachDatabase('a payment sent twice is booked once, whole, with one kuitansi', async (fresh) => {
  const { office, look } = await openCharged(fresh);
  const paid = { ...asked('TC-1', 'tunai di kantor'), ...cash(1_000_017) };

  const first = await pay(office, paid);
  const again = await pay(office, paid);
  const next = await pay(office, { ...asked('TC-2'), ...cash(400_000) });

  expect(again).toEqual(first);
  expect(first).toMatchObject({ kuitansi: 'KW/TC/2026/000001', owed: 0, advance: 17 });
  await expect(pay(office, { ...paid, stall: 'TC-2' })).rejects.toThrow('ACT_ID_REUSED');
  // Somebody else had booked a payment since this was looked at.
  const seen = { ...asked('TC-1'), ...cash(1_000_017), seenOwed: 1_000_000 };
  await expect(pay(office, seen)).rejects.toMatchObject({
    code: 'OWED_CHANGED',
    data: { owed: 0 },
  });
  expect(next).toMatchObject({ kuitansi: 'KW/TC/2026/000002', owed: 600_000, advance: 0 });
  expect(await look()).toMatchObject({ owed: 0, advance: 17, credits: [{ amount: 1_000_017 }] });
  const { accounts } = await readAccounts(office.hub, 'TC');
  expect(accounts).toMatchObject([{ account: 'kantor-tc', holds: 'cash', balance: 1_400_017 }]);
});

eachDatabase(
  'two managers who book at once give no number twice and leave none out',
  async (fresh) => {
    const { office } = await openCharged(fresh);
    const other = await openOffice(await fresh.open());
    const payments = Array.from({ length: 12 }, (_, at) =>
      pay(at % 2 === 0 ? office : other, { ...asked(`TC-${1 + (at % 2)}`), ...cash(50_000) }),
    );

    const numbers = (await Promise.all(payments)).map(({ kuitansi }) => kuitansi);

    const all = Array.from(
      { length: 12 },
      (_, at) => `KW/TC/2026/${String(at + 1).padStart(6, '0')}`,
    );
    expect(numbers.sort()).toEqual(all);
  },
);

eachDatabase(
  'a kuitansi says what it paid for, and each mall and year counts its own',
  async (fresh) => {
    const { office } = await openCharged(fresh);
    await pay(office, { ...asked('TC-1'), ...cash(300_000), on: '2026-11-02' });
    office.setToday('2027-01-04');
    const { credits } = await pay(office, { ...asked('TC-1', 'lunas'), ...cash(900_000) });

    const list = { mall: 'TC', text: '', period: null, cursor: '' };
    const { kuitansi } = await listKuitansi(office.hub, list);
    const november = await listKuitansi(office.hub, { ...list, period: '2026-11' });
    const one = await readKuitansi(office.hub, 'https://hub.example', credits[0] ?? '');

    expect(kuitansi.map((line) => line.kuitansi)).toEqual([
      'KW/TC/2027/000001',
      'KW/TC/2026/000001',
    ]);
    expect(november.kuitansi.map(({ on }) => on)).toEqual(['2026-11-02']);
    expect(november.sums).toEqual({ kuitansi: 1, total: 300_000, reversed: 0 });
    for (const [text, dates] of [
      ['kw/tc/2027/000001', ['2027-01-04']],
      ['2026/', ['2026-11-02']],
      ['1', ['2027-01-04', '2026-11-02']],
      ['tc-1', ['2027-01-04', '2026-11-02']],
      ['2', []],
      ['kw/bl/2027/000001', []],
    ] as const) {
      const found = await listKuitansi(office.hub, { ...list, text });
      expect(found.kuitansi.map(({ on }) => on)).toEqual(dates);
      expect(found.sums?.kuitansi).toBe(dates.length);
    }
    await reverse(office, { ...asked('TC-1', 'salah'), of: credits[0] ?? '' });
    expect((await listKuitansi(office.hub, list)).sums).toEqual({
      kuitansi: 2,
      total: 300_000,
      reversed: 1,
    });
    expect(one).toMatchObject({
      kuitansi: 'KW/TC/2027/000001',
      mallName: 'Mal TC',
      memberName: 'Batik Sekar',
      note: 'lunas',
      by: 'pengelola-1',
      paidFor: [{ kind: 'electricity', period: '2026-11', amount: 700_000 }],
      advance: 200_000,
      refunded: 0,
      reversed: null,
    });
    await expect(
      readKuitansi(office.hub, 'https://hub.example', randomUUID()),
    ).rejects.toMatchObject({
      code: 'KUITANSI_UNKNOWN',
    });
    await expect(listKuitansi(office.hub, { ...list, mall: 'PB' })).rejects.toMatchObject({
      code: 'MALL_UNKNOWN',
    });
  },
);

eachDatabase('the manager may say which charges a payment is for', async (fresh) => {
  const { office, look, chargeOf } = await openCharged(fresh);
  const charge = await chargeOf('electricity');
  const payFor = (of: string, amount: number, total = 800_000) =>
    pay(office, { ...asked('TC-1'), ...cash(total), allocations: [{ charge: of, amount }] });

  await expect(payFor(randomUUID(), 1)).rejects.toMatchObject({ code: 'CHARGE_UNKNOWN' });
  await expect(payFor(charge, 700_001)).rejects.toMatchObject({
    code: 'CHARGE_EXCEEDED',
    data: { left: 700_000 },
  });
  await expect(payFor(charge, 700_000, 600_000)).rejects.toMatchObject({
    code: 'CREDIT_EXCEEDED',
    data: { left: 600_000 },
  });
  expect(await look()).toMatchObject({ owed: 1_000_000, credits: [] });
  expect(await payFor(charge, 650_000)).toMatchObject({ owed: 350_000, advance: 150_000 });
});

eachDatabase(
  'what was paid ahead is allocated by hand, or to the oldest, and taken off again',
  async (fresh) => {
    const { office, look, chargeOf } = await openCharged(fresh);
    const { credits } = await pay(office, { ...asked('TC-1'), ...cash(500_000), allocations: [] });
    const [credit = ''] = credits;
    const [power, cleaning] = [await chargeOf('electricity'), await chargeOf('cleaning')];
    const by = (charge: string, amount: number, of = credit) =>
      allocate(office, { ...asked('TC-1'), lines: [{ credit: of, charge, amount }] });

    expect(await by(power, 200_000)).toMatchObject({ owed: 800_000, advance: 300_000 });
    await expect(by(cleaning, -1)).rejects.toMatchObject({
      code: 'ALLOCATION_EXCEEDED',
      data: { allocated: 0 },
    });
    await expect(by(power, 300_001)).rejects.toMatchObject({ code: 'CREDIT_EXCEEDED' });
    await expect(by(cleaning, 1, randomUUID())).rejects.toMatchObject({ code: 'CREDIT_UNKNOWN' });
    await expect(by(randomUUID(), 1)).rejects.toMatchObject({ code: 'CHARGE_UNKNOWN' });
    expect(await by(power, -200_000)).toMatchObject({ owed: 1_000_000, advance: 500_000 });
    await expect(by(cleaning, 300_001)).rejects.toMatchObject({ code: 'CHARGE_EXCEEDED' });
    const oldest = await allocate(office, { ...asked('TC-1'), lines: null });
    expect(oldest).toMatchObject({ owed: 500_000, advance: 0 });
    const { paid, credits: shown } = await look();
    expect(paid).toMatchObject([{ kind: 'cleaning', state: 'paid' }]);
    expect(shown[0]?.goesTo.reduce((sum, one) => sum + one.amount, 0)).toBe(500_000);
    expect(shown[0]?.goesTo.find(({ charge }) => charge === cleaning)?.amount).toBe(300_000);
    await setMonth(office, 'month-close', '2026-11');
    await expect(by(cleaning, -300_000)).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
  },
);

eachDatabase(
  'a waiver forgives what is open; a credit note makes a paid charge less',
  async (fresh) => {
    const { office, chargeOf } = await openCharged(fresh);
    const [power, cleaning] = [await chargeOf('electricity'), await chargeOf('cleaning')];

    const half = await waive(office, { ...asked('TC-1', 'padam'), charge: power, amount: 100_000 });
    await pay(office, { ...asked('TC-1'), ...cash(600_000) });
    const [waiver] = (await readStall(office.hub, 'TC-1')).credits.filter(
      ({ kind }) => kind === 'waiver',
    );
    const off = { credit: waiver?.id ?? '', charge: power, amount: -100_000 };
    await expect(
      allocate(office, { ...asked('TC-1', 'salah'), lines: [off] }),
    ).rejects.toMatchObject({ code: 'ALLOCATION_BOUND' });
    const rest = await waive(office, { ...asked('TC-1', 'padam'), charge: power, amount: null });
    const note = await creditNote(office, {
      ...asked('TC-1', 'salah'),
      charge: cleaning,
      amount: 50_000,
    });

    expect([half.owed, rest.owed]).toEqual([900_000, 0]);
    expect(note).toMatchObject({ owed: 0, advance: 50_000, kuitansi: '' });
    const again = waive(office, { ...asked('TC-1', 'padam'), charge: power, amount: null });
    await expect(again).rejects.toMatchObject({ code: 'CHARGE_EXCEEDED', data: { left: 0 } });
    const tooMuch = { ...asked('TC-1', 'salah'), charge: cleaning, amount: 250_001 };
    await expect(creditNote(office, tooMuch)).rejects.toMatchObject({ data: { left: 250_000 } });
    const others = { ...asked('TC-2', 'salah'), charge: cleaning, amount: 1 };
    await expect(creditNote(office, others)).rejects.toMatchObject({ code: 'CHARGE_UNKNOWN' });
  },
);

eachDatabase('money goes to an account that takes it', async (fresh) => {
  const { database, office } = await openCharged(fresh);
  await addLeasedMall(database, 1, 'PB');
  const by = (kind: 'bank' | 'cash' | 'qris', code: string | null = null) =>
    pay(office, { ...asked('TC-1'), ...cash(1_000), kind, account: code });

  await expect(by('bank')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_NEEDED' });
  await expect(by('bank', 'bca-tc')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_UNKNOWN' });
  await setAccount(office, account('bca-tc', 'bank'));
  await setAccount(office, account('bca-pb', 'bank', 'PB'));
  await by('bank');
  await by('qris');
  await setAccount(office, account('mandiri-tc', 'bank'));
  await expect(by('bank')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_NEEDED' });
  await expect(by('cash', 'bca-tc')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_OTHER' });
  await expect(by('bank', 'bca-pb')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_OTHER' });
  await setAccount(office, { ...account('mandiri-tc', 'bank'), isClosed: true });
  await expect(by('bank', 'mandiri-tc')).rejects.toMatchObject({ code: 'FEE_ACCOUNT_OTHER' });
  await by('bank');
  await expect(setAccount(office, account('bca-tc', 'bank', 'PB'))).rejects.toMatchObject({
    code: 'FEE_ACCOUNT_OTHER',
  });

  const { accounts } = await readAccounts(office.hub, 'TC');
  expect(accounts).toMatchObject([
    { account: 'bca-tc', balance: 3_000 },
    { account: 'mandiri-tc', isClosed: true, balance: 0 },
  ]);
});

eachDatabase(
  'a charge by hand is one of its kind in a month, and advances pay for it',
  async (fresh) => {
    const { office } = await openCharged(fresh);
    const due = { period: '2026-09', due: '2026-09-10', amount: 400_000 };
    await pay(office, { ...asked('TC-1'), ...cash(1_100_000) });

    const opening = { ...due, kind: 'opening' as const };
    const first = await chargeByHand(office, { ...asked('TC-1', 'tunggakan lama'), ...opening });
    const twice = chargeByHand(office, { ...asked('TC-1', 'lagi'), ...opening });

    expect(first).toMatchObject({ owed: 300_000, advance: 0 });
    await expect(twice).rejects.toMatchObject({
      code: 'CHARGE_THERE',
      data: { stall: 'TC-1', period: '2026-09' },
    });
  },
);

eachDatabase(
  'a payment of more charges than one act holds is an advance for the rest',
  async ({ open }) => {
    const office = await openOffice(await open());
    await addLeasedMall(office.hub.database, 1);
    const years = Array.from({ length: 510 }, (_, at) => {
      const period = `${1_970 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      const due = `${period}-10`;
      return { id: randomUUID(), period, due, kind: 'other', amount: 1_000, basis: '' } as const;
    });
    const act = { act: 'charge', mall: 'TC', stall: 'TC-1', on: '2026-11-01', note: '' } as const;
    await writeFees(office.hub, office.by, ({ append }) =>
      append([
        { ...act, id: randomUUID(), charges: years.slice(0, 300) },
        { ...act, id: randomUUID(), charges: years.slice(300) },
      ]),
    );

    const paid = await pay(office, { ...asked('TC-1'), ...cash(510_000) });

    expect(paid).toMatchObject({ owed: 10_000, advance: 10_000 });
    const { credits } = await readStall(office.hub, 'TC-1');
    expect(credits[0]?.goesTo).toHaveLength(500);
  },
);

eachDatabase(
  'a charge is for next month at the latest, so that a slip holds up no tariff',
  async (fresh) => {
    const { office } = await openCharged(fresh);
    const charge = (period: string, due: string) => {
      const what = { period, due, kind: 'cleaning' as const, amount: 50_000 };
      return chargeByHand(office, { ...asked('TC-1', 'kebersihan'), ...what });
    };
    const refusal = { code: 'CHARGE_AHEAD', data: { period: '2026-12', due: '2027-11-05' } };

    await expect(charge('2036-11', '2026-11-20')).rejects.toMatchObject(refusal);
    await expect(charge('2026-12', '2036-11-20')).rejects.toMatchObject(refusal);
    expect(await charge('2026-12', '2026-12-10')).toMatchObject({ owed: 1_050_000 });
  },
);

eachDatabase(
  'no act is of tomorrow, in a closed month, or of a stall that is not there',
  async (fresh) => {
    const { office, look } = await openCharged(fresh);
    await setMonth(office, 'month-close', '2026-10');
    const payOn = (on: string | null, stall = 'TC-1') =>
      pay(office, { ...asked(stall), ...cash(1_000), on });

    await expect(payOn('2026-11-06')).rejects.toMatchObject({ code: 'FEE_DATE_AHEAD' });
    await expect(payOn('2026-10-31')).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
    await expect(payOn(null, 'TC-99')).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
    expect((await look()).credits).toEqual([]);
    expect((await readAccounts(office.hub, 'TC')).accounts).toEqual([]);
  },
);
