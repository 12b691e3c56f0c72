import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { returnDeposit, takeDeposit } from '../../hub/fees/deposits.ts';
import { setAccount } from '../../hub/fees/mall-acts.ts';
import { bankCash, countDrawer } from '../../hub/fees/matters/drawers.ts';
import { pay } from '../../hub/fees/pay.ts';
import { refund } from '../../hub/fees/refund.ts';
import { addLeasedMall, asked, cash, openOffice } from '../support/fee-office.ts';
import { type FreshPlace, eachDatabase } from '../support/hub-databases.ts';

const BANK = 'bca-tc';
const DRAWER = 'kantor-tc';

/** Two stalls that owe nothing, at a mall with an account at a bank and no drawer yet. */
async function openMall({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  const set = (account: string, holds: 'bank' | 'cash', isClosed = false) =>
    setAccount(office, {
      id: randomUUID(),
      mall: 'TC',
      note: '',
      account,
      holds,
      label: account,
      qris: '',
      profile: '',
      isClosed,
    });
  await set(BANK, 'bank');
  const bank = (amount: number, on: string) => {
    const order = { id: randomUUID(), account: DRAWER, to: BANK, amount, on, note: '' };
    return bankCash(office.hub, office.by, order);
  };
  return { office, set, bank };
}

const short = (expected: number) => ({ code: 'DRAWER_SHORT', data: { expected } });

eachDatabase('an advance goes back in cash only as far as there is cash', async (fresh) => {
  const { office } = await openMall(fresh);
  await pay(office, { ...asked('TC-1'), ...cash(500_000), kind: 'bank' });
  const back = (amount: number, account: string | null) =>
    refund(office, { ...asked('TC-1', 'diminta'), amount, account });

  await expect(back(500_000, null)).rejects.toMatchObject({ code: 'FEE_ACCOUNT_NEEDED' });
  await pay(office, { ...asked('TC-2'), ...cash(100_000) });
  await expect(back(500_000, null)).rejects.toMatchObject(short(100_000));
  await expect(back(100_001, DRAWER)).rejects.toMatchObject(short(100_000));
  expect(await back(100_000, null)).toMatchObject({ advance: 400_000 });
  expect(await back(400_000, BANK)).toMatchObject({ advance: 0 });
});

eachDatabase('a deposit goes back in cash only as far as there is cash', async (fresh) => {
  const { office } = await openMall(fresh);
  await takeDeposit(office, { ...asked('TC-1'), amount: 500_000, account: BANK });
  await takeDeposit(office, { ...asked('TC-2'), amount: 200_000, account: null });
  const back = (account: string | null) =>
    returnDeposit(office, { ...asked('TC-1'), amount: 500_000, account });

  await expect(back(null)).rejects.toMatchObject(short(200_000));
  expect(await back(BANK)).toMatchObject({ deposit: 0 });
});

eachDatabase('cash goes to the bank on no day on which it was not there', async (fresh) => {
  const { office, bank } = await openMall(fresh);
  office.setToday('2026-11-20');
  await pay(office, { ...asked('TC-1'), ...cash(400_000), on: '2026-11-05' });
  await bank(300_000, '2026-11-18');
  await pay(office, { ...asked('TC-1'), ...cash(500_000) });

  await expect(bank(1, '2026-10-10')).rejects.toMatchObject(short(0));
  await expect(bank(200_000, '2026-11-10')).rejects.toMatchObject(short(100_000));
  expect(await bank(100_000, '2026-11-10')).toMatchObject({ expected: 500_000 });
  expect(await bank(500_000, '2026-11-20')).toMatchObject({ expected: 0 });
});

eachDatabase('a drawer is closed empty, and takes nothing then', async (fresh) => {
  const { office, set } = await openMall(fresh);
  await pay(office, { ...asked('TC-1'), ...cash(100_000) });

  await expect(set(DRAWER, 'cash', true)).rejects.toMatchObject({
    code: 'DRAWER_NOT_EMPTY',
    data: { balance: 100_000 },
  });
  const count = { id: randomUUID(), account: DRAWER, counted: 0, note: 'hilang' };
  await countDrawer(office.hub, office.by, count);
  expect(await set(DRAWER, 'cash', true)).toMatchObject({ isClosed: true, balance: 0 });
  const paid = pay(office, { ...asked('TC-1'), ...cash(50_000) });
  await expect(paid).rejects.toMatchObject({ code: 'FEE_ACCOUNT_NEEDED' });
});
