import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  type FileRow,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import type { Doing } from '../act-of-stall.ts';
import { readRows } from './read-rows.ts';

const ACCOUNT = '0111222333';
const siti: FileRow = ['2026-11-02', 1_000_017, 'TC-A12-2611 SITI AMINAH'];
const budi: FileRow = ['2026-11-02', 500_000, 'TC-A13-2611 BUDI SANTOSO'];
const rina: FileRow = ['2026-11-02', 250_000, 'TC-A14-2611 RINA WATI'];

async function begin(database: HubDatabase): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  return office;
}

/** The same account as MT940, which tells no balance but the first and the last. */
function mt940(rows: readonly FileRow[], opening = 10_000_000): Buffer {
  const sum = (rupiah: number) => `${rupiah},00`;
  const closing = rows.reduce((all, [, amount]) => all + amount, opening);
  const day = (on = '') => on.slice(2).replaceAll('-', '');
  return Buffer.from(
    [
      ':20:LAPAK',
      `:25:${ACCOUNT}`,
      ':28C:1/1',
      `:60F:C${day(rows[0]?.[0])}IDR${sum(opening)}`,
      ...rows.flatMap(([on, amount, said]) => [
        `:61:${day(on)}${on.slice(5).replace('-', '')}C${sum(amount)}NTRFNONREF`,
        `:86:${said}`,
      ]),
      `:62F:C${day(rows.at(-1)?.[0])}IDR${sum(closing)}`,
      '',
    ].join('\n'),
  );
}

/** Days and sums alone. */
function plain(rows: readonly FileRow[]): Buffer {
  const lines = rows.map(([on, amount, said]) => `${on},${said},0,${amount}`);
  return Buffer.from(['Tanggal,Keterangan,Debet,Kredit', ...lines, ''].join('\n'));
}

async function amountsOf({ hub }: Doing): Promise<number[]> {
  const asked = { account: ACCOUNT, which: 'waiting', text: '', cursor: '' } as const;
  return (await readRows(hub, asked)).rows.map(({ left }) => left);
}

eachDatabase(
  'rows of a day that another format has in another order are known',
  async ({ open }) => {
    const office = await begin(await open());
    await importFile(office, bcaFile([siti, budi]));

    expect(await importFile(office, mt940([budi, siti]))).toMatchObject({
      added: 0,
      known: 2,
      refusal: null,
    });
    expect(await importFile(office, plain([budi, siti]), { account: ACCOUNT })).toMatchObject({
      added: 0,
      known: 2,
    });
    expect(await amountsOf(office)).toEqual([1_000_017, 500_000]);
  },
);

eachDatabase('of a longer day only what was not there is added', async ({ open }) => {
  const office = await begin(await open());
  await importFile(office, bcaFile([siti, budi]));

  const longer = mt940([budi, rina, siti, ['2026-11-03', 1_000_017, 'TC-A12-2611']]);

  expect(await importFile(office, longer)).toMatchObject({ added: 2, known: 2 });
  expect(await importFile(office, longer)).toMatchObject({ added: 0, known: 4 });
  expect((await amountsOf(office)).sort((a, b) => a - b)).toEqual([
    250_000, 500_000, 1_000_017, 1_000_017,
  ]);
});

eachDatabase('the second file of a day goes on where the first ended', async ({ open }) => {
  const office = await begin(await open());
  await importFile(office, mt940([siti]));

  expect(await importFile(office, mt940([siti], 11_000_017))).toMatchObject({ added: 1, known: 0 });
  expect(await amountsOf(office)).toEqual([1_000_017, 1_000_017]);
});

eachDatabase('a file that has other rows of the same day is not taken', async ({ open }) => {
  const office = await begin(await open());
  await importFile(office, bcaFile([siti, budi]));

  const other = await importFile(office, mt940([rina, siti]));
  const told = await importFile(office, mt940([rina, siti]), { isUnbalancedTaken: true });

  expect(other).toMatchObject({ added: 0, refusal: 'other-rows' });
  expect(told).toMatchObject({ added: 0, refusal: 'other-rows' });
  expect(await amountsOf(office)).toEqual([1_000_017, 500_000]);
});
