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
import { findAct } from './act-store.ts';
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
 * @throws LapakError MALL_UNKNOWN, PLAN_LATE
 */
export function setPlan(
  doing: Doing,
  { plan, ...asked }: OfMall & { readonly plan: FeePlan },
): Promise<FeePlan> {
  return actOfMall(doing, asked, {
    make: async (trx, draft) => {
      const first = await firstUncharged(trx, asked.mall);
      if (first !== undefined && plan.from < first) {
        throw new LapakError('PLAN_LATE', { period: plan.from });
      }
      return draft({ act: 'plan-set', details: { kind: 'plan', ...plan } });
    },
    answer: async () => plan,
  });
}

/**
 * Adds or changes an account.
 * @throws LapakError MALL_UNKNOWN, FEE_ACCOUNT_OTHER, DRAWER_NOT_EMPTY
 */
export function setAccount(
  doing: Doing,
  { id, note, ...account }: OfMall & MallAccount,
): Promise<FeeAccount> {
  const { mall, qris, ...kept } = account;
  const more = qris === '' ? {} : { qris: qris.normalize('NFC') };
  const details: FeeDetailsOf<'account'> = { kind: 'account', ...kept, ...more };
  return actOfMall(
    doing,
    { id, mall, note },
    {
      make: async (trx, draft) => {
        const found = await findMallAccount(trx, account.account);
        if (found && (found.mall !== mall || found.holds !== account.holds)) {
          throw new LapakError('FEE_ACCOUNT_OTHER', { account: account.account });
        }
        if (found?.holds === 'cash' && account.isClosed && !found.isClosed) {
          const balance = await balanceOf(trx, mall, moneyAccount(account.account));
          if (balance !== 0) throw new LapakError('DRAWER_NOT_EMPTY', { balance });
        }
        return draft({ act: 'account-set', details });
      },
      answer: async (trx) => ({
        ...kept,
        qris,
        balance: await balanceOf(trx, mall, moneyAccount(kept.account)),
      }),
    },
  );
}

/** Notes the mall's own bill for electricity. @throws LapakError MALL_UNKNOWN */
export function setMeterBill(
  doing: Doing,
  {
    period,
    used,
    amount,
    ...asked
  }: OfMall & { readonly period: string; readonly used: number; readonly amount: number },
): Promise<MeterMonth> {
  const details = { kind: 'meter-bill' as const, period, usedMilli: used, amount };
  return actOfMall(doing, asked, {
    make: async (_, draft) => draft({ act: 'meter-bill', details }),
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

type Made = (what: Pick<FeeDraft, 'act' | 'details'>) => FeeDraft;

async function actOfMall<T>(
  { hub, by }: Doing,
  { id, mall, note }: OfMall,
  {
    make,
    answer,
  }: {
    readonly make: (trx: Tx, draft: Made) => Promise<FeeDraft>;
    readonly answer: (trx: Tx) => Promise<T>;
  },
): Promise<T> {
  return writeFees(hub, by, async ({ trx, nowMs, append }) => {
    await assertMall(trx, mall);
    const common = { id, mall, note, on: hubDate(nowMs) };
    if (!(await findAct(trx, id))) {
      await append([await make(trx, (what) => ({ ...common, ...what }))]);
    }
    return answer(trx);
  });
}
