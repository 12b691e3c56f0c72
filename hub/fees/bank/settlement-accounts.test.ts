import { expect } from 'vitest';
import {
  addPayers,
  importFile,
  openBankOffice,
  setAccount,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import type { Doing } from '../act-of-stall.ts';
import { readSettled } from './read-lists.ts';
import { readRows } from './read-rows.ts';

const settled = Buffer.from(
  [
    'NMID,Terminal,RRN,Tanggal Transaksi,Nominal,MDR,Net,Status',
    'ID1020021111111,A01,000000000001,02/11/2026 10:15:00,1000017,7000,993017,Sukses',
    'ID1020022222222,B02,000000000002,02/11/2026 11:00:00,50000,350,49650,Sukses',
  ].join('\n'),
);
const ofTc = { account: 'qris-tc', holds: 'qris', qris: '00020101021126ID1020021111111' } as const;
const ofPg = { account: 'qris-pg', holds: 'qris', qris: '00020101021126ID1020022222222' } as const;

/** Two malls that an acquirer pays. */
async function begin(database: HubDatabase): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }, { stall: 'PG-A12', mall: 'PG' }]);
  return office;
}

async function amountsOf({ hub }: Doing, account: string): Promise<number[]> {
  const { rows } = await readRows(hub, { account, which: 'waiting', text: '', cursor: '' });
  return rows.map(({ left }) => left);
}

eachDatabase(
  'a settlement that came before its account was set up is of it when it comes again',
  async ({ open }) => {
    const office = await begin(await open());
    const early = await importFile(office, settled, { name: 'qris.csv', mall: 'TC' });
    expect(early).toMatchObject({ account: null, added: 2 });
    await setAccount(office, ofTc);

    const again = await importFile(office, settled, { name: 'qris.csv', mall: 'TC' });
    const thrice = await importFile(office, settled, { name: 'qris.csv', mall: 'TC' });

    expect(again).toMatchObject({ account: 'qris-tc', added: 1, known: 1 });
    expect(thrice).toMatchObject({ added: 0, known: 2 });
    expect(await amountsOf(office, 'qris-tc')).toEqual([1_000_017]);
    const kept = await office.hub.database.db.selectFrom('fee_settled').select('id').execute();
    expect(kept).toHaveLength(2);
  },
);

eachDatabase('a merchant id is the same however a file or a person writes it', async (on) => {
  const office = await begin(await on.open());
  await setAccount(office, ofTc);
  const spaced = Buffer.from(settled.toString().replace('ID1020021111111', 'id 10200-2111.1111'));

  expect(await importFile(office, spaced, { name: 'qris.csv', mall: 'TC' })).toMatchObject({
    account: 'qris-tc',
  });

  expect(await amountsOf(office, 'qris-tc')).toEqual([1_000_017]);
  const read = await readSettled(office.hub, { nmid: 'id1020021-111111', cursor: '' });
  expect(read.rows).toMatchObject([{ nmid: 'ID1020021111111', reference: '000000000001' }]);
});

eachDatabase('of one file each mall gets what its own merchant was paid', async ({ open }) => {
  const office = await begin(await open());
  await setAccount(office, ofTc);
  await setAccount(office, ofPg, 'PG');

  await importFile(office, settled, { name: 'qris.csv', mall: 'TC' });
  const other = await importFile(office, settled, { name: 'qris.csv', mall: 'PG' });

  expect(other).toMatchObject({ account: 'qris-pg', mall: 'PG', added: 1, known: 1 });
  expect(await amountsOf(office, 'qris-tc')).toEqual([1_000_017]);
  expect(await amountsOf(office, 'qris-pg')).toEqual([50_000]);
});

eachDatabase('an account without its QRIS takes no file of several merchants', async ({ open }) => {
  const office = await begin(await open());
  await setAccount(office, { ...ofTc, qris: '' });

  const taken = importFile(office, settled, { name: 'qris.csv', account: 'qris-tc' });

  await expect(taken).rejects.toMatchObject({
    code: 'BANK_QRIS_NEEDED',
    data: { account: 'qris-tc', merchants: 2 },
  });
  expect(await amountsOf(office, 'qris-tc')).toEqual([]);
});
