import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { transact } from '../../database/transact.ts';
import { bankCash, countDrawer, listDrawers } from './drawers.ts';
import { exportJournal, readJournal, sumJournal } from './journals.ts';
import { checkMonth, closeMonth, listMonths, reopenMonth } from './months.ts';

function close({ hub }: FeeWorld, month: string, given: { note?: string; despite?: boolean } = {}) {
  const { note = '', despite = false } = given;
  return closeMonth(hub, MANAGER, { id: randomUUID(), mall: MALL, month, note, despite });
}

function reopen({ hub }: FeeWorld, month: string) {
  const note = 'Mutasi bank menyusul';
  return reopenMonth(hub, MANAGER, { id: randomUUID(), mall: MALL, month, note });
}

function count({ hub }: FeeWorld, counted: number, id = randomUUID()) {
  return countDrawer(hub, MANAGER, { account: 'kantor-tc', id, counted, note: '' });
}

function bank({ hub }: FeeWorld, amount: number, given: { on?: string; to?: string } = {}) {
  const { on = '2026-10-20', to = 'bca-tc' } = given;
  const order = { account: 'kantor-tc', id: randomUUID(), to, amount, on, note: '' };
  return bankCash(hub, MANAGER, order);
}

async function findings(world: FeeWorld, month = '2026-10') {
  return (await checkMonth(world.hub, { mall: MALL, month })).findings;
}

eachDatabase('a closed month takes nothing, by SQL as little as by an act', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-10');
  await world.pay('TC-2', 1_000, { on: '2026-09-30', kind: 'cash', account: 'kantor-tc' });
  world.setDay('2026-11-02');
  expect(await close(world, '2026-10')).toMatchObject({ isClosed: true, posted: 700_000 });
  await world.pay('TC-1', 1_000, { on: '2026-11-01', kind: 'cash', account: 'kantor-tc' });
  await expect(close(world, '2026-10')).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
  const closed = { code: 'MONTH_CLOSED', data: { month: '2026-10' } };
  await expect(world.charge('TC-2', '2026-10')).rejects.toMatchObject(closed);
  await expect(world.pay('TC-1', 5_000, { on: '2026-10-31' })).rejects.toMatchObject(closed);
  await expect(bank(world, 1)).rejects.toMatchObject(closed);
  const { database } = world.hub;
  const act = await database.db.selectFrom('fee_act').select('id').executeTakeFirstOrThrow();
  await expect(
    transact(database, 'every-stall', (trx) =>
      sql`INSERT INTO fee_posting (act, line, mall, month, on_date, debit, credit, amount)
        VALUES (${act.id}, 99, ${MALL}, '2026-10', '2026-10-05', 'advance', 'opening', 1)`.execute(
        trx,
      ),
    ),
  ).rejects.toThrow(/a closed month takes no posting/);
  const before = await readJournal(world.hub, { mall: MALL, month: '2026-10', cursor: '' });
  expect(before.rows).toMatchObject([{ debit: 'receivable', amount: 700_000, stall: 'TC-1' }]);

  await reopen(world, '2026-10');
  await expect(reopen(world, '2026-10')).rejects.toMatchObject({ code: 'MONTH_OPEN' });
  await world.pay('TC-1', 5_000, { on: '2026-10-31' });
  const { months } = await listMonths(world.hub, { mall: MALL, cursor: '' });
  expect(months).toMatchObject([
    { month: '2026-11', isClosed: false, changed: null },
    { month: '2026-10', isClosed: false, changed: { note: 'Mutasi bank menyusul' } },
    { month: '2026-09', isClosed: false, changed: null },
  ]);
  expect(charge).not.toBe('');
});

