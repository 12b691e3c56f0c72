import { randomUUID } from 'node:crypto';
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
import { writeFees } from '../write-fee.ts';

const ACCOUNT = '0111222333';

const november: readonly FileRow[] = [
  ['2026-11-02', 1_000_017, 'TRSF E-BANKING CR 0211/FTSCY TC-A12-2611 SITI AMINAH'],
  ['2026-11-02', -2_450_000, 'TRSF E-BANKING DB PLN'],
  ['2026-11-03', 1_000_018, 'SWITCHING CR TRANSFER DR 014 BUDI SANTOSO'],
];

async function rowsOf({ db }: HubDatabase) {
  return db
    .selectFrom('bank_row')
    .select(['on_date', 'amount', 'balance_sen', 'description', 'sender'])
    .orderBy('on_date')
    .orderBy('line')
    .execute();
}

eachDatabase('the first file of an account sets it up, in the only mall', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);

  const report = await importFile(office, bcaFile(november));

  expect(report).toMatchObject({
    profile: 'bca-individual',
    account: ACCOUNT,
    mall: 'TC',
    isNewAccount: true,
    from: '2026-11-02',
    to: '2026-11-03',
    rows: 3,
    added: 3,
    known: 0,
    pending: 0,
    openingSen: 1_000_000_000,
    closingSen: 955_003_500,
    balanced: true,
    refusal: null,
    gaps: [],
    rejected: [],
  });
  expect(await rowsOf(office.hub.database)).toMatchObject([
    { amount: 1_000_017, balance_sen: 1_100_001_700, sender: 'SITI AMINAH' },
    { amount: -2_450_000, sender: '' },
    { amount: 1_000_018, sender: 'BUDI SANTOSO' },
  ]);
});

eachDatabase('a dry run writes nothing, and its digest binds what is done', async ({ open }) => {
  const database = await open();
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  const file = bcaFile(november);

  const { digest, ...told } = await importFile(office, file, { mode: 'dry-run' });
  expect(told).toMatchObject({ added: 3, isNewAccount: true });
  expect(await rowsOf(database)).toEqual([]);

  await importFile(office, bcaFile(november.slice(0, 1)));
  await expect(importFile(office, file, { seen: digest })).rejects.toMatchObject({
    code: 'BANK_FILE_CHANGED',
  });
  expect(await rowsOf(database)).toHaveLength(1);

  const again = await importFile(office, file, { mode: 'dry-run' });
  expect(again).toMatchObject({ added: 2, known: 1, isNewAccount: false });
  expect(await importFile(office, file, { seen: again.digest })).toMatchObject({ added: 2 });
  // Its answer was lost, and it is sent again.
  expect(await importFile(office, file, { seen: again.digest })).toMatchObject({
    added: 0,
    known: 3,
  });
});

eachDatabase('the same file twice and overlapping files add no row twice', async ({ open }) => {
  const database = await open();
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  await importFile(office, bcaFile(november));
  const changed = november.map(([on, amount]): FileRow => [on, amount, 'KETERANGAN LAIN']);

  const twice = await importFile(office, bcaFile(november));
  const renamed = await importFile(office, bcaFile(changed));
  const longer = await importFile(
    office,
    bcaFile([...november, ['2026-11-04', 1_000_017, 'TC-A12-2611']]),
  );
  const later = await importFile(
    office,
    bcaFile([...november.slice(2), ['2026-11-04', 1_000_017, 'TC-A12-2611']], {
      opening: 8_550_017,
    }),
  );

  expect(twice).toMatchObject({ added: 0, known: 3 });
  expect(renamed).toMatchObject({ added: 0, known: 3 });
  expect(longer).toMatchObject({ added: 1, known: 3, gaps: [] });
  expect(later).toMatchObject({ added: 0, known: 2, gaps: [] });
  expect(await rowsOf(database)).toHaveLength(4);
  // actual#8464 and #2668: a second payment of the same sum within days was taken for the first.
  expect((await rowsOf(database)).filter(({ amount }) => amount === 1_000_017)).toHaveLength(2);
});

eachDatabase('genuine rows of one day and sum are all kept', async ({ open }) => {
  // firefly-iii#2952: they were refused as duplicates; actual#5354: one swallowed the other.
  const database = await open();
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  const alike: readonly FileRow[] = [
    ['2026-11-02', 1_000_017, 'SETORAN'],
    ['2026-11-02', 1_000_017, 'SETORAN'],
    ['2026-11-02', -1_000_017, 'KOREKSI'],
    ['2026-11-02', 1_000_017, 'SETORAN'],
  ];

  expect(await importFile(office, bcaFile(alike))).toMatchObject({ added: 4 });
  expect(await importFile(office, bcaFile(alike))).toMatchObject({ added: 0, known: 4 });
});

