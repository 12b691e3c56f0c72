import { type Expression, type Kysely, sql } from 'kysely';
import { type DownKind, silentKinds } from '../../domain/down/item.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from '../ingest/chain-store.ts';
import { audienceOf } from './audience.ts';

/** An item as it is kept. */
export interface KeptItem {
  readonly id: string;
  readonly audience: string;
  readonly version: number;
  readonly firstVersion: number;
  readonly kind: DownKind;
  /** JSON. */
  readonly content: string;
  readonly isEnded: boolean;
  readonly madeAtMs: number;
}

const columns = [
  'id',
  'audience',
  'version',
  'first_version',
  'kind',
  'content',
  'is_ended',
  'made_at_ms',
] as const;

type Row = Pick<HubTables['down_item'], (typeof columns)[number]>;

/** The version that the next change has: who asks holds the hub's lock. */
export async function nextVersion(trx: Tx): Promise<number> {
  const row = await trx
    .selectFrom('down_item')
    .select((e) => e.fn.max('version').as('newest'))
    .executeTakeFirst();
  return (row?.newest ?? 0) + 1;
}

/** Writes an item, in place of what was there of it. */
export async function saveItem(trx: Tx, item: KeptItem): Promise<void> {
  const row = {
    audience: item.audience,
    version: item.version,
    first_version: item.firstVersion,
    kind: item.kind,
    content: item.content,
    is_ended: item.isEnded ? 1 : 0,
    made_at_ms: item.madeAtMs,
  };
  await trx
    .insertInto('down_item')
    .values({ id: item.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

/** Writes new items, many at once. */
export async function insertItems(trx: Tx, items: readonly KeptItem[]): Promise<void> {
  await insertRows(
    trx,
    itemRows,
    items.map((item) => ({
      id: item.id,
      audience: item.audience,
      version: item.version,
      first_version: item.firstVersion,
      kind: item.kind,
      content: item.content,
      is_ended: item.isEnded ? 1 : 0,
      made_at_ms: item.madeAtMs,
    })),
  );
}

const itemRows: Rows<'down_item'> = {
  table: 'down_item',
  columns: {
    id: 'text',
    audience: 'text',
    version: 'bigint',
    first_version: 'bigint',
    kind: 'text',
    content: 'text',
    is_ended: 'bigint',
    made_at_ms: 'bigint',
  },
};

/**
 * Ends what of a kind was made before a time, and no till hears of it: who has it keeps it, who has
 * it not is not told it. Its version stays, since no other item may have it.
 * @param content JSON of what is left of it
 */
export async function endSilently(
  trx: Tx,
  kind: (typeof silentKinds)[number],
  beforeMs: number,
  content: string,
): Promise<void> {
  await trx
    .updateTable('down_item')
    .set({ is_ended: 1, content })
    .where('kind', '=', kind)
    .where('is_ended', '=', 0)
    .where('made_at_ms', '<', beforeMs)
    .execute();
}

/** Most audiences that one statement names. */
const AUDIENCES_MAX = 500;

/**
 * Ends what of a kind has not ended for these audiences: the tills that have it hear of that. Who
 * does it holds the hub's lock.
 * @param content JSON of what is left of it; all where nothing is said
 */
export async function endItems(
  trx: Tx,
  kind: DownKind,
  audiences: readonly string[],
  content?: string,
): Promise<void> {
  for (let from = 0; from < audiences.length; from += AUDIENCES_MAX) {
    const before = (await nextVersion(trx)) - 1;
    const open = trx
      .selectFrom('down_item')
      .where('kind', '=', kind)
      .where('is_ended', '=', 0)
      .where('audience', 'in', audiences.slice(from, from + AUDIENCES_MAX))
      .select(['id', sql<number>`row_number() OVER (ORDER BY version)`.as('place')]);
    await trx
      .updateTable('down_item')
      .from(open.as('o'))
      .whereRef('down_item.id', '=', 'o.id')
      .set((e) => ({
        is_ended: 1,
        version: e('o.place', '+', before),
        ...(content !== undefined && { content }),
      }))
      .execute();
  }
}

/** The item of this id. */
export async function findItem(db: Kysely<HubTables>, id: string): Promise<KeptItem | undefined> {
  const row = await items(db).where('id', '=', id).executeTakeFirst();
  return row && itemOf(row);
}

/** What of this kind has not ended for an audience, the oldest first. */
export async function openItems(
  trx: Tx,
  kind: DownKind,
  audience: string,
  limit: number,
): Promise<KeptItem[]> {
  const rows = await items(trx)
    .where('audience', '=', audience)
    .where('kind', '=', kind)
    .where('is_ended', '=', 0)
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(itemOf);
}

/** What of this kind an audience was ever told, the newest first. */
export async function itemsOf(
  db: Kysely<HubTables>,
  kind: DownKind,
  audience: string,
  limit: number,
): Promise<KeptItem[]> {
  const rows = await items(db)
    .where('audience', '=', audience)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(itemOf);
}

/** Version of the newest of what a till is told; 0 for nothing. */
export async function newestVersion(db: Kysely<HubTables>, till: OfDevice): Promise<number> {
  // One look into the index for each audience: of all at once each item would be read.
  const newest = audiencesOf(till).map((audience, at) =>
    db
      .selectFrom('down_item')
      .where('audience', '=', audience)
      .select((e) => e.fn.max('version').as('newest'))
      .as(`newest${at}`),
  );
  const row = await db.selectNoFrom(newest).executeTakeFirst();
  return Math.max(0, ...Object.values(row ?? {}).map(Number));
}

/**
 * What a till is told after one version and up to another, the oldest first. What began and ended
 * in between is nothing to it.
 */
export async function itemsBetween(
  db: Kysely<HubTables>,
  till: OfDevice,
  { after, through, limit }: { after: number; through: number; limit: number },
): Promise<KeptItem[]> {
  const rows = await items(db)
    .where('audience', 'in', audiencesOf(till))
    .where('version', '>', after)
    .where('version', '<=', through)
    .where((e) => e.or([e('is_ended', '=', 0), e('first_version', '<=', after)]))
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(itemOf);
}

/** What is for everybody, and for the region, the mall, the stall and the device of a till. */
function audiencesOf({ stall, device }: OfDevice): Expression<string>[] {
  const placeOf = (column: 'm.code' | 'm.region') => sql<string>`(SELECT ${sql.ref(column)}
    FROM stall AS s JOIN mall AS m ON m.code = s.mall WHERE s.code = ${stall})`;
  return [
    sql.val(audienceOf({ kind: 'everybody' })),
    sql`${audienceOf({ kind: 'region', of: '' })} || ${placeOf('m.region')}`,
    sql`${audienceOf({ kind: 'mall', of: '' })} || ${placeOf('m.code')}`,
    sql.val(audienceOf({ kind: 'stall', of: stall })),
    sql.val(audienceOf({ kind: 'device', of: device })),
  ];
}

/** What people made, ended or not, the newest first: behind a version, null for the first page. */
export async function listItems(
  db: Kysely<HubTables>,
  limit: number,
  before: number | null = null,
): Promise<KeptItem[]> {
  const rows = await items(db)
    .where('kind', 'not in', silentKinds)
    .$if(before !== null, (query) => query.where('first_version', '<', before ?? 0))
    .orderBy('first_version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(itemOf);
}

/** Whether there is a region of this code. */
export async function isRegion(db: Kysely<HubTables>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('region')
    .where('code', '=', code)
    .select('code')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is a mall of this code. */
export async function isMall(db: Kysely<HubTables>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('mall')
    .where('code', '=', code)
    .select('code')
    .executeTakeFirst();
  return row !== undefined;
}

function items(db: Kysely<HubTables>) {
  return db.selectFrom('down_item').select(columns);
}

function itemOf(row: Row): KeptItem {
  return {
    id: row.id,
    audience: row.audience,
    version: row.version,
    firstVersion: row.first_version,
    kind: row.kind,
    content: row.content,
    isEnded: row.is_ended === 1,
    madeAtMs: row.made_at_ms,
  };
}
