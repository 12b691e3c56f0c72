import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  type FileRow,
  importFile,
  openBankOffice,
  setAccount,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';

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