eachDatabase('a row that is pending is skipped, and comes when it is booked', async ({ open }) => {
  const database = await open();
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  const pending: readonly FileRow[] = [['', 1_000_019, 'TC-C01-2611']];

  const before = await importFile(office, bcaFile(november, { pending }));
  const after = await importFile(
    office,
    bcaFile([...november, ['2026-11-04', 1_000_019, 'TC-C01-2611']]),
  );

  expect(before).toMatchObject({ rows: 4, added: 3, pending: 1 });
  expect(after).toMatchObject({ added: 1, known: 3, pending: 0 });
});

eachDatabase('a gap to the file before is told, and one to the file behind', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  await importFile(office, bcaFile(november));

  const later = await importFile(
    office,
    bcaFile([['2026-11-10', 500_000, 'X']], { opening: 9_999_999 }),
  );
  const between = await importFile(
    office,
    bcaFile([['2026-11-05', 1, 'Y']], { opening: 9_550_035 }),
  );

  expect(later.gaps).toEqual([{ from: '2026-11-03', to: '2026-11-10', differenceSen: 44_996_400 }]);
  expect(between.gaps).toEqual([
    { from: '2026-11-05', to: '2026-11-10', differenceSen: 44_996_300 },
  ]);
});

eachDatabase('nothing of a broken file is taken, and each row says why', async ({ open }) => {
  const database = await open();
  const office = await openBankOffice(database);
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  const text = bcaFile(november).toString('utf8');
  const cut = Buffer.from(text.slice(0, text.indexOf("'03/11/2026")));
  const bad = Buffer.from(text.replace('1000018.00,CR', 'seribu,CR'));
  const wrong = Buffer.from(text.replace('Ending Balance,=,9550035.00', 'Ending Balance,=,1.00'));

  const told = [
    await importFile(office, cut),
    await importFile(office, bad),
    await importFile(office, wrong),
  ];

  expect(told.map(({ refusal }) => refusal)).toEqual(['unbalanced', 'rejected-rows', 'unbalanced']);
  expect(told.map(({ added, balanced }) => [added, balanced])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ]);
  expect(told[1]?.rejected).toEqual([
    { row: 8, column: 'Amount', reason: expect.stringMatching(/seribu/) },
  ]);
  expect(await rowsOf(database)).toEqual([]);
  expect(await database.db.selectFrom('fee_account').select('code').execute()).toEqual([]);
  await expect(importFile(office, Buffer.from('nama;harga\nKopi;1\n'))).rejects.toMatchObject({
    code: 'STATEMENT_UNKNOWN',
  });
  // Somebody looked, and takes it all the same; never what cannot be read.
  expect(await importFile(office, wrong, { isUnbalancedTaken: true })).toMatchObject({ added: 3 });
  expect(await importFile(office, bad, { isUnbalancedTaken: true })).toMatchObject({ added: 0 });
});

eachDatabase('whose account it is has to be clear', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }, { stall: 'PB-1', mall: 'PB' }]);
  const file = bcaFile(november);

  await expect(importFile(office, file)).rejects.toMatchObject({
    code: 'BANK_ACCOUNT_NEEDED',
    data: { number: ACCOUNT },
  });
  await expect(importFile(office, file, { mall: 'XX' })).rejects.toMatchObject({
    code: 'MALL_UNKNOWN',
  });
  await expect(importFile(office, file, { account: 'bca' })).rejects.toMatchObject({
    code: 'FEE_ACCOUNT_UNKNOWN',
  });
  await expect(importFile(office, file, { profile: 'bank-x' })).rejects.toMatchObject({
    code: 'BANK_PROFILE_UNKNOWN',
  });
  expect(await importFile(office, file, { mall: 'PB' })).toMatchObject({ mall: 'PB', added: 3 });
  expect(await importFile(office, file)).toMatchObject({ mall: 'PB', known: 3 });
});

eachDatabase('an account is known by the number on its bills', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  await writeFees(office.hub, office.by, ({ append }) =>
    append([
      {
        id: randomUUID(),
        act: 'account-set',
        mall: 'TC',
        on: '2026-11-01',
        note: '',
        details: {
          kind: 'account',
          account: 'bca-tc',
          holds: 'bank',
          label: 'BCA 0111-222-333 a.n. Koperasi',
          profile: '',
          isClosed: false,
        },
      },
    ]),
  );

  expect(await importFile(office, bcaFile(november))).toMatchObject({
    account: 'bca-tc',
    isNewAccount: false,
  });
  await expect(
    importFile(office, bcaFile(november, { account: '0999888777' }), { account: 'bca-tc' }),
  ).rejects.toMatchObject({ code: 'STATEMENT_ACCOUNTS' });
});

eachDatabase('two processes that take the same file in at once add it once', async ({ open }) => {
  const database = await open();
  const offices = [await openBankOffice(database), await openBankOffice(await open())] as const;
  await addPayers(offices[0].hub, [{ stall: 'TC-A12' }]);

  const reports = await Promise.all(offices.map((office) => importFile(office, bcaFile(november))));

  expect(new Set(reports.map(({ added }) => added))).toEqual(new Set([0, 3]));
  expect(await rowsOf(database)).toHaveLength(3);
});
