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
import { writeFees } from '../write-fee.ts';
import { acceptRow } from './accept-rows.ts';
import { explainRow } from './explain-row.ts';
import { listProfiles, readProfile, saveProfile, tryProfile } from './profiles.ts';
import { readAccounts, readSenders, readSettled } from './read-lists.ts';
import { readRows } from './read-rows.ts';
import { readSignOffs, reconcile, signOff } from './reconcile.ts';

const ACCOUNT = '0111222333';

eachDatabase(
  'what explains the difference is told row by row, and signed off',
  async ({ open }) => {
    const office = await openBankOffice(await open());
    await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
    await chargeStalls(office.hub, ['TC-A12'], '2026-11');
    await importFile(
      office,
      bcaFile([
        ['2026-11-02', 1_000_017, 'IURAN'],
        ['2026-11-03', -15_000.5, 'BIAYA ADM'],
        ['2026-11-04', 99_000, 'XYZ'],
        ['2026-11-09', 500_000, 'LATER'],
      ]),
    );
    const page = await readRows(office.hub, {
      account: ACCOUNT,
      which: 'all',
      text: '',
      cursor: '',
    });
    const [paid = '', fee = '', unknown = ''] = page.rows.map(({ row }) => row);
    const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
    await acceptRow(office, { id: randomUUID(), row: paid, parts });
    const fees = { id: randomUUID(), row: fee, as: 'bank-fee', amount: null } as const;
    await explainRow(office, { ...fees, other: null, of: null, note: '' });
    const byHand = randomUUID();
    const out = { from: `money:${ACCOUNT}`, to: 'other-out', amount: 40_000 };
    const act = {
      id: byHand,
      act: 'cash-bank',
      mall: 'TC',
      on: '2026-11-04',
      note: 'cek 12',
    } as const;
    await writeFees(office.hub, 'lapak', ({ append }) => append([{ ...act, movements: [out] }]));

    const told = await reconcile(office.hub, ACCOUNT, '2026-11-05');

    expect(told).toMatchObject({
      account: ACCOUNT,
      mall: 'TC',
      bankSen: 1_108_401_650,
      bankOn: '2026-11-04',
      book: 945_017,
      differenceSen: 1_013_899_950,
      count: 4,
      unexplainedSen: 0,
    });
    expect(told.differences).toEqual([
      difference('opening', 1_000_000_000, { on: '2026-11-02' }),
      difference('sen', -50),
      difference('row', 9_900_000, { on: '2026-11-04', text: 'XYZ', row: unknown }),
      difference('posting', 4_000_000, { on: '2026-11-04', text: 'cek 12', act: byHand }),
    ]);

    const asked = { id: randomUUID(), account: ACCOUNT, date: '2026-11-05', name: 'Rina Wati' };
    await expect(signOff(office, { ...asked, bankSen: 1, book: 945_017 })).rejects.toMatchObject({
      code: 'RECONCILIATION_CHANGED',
    });
    const ahead = { ...asked, date: '2027-12-31', bankSen: 1_108_401_650, book: 945_017 };
    await expect(signOff(office, ahead)).rejects.toMatchObject({ code: 'FEE_DATE_AHEAD' });
    const signed = await signOff(office, { ...asked, bankSen: 1_108_401_650, book: 945_017 });
    expect(await signOff(office, { ...asked, bankSen: 1_108_401_650, book: 945_017 })).toEqual(
      signed,
    );
    expect(signed).toMatchObject({ name: 'Rina Wati', by: 'pengelola-1', book: 945_017 });
    expect(await readSignOffs(office.hub, ACCOUNT)).toEqual([signed]);
    expect((await reconcile(office.hub, ACCOUNT, '2026-11-05')).signOffs).toEqual([signed]);
    const records = await office.hub.database.db.selectFrom('hub_record').select('body').execute();
    expect(records.some(({ body }) => body.toString('utf8').includes('Rina'))).toBe(false);
  },
);

function difference(kind: string, amountSen: number, given: object = {}) {
  return { kind, on: null, amountSen, text: '', row: null, act: null, stall: null, ...given };
}

eachDatabase('accounts tell their furthest file and how many rows wait', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
  await importFile(office, bcaFile([['2026-11-02', 1_000_017, 'TRSF CR JOKO SUSILO']]));
  await importFile(office, bcaFile([['2026-11-09', 5, 'X']], { opening: 11_000_017 }), {
    name: 'nov.csv',
  });
  const [account] = await readAccounts(office.hub, 'TC');
  const [row] = (
    await readRows(office.hub, {
      account: ACCOUNT,
      which: 'waiting',
      text: 'joko',
      cursor: '',
    })
  ).rows;
  const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
  await acceptRow(office, { id: randomUUID(), row: row?.row ?? '', parts });

  expect(account).toMatchObject({
    account: ACCOUNT,
    mall: 'TC',
    holds: 'bank',
    waiting: 2,
    last: { file: 'nov.csv', from: '2026-11-09', to: '2026-11-09', closingSen: 1_100_002_200 },
  });
  expect(await readAccounts(office.hub, 'PB')).toEqual([]);
  const asked = { account: ACCOUNT, which: 'used', text: '', cursor: '' } as const;
  expect((await readRows(office.hub, asked)).rows.map(({ left }) => left)).toEqual([0]);
  const byAmount = await readRows(office.hub, { ...asked, which: 'all', text: '1.000.017' });
  expect(byAmount.rows.map(({ amountSen }) => amountSen)).toEqual([100_001_700]);
  const senders = await readSenders(office.hub, { mall: 'TC', text: 'joko', cursor: '' });
  expect(senders.senders).toEqual([
    { sender: 'JOKO SUSILO', stall: 'TC-A12', name: 'TC-A12', times: 1 },
  ]);
});

