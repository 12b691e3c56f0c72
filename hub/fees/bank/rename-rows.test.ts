import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { acceptRow } from './accept-rows.ts';

eachDatabase(
  'a row that nobody used takes what its bank says of it the next day, and keeps it',
  async ({ open }) => {
    // BRI names the sender when the day is over.
    const database = await open();
    const office = await openBankOffice(database);
    await addPayers(office.hub, [{ stall: 'TC-A12' }]);
    const saying = (first: string, second: string) =>
      bcaFile([
        ['2026-11-02', 1_000_017, first],
        ['2026-11-03', 1_000_018, second],
      ]);
    const today = saying('BFST TC-A12-2611', 'BFST TRF');
    await importFile(office, today);
    const { id: row } = await database.db
      .selectFrom('bank_row')
      .where('amount', '=', 1_000_017)
      .select('id')
      .executeTakeFirstOrThrow();
    const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
    await acceptRow(office, { id: randomUUID(), row, parts });
    const words = async () => {
      const rows = await database.db
        .selectFrom('bank_row')
        .select(['description', 'sender'])
        .orderBy('on_date')
        .execute();
      return rows.map(({ description, sender }) => [description, sender]);
    };
    const used = ['BFST TC-A12-2611', 'BFST'];
    const before = [used, ['BFST TRF', 'BFST']];
    const named = [used, ['NBMB BUDI SANTOSO TO KOPERASI', 'BUDI SANTOSO']];
    const tomorrow = saying('NBMB SITI AMINAH', 'NBMB BUDI SANTOSO TO KOPERASI');

    const told = { added: 0, known: 2, renamed: 1 };
    expect(await importFile(office, tomorrow, { mode: 'dry-run' })).toMatchObject(told);
    expect(await words()).toEqual(before);
    expect(await importFile(office, tomorrow)).toMatchObject(told);
    expect(await words()).toEqual(named);

    const none = { added: 0, known: 2, renamed: 0 };
    expect(await importFile(office, today)).toMatchObject(none);
    expect(await importFile(office, saying('X', '0000 1'))).toMatchObject(none);
    const older = bcaFile([['2026-11-02', 1_000_017, 'LAMA']]);
    expect(await importFile(office, older)).toMatchObject({ ...none, known: 1 });
    expect(await words()).toEqual(named);
  },
);
