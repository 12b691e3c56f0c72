import type { ChargeKind } from '../../domain/fees/kinds.ts';
import type { MonthSums, StallMonth } from '../../domain/fees/manage/mall-calls.ts';
import { type ChargeState, FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import { readAs } from '../database/transact.ts';
import { isMonthClosed } from './open-store.ts';
import { type Doing } from './act-of-stall.ts';
import { hubDate } from '../reports/read-day.ts';
import { assertMall } from './matters/place-store.ts';
import { chargesOfMonth, pageOfMonth, sumMonth } from './month-store.ts';

/** Which page of which month. */
export interface MonthViewAsked {
  readonly mall: string;
  readonly period: string;
  readonly text: string;
  readonly state: ChargeState | null;
  readonly cursor: string;
}

/** What looking at fees needs of the hub. */
export type FeeReader = Pick<Doing['hub'], 'database' | 'clock'>;

/** The stalls that were charged for a month. @throws LapakError MALL_UNKNOWN */
export function readMonth({ database, clock }: FeeReader, asked: MonthViewAsked) {
  const { mall, period, text, state, cursor: after } = asked;
  const wanted = { mall, period, today: hubDate(clock()) };
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const page = { text, state, after, limit: FEE_PAGE_MAX + 1 };
    const rows = await pageOfMonth(db, wanted, page);
    const shown = rows.slice(0, FEE_PAGE_MAX);
    const codes = shown.map(({ stall }) => stall);
    const charges = Map.groupBy(await chargesOfMonth(db, wanted, codes), ({ stall }) => stall);
    const stalls = shown.map((row): StallMonth => {
      const own = charges.get(row.stall) ?? [];
      return { ...row, open: row.amount - row.settled, charges: own.map(chargeOf) };
    });
    return {
      isClosed: await isMonthClosed(db, mall, period),
      sums: after === '' ? sumsOf(await sumMonth(db, wanted)) : null,
      stalls,
      nextCursor: rows.length > FEE_PAGE_MAX ? (codes.at(-1) ?? '') : '',
    };
  });
}

function chargeOf(row: Awaited<ReturnType<typeof chargesOfMonth>>[number]) {
  const { stall: _, kind, disputed, ...charge } = row;
  return {
    ...charge,
    kind: kind as ChargeKind, // only project-fee.ts writes it
    isDisputed: disputed === 1,
  };
}

function sumsOf(rows: Awaited<ReturnType<typeof sumMonth>>) {
  const states: Record<ChargeState, number> = { open: 0, paid: 0, overdue: 0, disputed: 0 };
  const sums = { stalls: 0, charged: 0, settled: 0, open: 0, overdue: 0 } satisfies MonthSums;
  for (const { state, stalls, amount, settled, overdue } of rows) {
    states[state] = stalls;
    sums.stalls += stalls;
    sums.charged += amount;
    sums.settled += settled;
    sums.open += amount - settled;
    sums.overdue += overdue;
  }
  return { ...sums, states };
}
