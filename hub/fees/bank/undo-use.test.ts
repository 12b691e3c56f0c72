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
import { refund } from '../refund.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { acceptRow } from './accept-rows.ts';
import { type ExplainedRow, explainRow } from './explain-row.ts';
import { readRows } from './read-rows.ts';
import { reconcile } from './reconcile.ts';
import { undoUse } from './undo-use.ts';

const ACCOUNT = '0111222333';
const TODAY = '2026-11-24';

async function begin(database: HubDatabase, rows: readonly FileRow[]): Promise<Doing> {
  const office = await openBankOffice(database);
  await addPayers(office.hub, [
    { stall: 'TC-A12', code: 17 },
    { stall: 'TC-B07', code: 18 },
  ]);
  await chargeStalls(office.hub, ['TC-A12', 'TC-B07'], '2026-11');
  await importFile(office, bcaFile(rows));
  return office;
}

async function rowsOf({ hub }: Doing) {
  const asked = { account: ACCOUNT, which: 'all', text: '', cursor: '' } as const;
  return (await readRows(hub, asked)).rows;
}

function explain(office: Doing, given: Partial<ExplainedRow> & { readonly row: string }) {
  const asked = { id: randomUUID(), amount: null, other: null, of: null, note: '', as: 'interest' };
  return explainRow(office, { ...asked, ...given } as ExplainedRow); // all of it
}

/** Balance of an account of the books. */
async function bookOf({ hub }: Doing, account: string): Promise<number> {
  const rows = await hub.database.db
    .selectFrom('fee_posting')
    .where((e) => e.or([e('debit', '=', account), e('credit', '=', account)]))
    .select(['debit', 'amount'])
    .execute();
  return rows.reduce((sum, { debit, amount }) => sum + (debit === account ? amount : -amount), 0);
}

eachDatabase(
  'undone, a payment gives back its row, its kuitansi and its sender',
  async ({ open }) => {
    const database = await open();
    const office = await begin(database, [['2026-11-02', 1_000_017, 'TRSF CR JOKO SUSILO']]);
    const [before] = await rowsOf(office);
    const row = before?.row ?? '';
    const act = randomUUID();
    await acceptRow(office, { id: act, row, parts: [{ stall: 'TC-B07', amount: 1_000_017 }] });
    const asked = { id: randomUUID(), act, note: 'salah lapak' };

    expect(await undoUse(office, asked)).toEqual({ acts: [asked.id] });
    expect(await undoUse(office, asked)).toEqual({ acts: [asked.id] });
    await expect(undoUse(office, { ...asked, id: randomUUID() })).rejects.toMatchObject({
      code: 'BANK_USE_UNKNOWN',
    });
    await expect(undoUse(office, { ...asked, id: randomUUID(), act: row })).rejects.toMatchObject({
      code: 'BANK_USE_UNKNOWN',
    });

    const [after] = await rowsOf(office);
    expect(after).toMatchObject({ left: 1_000_017, uses: [{ act, isUndone: true }] });
    expect(after?.suggestions).toEqual(before?.suggestions);
    const { db } = database;
    expect(await db.selectFrom('fee_sender').select('sender').execute()).toEqual([]);
    const credits = db.selectFrom('fee_credit').select(['kuitansi_number', 'is_reversed', 'used']);
    expect(await credits.execute()).toEqual([{ kuitansi_number: 1, is_reversed: 1, used: 0 }]);
    const settled = await db.selectFrom('fee_charge').select('settled').execute();
    expect(settled.map((charge) => charge.settled)).toEqual([0, 0, 0, 0]);
    expect(await bookOf(office, `money:${ACCOUNT}`)).toBe(0);

    // It goes to the right stall, with the next number: none is used twice.
    const [payment] = await acceptRow(office, {
      id: randomUUID(),
      row,
      parts: [{ stall: 'TC-A12', amount: 1_000_017 }],
    });
    expect(payment?.kuitansi).toBe('KW/TC/2026/000002');
    expect(await db.selectFrom('fee_sender').select(['sender', 'stall']).execute()).toEqual([
      { sender: 'JOKO SUSILO', stall: 'TC-A12' },
    ]);
  },
);

eachDatabase('a payment of which something was given back is not undone', async ({ open }) => {
  const office = await begin(await open(), [['2026-11-02', 1_000_017, 'IURAN']]);
  const [{ row } = { row: '' }] = await rowsOf(office);
  const id = randomUUID();
  await acceptRow(office, { id, row, parts: [{ stall: 'TC-A12', amount: 1_000_017 }] });
  const { db } = office.hub.database;
  const { id: credit } = await db.selectFrom('fee_credit').select('id').executeTakeFirstOrThrow();
  const of = { mall: 'TC', stall: 'TC-A12', on: TODAY, note: '' };
  const refunds = [{ id: randomUUID(), credit, amount: 17, account: ACCOUNT }];
  await writeFees(office.hub, 'lapak', ({ append }) =>
    append([{ id: randomUUID(), act: 'refund', ...of, refunds }]),
  );

  await expect(undoUse(office, { id: randomUUID(), act: id, note: '' })).rejects.toMatchObject({
    code: 'CREDIT_REFUNDED',
    data: { refunded: 17 },
  });
});