const ownBank = `{
  "kind": "statement", "id": "bank-kita", "name": "Bank Kita",
  "columns": { "date": ["hari"], "description": ["berita"], "amount": ["nilai"] },
  "unsigned": "in"
}`;
const ownFile = Buffer.from('Hari;Berita;Nilai\n02/11/2026;TC-A12-2611;1000017\n');

eachDatabase('a profile of the hub’s own reads a bank that nobody knew', async ({ open }) => {
  const office = await openBankOffice(await open());
  await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
  const { hub } = office;
  const file = { name: 'kita.csv', bytes: ownFile };

  const trial = await tryProfile(hub, { profile: ownBank, file, endsOn: null, language: 'id' });
  expect(trial).toMatchObject({ rowCount: 1, rows: [{ amountSen: 100_001_700 }], rejected: [] });
  expect(await saveProfile(hub, ownBank)).toMatchObject({ id: 'bank-kita', isOwn: true });
  expect((await listProfiles(hub))[0]).toMatchObject({ name: 'Bank Kita', isOwn: true });
  expect(JSON.parse(await readProfile(hub, 'bank-kita'))).toMatchObject({ unsigned: 'in' });
  await expect(readProfile(hub, 'bank-lain')).rejects.toMatchObject({
    code: 'BANK_PROFILE_UNKNOWN',
  });
  for (const wrong of ['{', '{"kind":"statement"}', ownBank.replace('bank-kita', 'bca-business')]) {
    await expect(saveProfile(hub, wrong)).rejects.toMatchObject({ code: 'BANK_PROFILE_WRONG' });
  }
  await importFile(office, bcaFile([['2026-11-01', 1, 'X']]));

  const report = await importFile(office, ownFile, { account: ACCOUNT });

  expect(report).toMatchObject({ profile: 'bank-kita', added: 1, balanced: false, refusal: null });
  expect(await importFile(office, ownFile, { account: ACCOUNT })).toMatchObject({ added: 0 });
});

const settled = Buffer.from(
  [
    'NMID,Terminal,RRN,Tanggal Transaksi,Nominal,MDR,Net,Status',
    'ID1020021111111,A01,000000000001,02/11/2026 10:15:00,1000017,7000,993017,Sukses',
    'ID1020022222222,B02,000000000002,02/11/2026 11:00:00,50000,350,49650,Sukses',
  ].join('\n'),
);

eachDatabase(
  'settlements are kept by merchant id; the mall’s own are rows of its account',
  async ({ open }) => {
    const office = await openBankOffice(await open());
    await addPayers(office.hub, [{ stall: 'TC-A12', code: 17 }]);
    await chargeStalls(office.hub, ['TC-A12'], '2026-11');
    const details = {
      kind: 'account',
      account: 'qris-tc',
      holds: 'qris',
      label: 'QRIS mal',
      qris: '00020101021126ID1020021111111',
      profile: '',
      isClosed: false,
    } as const;
    const act = {
      id: randomUUID(),
      act: 'account-set',
      mall: 'TC',
      on: '2026-11-01',
      note: '',
    } as const;
    await writeFees(office.hub, 'lapak', ({ append }) => append([{ ...act, details }]));

    const report = await importFile(office, settled, { name: 'qris.csv' });
    const again = await importFile(office, settled, { name: 'qris.csv' });

    expect(report).toMatchObject({
      kind: 'settlement',
      account: 'qris-tc',
      added: 2,
      refusal: null,
    });
    expect(again).toMatchObject({ added: 0, known: 2 });
    const ofStall = await readSettled(office.hub, { nmid: 'ID1020022222222', cursor: '' });
    expect(ofStall.rows).toMatchObject([
      { reference: '000000000002', terminal: 'B02', grossSen: 5_000_000, netSen: 4_965_000 },
    ]);
    const asked = { account: 'qris-tc', which: 'waiting', text: '', cursor: '' } as const;
    const { rows } = await readRows(office.hub, asked);
    expect(rows).toMatchObject([
      { amountSen: 100_001_700, suggestions: [{ stall: 'TC-A12', ticked: true }] },
    ]);
    const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
    await acceptRow(office, { id: randomUUID(), row: rows[0]?.row ?? '', parts });
    const credits = office.hub.database.db
      .selectFrom('fee_credit')
      .select(['kind', 'amount', 'withheld']);
    expect(await credits.execute()).toEqual([{ kind: 'qris', amount: 1_000_017, withheld: 7_000 }]);
  },
);
