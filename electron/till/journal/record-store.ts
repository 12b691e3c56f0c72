import { sql } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import { build } from '../database/build.ts';
import { first, prepare, type Tx } from '../database/run.ts';

export interface StoredRecord {
  readonly position: number;
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  readonly bytes: Buffer;
  readonly leaf: Buffer;
  readonly signature: Buffer;
}

/** Where a record stands, and its leaf. */
export type RecordPlace = Pick<StoredRecord, 'position' | 'epoch' | 'seq' | 'leaf'>;

/** Place and leaf of the newest record, or undefined in an empty journal. */
export function newestPlace(tx: Tx): RecordPlace | undefined {
  return findNewest.first(tx, {});
}

/** The exact bytes of the record at `position`. */
export function bytesAt(tx: Tx, position: number): Buffer {
  const found = findBytes.first(tx, { position });
  assert(found !== undefined, `record ${position} is in the journal`);
  return found.bytes;
}

/** Appends a record; the database refuses to change or delete it afterwards. */
export function insertRecord(tx: Tx, record: Omit<StoredRecord, 'position'>): void {
  insertOne.run(tx, record);
}

/** At most `limit` records after `position`, in order. */
export function recordsAfter(tx: Tx, position: number, limit: number): StoredRecord[] {
  return findAfter.all(tx, { position, limit });
}

/** Number of records. */
export function countRecords(tx: Tx): number {
  const query = build.selectFrom('journal_record').select(sql<number>`count(*)`.as('records'));
  return first(tx, query)?.records ?? 0;
}

const columns = ['position', 'epoch', 'seq', 'type', 'bytes', 'leaf', 'signature'] as const;

const findNewest = prepare<object, RecordPlace>(() =>
  build
    .selectFrom('journal_record')
    .select(['position', 'epoch', 'seq', 'leaf'])
    .orderBy('position', 'desc')
    .limit(1),
);

const findBytes = prepare<{ position: number }, { bytes: Buffer }>((given) =>
  build.selectFrom('journal_record').select('bytes').where('position', '=', given('position')),
);

const findAfter = prepare<{ position: number; limit: number }, StoredRecord>((given) =>
  build
    .selectFrom('journal_record')
    .select(columns)
    .where('position', '>', given('position'))
    .orderBy('position')
    .limit(given('limit')),
);

const insertOne = prepare<Omit<StoredRecord, 'position'>>((given) =>
  build.insertInto('journal_record').values({
    epoch: given('epoch'),
    seq: given('seq'),
    type: given('type'),
    bytes: given('bytes'),
    leaf: given('leaf'),
    signature: given('signature'),
  }),
);
