import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { type FeeWorld, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { addBankRows } from '../../../test/support/bank-rows.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { changeOf, openTheBooks, run } from '../../../test/support/planted-rows.ts';
import { usualPlan } from '../../../domain/fees/plan.ts';
import { transact } from '../../database/transact.ts';
import { settleClaim } from '../matters/messages.ts';
import { takeMessage } from '../matters/take-message.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import { verifyFees } from './verify-fees.ts';

/** Tables of what acts leave beside the money, and by which a row is found. */
const keys: Readonly<Record<string, readonly string[]>> = {
  fee_plan: ['mall', 'from_period'],
  fee_code: ['mall', 'code'],
  fee_account: ['code'],
  fee_month: ['mall', 'month'],
  fee_reading: ['act'],
  fee_meter_bill: ['mall', 'period'],
  fee_notice: ['act'],
  fee_dispute: ['act'],
  fee_closure: ['act'],
  fee_instalments: ['act'],
  fee_relief: ['act'],
  fee_seen: ['of_act', 'stall'],
  bank_use: ['act', 'line'],
};

/** One of everything, and what is begun is ended. */
async function fillMatters(world: FeeWorld): Promise<void> {
  const [stall, on] = ['TC-1', '2026-10-12'];
  const [row = '', second = ''] = await addBankRows(world.hub, {
    mall: 'TC',
    account: 'bca-tc',
    on: '2026-10-12',
  });
  const charge = await world.charge(stall, '2026-09', { due: '2026-09-10' });
  const line = { charge, period: '2026-09', kind: 'electricity', due: '2026-09-10' } as const;
  const ids = Array.from({ length: 6 }, () => randomUUID());
  const [reading = '', notice = '', dispute = '', closure = '', plan = '', explain = ''] = ids;
  const sha256 = 'a'.repeat(64);
  const act = () => ({ id: randomUUID(), on });
  const ofStall = () => ({ ...act(), stall });
  const counted = { from: 0, to: 5_000, isEstimate: true, photo: sha256 };
  const number = 'SP1/TC/2026/000001';
  await world.book(
    { ...act(), act: 'plan-set', details: { kind: 'plan', ...usualPlan, from: '2026-10' } },
    { ...ofStall(), act: 'code-give', details: { kind: 'code', code: 17 } },
    {
      ...ofStall(),
      id: reading,
      act: 'reading',
      details: { kind: 'reading', period: '2026-09', meter: 'M-1', ...counted },
    },
    { ...ofStall(), act: 'reading', details: { kind: 'end', of: reading } },
    {
      ...act(),
      act: 'meter-bill',
      details: { kind: 'meter-bill', period: '2026-09', usedMilli: 5_000, amount: 8_000 },
    },
    {
      ...ofStall(),
      id: notice,
      act: 'notice',
      details: {
        kind: 'notice',
        level: 'sp1',
        number,
        owed: 700_000,
        about: [{ ...line, open: 700_000 }],
        until: '2026-10-20',
      },
    },
    {
      ...ofStall(),
      act: 'delivery',
      details: { kind: 'delivery', of: notice, how: 'till', photo: sha256 },
    },
    {
      ...ofStall(),
      id: dispute,
      act: 'dispute',
      details: { kind: 'dispute', about: charge, photo: sha256 },
    },
    {
      ...ofStall(),
      act: 'dispute-settle',
      details: { kind: 'dispute-settle', of: dispute, outcome: 'upheld' },
    },
    {
      ...ofStall(),
      id: closure,
      act: 'closure',
      details: { kind: 'closure', why: 'power-cut', from: '2026-10-01', to: '2026-10-02' },
    },
    {
      ...ofStall(),
      act: 'credit-note',
      credits: [{ id: randomUUID(), kind: 'credit-note', amount: 40_000, of: charge }],
      details: { kind: 'relief', of: closure },
    },
    { ...ofStall(), act: 'closure-end', details: { kind: 'end', of: closure } },
    {
      ...ofStall(),
      id: plan,
      act: 'instalments',
      details: { kind: 'instalments', parts: [{ due: '2026-11-10', amount: 660_000 }] },
    },
    { ...ofStall(), act: 'instalments-end', details: { kind: 'end', of: plan } },
    {
      ...act(),
      id: explain,
      act: 'row-explain',
      details: { kind: 'explain', account: 'bca-tc', row, as: 'interest', amount: 1_000 },
      movements: [{ from: 'interest', to: 'bank:bca-tc', amount: 1_000 }],
    },
    { ...act(), act: 'month-close', details: { kind: 'month', month: '2026-08' } },
  );
  const credit = randomUUID();
  const paid = { kind: 'bank', amount: 50_000, account: 'bca-tc', row: second } as const;
  await world.book(
    {
      ...ofStall(),
      act: 'payment',
      credits: [{ id: credit, ...paid, kuitansi: 'KW/TC/2026/000001' }],
    },
    { ...ofStall(), act: 'reverse', reverses: [credit] },
  );
}

async function columnsOf({ db, kind }: HubDatabase, table: string) {
  if (kind === 'sqlite') {
    const { rows } = await sql<{ name: string; type: string }>`SELECT name, lower(type) AS type
      FROM pragma_table_info(${table})`.execute(db);
    return rows;
  }
  const { rows } = await sql<{ name: string; type: string }>`SELECT column_name AS name,
      data_type AS type FROM information_schema.columns WHERE table_name = ${table}`.execute(db);
  return rows;
}

eachDatabase('what stands beside the money is as the journal says', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillMatters(world);

  expect(await verifyFees(world.hub.database)).toMatchObject({ ok: true, difference: null });
});

