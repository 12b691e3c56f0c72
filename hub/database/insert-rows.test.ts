import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { insertRows, type Rows } from './insert-rows.ts';
import { transact } from './transact.ts';

const rows: Rows<'record'> = {
  table: 'record',
  columns: {
    stall: 'text',
    device: 'text',
    epoch: 'bigint',
    seq: 'bigint',
    leaf: 'bytea',
    business_date: 'text',
    idx: 'bigint',
    type: 'text',
    head: 'bytea',
    signature: 'bytea',
    verdict: 'text',
    reason: 'text',
    received_at_ms: 'bigint',
  },
};

eachDatabase('rows come back as they went in, whatever they hold', async ({ open }) => {
  const database = await open();
  const record = { ...hubRows.record };
  const given = [
    { ...record, seq: 1, head: Buffer.alloc(0), type: '', reason: null },
    { ...record, seq: 2, head: Buffer.from([0, 255, 92, 34]), type: 'Kopi "é" \\ {,} ☕' },
    { ...record, seq: Number.MAX_SAFE_INTEGER, idx: -1, reason: 'z-differs' as const },
    { ...record, seq: 2 ** 32, idx: -(2 ** 40), verdict: 'fork' as const },
  ];

  await transact(database, 'no-stall', (trx) => insertRows(trx, rows, given));

  const found = await database.db.selectFrom('record').selectAll().orderBy('seq').execute();
  const bySeq = given.toSorted((one, other) => one.seq - other.seq);
  expect(found).toEqual(bySeq.map((row) => ({ ...row, leaf: Buffer.from(row.leaf) })));
});

eachDatabase('a row whose key is there stays as it is where rows come once', async ({ open }) => {
  const database = await open();
  const row = { ...hubRows.record };
  const store = (isOnce: boolean, type: string) =>
    transact(database, 'no-stall', (trx) =>
      insertRows(trx, { ...rows, isOnce }, [{ ...row, type }]),
    );
  await store(false, 'sale');
  await store(true, 'refund');

  await expect(store(false, 'refund')).rejects.toThrow();
  const found = await database.db.selectFrom('record').select('type').execute();
  expect(found).toEqual([{ type: 'sale' }]);
});
