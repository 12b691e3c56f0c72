import type { Kysely } from 'kysely';
import type { AgeBand } from '../../domain/fees/ageing.ts';
import type { AgeingStall } from '../../domain/fees/manage/mall-calls.ts';
import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import type { HubTables } from '../database/tables.ts';
import { readAs } from '../database/transact.ts';
import { hubDate } from '../reports/read-day.ts';
import {
  type AgeingWanted,
  advancesOf,
  balancesAt,
  pageOfAgeing,
  sumAgeing,
} from './ageing-store.ts';
import { assertMall } from './matters/place-store.ts';
import type { FeeReader } from './read-month.ts';

/** Which page of what is owed. */
export interface AgeingAsked {
  readonly mall: string;
  /** Null for now: all that is open, by what is overdue today. */
  readonly on: string | null;
  readonly band: AgeBand | null;
  readonly text: string;
  readonly cursor: string;
}

/** What the stalls of a mall owe, by how long it is overdue. @throws LapakError MALL_UNKNOWN */
export function readAgeing({ database, clock }: FeeReader, asked: AgeingAsked) {
  const { mall, band, text } = asked;
  const on = asked.on ?? hubDate(clock());
  const wanted = { of: { mall }, on, isPast: asked.on !== null };
  const after = parseCursor(asked.cursor);
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const page = { band, text, after, limit: FEE_PAGE_MAX + 1 };
    const rows = await pageOfAgeing(db, wanted, page);
    const shown = rows.slice(0, FEE_PAGE_MAX);
    const advances = await advancesIn(db, wanted, shown);
    const stalls = shown.map(({ current, to30, to60, to90, over90, ...row }): AgeingStall => {
      const bands = { current, to30, to60, to90, over90 };
      return { ...row, bands, advance: advances.get(row.stall) ?? 0 };
    });
    const last = rows.length > FEE_PAGE_MAX ? shown.at(-1) : undefined;
    return {
      on,
      sums: after ? null : sumsOf(await sumAgeing(db, wanted)),
      stalls,
      nextCursor: last ? `${last.total}.${last.stall}` : '',
    };
  });
}

/** What stalls had paid ahead then: less was owed in all by so much than was open. Rupiah */
async function advancesIn(
  db: Kysely<HubTables>,
  { on, isPast }: AgeingWanted,
  shown: readonly { readonly stall: string; readonly total: number }[],
): Promise<Map<string, number>> {
  const stalls = shown.map(({ stall }) => stall);
  if (!isPast) return advancesOf(db, stalls);
  const balances = await balancesAt(db, stalls, on);
  return new Map(shown.map(({ stall, total }) => [stall, total - (balances.get(stall) ?? 0)]));
}

function sumsOf({ stalls, total, ...bands }: Awaited<ReturnType<typeof sumAgeing>>) {
  return { stalls, total, bands };
}

function parseCursor(cursor: string) {
  const [, total, stall] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
  return total && stall ? { total: Number(total), stall } : null;
}
