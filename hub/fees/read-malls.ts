import type { FeeAccount, FeeMall } from '../../domain/fees/manage/mall-calls.ts';
import { periodOf } from '../../domain/fees/period.ts';
import { usualPlan } from '../../domain/fees/plan.ts';
import { readAs } from '../database/transact.ts';
import { moneyAccount } from '../../domain/fees/postings.ts';
import { accountsOfMall } from './bank/account-store.ts';
import { balanceOf } from './matters/month-store.ts';
import { hubDate } from '../reports/read-day.ts';
import { assertMall } from './matters/place-store.ts';
import {
  advanceByMall,
  contractedByMall,
  depositByMall,
  listMalls,
  monthByMall,
  owedByMall,
} from './malls-store.ts';
import { meterMonths } from './meter-store.ts';
import { firstUncharged, plansOf } from './plan-store.ts';
import type { FeeReader } from './read-month.ts';

/** Each mall with its month. @throws LapakError HUB_BUSY */
export function readMalls({ database, clock }: FeeReader) {
  const today = hubDate(clock());
  const period = periodOf(today);
  return readAs(database.reports, 'every-stall', async (db) => {
    const rows = await listMalls(db, period);
    const contracted = await contractedByMall(db, period);
    const months = await monthByMall(db, period, today);
    const owed = await owedByMall(db);
    const advance = await advanceByMall(db);
    const deposit = await depositByMall(db);
    const none = { stalls: 0, charged: 0, settled: 0, overdue: 0 };
    const malls = rows.map(({ closed, ...row }): FeeMall => {
      const month = months.get(row.mall) ?? none;
      return {
        ...row,
        period,
        contracted: contracted.get(row.mall) ?? 0,
        month: { ...month, open: month.charged - month.settled },
        owed: owed.get(row.mall) ?? 0,
        advance: advance.get(row.mall) ?? 0,
        deposit: deposit.get(row.mall) ?? 0,
        isClosed: closed !== null,
      };
    });
    return { today, malls };
  });
}

/** The plans of a mall, and where a new one can begin. @throws LapakError MALL_UNKNOWN */
export function readPlans({ database, clock }: FeeReader, mall: string) {
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const nextFrom = (await firstUncharged(db, mall)) ?? periodOf(hubDate(clock()));
    return { plans: await plansOf(db, mall), usual: { ...usualPlan }, nextFrom };
  });
}

/** Where the money of a mall is. @throws LapakError MALL_UNKNOWN */
export function readAccounts({ database }: Pick<FeeReader, 'database'>, mall: string) {
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const accounts: FeeAccount[] = [];
    for (const { mall: of, ...account } of await accountsOfMall(db, mall)) {
      const balance = await balanceOf(db, of, moneyAccount(account.account));
      accounts.push({ ...account, balance });
    }
    return { accounts };
  });
}

/** The mall's own bills against the meters of its stalls. @throws LapakError MALL_UNKNOWN */
export function readMeterBills({ database }: Pick<FeeReader, 'database'>, mall: string) {
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    return { months: await meterMonths(db, mall) };
  });
}
