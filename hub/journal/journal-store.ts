import type { StoredRecord } from '../../domain/journal/check-record.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { Tx } from '../database/transact.ts';

/** A record of the hub's journal, and where it lies. */
export interface HubRecord extends StoredRecord {
  readonly position: number;
  readonly head: Buffer;
  readonly body: Buffer;
  readonly leaf: Buffer;
  readonly signature: Buffer;
}

const columns = ['position', 'epoch', 'seq', 'type', 'head', 'body', 'leaf', 'signature'] as const;

/** The newest record; undefined in an empty journal. */
export async function newestHubRecord(trx: Tx): Promise<HubRecord | undefined> {
  return trx
    .selectFrom('hub_record')
    .select(columns)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** At most `limit` records from a position on, in order. */
export async function hubRecordsFrom(
  trx: Tx,
  position: number,
  limit: number,
): Promise<HubRecord[]> {
  return trx
    .selectFrom('hub_record')
    .select(columns)
    .where('position', '>=', position)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** Appends records; the database refuses to change or delete them afterwards. */
export async function insertHubRecords(trx: Tx, records: readonly HubRecord[]): Promise<void> {
  await insertRows(trx, recordRows, records);
}

const recordRows: Rows<'hub_record'> = {
  table: 'hub_record',
  columns: {
    position: 'bigint',
    epoch: 'bigint',
    seq: 'bigint',
    type: 'text',
    head: 'bytea',
    body: 'bytea',
    leaf: 'bytea',
    signature: 'bytea',
  },
};