eachDatabase(
  'a refund is booked for its stall, and only then paired with its row',
  async ({ open }) => {
    const office = await begin(await open(), [
      ['2026-11-02', 1_000_017, 'IURAN'],
      ['2026-11-24', -17, 'KEMBALI'],
    ]);
    const [{ row: paid } = { row: '' }, { row } = { row: '' }] = await rowsOf(office);
    const parts = [{ stall: 'TC-A12', amount: 1_000_017 }];
    await acceptRow(office, { id: randomUUID(), row: paid, parts });

    await expect(explain(office, { row, as: 'refund' })).rejects.toMatchObject({
      code: 'BANK_REFUND_UNBOOKED',
    });

    const of = randomUUID();
    const given = { stall: 'TC-A12', note: '', amount: 17, account: ACCOUNT };
    await refund(office, { id: of, ...given });
    await explain(office, { row, as: 'refund', of });
    expect((await rowsOf(office))[1]).toMatchObject({ left: 0, uses: [{ as: 'refund' }] });
    expect(await bookOf(office, `money:${ACCOUNT}`)).toBe(1_000_000);
  },
);

const mixed: readonly FileRow[] = [
  ['2026-11-02', 1_000_017, 'IURAN'],
  ['2026-11-03', -15_000, 'BIAYA ADM'],
  ['2026-11-04', 25_000, 'BUNGA'],
  ['2026-11-05', 700_000, 'SETORAN TUNAI'],
  ['2026-11-06', 99_000, 'XYZ'],
];

eachDatabase(
  'rows that are no payment are explained, and then stand in the books',
  async ({ open }) => {
    const office = await begin(await open(), mixed);
    const [paid = '', fee = '', interest = '', cash = '', other = ''] = (await rowsOf(office)).map(
      ({ row }) => row,
    );
    const drawer = { kind: 'account', account: 'kantor-tc', holds: 'cash', label: '' } as const;
    const set = { mall: 'TC', on: '2026-11-01', note: '' };
    await expect(explain(office, { row: cash, as: 'cash-bank' })).rejects.toMatchObject({
      code: 'FEE_ACCOUNT_NEEDED',
    });
    await writeFees(office.hub, 'lapak', ({ append }) =>
      append([
        {
          id: randomUUID(),
          act: 'account-set',
          ...set,
          details: { ...drawer, profile: '', isClosed: false },
        },
      ]),
    );

    await explain(office, { row: fee, as: 'bank-fee' });
    await explain(office, { row: interest });
    await explain(office, { row: cash, as: 'cash-bank', amount: 500_000 });
    await explain(office, { row: cash, as: 'other-in' });
    const wrong: readonly (readonly [string, Parameters<typeof explain>[1]])[] = [
      ['BANK_EXPLANATION_UNFIT', { row: paid, as: 'bank-fee' }],
      ['BANK_ROW_USED', { row: fee, as: 'bank-fee' }],
      ['BANK_ROW_USED', { row: other, as: 'interest', amount: 99_001 }],
      ['BANK_ROW_UNKNOWN', { row: '0'.repeat(64) }],
      ['BANK_BOOKED_UNKNOWN', { row: other, of: randomUUID() }],
      ['FEE_ACCOUNT_UNKNOWN', { row: other, as: 'cash-bank', other: 'laci' }],
      ['FEE_ACCOUNT_OTHER', { row: other, as: 'cash-bank', other: ACCOUNT }],
    ];
    for (const [code, given] of wrong) {
      await expect(explain(office, given), code).rejects.toMatchObject({ code });
    }

    expect((await rowsOf(office)).map(({ left }) => left)).toEqual([1_000_017, 0, 0, 0, 99_000]);
    const books = ['bank-fee', 'interest', 'money:kantor-tc', 'other-in', `money:${ACCOUNT}`];
    expect(await Promise.all(books.map((account) => bookOf(office, account)))).toEqual([
      15_000, -25_000, -500_000, -200_000, 710_000,
    ]);
  },
);

eachDatabase('an explanation that is undone is out of the books again', async ({ open }) => {
  const office = await begin(await open(), mixed);
  const [, fee] = await rowsOf(office);
  const id = randomUUID();
  await explain(office, { id, row: fee?.row ?? '', as: 'bank-fee' });

  await undoUse(office, { id: randomUUID(), act: id, note: '' });

  expect((await rowsOf(office))[1]).toMatchObject({ left: 15_000, uses: [{ isUndone: true }] });
  expect(await bookOf(office, 'bank-fee')).toBe(0);
  expect(await bookOf(office, `money:${ACCOUNT}`)).toBe(0);
});

eachDatabase(
  'what the office had booked is paired with its row, and not booked again',
  async ({ open }) => {
    const office = await begin(await open(), mixed);
    const cash = (await rowsOf(office))[3]?.row ?? '';
    const banked = randomUUID();
    const movements = [{ from: 'money:kantor-tc', to: `money:${ACCOUNT}`, amount: 700_000 }];
    const act = { id: banked, act: 'cash-bank', mall: 'TC', on: '2026-11-05', note: '' } as const;
    await writeFees(office.hub, 'lapak', ({ append }) => append([{ ...act, movements }]));
    const id = randomUUID();
    const before = await reconcile(office.hub, ACCOUNT, '2026-11-05');

    await explain(office, { id, row: cash, as: 'cash-bank', of: banked });
    await expect(
      explain(office, { row: (await rowsOf(office))[4]?.row ?? '', as: 'cash-bank', of: banked }),
    ).rejects.toMatchObject({ code: 'BANK_BOOKED_UNKNOWN' });

    expect(await bookOf(office, `money:${ACCOUNT}`)).toBe(700_000);
    const after = await reconcile(office.hub, ACCOUNT, '2026-11-05');
    expect(
      before.differences.filter(({ amountSen }) => Math.abs(amountSen) === 70_000_000),
    ).toEqual([
      expect.objectContaining({ kind: 'row', amountSen: 70_000_000 }),
      expect.objectContaining({ kind: 'posting', amountSen: -70_000_000, act: banked }),
    ]);
    expect(after.differences.some(({ amountSen }) => Math.abs(amountSen) === 70_000_000)).toBe(
      false,
    );
    expect([before, after].map(({ unexplainedSen }) => unexplainedSen)).toEqual([0, 0]);
  },
);
