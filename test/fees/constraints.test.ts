import { sql } from 'kysely';
import { expect } from 'vitest';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';
import { takeDeposit } from '../../hub/fees/deposits.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { addLeasedMall, asked, cash, openOffice, setMonth } from '../support/fee-office.ts';
import { eachDatabase } from '../support/hub-databases.ts';

/** What the database itself refuses, by SQL that no program of ours would say. */

const columnsOf = {
  fee_charge: `act, mall, stall, period, kind, amount, due_on, on_date, basis, changed_on`,
  fee_credit: `act, mall, stall, kind, amount, on_date, account, kuitansi_year`,
};

async function say({ kind, db }: HubDatabase, statement: string): Promise<void> {
  await transact({ db }, 'every-stall', async (trx) => {
    await sql.raw(statement).execute(trx);
    // On PostgreSQL a rule may only speak when the statement was sent.
    if (kind === 'postgres') await sql`SELECT 1`.execute(trx);
  });
}

eachDatabase('the database refuses what the books cannot hold', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 2);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(600_000) });
  await setMonth(office, 'month-close', '2026-10');
  const ahead = (amount: number) =>
    pay(office, { ...asked('TC-1'), ...cash(amount), allocations: [] });
  const small = (await ahead(100_000)).credits[0] ?? '';
  const large = (await ahead(2_000_000)).credits[0] ?? '';
  await takeDeposit(office, { ...asked('TC-1'), amount: 1_000, account: null });
  const [credit = ''] = credits;
  const [charge] = (await readStall(office.hub, 'TC-1')).open;
  const [other] = (await readStall(office.hub, 'TC-2')).open;
  const before = await readStall(office.hub, 'TC-1');
  const allocate = (of: string, to: string | undefined, amount: number, stall = 'TC-1') =>
    `INSERT INTO fee_allocation (act, line, credit, charge, stall, amount, on_date)
      SELECT act, 99, '${of}', '${to}', '${stall}', ${amount}, on_date
      FROM fee_credit WHERE id = '${of}'`;
  const number = (next: number, id = 'x') =>
    `INSERT INTO fee_credit (id, kuitansi_number, ${columnsOf.fee_credit})
      SELECT '${id}', ${next}, ${columnsOf.fee_credit} FROM fee_credit WHERE id = '${credit}'`;
  const post = (month: string, amount = 1) =>
    `INSERT INTO fee_posting (act, line, mall, month, on_date, debit, credit, amount)
      SELECT act, 99, mall, '${month}', '${month}-01', 'receivable', 'opening', ${amount}
      FROM fee_credit WHERE id = '${credit}'`;

  const refused: readonly (readonly [string, string])[] = [
    ['more of a payment than it was', allocate(small, charge?.id, 100_001)],
    ['more for a charge than it is', allocate(large, charge?.id, 400_001)],
    ['a charge of another stall', allocate(large, other?.id, 1)],
    ['a payment of another stall', allocate(large, other?.id, 1, 'TC-2')],
    ['an allocation of nothing', allocate(large, charge?.id, 0)],
    [
      'a second charge of a kind and month',
      `INSERT INTO fee_charge (id, ${columnsOf.fee_charge})
        SELECT 'x', ${columnsOf.fee_charge} FROM fee_charge WHERE id = '${charge?.id}'`,
    ],
    ['a number of a kuitansi that leaves one out', number(5)],
    ['a number of a kuitansi twice', number(1)],
    ['a posting into a closed month', post('2026-10')],
    ['a posting of nothing', post('2026-11', 0)],
    ['another amount of a charge', `UPDATE fee_charge SET amount = 1 WHERE id = '${charge?.id}'`],
    ['a charge that is gone', `DELETE FROM fee_charge WHERE id = '${other?.id}'`],
    ['another amount of a payment', `UPDATE fee_credit SET amount = 1 WHERE id = '${credit}'`],
    ['a reversal of what pays', `UPDATE fee_credit SET is_reversed = 1, reversed_by = act`],
    ['a reversal by nobody', `UPDATE fee_charge SET is_reversed = 1 WHERE id = '${other?.id}'`],
    ['another posting', 'UPDATE fee_posting SET amount = amount + 1'],
    ['postings that are gone', 'DELETE FROM fee_posting'],
    ['acts that are gone', 'DELETE FROM fee_act'],
    ['another allocation', 'UPDATE fee_allocation SET amount = 1'],
    ['a code that another stall has', `UPDATE fee_code SET code = 1 WHERE stall = 'TC-2'`],
    ['a code of four digits', `UPDATE fee_code SET code = 1000 WHERE stall = 'TC-2'`],
    ['a deposit below nothing', 'UPDATE fee_deposit_sum SET amount = -1'],
  ];
  for (const [what, statement] of refused) {
    const said = await say(database, statement).catch(String);
    expect(said, what).toMatch(/constraint|booked stays|left out|closed month|of the stall/);
  }
  expect(await readStall(office.hub, 'TC-1')).toEqual(before);
  // What the books can hold is taken in the same words.
  await say(database, allocate(small, charge?.id, 100_000));
  await say(database, number(4));
  await say(database, post('2026-11'));
});