eachDatabase(
  'a column of a letter, a plan, a reading that was changed is found',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    await fillMatters(world);
    const { database } = world.hub;
    await openTheBooks(database, Object.keys(keys));
    const [found, expected]: [string[], string[]] = [[], []];
    for (const [table, key] of Object.entries(keys)) {
      for (const { name, type } of await columnsOf(database, table)) {
        const isNumber = type.includes('int');
        const { change, back } = await changeOf(database, { table, key, column: name, isNumber });
        await run(database, change);
        const { difference } = await verifyFees(database);
        await run(database, back);
        found.push(`${table}.${name}: ${difference?.table} ${difference?.column}`);
        expected.push(`${table}.${name}: ${table} ${key.includes(name) ? 'row' : name}`);
      }
    }

    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(80);
    expect(await verifyFees(database)).toMatchObject({ ok: true });
  },
);

eachDatabase('a claim that another act answers, or none, is found', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const { hub } = world;
  const said = { kind: 'claim', amount: 1_000_017, how: 'bank', on: '2026-10-12' } as const;
  const [first, second, answer] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [first, second]) {
    const message = { id, said: { ...said, reference: '' }, photo: null };
    await takeMessage(hub, { stall: 'TC-1', device: 'd'.repeat(32) }, message);
  }
  const refusal = { id: answer, outcome: 'refused', credit: null, note: 'tidak masuk' } as const;
  await settleClaim(hub, MANAGER, { message: first, ...refusal });
  const answered = (message: string, by: string | null) =>
    transact(hub.database, 'every-stall', (trx) =>
      trx.updateTable('fee_message').set({ answered_by: by }).where('id', '=', message).execute(),
    );

  expect(await verifyFees(hub.database)).toMatchObject({ ok: true });
  await answered(first, null);
  expect(await verifyFees(hub.database)).toMatchObject({
    difference: { table: 'fee_message', id: answer, stored: '', found: answer },
  });
  await answered(second, answer);
  expect(await verifyFees(hub.database)).toMatchObject({
    difference: { table: 'fee_message', id: second, stored: answer, found: answer },
  });
  await answered(second, null);
  await answered(first, answer);
  expect(await verifyFees(hub.database)).toMatchObject({ ok: true });
});

/** What triggers add up, and by which a row is found. */
const summed: Readonly<Record<string, readonly string[]>> = {
  bank_row: ['used', 'used_on'],
  fee_pairing: ['account', 'act', 'on_date', 'position', 'posted', 'paired', 'first_on', 'last_on'],
};

eachDatabase('a sum of what rows of the bank say that was changed is found', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await fillMatters(world);
  const { database } = world.hub;
  await openTheBooks(database, Object.keys(summed));
  const [found, expected]: [string[], string[]] = [[], []];
  for (const [table, columns] of Object.entries(summed)) {
    const key = table === 'bank_row' ? ['id'] : ['account', 'act'];
    for (const { name, type } of await columnsOf(database, table)) {
      if (!columns.includes(name)) continue;
      const isNumber = type.includes('int');
      const { change, back } = await changeOf(database, { table, key, column: name, isNumber });
      await run(database, change);
      const { difference } = await verifyFees(database);
      await run(database, back);
      found.push(`${table}.${name}: ${difference?.table}`);
      expected.push(`${table}.${name}: ${table}`);
    }
  }

  expect(found).toEqual(expected);
  expect(found).toHaveLength(10);
  expect(await verifyFees(database)).toMatchObject({ ok: true });
});
