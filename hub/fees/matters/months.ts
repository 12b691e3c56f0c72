import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeMonth, MonthFinding } from '../../../domain/fees/matters/month-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { addMonths, datesOf, periodOf } from '../../../domain/fees/period.ts';
import { planIn, usualPlan } from '../../../domain/fees/plan.ts';
import { daysBetween } from '../../../domain/time.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { countUncharged } from '../charge-store.ts';
import { plansOf } from '../plan-store.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { expectedIn, newestCounts } from './drawers.ts';
import {
  balanceOf,
  cashAccounts,
  changedMonths,
  findMonth,
  lastMoved,
  postedMonths,
  standingOfMall,
  sumsOfMonth,
  unmatchedRows,
} from './month-store.ts';
import type { FeeReader } from './notices.ts';
import { assertMall } from './place-store.ts';

/** A month of the books of a mall. */
export interface MonthOf {
  readonly mall: string;
  /** `2026-11` */
  readonly month: string;
}

/** Every month of a mall that has postings, or was closed: the newest first. */
export async function listMonths(
  hub: FeeReader,
  { mall, cursor }: { readonly mall: string; readonly cursor: string },
): Promise<{ months: FeeMonth[]; nextCursor: string }> {
  const limit = MATTERS_PAGE_MAX;
  const before = /^\d{4}-\d\d$/.test(cursor) ? cursor : '9999-99';
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const posted = await postedMonths(db, { mall, before, limit });
    const changed = await changedMonths(db, mall, limit * 2);
    const months = posted.map(({ month, posted: sum }) => {
      return shownMonth({ mall, month }, changed.get(month), sum);
    });
    return { months, nextCursor: months.length < limit ? '' : (months.at(-1)?.month ?? '') };
  });
}

/** What is still open in a month. @throws LapakError MALL_UNKNOWN */
export async function checkMonth(
  hub: FeeReader,
  of: MonthOf,
): Promise<{ month: FeeMonth; findings: MonthFinding[] }> {
  return readAs(hub.database.db, 'every-stall', async (db) => {
    await assertMall(db, of.mall);
    const findings = await findingsOf(db, of, hubToday(hub));
    return { month: await monthWith(db, of), findings };
  });
}

/** A close. */
export interface MonthCloseOrder extends MonthOf {
  readonly id: string;
  readonly note: string;
  /** Closes although something is open, for the reason of the note. */
  readonly despite: boolean;
}

/**
 * Closes a month: the database then refuses every posting of it.
 * @throws LapakError MALL_UNKNOWN, MONTH_UNFINISHED, MONTH_UNBALANCED, MONTH_TO_COME, MONTH_CLOSED,
 *   ACT_ID_REUSED, INPUT_INVALID where it is to be closed despite something and no reason is given
 */
export async function closeMonth(
  hub: FeeParts,
  by: string,
  { id, mall, month, note, despite }: MonthCloseOrder,
): Promise<FeeMonth> {
  const on = hubToday(hub);
  if (despite && note === '') throw new LapakError('INPUT_INVALID', {});
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    await assertMall(trx, mall);
    if (!(await isDone(id, 'month-close', { mall, month, note }))) {
      if (month > periodOf(on)) throw new LapakError('MONTH_TO_COME', { month });
      if ((await findMonth(trx, mall, month))?.isClosed) {
        throw new LapakError('MONTH_CLOSED', { month });
      }
      const findings = await findingsOf(trx, { mall, month }, on);
      const wrong = findings.find(({ kind }) => kind === 'unbalanced');
      if (wrong) {
        const { account, amount } = wrong;
        throw new LapakError('MONTH_UNBALANCED', { account, amount });
      }
      if (findings.length > 0 && !despite) {
        throw new LapakError('MONTH_UNFINISHED', { month, findings: findings.length });
      }
      const details = { kind: 'month', month } as const;
      await append([{ id, act: 'month-close', mall, on, note, details }]);
    }
    return monthWith(trx, { mall, month });
  });
}

/** A reopening, for the federation. */
export interface MonthReopenOrder extends MonthOf {
  readonly id: string;
  /** Why. */
  readonly note: string;
}

/**
 * Reopens a closed month. Only the federation does, with its reason: until it signs by itself an
 * administrator does it for it, and the act says so.
 * @throws LapakError MALL_UNKNOWN, MONTH_OPEN, ACT_ID_REUSED
 */
export function reopenMonth(
  hub: FeeParts,
  by: string,
  { id, mall, month, note }: MonthReopenOrder,
): Promise<FeeMonth> {
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    await assertMall(trx, mall);
    if (!(await isDone(id, 'month-reopen', { mall, month, note }))) {
      const isClosed = (await findMonth(trx, mall, month))?.isClosed ?? false;
      if (!isClosed) throw new LapakError('MONTH_OPEN', { month });
      const details = { kind: 'month', month, behalf: 'federation' } as const;
      await append([{ id, act: 'month-reopen', mall, on, note, details }]);
    }
    return monthWith(trx, { mall, month });
  });
}

async function monthWith(db: Kysely<HubTables>, { mall, month }: MonthOf): Promise<FeeMonth> {
  const sums = await sumsOfMonth(db, mall, month);
  const posted = sums.reduce((sum, { debit }) => sum + debit, 0);
  return shownMonth({ mall, month }, await findMonth(db, mall, month), posted);
}

function shownMonth(
  of: MonthOf,
  changed: Awaited<ReturnType<typeof findMonth>>,
  posted: number,
): FeeMonth {
  if (!changed) return { ...of, isClosed: false, changed: null, posted };
  const { isClosed, on, by, note } = changed;
  return { ...of, isClosed, changed: { on, by, note }, posted };
}

async function findingsOf(
  db: Kysely<HubTables>,
  { mall, month }: MonthOf,
  today: string,
): Promise<MonthFinding[]> {
  const days = datesOf(month);
  const rows = await unmatchedRows(db, mall, days);
  const findings: MonthFinding[] = rows.map((row) => ({ kind: 'rows-unmatched', ...row }));
  const counts = await newestCounts(db, mall);
  for (const { code: account } of await cashAccounts(db, mall)) {
    const moved = await lastMoved(db, account, days);
    if (moved === 0 || moved <= (counts.get(account)?.position ?? 0)) continue;
    const amount = await expectedIn(db, { mall, account });
    findings.push({ kind: 'drawer-uncounted', account, count: 0, amount });
  }
  const { electricity } = planIn(await plansOf(db, mall), month) ?? usualPlan;
  const isMetered = electricity.basis === 'metered';
  const count = await countUncharged(db, { mall, period: month, isMetered });
  if (count > 0) findings.push({ kind: 'uncharged', account: '', count, amount: 0 });
  const { owed, advance, deposit } = await standingOfMall(db, mall);
  const differences = {
    receivable: (await balanceOf(db, mall, 'receivable')) - owed,
    advance: -(await balanceOf(db, mall, 'advance')) - advance,
    deposit: -(await balanceOf(db, mall, 'deposit')) - deposit,
  };
  for (const [account, amount] of Object.entries(differences)) {
    if (amount !== 0) findings.push({ kind: 'unbalanced', account, count: 0, amount });
  }
  if (days.to >= today && days.from <= today) {
    const left = daysBetween(today, `${addMonths(month, 1)}-01`);
    findings.push({ kind: 'not-over', account: '', count: left, amount: 0 });
  }
  return findings;
}
