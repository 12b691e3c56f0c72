import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  chargeStalls,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import type { Doing } from '../act-of-stall.ts';
import { acceptRow } from './accept-rows.ts';
import { readRows } from './read-rows.ts';

const ACCOUNT = '0111222333';
const DAY_MS = 86_400_000;

/** Today is 24 November 2026. */
async function begin(database: HubDatabase): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
  await chargeStalls(office.hub, ['TC-A12'], '2026-11');
  return office;
}

/** The same office so many days later. */
function daysLater({ hub, by }: Doing, days: number): Doing {
  return { hub: { ...hub, clock: () => hub.clock() + days * DAY_MS }, by };
}

function waitingIn({ hub }: Doing) {
  return readRows(hub, { account: ACCOUNT, which: 'waiting', text: '', cursor: '' });
}

eachDatabase(
  'a file with a row of a day to come is not taken, as the line says',
  async ({ open }) => {
    const office = await begin(await open());
    const file = bcaFile([
      ['2026-11-24', 1_000_017, 'TC-A12-2611'],
      ['2027-11-24', 1_000_017, 'TC-A12-2611'],
    ]);

    const report = await importFile(office, file);
    const told = await importFile(office, file, { endsOn: '2027-12-31' });

    const said = {
      added: 0,
      refusal: 'rejected-rows',
      balanced: false,
      rejected: [{ row: 7, reason: 'Tanggal di luar periode berkas: 2027-11-24' }],
    };
    expect(report).toMatchObject(said);
    expect(told).toMatchObject(said);
  },
);

eachDatabase('nor is an MT940 with one', async ({ open }) => {
  const office = await begin(await open());
  const text = [
    ':20:LAPAK',
    ':25:0111222333',
    ':28C:1/1',
    ':60F:C261101IDR10000000,00',
    ':61:2711231123C1000017,00NTRFNONREF',
    ':86:TC-A12-2611',
    ':62F:C271123IDR11000017,00',
    '',
  ].join('\n');

  const report = await importFile(office, Buffer.from(text), { name: 'mutasi.sta' });

  expect(report).toMatchObject({ added: 0, refusal: 'rejected-rows', rejectedRows: 1 });
});

eachDatabase('what a wrong clock let in is not booked before its day', async ({ open }) => {
  const office = await begin(await open());
  const ahead = daysLater(office, 60);
  await importFile(ahead, bcaFile([['2027-01-20', 1_000_017, 'TC-A12-2611']]));
  const [row] = (await waitingIn(office)).rows;
  const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
  const asked = { id: randomUUID(), row: row?.row ?? '', parts };

  await expect(acceptRow(office, asked)).rejects.toMatchObject({
    code: 'FEE_DATE_AHEAD',
    data: { on: '2027-01-20' },
  });
  expect(await acceptRow(ahead, asked)).toMatchObject([{ kuitansi: 'KW/TC/2027/000001' }]);
});
