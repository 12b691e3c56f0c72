import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  chargeStalls,
  type FileRow,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { acceptRow, acceptTicked } from './accept-rows.ts';
import { readRows } from './read-rows.ts';

const ACCOUNT = '0111222333';
const payers = [
  { stall: 'TC-A12', code: 17, member: 'Siti Aminah' },
  { stall: 'TC-B07', code: 18, member: 'Budi Santoso' },
  { stall: 'TC-C01', code: 19, member: 'Rina Wati' },
];

/** A mall whose three stalls owe November, and a file of it. */
async function begin(database: HubDatabase, rows: readonly FileRow[]): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, payers);
  await chargeStalls(
    office.hub,
    payers.map(({ stall }) => stall),
    '2026-11',
  );
  await importFile(office, bcaFile(rows));
  return office;
}

async function waiting({ hub }: Doing, which: 'waiting' | 'all' = 'waiting') {
  const { rows } = await readRows(hub, { account: ACCOUNT, which, text: '', cursor: '' });
  return rows;
}

/** What each stall owes and paid ahead. */
async function standing({ db }: HubDatabase) {
  const charges = await db
    .selectFrom('fee_charge')
    .select((e) => [
      'stall',
      e.fn.sum<number>('amount').as('amount'),
      e.fn.sum<number>('settled').as('settled'),
    ])
    .groupBy('stall')
    .orderBy('stall')
    .execute();
  return charges.map(
    ({ stall, amount, settled }) => `${stall} ${Number(amount) - Number(settled)}`,
  );
}

async function senders({ db }: HubDatabase) {
  return db
    .selectFrom('fee_sender')
    .select(['sender', 'stall', 'times'])
    .orderBy('sender')
    .orderBy('stall')
    .execute();
}

eachDatabase(
  'a row is booked as suggested: gross, oldest first, with a kuitansi',
  async ({ open }) => {
    const database = await open();
    const office = await begin(database, [['2026-11-02', 1_000_017, 'TC-A12-2611 SITI AMINAH']]);
    const [row] = await waiting(office);
    const [suggested] = row?.suggestions ?? [];
    const asked = {
      id: randomUUID(),
      row: row?.row ?? '',
      parts: [{ stall: suggested?.stall ?? '', amount: row?.left ?? 0 }],
    };

    const payments = await acceptRow(office, asked);

    expect(suggested).toMatchObject({ stall: 'TC-A12', score: 135, ticked: true, advance: 17 });
    expect(payments).toEqual([
      {
        row: row?.row,
        act: asked.id,
        stall: 'TC-A12',
        amount: 1_000_017,
        kuitansi: 'KW/TC/2026/000001',
        advance: 17,
      },
    ]);
    expect(await standing(database)).toEqual(['TC-A12 0', 'TC-B07 1000000', 'TC-C01 1000000']);
    expect(await waiting(office)).toEqual([]);
    expect(await acceptRow(office, asked)).toEqual(payments);
    expect((await waiting(office, 'all'))[0]).toMatchObject({
      left: 0,
      uses: [
        {
          act: asked.id,
          as: 'payment',
          stall: 'TC-A12',
          kuitansi: 'KW/TC/2026/000001',
          on: '2026-11-02',
          by: 'pengelola-1',
          isUndone: false,
        },
      ],
    });
  },
);

eachDatabase('all that is ticked is booked at once, and nothing else', async ({ open }) => {
  const database = await open();
  const office = await begin(database, [
    ['2026-11-02', 1_000_017, 'IURAN'],
    ['2026-11-03', 1_000_000, 'IURAN'],
    ['2026-11-03', 1_000_018, 'IURAN'],
    ['2026-11-04', -15_000, 'BIAYA ADM'],
  ]);
  const rows = await waiting(office);
  const seen = rows.flatMap(({ row, suggestions }) =>
    suggestions.flatMap(({ stall, ticked }) => (ticked ? [{ row, stall }] : [])),
  );
  const asked = { id: randomUUID(), account: ACCOUNT, seen };

  const done = await acceptTicked(office, asked);

  expect(seen.map(({ stall }) => stall)).toEqual(['TC-A12', 'TC-B07']);
  expect(done.accepted.map(({ stall, kuitansi }) => [stall, kuitansi])).toEqual([
    ['TC-A12', 'KW/TC/2026/000001'],
    ['TC-B07', 'KW/TC/2026/000002'],
  ]);
  expect(done.left).toEqual([]);
  expect(await acceptTicked(office, asked)).toEqual(done);
  expect((await waiting(office)).map(({ amountSen }) => amountSen)).toEqual([
    100_000_000, -1_500_000,
  ]);
});

eachDatabase(
  'a tick that was seen for another stall, or is none any more, is left',
  async ({ open }) => {
    const database = await open();
    const office = await begin(database, [
      ['2026-11-02', 1_000_017, 'IURAN'],
      ['2026-11-03', 1_000_018, 'IURAN'],
    ]);
    const [one, two] = await waiting(office);
    await acceptRow(office, {
      id: randomUUID(),
      row: two?.row ?? '',
      parts: [{ stall: 'TC-B07', amount: 1_000_018 }],
    });

    const done = await acceptTicked(office, {
      id: randomUUID(),
      account: ACCOUNT,
      seen: [
        { row: one?.row ?? '', stall: 'TC-C01' },
        { row: two?.row ?? '', stall: 'TC-B07' },
      ],
    });

    expect(done).toEqual({ accepted: [], left: [one?.row, two?.row] });
    expect(await standing(database)).toEqual(['TC-A12 1000000', 'TC-B07 0', 'TC-C01 1000000']);
  },
);

