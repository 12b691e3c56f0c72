import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import type { HubTables } from '../../database/tables.ts';
import { isMall } from '../../down/item-store.ts';

/** A stall, its mall, and what it is called. */
export interface StallOfMall {
  readonly stall: string;
  readonly mall: string;
  readonly name: string;
  readonly number: string;
}

/** A stall by its code. @throws LapakError STALL_UNKNOWN, for one of another mall too */
export async function stallOfMall(
  db: Kysely<HubTables>,
  stall: string,
  mall?: string,
): Promise<StallOfMall> {
  const row = await db
    .selectFrom('stall')
    .where('code', '=', stall)
    .select(['code as stall', 'mall', 'name', 'number'])
    .executeTakeFirst();
  if (!row || (mall !== undefined && row.mall !== mall)) {
    throw new LapakError('STALL_UNKNOWN', { stall });
  }
  return row;
}

/** Stalls of a mall after a code, by code. */
export async function stallsAfter(
  db: Kysely<HubTables>,
  mall: string,
  after: string,
  limit: number,
): Promise<StallOfMall[]> {
  return db
    .selectFrom('stall')
    .where('mall', '=', mall)
    .where('code', '>', after)
    .select(['code as stall', 'mall', 'name', 'number'])
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** What a mall is called. @throws LapakError MALL_UNKNOWN */
export async function mallName(db: Kysely<HubTables>, mall: string): Promise<string> {
  const row = await db
    .selectFrom('mall')
    .where('code', '=', mall)
    .select('name')
    .executeTakeFirst();
  if (!row) throw new LapakError('MALL_UNKNOWN', { mall });
  return row.name;
}

/** @throws LapakError MALL_UNKNOWN */
export async function assertMall(db: Kysely<HubTables>, mall: string): Promise<void> {
  if (!(await isMall(db, mall))) throw new LapakError('MALL_UNKNOWN', { mall });
}

/** What these stalls are called, by code. */
export async function namesOfStalls(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Map<string, Omit<StallOfMall, 'mall'>>> {
  if (stalls.length === 0) return new Map();
  const rows = await db
    .selectFrom('stall')
    .where('code', 'in', stalls)
    .select(['code as stall', 'name', 'number'])
    .orderBy('code')
    .limit(stalls.length)
    .execute();
  return new Map(rows.map((row) => [row.stall, row]));
}
