import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { InvariantError } from '../../domain/assert.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { returnDeposit, takeDeposit, useDeposit } from '../../hub/fees/deposits.ts';
import { agreeInstalments, endInstalments } from '../../hub/fees/instalments.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { readActs, readStall } from '../../hub/fees/read-stall.ts';
import { creditNote, waive } from '../../hub/fees/reduce.ts';
import { refund } from '../../hub/fees/refund.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addLeasedMall, asked, cash, openOffice } from '../support/fee-office.ts';
import { type FreshPlace, eachDatabase } from '../support/hub-databases.ts';

/** One stall, charged Rp1.000.000 for November, and what is done with it. */
async function openStall({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const look = () => readStall(office.hub, 'TC-1');
  const undo = (of: string) => reverse(office, { ...asked('TC-1', 'salah catat'), of });
  const back = (amount: number) =>
    refund(office, { ...asked('TC-1', 'diminta'), amount, account: null });
  return { office, look, undo, back };
}

const ofDeposit = (amount: number) => ({ ...asked('TC-1'), amount, account: null });

eachDatabase(
  'a payment that is reversed pays for nothing; its kuitansi stays, and says why it is void',
  async (fresh) => {
    const { office, undo } = await openStall(fresh);
    const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_200_000) });
    const [credit = ''] = credits;

    const after = await undo(credit);
    const next = await pay(office, { ...asked('TC-1'), ...cash(100_000) });

    expect(after).toMatchObject({ owed: 1_000_000, advance: 0 });
    expect(next.kuitansi).toBe('KW/TC/2026/000002');
    const kuitansi = await readKuitansi(office.hub, 'https://hub.example', credit);
    expect(kuitansi).toMatchObject({
      isReversed: true,
      reversed: { on: '2026-11-05', reason: 'salah catat' },
      paidFor: [
        { kind: 'cleaning', period: '2026-11', amount: 300_000 },
        { kind: 'electricity', period: '2026-11', amount: 700_000 },
      ],
      advance: 0,
    });
    await expect(undo(credit)).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
    await expect(undo(randomUUID())).rejects.toMatchObject({ code: 'BOOKED_UNKNOWN' });
  },
);

eachDatabase(
  'what paid for a charge that is reversed is advance; what waived it goes',
  async (fresh) => {
    const { office, look, undo } = await openStall(fresh);
    const { open } = await look();
    const power = open.find(({ kind }) => kind === 'electricity')?.id ?? '';
    await waive(office, { ...asked('TC-1', 'padam'), charge: power, amount: 100_000 });
    await pay(office, { ...asked('TC-1'), ...cash(900_000) });
    await creditNote(office, { ...asked('TC-1', 'salah'), charge: power, amount: 50_000 });

    const after = await undo(power);
    const again = await chargeMonth(office, { mall: 'TC', period: '2026-11' });

    expect(after).toMatchObject({ owed: 0, advance: 600_000 });
    expect(again).toMatchObject({ charged: 1, total: 700_000, advancesUsed: 600_000 });
    await expect(undo(power)).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
  },
);

eachDatabase(
  'an advance goes back once, and a refund is undone before its payment',
  async (fresh) => {
    const { office, look, undo, back } = await openStall(fresh);
    const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_300_000) });

    await expect(back(300_001)).rejects.toMatchObject({
      code: 'ADVANCE_EXCEEDED',
      data: { advance: 300_000 },
    });
    expect(await back(200_000)).toMatchObject({ owed: 0, advance: 100_000 });
    await expect(undo(credits[0] ?? '')).rejects.toMatchObject({
      code: 'CREDIT_REFUNDED',
      data: { refunded: 200_000 },
    });
    const [given] = (await look()).refunds;
    expect(await undo(given?.id ?? '')).toMatchObject({ advance: 300_000 });
    await expect(undo(given?.id ?? '')).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
    expect((await look()).refunds).toMatchObject([{ amount: 200_000, isReversed: true }]);
    expect(await undo(credits[0] ?? '')).toMatchObject({ owed: 1_000_000, advance: 0 });
  },
);

