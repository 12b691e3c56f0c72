import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { listKuitansi } from '../read-kuitansi.ts';
import { bookClaim } from './book-claim.ts';
import { listMessages, settleClaim } from './messages.ts';
import { takeMessage } from './take-message.ts';

/** A stall that owes 700,000 says that it paid, and how. @returns id of its message */
async function claimOf(world: FeeWorld, how: 'bank' | 'cash' = 'bank'): Promise<string> {
  await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const id = randomUUID();
  const of = { stall: 'TC-1', device: 'd'.repeat(32) };
  const claim = { kind: 'claim', amount: 700_000, how, on: '2026-10-12', reference: '' } as const;
  await takeMessage(world.hub, of, { id, said: claim, photo: null });
  world.setDay('2026-10-13');
  return id;
}

function paymentOf(message: string) {
  return { message, id: randomUUID(), amount: 700_000, on: '2026-10-12', account: null };
}

async function numbersOf({ hub }: FeeWorld): Promise<string[]> {
  const { kuitansi } = await listKuitansi(hub, {
    mall: MALL,
    period: '2026-10',
    text: '',
    cursor: '',
  });
  return kuitansi.map((line) => line.kuitansi);
}

async function answersOf({ hub }: FeeWorld) {
  const { messages } = await listMessages(hub, { mall: MALL, state: 'all', cursor: '' });
  return messages.map(({ answer }) => answer);
}

const kuitansi = 'KW/TC/2026/000001';
const answer = { outcome: 'booked', on: '2026-10-13', by: MANAGER, note: kuitansi };

eachDatabase('a claim is booked and answered with its kuitansi in one act', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const payment = paymentOf(await claimOf(world));
  const doing = { hub: world.hub, by: MANAGER };
  const booked = await bookClaim(doing, payment);

  expect(booked).toMatchObject({ id: payment.id, on: '2026-10-12', kuitansi, owed: 0 });
  expect(await bookClaim(doing, payment)).toEqual(booked);
  expect(await answersOf(world)).toEqual([answer]);
  expect(await numbersOf(world)).toEqual([kuitansi]);
});

eachDatabase('a claim that two people book at once is booked once', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const message = await claimOf(world, 'cash');
  const tried = await Promise.allSettled(
    ['pengelola-1', 'pengelola-2', 'pengelola-3'].map((by) =>
      bookClaim({ hub: world.hub, by }, paymentOf(message)),
    ),
  );

  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tried) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'FEE_MATTER_DONE' });
  }
  expect(await numbersOf(world)).toEqual([kuitansi]);
});

eachDatabase('a claim that was answered is not booked with another sum', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const message = await claimOf(world);
  const doing = { hub: world.hub, by: MANAGER };
  await bookClaim(doing, paymentOf(message));
  const corrected = { ...paymentOf(message), amount: 600_000 };

  await expect(bookClaim(doing, corrected)).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  expect(await numbersOf(world)).toEqual([kuitansi]);
});

eachDatabase('a claim that cannot be booked waits as before', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const message = await claimOf(world);
  const doing = { hub: world.hub, by: MANAGER };
  const payment = paymentOf(message);

  for (const [wrong, code] of [
    [{ account: 'kantor-tc' }, 'FEE_ACCOUNT_OTHER'],
    [{ on: '2026-10-14' }, 'FEE_DATE_AHEAD'],
    [{ message: randomUUID() }, 'FEE_MATTER_UNKNOWN'],
  ] as const) {
    await expect(bookClaim(doing, { ...payment, ...wrong })).rejects.toMatchObject({ code });
  }
  expect(await answersOf(world)).toEqual([null]);
  const refusal = { message, id: randomUUID(), outcome: 'refused', credit: null } as const;
  await settleClaim(world.hub, MANAGER, { ...refusal, note: 'Tidak ada di mutasi' });
  await expect(bookClaim(doing, payment)).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
  expect(await numbersOf(world)).toEqual([]);
});
