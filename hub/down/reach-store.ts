import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** So many tills that may report were told up to a version. */
export interface ToldTills {
  readonly toldVersion: number;
  readonly tills: number;
}

/** What tills were told, by mall. */
export async function countTold(
  db: Kysely<HubTables>,
): Promise<(ToldTills & { readonly region: string; readonly mall: string })[]> {
  const counted = db
    .selectFrom('device as d')
    .innerJoin('stall as s', 's.code', 'd.stall')
    .where('d.state', '=', 'active')
    .groupBy(['s.mall', 'd.told_version'])
    .select((e) => [
      's.mall',
      'd.told_version as toldVersion',
      e.fn.countAll<number>().as('tills'),
    ]);
  return db
    .selectFrom(counted.as('c')) // by region at once takes three times as long
    .innerJoin('mall as m', 'm.code', 'c.mall')
    .select(['m.region', 'c.mall', 'c.toldVersion', 'c.tills'])
    .execute();
}

/** What the tills of these stalls were told. */
export async function countToldOfStalls(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<(ToldTills & { readonly stall: string })[]> {
  return db
    .selectFrom('device')
    .where('stall', 'in', stalls)
    .where('state', '=', 'active')
    .groupBy(['stall', 'told_version'])
    .select((e) => ['stall', 'told_version as toldVersion', e.fn.countAll<number>().as('tills')])
    .execute();
}

/** Notes up to which version a till was told what the hub tells. */
export async function noteTold(trx: Tx, device: string, version: number): Promise<void> {
  await trx
    .updateTable('device')
    .set({ told_version: version })
    .where('device', '=', device)
    .where('told_version', '<', version)
    .execute();
}
