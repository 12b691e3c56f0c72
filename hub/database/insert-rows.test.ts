import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import { makeChain } from '../../test/support/signed-chain.ts';
import { addChainDevice } from '../../test/support/test-hub.ts';
import { lockChain } from '../ingest/chain-store.ts';
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
    total: 'bigint',
    follows: 'bytea',
    head: 'bytea',
    signature: 'bytea',
    verdict: 'text',
    reason: 'text',
    goes_on: 'bigint',
    open_shifts: 'text',
    unread_by: 'bigint',
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

eachDatabase('sums are added to those of their key, and new ones begin', async ({ open }) => {
  const database = await open();
  const { stall, device } = await addChainDevice(database, makeChain());
  await transact(database, 'no-stall', (trx) => lockChain(trx, { stall, device }));
  const sums: Rows<'refunded'> = {
    table: 'refunded',
    addedBy: ['stall', 'device', 'epoch', 'seq'],
    columns: { stall: 'text', device: 'text', epoch: 'bigint', seq: 'bigint', amount: 'bigint' },
  };
  const add = (...amounts: readonly number[]) => {
    const added = amounts.map((amount, at) => ({ stall, device, epoch: 1, seq: at + 2, amount }));
    return transact(database, 'no-stall', (trx) => insertRows(trx, sums, added));
  };
  await add(5_000);
  await add(-2_000, 2 ** 40);

  const found = await database.db.selectFrom('refunded').select(['seq', 'amount']).execute();
  expect(found).toEqual([
    { seq: 2, amount: 3_000 },
    { seq: 3, amount: 2 ** 40 },
  ]);
});
