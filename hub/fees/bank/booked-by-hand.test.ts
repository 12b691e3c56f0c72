import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  chargeStalls,
  type FileRow,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import { pay } from '../pay.ts';
import { reverse } from '../reverse.ts';
import type { Doing } from '../act-of-stall.ts';
import { acceptTicked } from './accept-rows.ts';
import { explainRow } from './explain-row.ts';
import { readRows } from './read-rows.ts';
import { reconcile } from './reconcile.ts';

const ACCOUNT = '0111222333';
const october: FileRow = ['2026-10-30', -15_000, 'BIAYA ADM'];
const transfer: FileRow = ['2026-11-20', 1_000_017, 'TC-A12-2611 SITI AMINAH'];

/** An account whose file of October is in, and a stall that owes November. */
async function begin(database: HubDatabase): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12', code: 17, member: 'Siti Aminah' }]);
  await chargeStalls(office.hub, ['TC-A12'], '2026-11');
  await importFile(office, bcaFile([october]));
  return office;
}

/** Books the transfer before its row is there. @returns its act */
async function payByHand(office: Doing, on: string): Promise<string> {
  const id = randomUUID();
  const paid = { kind: 'bank', amount: 1_000_017, account: ACCOUNT, allocations: null } as const;
  await pay(office, { id, stall: 'TC-A12', on, note: 'bukti transfer', ...paid });
  return id;
}

/** What the row of the transfer may be, once its file came. */
async function suggestedOf(office: Doing) {
  await importFile(office, bcaFile([october, transfer]));
  const wanted = { account: ACCOUNT, which: 'waiting', text: 'TC-A12', cursor: '' } as const;
  const [row] = (await readRows(office.hub, wanted)).rows;
  const [best] = row?.suggestions ?? [];
  const booked = best?.reasons.find(({ reason }) => reason === 'other-act');
  return { row: row?.row ?? '', ticked: best?.ticked, booked: booked?.seen };
}

eachDatabase(
  'a transfer that was booked by hand is not ticked when its row comes, and is paired with it',
  async ({ open }) => {
    const office = await begin(await open());
    const act = await payByHand(office, '2026-11-21');

    const { row, ...told } = await suggestedOf(office);

    expect(told).toEqual({ ticked: false, booked: act });
    const all = { id: randomUUID(), account: ACCOUNT, seen: null };
    expect(await acceptTicked(office, all)).toEqual({ accepted: [], left: [] });
    const said = { as: 'other-in', amount: null, other: null, of: act, note: '' } as const;
    await explainRow(office, { id: randomUUID(), row, ...said });
    expect(await reconcile(office.hub, ACCOUNT, '2026-11-24')).toMatchObject({
      book: 1_000_017,
      differences: [{ kind: 'opening' }, { kind: 'row', amountSen: -1_500_000 }],
      unexplainedSen: 0,
    });
  },
);

eachDatabase('a payment of the month before says nothing of a row', async ({ open }) => {
  const office = await begin(await open());
  await payByHand(office, '2026-10-20');

  expect(await suggestedOf(office)).toMatchObject({ booked: undefined });
});

eachDatabase('what was reversed is ticked again', async ({ open }) => {
  const office = await begin(await open());
  const act = await payByHand(office, '2026-11-20');
  const { id } = await office.hub.database.db
    .selectFrom('fee_credit')
    .where('act', '=', act)
    .select('id')
    .executeTakeFirstOrThrow();
  await reverse(office, { id: randomUUID(), stall: 'TC-A12', note: 'keliru', of: id });

  expect(await suggestedOf(office)).toMatchObject({ ticked: true, booked: undefined });
});
