import { ORPCError } from '@orpc/client';
import { OPERATION_CONTEXT_SYMBOL } from '@orpc/tanstack-query';
import { expect, test } from 'vitest';
import { isCalledOff } from '../../ui/called-off.ts';
import type { CallContext, Link } from '../connection.ts';
import { askedNow, closeWhoSells, endApproval } from './asked.ts';
import { askingLink } from './asking-link.ts';

const budi = { staff: 'kasir-2', pin: '615038' };
const refusal = new ORPCError('NOT_PERMITTED', { data: { permission: 'drawer.no-sale' } });
const unsigned = new ORPCError('NOT_SIGNED_IN', { data: {} });
const wrongPin = new ORPCError('PIN_WRONG', { data: { triesLeft: 4 } });

/** A till that answers each call in its turn, and what it was asked with. */
function tillThat(...answers: readonly (() => unknown)[]) {
  const approvals: CallContext['approval'][] = [];
  const link: Link = {
    call: async (_path, _input, { context }) => {
      const answer = answers[approvals.length];
      approvals.push(context.approval);
      return answer?.();
    },
  };
  const call = (context: CallContext = {}, name = 'noSale') =>
    askingLink(link).call(['shifts', name], {}, { context });
  return { call, approvals };
}

const fails = (error: Error) => () => {
  throw error;
};
const opens = () => 'open';

/** What is asked, once it is. */
async function approvalAsked() {
  await expect.poll(() => askedNow().approvals.length).toBe(1);
  const [asked] = askedNow().approvals;
  if (!asked) throw new Error('it was just there');
  return asked;
}

test('a call that may not be made here is made again with who allows it', async () => {
  const { call, approvals } = tillThat(fails(refusal), opens);
  const answer = call();
  const asked = await approvalAsked();
  expect(asked.permission).toBe('drawer.no-sale');
  await asked.tryWith(budi);
  endApproval(asked);

  expect(await answer).toBe('open');
  expect(approvals).toEqual([undefined, budi]);
});

test('a wrong PIN leaves the call waiting, and a right one makes it', async () => {
  const { call } = tillThat(fails(refusal), fails(wrongPin), opens);
  const answer = call();
  const asked = await approvalAsked();
  await expect(asked.tryWith(budi)).rejects.toBe(wrongPin);
  await asked.tryWith(budi);
  endApproval(asked);

  expect(await answer).toBe('open');
});

test('given up, the call fails as it did, and whoever gave it up is told nothing', async () => {
  const { call } = tillThat(fails(refusal));
  const answer = call().catch((error: unknown) => error);
  const asked = await approvalAsked();
  endApproval(asked);
  asked.giveUp();

  expect(await answer).toBe(refusal);
  expect(isCalledOff(refusal)).toBe(true);
});

test('what fails for another reason once it was allowed fails for that', async () => {
  const closed = new ORPCError('SHIFT_CLOSED', { data: { drawer: 1 } });
  const { call } = tillThat(fails(refusal), fails(closed));
  const answer = call().catch((error: unknown) => error);
  const asked = await approvalAsked();
  await asked.tryWith(budi);
  endApproval(asked);

  expect(await answer).toBe(closed);
  expect(isCalledOff(closed)).toBe(false);
});

test('a wrong PIN of a call with one of its own goes back to whoever made it', async () => {
  const { call } = tillThat(fails(refusal), fails(wrongPin));
  const answer = call({}, 'handOver').catch((error: unknown) => error);
  const asked = await approvalAsked();
  await asked.tryWith(budi);
  endApproval(asked);

  expect(await answer).toBe(wrongPin);
});

test('somebody else who is unknown is no fault of the approval', async () => {
  const unknown = new ORPCError('STAFF_UNKNOWN', { data: { staff: 'kasir-9' } });
  const { call } = tillThat(fails(refusal), fails(unknown));
  const answer = call().catch((error: unknown) => error);
  const asked = await approvalAsked();
  await asked.tryWith(budi);
  endApproval(asked);

  expect(await answer).toBe(unknown);
});

test('a call that nobody is signed in for is made again once somebody is', async () => {
  const { call, approvals } = tillThat(fails(unsigned), opens);
  const answer = call();
  await expect.poll(() => askedNow().isWhoSellsOpen).toBe(true);
  closeWhoSells(true);

  expect(await answer).toBe('open');
  expect(approvals).toHaveLength(2);
});

test('without a sign-in it fails as it did', async () => {
  const { call, approvals } = tillThat(fails(unsigned));
  const answer = call().catch((error: unknown) => error);
  await expect.poll(() => askedNow().isWhoSellsOpen).toBe(true);
  closeWhoSells(false);

  expect(await answer).toBe(unsigned);
  expect(approvals).toHaveLength(1);
});

test('what a query reads by itself asks nobody', async () => {
  const { call } = tillThat(fails(refusal));
  const context = { [OPERATION_CONTEXT_SYMBOL]: { key: [], type: 'query' } };

  await expect(call(context)).rejects.toBe(refusal);
  expect(askedNow().approvals).toEqual([]);
});
