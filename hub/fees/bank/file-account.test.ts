import { expect, test } from 'vitest';
import {
  addPayers,
  bcaFile,
  type FileRow,
  importFile,
  openBankOffice,
  setAccount,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { neededNumbers, numbersIn } from './file-account.ts';

const november: readonly FileRow[] = [
  ['2026-11-02', 1_000_017, 'TC-A12-2611'],
  ['2026-11-03', -15_000, 'BIAYA ADM'],
];
const closed = { account: 'bca-lama', label: 'BCA 0111222333', isClosed: true };

eachDatabase(
  'a file of an account that was closed is of that account, whose rows are known',
  async ({ open }) => {
    const office = await openBankOffice(await open());
    await addPayers(office.hub, [{ stall: 'TC-A12' }]);
    await setAccount(office, { ...closed, isClosed: false });
    await importFile(office, bcaFile(november));
    await setAccount(office, closed);

    const again = await importFile(office, bcaFile(november));

    expect(again).toMatchObject({
      account: 'bca-lama',
      isNewAccount: false,
      added: 0,
      known: 2,
    });
    const rows = await office.hub.database.db.selectFrom('bank_row').select('id').execute();
    expect(rows).toHaveLength(2);
  },
);

eachDatabase('of two of a number the open one has the file', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  await setAccount(office, closed);
  await setAccount(office, { account: 'bca-baru', label: 'BCA 0111222333' });

  const told = await importFile(office, bcaFile(november));

  expect(told).toMatchObject({ account: 'bca-baru', isNewAccount: false, added: 2 });
});

eachDatabase('an account of another mall is not taken away by a file', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }, { stall: 'PB-01', mall: 'PB' }]);
  await setAccount(office, { account: '0111222333', label: 'BCA operasional' }, 'PB');
  await setAccount(office, { account: '0444555666', label: 'Kas', holds: 'cash' });
  const other = (account: string) => ({ code: 'FEE_ACCOUNT_OTHER', data: { account } });

  await expect(importFile(office, bcaFile(november), { mall: 'TC' })).rejects.toMatchObject(
    other('0111222333'),
  );
  const ofCash = bcaFile(november, { account: '0444555666' });
  await expect(importFile(office, ofCash, { mall: 'TC' })).rejects.toMatchObject(
    other('0444555666'),
  );
  expect(await importFile(office, bcaFile(november), { mall: 'PB' })).toMatchObject({
    account: '0111222333',
    mall: 'PB',
    isNewAccount: false,
  });
  const accounts = await office.hub.database.db
    .selectFrom('fee_account')
    .select(['code', 'mall', 'label'])
    .orderBy('code')
    .execute();
  expect(accounts).toEqual([
    { code: '0111222333', mall: 'PB', label: 'BCA operasional' },
    { code: '0444555666', mall: 'TC', label: 'Kas' },
  ]);
});

eachDatabase('the code of a bank in a label is no part of the number', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12' }]);
  await setAccount(office, { account: 'bca', label: 'BCA 014 0111222333' });

  const found = await importFile(office, bcaFile(november));
  const named = await importFile(office, bcaFile(november), { account: 'bca' });

  expect([found.account, found.added]).toEqual(['bca', 2]);
  expect([named.account, named.known]).toEqual(['bca', 2]);
  await expect(
    importFile(office, bcaFile(november, { account: '0140111222' }), { account: 'bca' }),
  ).rejects.toMatchObject({ code: 'STATEMENT_ACCOUNTS' });
});

test.each([
  ['BCA 014 0111222333', ['0111222333', '0140111222333']],
  ['BRI 0001-01-000123-50-9', ['000101000123509']],
  ['Mandiri 137 0000 123456', ['1370000123456', '0000123456']],
  ['BNI 0123.456.789 / BCA 0111222333', ['0123456789', '0111222333']],
])('in the label %s a number may be joined by a mark or one blank', (label, numbers) => {
  expect(numbersIn({ label })).toEqual(expect.arrayContaining(numbers));
});

test('digits that nothing joins are no number together', () => {
  expect(numbersIn({ label: 'BCA 0111  222333, cab. 2' })).toEqual(['0111', '222333', '2']);
  expect(neededNumbers({ label: 'Kios 2 BCA cab. 0014' })).toEqual([]);
});