eachDatabase('a reopening says that it is the federation’s', async ({ open }) => {
  const world = await openFeeWorld(await open());
  world.setDay('2026-11-02');
  const order = { id: randomUUID(), mall: MALL, month: '2026-10', note: '', despite: false };
  const closed = await closeMonth(world.hub, MANAGER, order);
  expect(await closeMonth(world.hub, MANAGER, order)).toEqual(closed);
  await reopen(world, '2026-10');
  const act = await world.hub.database.db
    .selectFrom('fee_act')
    .select(['details', 'note', 'by_whom'])
    .where('act', '=', 'month-reopen')
    .executeTakeFirstOrThrow();

  expect(JSON.parse(act.details ?? '')).toEqual({
    kind: 'month',
    month: '2026-10',
    behalf: 'federation',
  });
  expect(act).toMatchObject({ note: 'Mutasi bank menyusul', by_whom: MANAGER });
  await expect(close(world, '2026-12')).rejects.toMatchObject({ code: 'MONTH_TO_COME' });
  await expect(checkMonth(world.hub, { mall: 'BD', month: '2026-10' })).rejects.toMatchObject({
    code: 'MALL_UNKNOWN',
  });
});

eachDatabase('what is open in a month stands in the way, unless there is a reason', async (on) => {
  const world = await openFeeWorld(await on.open());
  await world.charge('TC-1', '2026-10');
  await world.pay('TC-1', 400_000, { on: '2026-10-12', kind: 'cash', account: 'kantor-tc' });
  await addRow(world);
  world.setDay('2026-10-30');
  expect(await findings(world)).toEqual([
    { kind: 'rows-unmatched', account: 'bca-tc', count: 1, amount: 250_000 },
    { kind: 'drawer-uncounted', account: 'kantor-tc', count: 0, amount: 400_000 },
    { kind: 'not-over', account: '', count: 2, amount: 0 },
  ]);
  await expect(close(world, '2026-10')).rejects.toMatchObject({
    code: 'MONTH_UNFINISHED',
    data: { month: '2026-10', findings: 3 },
  });
  await expect(close(world, '2026-10', { despite: true })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  await count(world, 400_000);
  world.setDay('2026-11-01');
  expect(await findings(world)).toMatchObject([{ kind: 'rows-unmatched' }]);

  const note = 'Pengirim tidak dikenal';
  expect(await close(world, '2026-10', { despite: true, note })).toMatchObject({
    isClosed: true,
    changed: { note, on: '2026-11-01', by: MANAGER },
  });
});

eachDatabase('books that are not what stalls owe are not closed', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.charge('TC-1', '2026-10');
  await transact(world.hub.database, 'every-stall', (trx) =>
    trx.updateTable('fee_charge').set({ settled: 1 }).execute(),
  );
  world.setDay('2026-11-02');

  await expect(
    close(world, '2026-10', { despite: true, note: 'Tutup saja' }),
  ).rejects.toMatchObject({
    code: 'MONTH_UNBALANCED',
    data: { account: 'receivable', amount: 1 },
  });
});

eachDatabase('books that have another deposit than stalls left are not closed', async (on) => {
  const world = await openFeeWorld(await on.open());
  const deposits = [{ id: randomUUID(), amount: 500_000, account: 'bca-tc' }];
  const taken = { id: randomUUID(), act: 'deposit', stall: 'TC-1', on: '2026-10-02' } as const;
  await world.book({ ...taken, deposits });
  await transact(world.hub.database, 'every-stall', (trx) =>
    trx.updateTable('fee_book_sum').set({ credit: 1 }).where('account', '=', 'deposit').execute(),
  );
  world.setDay('2026-11-02');

  await expect(close(world, '2026-10')).rejects.toMatchObject({
    code: 'MONTH_UNBALANCED',
    data: { account: 'deposit', amount: -499_999 },
  });
});

