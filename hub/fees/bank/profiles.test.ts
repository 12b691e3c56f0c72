import { randomUUID } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import { expect } from 'vitest';
import { Profile } from '../../../domain/fees/bank/profile.ts';
import { layoutOf, makeProfile } from '../../../domain/fees/bank/teach/make-profile.ts';
import { lookAtFile } from '../../../node/fees/bank/look-at-file.ts';
import { addPayers, importFile, openBankOffice } from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { setAccount } from '../mall-acts.ts';
import { forgetProfile, listProfiles, readProfile, saveProfile, tryProfile } from './profiles.ts';

const auto = { encoding: 'auto', separator: 'auto' } as const;
const named = { id: 'bank-kita', name: 'Bank Kita', fileName: 'kita.xlsx', ...auto };

/** A sheet of a bank with words of its own. */
function sheet(titles: readonly string[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Buku',
        rows: [
          ['Rekening', '0111222333'],
          ['Saldo Awal', 10_000_000],
          [...titles],
          ['02/11/2026', 'IURAN TC-A12-2611', 'M', 1_000_017, 11_000_017],
          ['03/11/2026', 'LISTRIK', 'K', 450_000, 10_550_017],
        ],
      },
    ],
  });
}

eachDatabase('a bank that nobody knew is looked at, tried, saved and taken in', async (given) => {
  const office = await openBankOffice(await given.open());
  await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
  const { hub } = office;
  const bytes = await sheet(['Waktu Buku', 'Cerita', 'Arah', 'Besar', 'Akhir']);
  const file = { name: 'kita.xlsx', bytes };
  await expect(importFile(office, Buffer.from(bytes))).rejects.toMatchObject({
    code: 'STATEMENT_UNKNOWN',
  });

  const { lines: looked, guess: layout } = await lookAtFile(bytes, auto);
  const lines = looked.map((line) => ({ ...line, fault: null }));
  const profile = JSON.stringify(makeProfile({ ...named, lines, layout, base: null }));

  expect(await tryProfile(hub, { profile, file, endsOn: null, language: 'id' })).toMatchObject({
    account: '0111222333',
    rowCount: 2,
    inSen: 100_001_700,
    outSen: 45_000_000,
    from: '2026-11-02',
    to: '2026-11-03',
    openingSen: 1_000_000_000,
    closingSen: 1_055_001_700,
    balanced: true,
    rejectedRows: 0,
  });
  expect(await hub.database.db.selectFrom('fee_profile').select('name').execute()).toEqual([]);
  await saveProfile(hub, profile);
  expect(await importFile(office, Buffer.from(bytes))).toMatchObject({
    profile: 'bank-kita',
    added: 2,
    balanced: true,
  });

  // The bank calls its columns otherwise from now on: both files are read.
  const later = await sheet(['Waktu Buku', 'Kisah', 'Arah', 'Nilainya', 'Akhir']);
  const base = Profile.parse(JSON.parse(await readProfile(hub, 'bank-kita')));
  const seen = (await lookAtFile(later, auto)).lines.map((line) => ({ ...line, fault: null }));
  const edited = layoutOf(base, seen, 'kita.xlsx');
  const both = JSON.stringify(makeProfile({ ...named, lines: seen, layout: edited, base }));
  await saveProfile(hub, both);
  for (const one of [bytes, later]) {
    expect(await importFile(office, Buffer.from(one))).toMatchObject({ added: 0, known: 2 });
  }
});

eachDatabase('what a trial leaves out is counted and told by row', async (given) => {
  const { hub } = await openBankOffice(await given.open());
  const data = { ...auto, kind: 'statement', id: 'kita', name: 'Kita' };
  const columns = { date: ['hari'], amount: ['nilai'] };
  const bytes = Buffer.from('Hari;Nilai\nkemarin;5 CR\n02/11/2026;banyak\n03/11/2026;7 CR\n');
  const trial = await tryProfile(hub, {
    profile: JSON.stringify({ ...data, columns }),
    file: { name: 'kita.csv', bytes },
    endsOn: null,
    language: 'id',
  });

  expect(trial).toMatchObject({
    rowCount: 1,
    rejectedRows: 2,
    inSen: 700,
    outSen: 0,
    rejected: [
      { row: 2, column: 'Hari', reason: 'Bukan tanggal: kemarin' },
      { row: 3, column: 'Nilai', reason: 'Bukan jumlah uang: banyak' },
    ],
  });
});

eachDatabase(
  'a profile made here is forgotten, but not while an account is read by it',
  async (given) => {
    const office = await openBankOffice(await given.open());
    const { hub } = office;
    const columns = { date: ['hari'], amount: ['nilai'] };
    const kita = { ...auto, kind: 'statement', id: 'kita', name: 'Kita', columns };
    const ofAccount = (profile: string) =>
      setAccount(office, {
        id: randomUUID(),
        mall: 'TC',
        note: '',
        account: 'bca-tc',
        holds: 'bank',
        label: 'BCA 123',
        qris: '',
        profile,
        isClosed: false,
      });
    await addPayers(hub, [{ stall: 'TC-A12', code: 17 }]);
    await saveProfile(hub, JSON.stringify(kita));
    await ofAccount('kita');

    await expect(forgetProfile(hub, 'kita')).rejects.toMatchObject({
      code: 'BANK_PROFILE_USED',
      data: { label: 'BCA 123' },
    });
    await ofAccount('');
    await forgetProfile(hub, 'kita');
    expect((await listProfiles(hub)).filter(({ isOwn }) => isOwn)).toEqual([]);
    for (const id of ['kita', 'bca-individual']) {
      await expect(forgetProfile(hub, id)).rejects.toMatchObject({ code: 'BANK_PROFILE_UNKNOWN' });
    }
  },
);
