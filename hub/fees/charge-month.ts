import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { chargeStall, type StallRun } from '../../domain/fees/charge-run.ts';
import { isResting } from '../../domain/fees/instalments.ts';
import { type ChargeKind, chargeKinds } from '../../domain/fees/kinds.ts';
import type { ChargeRun } from '../../domain/fees/manage/mall-calls.ts';
import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { planIn, usualPlan } from '../../domain/fees/plan.ts';
import { LapakError } from '../../domain/errors.ts';
import type { HubTables } from '../database/tables.ts';
import { readAs } from '../database/transact.ts';
import { type Doing } from './act-of-stall.ts';
import { hubDate } from '../reports/read-day.ts';
import {
  chargedIn,
  contractedIn,
  countStalls,
  namesIn,
  openIn,
  takenIn,
  unusedIn,
} from './charge-store.ts';
import { isMonthClosed } from './open-store.ts';
import { runningInstalments } from './instalments-store.ts';
import { draftCodes } from './mall-acts.ts';
import { assertMall } from './matters/place-store.ts';
import { plansOf } from './plan-store.ts';
import { markCharged } from './schedule-store.ts';
import { type FeeBook, writeFees } from './write-fee.ts';

/** Which month of which mall. */
export interface MonthAsked {
  readonly mall: string;
  readonly period: string;
}

/**
 * Charges the stalls of a mall for a month, all of them or none; again it charges what is new.
 * Stalls without a unique code get one.
 * @throws LapakError MALL_UNKNOWN, MONTH_CLOSED, FEE_DATE_AHEAD
 */
export function chargeMonth({ hub, by }: Doing, asked: MonthAsked): Promise<ChargeRun> {
  return writeFees(hub, by, (book) => runIn(book, asked));
}

/**
 * Charges what a month lacks that was charged before: electricity that was read since.
 * @returns null where nothing was charged, or its month is closed
 */
export function chargeRest({ hub, by }: Doing, asked: MonthAsked): Promise<ChargeRun | null> {
  return writeFees(hub, by, async (book) => {
    const { mall, period } = asked;
    const isBegun = (await chargedIn(book.trx, mall, period, 'now')).size > 0;
    if (!isBegun || (await isMonthClosed(book.trx, mall, period))) return null;
    return runIn(book, asked, 'electricity');
  });
}

/**
 * As chargeMonth(), where it was not done by itself. What a person took back stays so, and a past
 * month that was closed without it is left as it is: it holds up no month behind it.
 * @returns null where nothing was charged
 */
export function chargeMonthOnce(
  { hub, by }: Doing,
  asked: MonthAsked,
  today: string,
): Promise<ChargeRun | null> {
  return writeFees(hub, by, async (book) => {
    const { mall, period } = asked;
    if (!(await markCharged(book.trx, mall, period))) return null;
    const isLeft = period < periodOf(today) && (await isMonthClosed(book.trx, mall, period));
    return isLeft ? null : runIn(book, asked, 'never-charged');
  });
}

/** What chargeMonth() would do; writes nothing. @throws LapakError as chargeMonth() */
export function foretellCharges(
  { database, clock }: Pick<Doing['hub'], 'database' | 'clock'>,
  asked: MonthAsked,
): Promise<ChargeRun> {
  return readAs(database.db, 'every-stall', async (db) => {
    const { run, codes } = await planRun(db, asked, hubDate(clock()));
    return { ...run, isApplied: false, codesGiven: codes.length };
  });
}

/** What of a month is charged: all that it lacks, what was never charged, of that electricity. */
type Which = 'lacking' | 'never-charged' | 'electricity';

async function runIn(
  { trx, nowMs, append }: FeeBook,
  asked: MonthAsked,
  which: Which = 'lacking',
): Promise<ChargeRun> {
  const { run, drafts, codes } = await planRun(trx, asked, hubDate(nowMs), which);
  await append([...codes, ...drafts]);
  return { ...run, isApplied: true, codesGiven: codes.length };
}

interface PlannedRun {
  readonly run: Omit<ChargeRun, 'isApplied' | 'codesGiven'>;
  readonly drafts: FeeDraft[];
  readonly codes: FeeDraft[];
}