eachDatabase('a deposit is taken, used and given back, and each is undone', async (fresh) => {
  const { office, look, undo } = await openStall(fresh);
  await takeDeposit(office, ofDeposit(500_000));
  const { credits } = await useDeposit(office, {
    ...asked('TC-1', 'tutup'),
    amount: 400_000,
    allocations: null,
  });

  expect(await look()).toMatchObject({ owed: 600_000, deposit: 100_000 });
  const tooMuch = { code: 'DEPOSIT_EXCEEDED', data: { deposit: 100_000 } };
  await expect(returnDeposit(office, ofDeposit(100_001))).rejects.toMatchObject(tooMuch);
  const [taken] = (await look()).deposits.filter(({ amount }) => amount > 0);
  await expect(undo(taken?.id ?? '')).rejects.toMatchObject(tooMuch);
  expect(await undo(credits[0] ?? '')).toMatchObject({ owed: 1_000_000, deposit: 500_000 });
  expect(await returnDeposit(office, ofDeposit(500_000))).toMatchObject({ deposit: 0 });
  const given = (await look()).deposits.find(({ amount }) => amount === -500_000);
  expect(await undo(given?.id ?? '')).toMatchObject({ deposit: 500_000 });
  expect(await undo(taken?.id ?? '')).toMatchObject({ deposit: 0 });
  await expect(undo(taken?.id ?? '')).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
});

eachDatabase('the books take no reversal that leaves out the deposit', async (fresh) => {
  const { office, look } = await openStall(fresh);
  await takeDeposit(office, ofDeposit(500_000));
  const use = { ...asked('TC-1'), amount: 400_000, allocations: [] };
  const { credits } = await useDeposit(office, use);
  const before = await look();

  const act = { id: randomUUID(), act: 'reverse', mall: 'TC', stall: 'TC-1' } as const;
  const booked = writeFees(office.hub, office.by, ({ append }) =>
    append([{ ...act, on: '2026-11-05', note: '', reverses: credits }]),
  );

  await expect(booked).rejects.toThrow(InvariantError);
  expect(await look()).toEqual(before);
});

eachDatabase(
  'instalments are agreed once, for no more than is owed, kept by payments',
  async (fresh) => {
    const { office, look } = await openStall(fresh);
    const agree = (...parts: readonly (readonly [string, number])[]) =>
      agreeInstalments(office, {
        ...asked('TC-1'),
        parts: parts.map(([due, amount]) => ({ due, amount })),
      });
    const end = () => endInstalments(office, asked('TC-1', 'lunas'));

    await expect(end()).rejects.toMatchObject({ code: 'INSTALMENTS_NONE' });
    await expect(agree(['2026-11-20', 1_000_001])).rejects.toMatchObject({
      code: 'INSTALMENTS_EXCEED',
      data: { owed: 1_000_000 },
    });
    await agree(['2026-11-20', 500_000], ['2026-12-20', 500_000]);
    await expect(agree(['2026-11-20', 1])).rejects.toMatchObject({ code: 'INSTALMENTS_THERE' });
    office.setToday('2026-11-21');
    expect((await look()).instalments).toMatchObject({ paid: 0, isKept: false });
    await pay(office, { ...asked('TC-1'), ...cash(500_000) });
    expect((await look()).instalments).toMatchObject({ paid: 500_000, isKept: true });
    await end();
    expect((await look()).instalments).toBeNull();
  },
);

eachDatabase(
  'the acts of a stall are told as they were signed, the newest first',
  async (fresh) => {
    const { office, look, undo } = await openStall(fresh);
    const { credits } = await pay(office, { ...asked('TC-1', 'tunai'), ...cash(50_000) });
    await undo(credits[0] ?? '');

    const { acts, nextCursor } = await readActs(office.hub, { stall: 'TC-1', cursor: '' });

    expect(acts.map(({ body }) => [body.act, body.note])).toEqual([
      ['reverse', 'salah catat'],
      ['payment', 'tunai'],
      ['charge', ''],
      ['code-give', ''],
    ]);
    expect(acts.map(({ by }) => by)).toEqual(Array(4).fill('pengelola-1'));
    expect(nextCursor).toBe('');
    expect(await look()).toMatchObject({ code: 1, remark: 'TC-1-2611' });
    await expect(readActs(office.hub, { stall: 'TC-99', cursor: '' })).rejects.toMatchObject({
      code: 'STALL_UNKNOWN',
    });
  },
);
