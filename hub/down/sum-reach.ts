import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';
import { audienceOf, parseAudience } from './audience.ts';
import type { KeptItem } from './item-store.ts';
import { countTold, countToldOfStalls, type ToldTills } from './reach-store.ts';

/** How many tills something is for, and how many of them were told its version. */
interface Reach {
  readonly tills: number;
  readonly told: number;
}

/** How far each of these came, by its id: the tills are counted once for all of them. */
export async function sumReach(
  db: Kysely<HubTables>,
  items: readonly KeptItem[],
): Promise<Map<string, Reach>> {
  const audiences = items.map(({ audience }) => parseAudience(audience));
  const stalls = audiences.flatMap((to) => (to.kind === 'stall' ? [to.of] : []));
  const isAnyWide = stalls.length < audiences.length;
  const wide = isAnyWide ? await countTold(db) : [];
  const narrow = stalls.length > 0 ? await countToldOfStalls(db, stalls) : [];
  const counted = [
    ...wide.flatMap(({ region, mall, ...count }) => [
      { audience: audienceOf({ kind: 'everybody' }), ...count },
      { audience: audienceOf({ kind: 'region', of: region }), ...count },
      { audience: audienceOf({ kind: 'mall', of: mall }), ...count },
    ]),
    ...narrow.map(({ stall, ...count }) => ({
      audience: audienceOf({ kind: 'stall', of: stall }),
      ...count,
    })),
  ];
  const byAudience = Map.groupBy(counted, ({ audience }) => audience);
  return new Map(
    items.map(({ id, audience, version }) => [
      id,
      reachOf(byAudience.get(audience) ?? [], version),
    ]),
  );
}

function reachOf(counts: readonly ToldTills[], version: number): Reach {
  const reach = { tills: 0, told: 0 };
  for (const { toldVersion, tills } of counts) {
    reach.tills += tills;
    if (toldVersion >= version) reach.told += tills;
  }
  return reach;
}
