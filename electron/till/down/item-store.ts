import { sql } from 'kysely';
import { keptBounds } from '../../../domain/down/bounds.ts';
import type { Envelope } from '../../../domain/down/item.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, first, run, type Tx } from '../database/run.ts';
import type { HubItemTable } from './down-tables.ts';

/** More than one page brings. */
const TRIMMED_MAX = 1_000;

/** An item as it is kept here. */
export interface HubItem {
  readonly id: string;
  /** As it came. */
  readonly given: unknown;
  readonly isEnded: boolean;
  readonly isRead: boolean;
  readonly answer: HubItemTable['answer'];
  readonly sentAtMs: UtcMs | null;
}

/** The hub's version up to which everything is here; 0 for nothing. */
export function downVersion(tx: Tx): number {
  const query = build.selectFrom('hub_item_cursor').select('version').where('only', '=', 1);
  return first(tx, query)?.version ?? 0;
}

/** How many items of the newest that was heard were more than a till keeps. */
export function refusedItems(tx: Tx): number {
  const query = build.selectFrom('hub_item_cursor').select('refused').where('only', '=', 1);
  return first(tx, query)?.refused ?? 0;
}

/** Everything up to a version of the hub was heard, and so many items of it were not kept. */
export function keepDownVersion(tx: Tx, version: number, refused: number): void {
  const query = build
    .insertInto('hub_item_cursor')
    .values({ only: 1, version, refused, heard_at_ms: null })
    .onConflict((conflict) => conflict.column('only').doUpdateSet({ version, refused }));
  run(tx, query);
}

/** The hub has just said that what is here is all. */
export function noteHeard(tx: Tx, atMs: UtcMs): void {
  run(tx, build.updateTable('hub_item_cursor').set({ heard_at_ms: atMs }).where('only', '=', 1));
}

/**
 * Takes away the items beyond a bound: the oldest, of those first that are over.
 * @param today business date: an announcement that has ended is over
 * @returns how many went that are not over
 */
export function trimItems(tx: Tx, bound: keyof typeof keptBounds, today: string): number {
  const ranked = ofBound(bound)
    .select(['id', isOver(today).as('is_over')])
    .orderBy('is_over')
    .orderBy('version', 'desc')
    .limit(TRIMMED_MAX)
    .offset(keptBounds[bound].itemsMax);
  const found = all(tx, ranked);
  for (const { id } of found) dropItem(tx, id);
  return found.filter(({ is_over: over }) => over === 0).length;
}

/**
 * Keeps an item in place of what was here of it. What became of it here stays.
 * @param json the item as it came
 */
export function keepItem(tx: Tx, { id, version, kind, isEnded }: Envelope, json: string): void {
  const values = { version, kind, json, is_ended: isEnded ? 1 : 0 } as const;
  const query = build
    .insertInto('hub_item')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values));
  run(tx, query);
}

/** Takes away an item. */
export function dropItem(tx: Tx, id: string): void {
  run(tx, build.deleteFrom('hub_item').where('id', '=', id));
}

/** Another hub, or this one of another stall, tells other things: what is here is its own. */
export function forgetItems(tx: Tx): void {
  run(tx, build.deleteFrom('hub_item'));
  run(tx, build.deleteFrom('hub_item_cursor'));
}

/** The item of this id. */
export function findItem(tx: Tx, id: string): HubItem | undefined {
  const row = first(tx, items().where('id', '=', id));
  return row && itemOf(row);
}

/** Version of an item as it is here; 0 where it is not. */
export function versionOf(tx: Tx, id: string): number {
  return (
    first(tx, build.selectFrom('hub_item').select('version').where('id', '=', id))?.version ?? 0
  );
}

/** The newest of a kind, the newest first. */
export function newestItems(tx: Tx, kind: string, limit: number): HubItem[] {
  const query = items().where('kind', '=', kind).orderBy('version', 'desc').limit(limit);
  return all(tx, query).map(itemOf);
}

/** Requests that have not ended and whose answer the hub has not taken, the oldest first. */
export function unansweredRequests(tx: Tx, limit: number): HubItem[] {
  const query = items()
    .where('kind', '=', 'body-request')
    .where('is_ended', '=', 0)
    .where('answered_at_ms', 'is', null)
    .orderBy('version')
    .limit(limit);
  return all(tx, query).map(itemOf);
}

/** What the till answers to a request, and when the details left where they do. */
export function noteAnswer(
  tx: Tx,
  id: string,
  answer: HubItemTable['answer'],
  sentAtMs: UtcMs | null,
): void {
  const set = { answer, sent_at_ms: sentAtMs };
  run(tx, build.updateTable('hub_item').set(set).where('id', '=', id));
}

/** The hub has the answer to a request. */
export function noteAnswered(tx: Tx, id: string, atMs: UtcMs): void {
  run(tx, build.updateTable('hub_item').set({ answered_at_ms: atMs }).where('id', '=', id));
}

/** Somebody at this till has read it. */
export function noteRead(tx: Tx, id: string, atMs: UtcMs): void {
  const query = build.updateTable('hub_item').set({ read_at_ms: atMs }).where('id', '=', id);
  run(tx, query.where('read_at_ms', 'is', null));
}

/** Of how many records the details have left on a business date because they were asked for. */
export function bodiesSentOn(tx: Tx, date: string): number {
  const query = build
    .selectFrom('act')
    .select((e) => e.fn.countAll<number>().as('acts'))
    .where('business_date', '=', date)
    .where('act', '=', 'body-sent');
  return first(tx, query)?.acts ?? 0;
}

/** Number of the receipt that a record is; null where it is none. */
export function receiptAt(tx: Tx, position: number): string | null {
  const query = build.selectFrom('sale').select('number').where('record', '=', position);
  return first(tx, query)?.number ?? null;
}

function ofBound(bound: keyof typeof keptBounds) {
  const others = Object.keys(keptBounds).filter((kind) => kind !== 'other');
  const of = build.selectFrom('hub_item');
  return bound === 'other' ? of.where('kind', 'not in', others) : of.where('kind', '=', bound);
}

function isOver(today: string) {
  return sql<0 | 1>`(is_ended = 1 or answered_at_ms is not null
    or coalesce(json_extract(json, '$.until') < ${today}, 0))`;
}

function items() {
  return build
    .selectFrom('hub_item')
    .select(['id', 'json', 'is_ended', 'read_at_ms', 'answer', 'sent_at_ms']);
}

type Row = Pick<HubItemTable, 'id' | 'json' | 'is_ended' | 'read_at_ms' | 'answer' | 'sent_at_ms'>;

function itemOf(row: Row): HubItem {
  return {
    id: row.id,
    given: JSON.parse(row.json),
    isEnded: row.is_ended === 1,
    isRead: row.read_at_ms !== null,
    answer: row.answer,
    sentAtMs: row.sent_at_ms,
  };
}
