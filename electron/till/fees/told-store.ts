import { FeeBody } from '../../../domain/fees/body.ts';
import type { FeeEntry } from '../../../domain/fees/ledger.ts';
import { keptBounds } from '../../../domain/down/bounds.ts';
import { sql } from 'kysely';
import { build } from '../database/build.ts';
import { all, first, run, type Tx } from '../database/run.ts';
import type { FeeToldTable } from './fee-tables.ts';

/** An act of fees, and where its record stands. */
export interface PlacedFeeEntry extends FeeEntry {
  readonly position: number;
}

/** Most doubted records that a page is told. */
const DOUBTED_MAX = 100;

/** What became of an item that was told before; undefined of a new one. */
export function findTold(tx: Tx, item: string): Pick<FeeToldTable, 'fault'> | undefined {
  return first(tx, build.selectFrom('fee_told').select('fault').where('item', '=', item));
}

/** The body of the record that stands in this place of the hub's journal, as JSON. */
export function bodyAt(tx: Tx, epoch: number, seq: number): string | undefined {
  const query = build
    .selectFrom('fee_told')
    .select('body')
    .where('epoch', '=', epoch)
    .where('seq', '=', seq);
  return first(tx, query)?.body;
}

/** The mall that the stall's own records name; undefined before there is one. */
export function toldMall(tx: Tx, stall: string): string | undefined {
  const query = build
    .selectFrom('fee_told')
    .select(sql<string>`json_extract(body, '$.mall')`.as('mall'))
    .where('fault', 'is', null)
    .where(sql<string>`json_extract(body, '$.stall')`, '=', stall)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1);
  return first(tx, query)?.mall;
}

/** Keeps what a look at an item came to, in place of an earlier look. */
export function keepTold(tx: Tx, told: FeeToldTable): void {
  const { item: _, ...values } = told;
  const query = build
    .insertInto('fee_told')
    .values(told)
    .onConflict((conflict) => conflict.column('item').doUpdateSet(values));
  run(tx, query);
}

/** What the hub told that checks, in the order of its journal. */
export function toldEntries(tx: Tx): PlacedFeeEntry[] {
  const query = build
    .selectFrom('fee_told')
    .select(['position', 'by', 'at_ms', 'body'])
    .where('fault', 'is', null)
    .orderBy('epoch')
    .orderBy('seq')
    .limit(keptBounds['fee-record'].itemsMax);
  return all(tx, query).map(({ position, by, at_ms: atMs, body }) => {
    return { position, by, atMs, body: FeeBody.parse(JSON.parse(body)) };
  });
}

/** What does not check, and why, the newest first. */
export function doubtedTold(tx: Tx): { position: number; fault: string }[] {
  const query = build
    .selectFrom('fee_told')
    .select(['position', 'fault'])
    .where('fault', 'is not', null)
    .orderBy('position', 'desc')
    .limit(DOUBTED_MAX);
  return all(tx, query).map(({ position, fault }) => ({ position, fault: fault ?? '' }));
}

/** When the hub last said that this is all; null for never. UTC ms */
export function heardAt(tx: Tx): number | null {
  const query = build.selectFrom('hub_item_cursor').select('heard_at_ms').where('only', '=', 1);
  return first(tx, query)?.heard_at_ms ?? null;
}
