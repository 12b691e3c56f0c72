import { expect } from 'vitest';
import {
  bcaFile,
  type FileRow,
  importFile,
  openBankOffice,
  setAccount,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import type { Doing } from '../act-of-stall.ts';
import { readRows } from './read-rows.ts';
import { reconcile } from './reconcile.ts';

const day = (said: string, amount: number): FileRow => ['2026-11-03', amount, said];
const morning = [day('A', 100_000), day('B', 100_000), day('C', 100_000)];
const evening = [day('D', 50_000)];
const nextDay: readonly FileRow[] = [['2026-11-04', 70_000, 'E']];

const bank = async (database: HubDatabase): Promise<Doing> => {
  const office = await openBankOffice(database);
  await database.db.insertInto('region').values({ code: 'dki', name: 'DKI Jakarta' }).execute();
  await database.db
    .insertInto('mall')
    .values({ code: 'TC', region: 'dki', name: 'Mal TC' })
    .execute();
  await setAccount(office, { account: 'bca', label: 'BCA 0111222333' });
  return office;
};
const take = (office: Doing, rows: readonly FileRow[], opening = 10_000_000) =>
  importFile(office, bcaFile(rows, { opening }));
const told = async (office: Doing, date = '2026-11-03') => {
  const { bankSen, differences } = await reconcile(office.hub, 'bca', date);
  const sums = differences.filter(({ kind }) => kind === 'opening' || kind === 'gap');
  return { bankSen, sums: sums.map(({ kind, amountSen }) => [kind, amountSen]) };
};
const order = async (office: Doing) => {
  const asked = { account: 'bca', which: 'all', text: '', cursor: '' } as const;
  const { rows } = await readRows(office.hub, asked);
  return rows.map(({ description }) => description).join('');
};
const whole = { bankSen: 1_035_000_000, sums: [['opening', 1_000_000_000]] };

eachDatabase('the second file of a day comes behind the first', async ({ open }) => {
  const office = await bank(await open());
  await take(office, morning);

  const second = await take(office, evening, 10_300_000);

  expect(second).toMatchObject({ added: 1, known: 0, gaps: [] });
  expect(await told(office)).toEqual(whole);
  expect(await order(office)).toBe('ABCD');
  const third = await take(office, nextDay, 10_350_000);
  expect(third.gaps).toEqual([]);
  expect((await told(office, '2026-11-04')).sums).toEqual(whole.sums);
});

eachDatabase('a later file that repeats rows of the day leaves them in place', async ({ open }) => {
  const office = await bank(await open());
  await take(office, morning);

  const all = await take(office, [...morning, ...evening]);
  const again = await take(office, [...morning.slice(1), ...evening], 10_100_000);

  expect([all.added, all.known, all.gaps]).toEqual([1, 3, []]);
  expect([again.added, again.known, again.gaps]).toEqual([0, 3, []]);
  expect(await told(office)).toEqual(whole);
  expect(await order(office)).toBe('ABCD');
});

eachDatabase('files of one day in any order come to one balance', async ({ open }) => {
  const office = await bank(await open());
  await take(office, evening, 10_300_000);
  await take(office, morning.slice(0, 1));
  expect((await told(office)).sums.map(([kind]) => kind)).toContain('gap');

  const between = await take(office, morning.slice(1), 10_100_000);

  expect(between).toMatchObject({ added: 2, gaps: [] });
  expect(await told(office)).toEqual(whole);
  expect(await order(office)).toBe('ABCD');
});

eachDatabase('a day on which as much went out as came in goes on from before', async ({ open }) => {
  const office = await bank(await open());
  await take(office, [['2026-11-02', 1_000, 'V']], 9_999_000);
  await take(office, [day('OUT', -100_000)], 10_100_000);

  const first = await take(office, [day('IN', 100_000)]);

  expect(first.gaps).toEqual([]);
  expect(await told(office)).toEqual({
    bankSen: 1_000_000_000,
    sums: [['opening', 999_900_000]],
  });
  expect(await order(office)).toBe('VINOUT');
});

eachDatabase('what is missing between two files of a day is told', async ({ open }) => {
  const office = await bank(await open());
  await take(office, morning);

  const second = await take(office, evening, 10_400_000);

  const gap = { from: '2026-11-03', to: '2026-11-03', differenceSen: 10_000_000 };
  expect(second.gaps).toEqual([gap]);
  expect(await told(office)).toEqual({
    bankSen: 1_045_000_000,
    sums: [
      ['opening', 1_000_000_000],
      ['gap', 10_000_000],
    ],
  });
});