eachDatabase('a drawer is counted, its difference posted, and its cash banked', async (on) => {
  const world = await openFeeWorld(await on.open());
  await world.charge('TC-1', '2026-10');
  await world.pay('TC-1', 400_000, { on: '2026-10-12', kind: 'cash', account: 'kantor-tc' });
  world.setDay('2026-10-20');
  expect(await listDrawers(world.hub, MALL)).toEqual([
    { account: 'kantor-tc', label: 'Laci kantor', expected: 400_000, last: null },
  ]);
  const id = randomUUID();
  const counted = await count(world, 395_000, id);
  expect(counted).toMatchObject({
    expected: 395_000,
    last: { on: '2026-10-20', expected: 400_000, counted: 395_000, difference: -5_000 },
  });
  expect(await count(world, 395_000, id)).toEqual(counted);
  await count(world, 396_000);
  await expect(bank(world, 396_001)).rejects.toMatchObject({
    code: 'DRAWER_SHORT',
    data: { expected: 396_000 },
  });
  await expect(bank(world, 1, { to: 'kantor-tc' })).rejects.toMatchObject({
    code: 'FEE_ACCOUNT_UNKNOWN',
  });
  await expect(bank(world, 1, { on: '2026-10-21' })).rejects.toMatchObject({
    code: 'FEE_DATE_AHEAD',
  });
  await expect(
    countDrawer(world.hub, MANAGER, { account: 'bca-tc', id: randomUUID(), counted: 1, note: '' }),
  ).rejects.toMatchObject({ code: 'FEE_ACCOUNT_UNKNOWN' });
  expect(await bank(world, 300_000)).toMatchObject({ expected: 96_000 });

  const sums = await sumJournal(world.hub, { mall: MALL, month: '2026-10' });
  expect(sums.accounts).toEqual([
    { account: 'advance', debit: 400_000, credit: 400_000 },
    { account: 'drawer-difference', debit: 5_000, credit: 1_000 },
    { account: 'money:bca-tc', debit: 300_000, credit: 0 },
    { account: 'money:kantor-tc', debit: 401_000, credit: 305_000 },
    { account: 'receivable', debit: 700_000, credit: 400_000 },
    { account: 'revenue-electricity', debit: 0, credit: 700_000 },
  ]);
  expect(sums.debit).toBe(sums.credit);
});

eachDatabase(
  'complaint 13: the pages of a journal come to the sums of its accounts',
  async (on) => {
    const world = await openFeeWorld(await on.open());
    const charges = Array.from({ length: 230 }, (_, at) => {
      const id = randomUUID();
      const period = `${1_990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return {
        id,
        period,
        kind: 'other',
        amount: 1_000 + at,
        due: '2026-10-10',
        basis: '',
      } as const;
    });
    await world.book({ id: randomUUID(), act: 'charge', stall: 'TC-1', on: '2026-10-02', charges });
    await world.pay('TC-1', 100_000, { on: '2026-10-12' });
    const asked = { mall: MALL, month: '2026-10', form: 'csv' } as const;
    await expect(exportJournal(world.hub, asked, 200)).rejects.toMatchObject({
      code: 'JOURNAL_TOO_LONG',
      data: { most: 200 },
    });
    const of = { mall: MALL, month: '2026-10' };
    const first = await readJournal(world.hub, { ...of, cursor: '' });
    const second = await readJournal(world.hub, { ...of, cursor: first.nextCursor });
    const rows = [...first.rows, ...second.rows];
    const sums = await sumJournal(world.hub, of);

    expect([first.rows.length, second.nextCursor]).toEqual([200, '']);
    expect(new Set(rows.map(({ act, line }) => `${act} ${line}`)).size).toBe(rows.length);
    const sumOf = (side: 'debit' | 'credit', account: string) =>
      rows.reduce((sum, row) => sum + (row[side] === account ? row.amount : 0), 0);
    for (const { account, debit, credit } of sums.accounts) {
      expect([debit, credit]).toEqual([sumOf('debit', account), sumOf('credit', account)]);
    }
    expect(sums.debit).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
  },
);

/** A row of a bank file that nobody has matched. */
async function addRow({ hub, book }: FeeWorld): Promise<void> {
  const id = randomUUID();
  await book({ id, act: 'statement-import', on: '2026-10-29' });
  await transact(hub.database, 'every-stall', async (trx) => {
    const statement = { id, account: 'bca-tc', sha256: 'c'.repeat(64), file: 'mutasi.csv' };
    const dates = { from_date: '2026-10-01', to_date: '2026-10-29' };
    const sums = { opening_sen: null, closing_sen: null, row_count: 1, added: 1 };
    await trx
      .insertInto('fee_statement')
      .values({ ...statement, ...dates, ...sums })
      .execute();
    const text = { description: '', reference: '', sender: '', balance_sen: null };
    const row = { id: 'e'.repeat(64), account: 'bca-tc', statement: id, on_date: '2026-10-28' };
    await trx
      .insertInto('bank_row')
      .values({ ...row, ...text, line: 1, amount: 250_000, amount_sen: 25_000_000 })
      .execute();
  });
}
