import { sql } from 'kysely';
import type { StoredRecord } from '../../../domain/journal/check-record.ts';
import type { RecordType } from '../../../domain/journal/record.ts';
import { saleTypes } from '../../../domain/journal/sale-types.ts';
import { build } from '../database/build.ts';
import { first, prepare, type Tx } from '../database/run.ts';

/** A record where it lies: positions count from 1, without a gap, over all epochs. */
export interface PlacedRecord extends StoredRecord {
  readonly position: number;
  readonly head: Buffer;
  readonly body: Buffer;
  readonly leaf: Buffer;
  readonly signature: Buffer;
}

/** Where the newest record lies. */
export type RecordPlace = Pick<PlacedRecord, 'position' | 'epoch' | 'seq' | 'leaf'>;

/** Place and leaf of the newest record, or undefined in an empty journal. */
export function newestPlace(tx: Tx): RecordPlace | undefined {
  return findNewest.first(tx, {});
}

/** The record at `position`. */
export function findRecord(tx: Tx, position: number): PlacedRecord | undefined {
  return findOne.first(tx, { position });
}

/**
 * Appends a record; the database refuses to change or delete it afterwards.
 * @returns its position
 */
export function insertRecord(tx: Tx, record: Omit<PlacedRecord, 'position'>): number {
  return insertOne.run(tx, record);
}

/** At most `limit` records from `position` on, in order. */
export function recordsFrom(tx: Tx, position: number, limit: number): PlacedRecord[] {
  return findFrom.all(tx, { position, limit });
}

/** Position and leaf of the record of this epoch and sequence, if the journal has it. */
export function findPlaced(
  tx: Tx,
  epoch: number,
  seq: number,
): Pick<PlacedRecord, 'position' | 'leaf'> | undefined {
  return findAt.first(tx, { epoch, seq });
}

/** The leaf of the record at this place, if the journal has it. */
export function findLeaf(tx: Tx, epoch: number, seq: number): Buffer | undefined {
  return findPlaced(tx, epoch, seq)?.leaf;
}

/** Position of the newest record after `position` that is neither sale, refund nor void. */
export function newestOtherRecord(tx: Tx, position: number): number | undefined {
  const query = build
    .selectFrom('journal_record')
    .select('position')
    .where('position', '>', position)
    .where('type', 'not in', saleTypes)
    .orderBy('position', 'desc')
    .limit(1);
  return first(tx, query)?.position;
}

/** Whether there is a record of this type after `position`. */
export function hasRecordAfter(tx: Tx, position: number, type: RecordType): boolean {
  const query = build
    .selectFrom('journal_record')
    .select('position')
    .where('position', '>', position)
    .where('type', '=', type)
    .limit(1);
  return first(tx, query) !== undefined;
}

/** From where to where positions go, and how many records there are. */
export function spanOfRecords(tx: Tx): { first: number; newest: number; records: number } {
  const query = build
    .selectFrom('journal_record')
    .select((e) => [
      sql<number>`coalesce(min(position), 0)`.as('first'),
      sql<number>`coalesce(max(position), 0)`.as('newest'),
      e.fn.countAll<number>().as('records'),
    ]);
  return first(tx, query) ?? { first: 0, newest: 0, records: 0 };
}

const columns = ['position', 'epoch', 'seq', 'type', 'head', 'body', 'leaf', 'signature'] as const;

const findNewest = prepare<object, RecordPlace>(() =>
  build
    .selectFrom('journal_record')
    .select(['position', 'epoch', 'seq', 'leaf'])
    .orderBy('position', 'desc')
    .limit(1),
);

const findOne = prepare<{ position: number }, PlacedRecord>((given) =>
  build.selectFrom('journal_record').select(columns).where('position', '=', given('position')),
);

const findFrom = prepare<{ position: number; limit: number }, PlacedRecord>((given) =>
  build
    .selectFrom('journal_record')
    .select(columns)
    .where('position', '>=', given('position'))
    .orderBy('position')
    .limit(given('limit')),
);

const findAt = prepare<{ epoch: number; seq: number }, Pick<PlacedRecord, 'position' | 'leaf'>>(
  (given) =>
    build
      .selectFrom('journal_record')
      .select(['position', 'leaf'])
      .where('epoch', '=', given('epoch'))
      .where('seq', '=', given('seq')),
);

const insertOne = prepare<Omit<PlacedRecord, 'position'>>((given) =>
  build.insertInto('journal_record').values({
    epoch: given('epoch'),
    seq: given('seq'),
    type: given('type'),
    head: given('head'),
    body: given('body'),
    leaf: given('leaf'),
    signature: given('signature'),
  }),
);