async function planRun(
  db: Kysely<HubTables>,
  { mall, period }: MonthAsked,
  today: string,
  which: Which = 'lacking',
): Promise<PlannedRun> {
  await assertMall(db, mall);
  if (period > addMonths(periodOf(today), 1))
    throw new LapakError('FEE_DATE_AHEAD', { on: period });
  const set = planIn(await plansOf(db, mall), period);
  const plan = set ?? usualPlan;
  const runs = await runStalls(db, { mall, period, plan, today }, which);
  const drafts = [...runs.values()].flatMap(({ draft }) => draft ?? []);
  if (await isMonthClosed(db, mall, period))
    throw new LapakError('MONTH_CLOSED', { month: period });
  const { drafts: codes, withoutCode } = await draftCodes(db, mall, today);
  const said = await saidOf(db, runs, set !== undefined);
  const stalls = await countStalls(db, mall);
  const counts = {
    charged: drafts.length,
    there: [...runs.values()].filter(({ draft, isUnread }) => !draft && !isUnread).length,
    withoutContract: stalls - runs.size,
    withoutCode,
  };
  return { run: { mall, period, plan, ...counts, ...sumsOf(drafts), ...said }, drafts, codes };
}

async function runStalls(
  db: Kysely<HubTables>,
  month: Parameters<typeof chargeStall>[0],
  which: Which,
): Promise<Map<string, StallRun>> {
  const { mall, period, today } = month;
  const contracted = await contractedIn(db, mall, period);
  const charged = await chargedIn(db, mall, period, which === 'lacking' ? 'now' : 'ever');
  const others =
    which === 'electricity' ? chargeKinds.filter((kind) => kind !== 'electricity') : [];
  const open = await openIn(db, mall);
  const unused = await unusedIn(db, mall);
  const taken = await takenIn(db, mall, period);
  const running = await runningInstalments(db, { mall });
  const kept = running.filter(({ parts, paid }) => isResting(parts, paid, today));
  const resting = new Set(kept.map(({ stall }) => stall));
  const runs = new Map<string, StallRun>();
  for (const [stall, tenancies] of contracted) {
    const before = {
      stall,
      tenancies,
      charged: new Set<ChargeKind>([...others, ...(charged.get(stall) ?? [])]),
      reading: taken.get(stall) ?? null,
      open: open.get(stall) ?? [],
      credits: unused.get(stall) ?? [],
      isResting: resting.has(stall),
    };
    runs.set(stall, chargeStall(month, before, randomUUID));
  }
  return runs;
}

/** What of a run a person should look at. */
async function saidOf(
  db: Kysely<HubTables>,
  runs: ReadonlyMap<string, StallRun>,
  hasPlan: boolean,
) {
  const differing = [...runs].filter(([, { draft, differs }]) => {
    return hasPlan && draft !== undefined && differs !== null;
  });
  const unread = [...runs].filter(([, { isUnread }]) => isUnread).map(([stall]) => stall);
  const names = await namesIn(
    db,
    differing.slice(0, FEE_PAGE_MAX).map(([stall]) => stall),
  );
  return {
    tariffDiffers: names.flatMap((named) => {
      const differs = runs.get(named.stall)?.differs;
      return differs ? [{ ...named, ...differs }] : [];
    }),
    tariffDiffersCount: differing.length,
    withoutReading: await namesIn(db, unread.slice(0, FEE_PAGE_MAX)),
    withoutReadingCount: unread.length,
  };
}

function sumsOf(drafts: readonly FeeDraft[]): Pick<ChargeRun, 'sums' | 'total' | 'advancesUsed'> {
  const none = chargeKinds.map((kind) => [kind, 0] as const);
  const sums = Object.fromEntries(none) as Record<ChargeKind, number>; // each of them
  let [total, advancesUsed] = [0, 0];
  for (const { charges = [], allocations = [] } of drafts) {
    for (const { kind, amount } of charges) {
      sums[kind] += amount;
      total += amount;
    }
    for (const { amount } of allocations) advancesUsed += amount;
  }
  return { sums, total, advancesUsed };
}
