import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FeeDraft } from '../../domain/fees/body.ts';
import type { FeeDetailsOf, FeePlan } from '../../domain/fees/details.ts';
import { moneyAccount } from '../../domain/fees/postings.ts';
import type { FeeAccount } from '../../domain/fees/manage/mall-calls.ts';
import type { MeterMonth } from '../../domain/fees/manage/meter-calls.ts';
import { LapakError } from '../../domain/errors.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import { findMallAccount, type MallAccount } from './bank/account-store.ts';
import { type Doing } from './act-of-stall.ts';
import { hubDate } from '../reports/read-day.ts';
import { codelessStalls, freeCodes } from './code-store.ts';
import { balanceOf } from './matters/month-store.ts';
import { assertMall } from './matters/place-store.ts';
import { meterMonth } from './meter-store.ts';
import { firstUncharged } from './plan-store.ts';
import { saveChargeDay } from './schedule-store.ts';
import { writeFees } from './write-fee.ts';

/** An act of a mall that is asked for. */
interface OfMall {
  readonly id: string;
  readonly mall: string;
  readonly note: string;
}

/**
 * Sets what a mall charges from a month on; each of its stalls is told.
 * @throws LapakError MALL_UNKNOWN, PLAN_LATE, ACT_ID_REUSED
 */
export function setPlan(
  doing: Doing,
  { plan, ...asked }: OfMall & { readonly plan: FeePlan },
): Promise<FeePlan> {
  return actOfMall(doing, asked, {
    act: 'plan-set',
    details: { kind: 'plan', ...plan },
    check: async (trx) => {
      const first = await firstUncharged(trx, asked.mall);
      if (first !== undefined && plan.from < first) {
        throw new LapakError('PLAN_LATE', { period: plan.from });
      }
    },
    answer: async () => plan,
  });
}

/**
 * Adds or changes an account.
 * @throws LapakError MALL_UNKNOWN, FEE_ACCOUNT_OTHER, DRAWER_NOT_EMPTY, ACT_ID_REUSED
 */
export function setAccount(
  doing: Doing,
  { id, note, ...account }: OfMall & MallAccount,
): Promise<FeeAccount> {
  const { mall, qris, ...kept } = account;
  const more = qris === '' ? {} : { qris: qris.normalize('NFC') };
  const details: FeeDetailsOf<'account'> = { kind: 'account', ...kept, ...more };
  const money = moneyAccount(kept.account);
  const asked = { id, mall, note };
  return actOfMall(doing, asked, {
    act: 'account-set',
    details,
    check: async (trx) => {
      const found = await findMallAccount(trx, kept.account);
      if (found && (found.mall !== mall || found.holds !== kept.holds)) {
        throw new LapakError('FEE_ACCOUNT_OTHER', { account: kept.account });
      }
      if (found?.holds !== 'cash' || found.isClosed || !kept.isClosed) return;
      const balance = await balanceOf(trx, mall, money);
      if (balance !== 0) throw new LapakError('DRAWER_NOT_EMPTY', { balance });
    },
    answer: async (trx) => {
      return { ...kept, qris, balance: await balanceOf(trx, mall, money) };
    },
  });
}

/** Notes the mall's own bill for electricity. @throws LapakError MALL_UNKNOWN, ACT_ID_REUSED */
export function setMeterBill(
  doing: Doing,
  {
    period,
    used,
    amount,
    ...asked
  }: OfMall & { readonly period: string; readonly used: number; readonly amount: number },
): Promise<MeterMonth> {
  return actOfMall(doing, asked, {
    act: 'meter-bill',
    details: { kind: 'meter-bill', period, usedMilli: used, amount },
    answer: (trx) => meterMonth(trx, asked.mall, period),
  });
}

/** Sets on which day the hub charges by itself. @throws LapakError MALL_UNKNOWN */
export function setChargeDay(
  { hub, by }: Doing,
  mall: string,
  day: number | null,
): Promise<{ chargeDay: number | null }> {
  return writeFees(hub, by, async ({ trx, nowMs }) => {
    await assertMall(trx, mall);
    await saveChargeDay(trx, mall, day, hubDate(nowMs));
    return { chargeDay: day };
  });
}

/** What giving codes did. */
export interface CodesGiven {
  readonly given: number;
  /** Stalls for which none of the 999 was left. */
  readonly withoutCode: number;
}

/**
 * Gives each stall of a mall that has none its unique code, in the order of their codes.
 * @throws LapakError MALL_UNKNOWN
 */
export function giveCodes({ hub, by }: Doing, mall: string): Promise<CodesGiven> {
  return writeFees(hub, by, async ({ trx, nowMs, append }) => {
    await assertMall(trx, mall);
    const { drafts, withoutCode } = await draftCodes(trx, mall, hubDate(nowMs));
    await append(drafts);
    return { given: drafts.length, withoutCode };
  });
}

/** The acts that give the stalls of a mall their codes. */
export async function draftCodes(
  db: Kysely<HubTables>,
  mall: string,
  on: string,
): Promise<{ readonly drafts: FeeDraft[]; readonly withoutCode: number }> {
  const stalls = await codelessStalls(db, mall);
  if (stalls.length === 0) return { drafts: [], withoutCode: 0 };
  const free = await freeCodes(db, mall);
  const drafts = stalls.slice(0, free.length).map((stall, at): FeeDraft => {
    const details = { kind: 'code' as const, code: free[at] ?? 0 };
    return { id: randomUUID(), act: 'code-give', mall, stall, on, note: '', details };
  });
  return { drafts, withoutCode: stalls.length - drafts.length };
}

interface ActOfMall<T> extends Required<Pick<FeeDraft, 'act' | 'details'>> {
  readonly check?: (trx: Tx) => Promise<void>;
  readonly answer: (trx: Tx) => Promise<T>;
}

/** @throws LapakError MALL_UNKNOWN, ACT_ID_REUSED, and what `check` throws */
async function actOfMall<T>(
  { hub, by }: Doing,
  { id, mall, note }: OfMall,
  { act, details, check, answer }: ActOfMall<T>,
): Promise<T> {
  return writeFees(hub, by, async ({ trx, nowMs, append, isDone }) => {
    await assertMall(trx, mall);
    if (!(await isDone(id, act, { mall, note, details }))) {
      await check?.(trx);
      await append([{ id, act, mall, note, on: hubDate(nowMs), details }]);
    }
    return answer(trx);
  });
}