eachDatabase(
  'a row is split over several stalls; the parts have to be all of it',
  async ({ open }) => {
    const database = await open();
    const office = await begin(database, [['2026-11-02', 2_500_000, 'TRSF DARI RINA WATI']]);
    const [{ row } = { row: '' }] = await waiting(office);
    const part = (stall: string, amount: number) => ({ stall, amount });
    const short = [part('TC-A12', 1_000_000), part('TC-B07', 1_000_000)];

    await expect(acceptRow(office, { id: randomUUID(), row, parts: short })).rejects.toMatchObject({
      code: 'BANK_PARTS_WRONG',
      data: { sum: 2_000_000, left: 2_500_000 },
    });
    const asked = { id: randomUUID(), row, parts: [...short, part('TC-A12', 500_000)] };
    const payments = await acceptRow(office, asked);

    expect(payments.map(({ stall, kuitansi, advance }) => [stall, kuitansi, advance])).toEqual([
      ['TC-A12', 'KW/TC/2026/000001', 0],
      ['TC-B07', 'KW/TC/2026/000002', 0],
      ['TC-A12', 'KW/TC/2026/000003', 500_000],
    ]);
    expect(await acceptRow(office, asked)).toMatchObject(
      payments.map(({ act, kuitansi }) => ({ act, kuitansi })),
    );
    expect(await waiting(office)).toEqual([]);
  },
);

eachDatabase('what cannot be booked is refused, and nothing is done', async ({ open }) => {
  const database = await open();
  const office = await begin(database, [
    ['2026-11-02', 1_000_017, 'IURAN'],
    ['2026-11-03', -15_000, 'BIAYA ADM'],
  ]);
  await addPayers(office.hub, [{ stall: 'PB-1', mall: 'PB' }]);
  const [incoming, outgoing] = await waiting(office);
  const book = (row = '', stall = 'TC-A12', amount = 1_000_017) =>
    acceptRow(office, { id: randomUUID(), row, parts: [{ stall, amount }] });

  await expect(book('0'.repeat(64))).rejects.toMatchObject({ code: 'BANK_ROW_UNKNOWN' });
  await expect(book(outgoing?.row, 'TC-A12', 15_000)).rejects.toMatchObject({
    code: 'BANK_ROW_WENT_OUT',
  });
  await expect(book(incoming?.row, 'PB-1')).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
  await book(incoming?.row);
  await expect(book(incoming?.row)).rejects.toMatchObject({
    code: 'BANK_ROW_USED',
    data: { left: 0 },
  });
  expect(await standing(database)).toEqual(['TC-A12 0', 'TC-B07 1000000', 'TC-C01 1000000']);
});

eachDatabase('two managers who book one row at once book it once', async ({ open }) => {
  // erpnext#51601: reconciled twice, it was "reconciled" with less than nothing left.
  const database = await open();
  const office = await begin(database, [['2026-11-02', 1_000_017, 'IURAN']]);
  const other = await openBankOffice(await open());
  const [{ row } = { row: '' }] = await waiting(office);
  const book = (who: Doing, stall: string) =>
    acceptRow(who, { id: randomUUID(), row, parts: [{ stall, amount: 1_000_017 }] });

  const ends = await Promise.allSettled([book(office, 'TC-A12'), book(other, 'TC-B07')]);

  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(failed).toMatchObject([{ code: 'BANK_ROW_USED' }]);
  const uses = await database.db.selectFrom('bank_use').select(['bank_row', 'amount']).execute();
  expect(uses).toEqual([{ bank_row: row, amount: 1_000_017 }]);
});

eachDatabase('the database itself uses no row for more than it is', async ({ open }) => {
  const database = await open();
  const office = await begin(database, [['2026-11-02', 1_000_017, 'IURAN']]);
  const [{ row } = { row: '' }] = await waiting(office);
  const twice = (number: number) => ({
    id: randomUUID(),
    act: 'payment' as const,
    mall: 'TC',
    stall: 'TC-A12',
    on: '2026-11-02',
    note: '',
    credits: [
      {
        id: randomUUID(),
        kind: 'bank' as const,
        amount: 1_000_000,
        account: ACCOUNT,
        kuitansi: `KW/TC/2026/00000${number}`,
        row,
      },
    ],
  });

  const both = writeFees(office.hub, office.by, ({ append }) => append([twice(1), twice(2)]));

  await expect(both).rejects.toThrow(/CHECK constraint|check constraint/);
  expect(await database.db.selectFrom('bank_use').select('act').execute()).toEqual([]);
});

eachDatabase('what was accepted teaches who pays for which stall', async ({ open }) => {
  const database = await open();
  const office = await begin(database, [
    ['2026-11-02', 1_000_017, 'TRSF E-BANKING CR 0211/FTSCY/WS95031 JOKO SUSILO'],
    ['2026-11-20', 400_017, 'TRSF E-BANKING CR 2011/FTSCY/WS95031 JOKO SUSILO'],
    ['2026-11-21', 1_000_018, 'BI-FAST CR JOKO SUSILO'],
  ]);
  const [first] = await waiting(office);
  const asked = { row: first?.row ?? '', parts: [{ stall: 'TC-A12', amount: 1_000_017 }] };
  await acceptRow(office, { id: randomUUID(), ...asked });

  const told = (await waiting(office)).map(({ suggestions }) =>
    suggestions.map(({ stall, ticked, reasons }) => [
      stall,
      ticked,
      reasons.map(({ reason }) => reason).join(' '),
    ]),
  );

  expect(await senders(database)).toEqual([{ sender: 'JOKO SUSILO', stall: 'TC-A12', times: 1 }]);
  expect(told).toEqual([
    [['TC-A12', true, 'code sender']],
    [
      ['TC-B07', false, 'code balance other-sender'],
      ['TC-A12', false, 'sender other-code'],
    ],
  ]);
});
