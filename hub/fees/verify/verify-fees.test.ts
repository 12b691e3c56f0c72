import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type FeeWorld, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { changeOf, openTheBooks, run } from '../../../test/support/planted-rows.ts';
import { effectTables } from '../effect-rows.ts';
import { verifyFees } from './verify-fees.ts';

/** Everything that acts can do: charges, payments, what goes back, deposits, reversals. */
async function fillBooks(world: FeeWorld): Promise<void> {
  const [stall, on] = ['TC-1', '2026-10-12'];
  await world.charge(stall, '2026-10');
  const cleaning = { kind: 'cleaning', amount: 300_000, due: '2026-10-20' } as const;
  const wrong = await world.charge(stall, '2026-10', cleaning);
  const credit = await world.pay('TC-2', 50_000, { on });
  await world.pay(stall, 100_000, { on });
  const refunds = [{ id: randomUUID(), credit, amount: 20_000, account: 'bca-tc' }];
  const deposits = [{ id: randomUUID(), amount: 500_000, account: 'kantor-tc' }];
  const movements = [{ from: 'money:kantor-tc', to: 'drawer-difference', amount: 1_000 }];
  await world.book(
    { id: randomUUID(), act: 'refund', stall: 'TC-2', on, refunds },
    { id: randomUUID(), act: 'deposit', stall, on, deposits },
    { id: randomUUID(), act: 'drawer-count', on, movements },
    { id: randomUUID(), act: 'reverse', stall, on, reverses: [wrong] },
  );
}

const sums = {
  fee_deposit_sum: { stall: 'text', amount: 'bigint' },
  fee_book_sum: { mall: 'text', month: 'text', account: 'text', debit: 'bigint', credit: 'bigint' },
} as const;

/** Every table of the books with its columns, and of what kind each is. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    Object.entries(effectTables).map(([table, { columns }]) => [table, columns]),
  ),
  ...sums,
};

/** By which a row is found: one that has another is a row that is gone. */
const keys: Readonly<Record<string, readonly string[]>> = {
  fee_act: ['id'],
  fee_charge: ['id'],
  fee_credit: ['id'],
  fee_allocation: ['act', 'line'],
  fee_refund: ['id', 'act'],
  fee_deposit: ['id', 'act'],
  fee_posting: ['act', 'line'],
  fee_deposit_sum: ['stall'],
  fee_book_sum: ['mall', 'month', 'account'],
};

eachDatabase('books that are as the journal says are whole', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillBooks(world);

  expect(await verifyFees(world.hub.database)).toEqual({ ok: true, acts: 10, difference: null });
});

eachDatabase('a column of the books that was changed is found, whichever', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillBooks(world);
  const { database } = world.hub;
  await openTheBooks(database, Object.keys(tables));
  const found: string[] = [];
  const expected: string[] = [];
  for (const [table, columns] of Object.entries(tables)) {
    for (const column of Object.keys(columns)) {
      const isNumber = columns[column] === 'bigint';
      const key = keys[table] ?? [];
      const { change, back } = await changeOf(database, { table, key, column, isNumber });
      await run(database, change);
      const { ok, difference } = await verifyFees(database);
      await run(database, back);
      found.push(`${table}.${column}: ${difference?.table} ${difference?.column} ${ok}`);
      const told = keys[table]?.includes(column) ? 'row' : column;
      expected.push(`${table}.${column}: ${table} ${told} false`);
    }
  }

  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(70);
  expect(await verifyFees(database)).toMatchObject({ ok: true });
});

eachDatabase('a row of the books that is gone is found, and one too many', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillBooks(world);
  const { database } = world.hub;
  await openTheBooks(database, Object.keys(tables));
  const added = (table: string, columns: string, values: string) =>
    `INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} ORDER BY 1 LIMIT 1`;
  const charge = 'act, mall, stall, period, due_on, on_date, basis, amount, changed_on';
  const more = [
    added('fee_charge', `id, kind, ${charge}`, `'planted', 'other', ${charge}`),
    added(
      'fee_posting',
      'act, line, mall, month, on_date, debit, credit, amount',
      `act, 99, mall,
      month, on_date, debit, credit, amount`,
    ),
  ];
  const tellings: (string | undefined)[] = [];
  for (const [at, statement] of more.entries()) {
    await run(database, statement);
    const { difference } = await verifyFees(database);
    tellings.push(`${difference?.table} ${difference?.column} ${difference?.found}`);
    const table = ['fee_charge', 'fee_posting'][at];
    await run(database, `DELETE FROM ${table} WHERE ${at === 0 ? "id = 'planted'" : 'line = 99'}`);
  }
  await run(database, 'DELETE FROM fee_posting WHERE line = 1');
  const { difference } = await verifyFees(database);

  expect(tellings).toEqual(['fee_charge row ', 'fee_posting row ']);
  expect(difference).toMatchObject({ table: 'fee_posting', column: 'row', stored: '' });
});

eachDatabase('an act that no record has is found', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillBooks(world);
  const { database } = world.hub;
  await openTheBooks(database, Object.keys(tables));
  const columns = 'act, mall, stall, on_date, at_ms, by_whom, note, details';
  await run(
    database,
    `INSERT INTO fee_act (id, position, ${columns}) SELECT 'planted', 999, ${columns}
      FROM fee_act ORDER BY position LIMIT 1`,
  );

  expect(await verifyFees(database)).toMatchObject({
    ok: false,
    difference: { table: 'fee_act', column: 'row', stored: 11, found: 10 },
  });
});
