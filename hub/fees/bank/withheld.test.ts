import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  chargeStalls,
  importFile,
  openBankOffice,
  setAccount,
} from '../../../test/support/bank-office.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import type { Doing } from '../act-of-stall.ts';
import { verifyFees } from '../verify/verify-fees.ts';
import { acceptRow } from './accept-rows.ts';
import { explainRow } from './explain-row.ts';
import { reconcile } from './reconcile.ts';
import { readRows } from './read-rows.ts';
import { undoUse } from './undo-use.ts';

const stalls = ['TC-A12', 'TC-A13'] as const;
const QRIS = '00020101021126ID1020021111111';
const settled = Buffer.from(
  [
    'NMID,Terminal,RRN,Tanggal Transaksi,Nominal,MDR,Net,Status',
    'ID1020021111111,A01,000000000001,02/11/2026 10:15:00,1000000,7000,993000,Sukses',
  ].join('\n'),
);

/** A payment by QRIS of Rp1.000.000, of which the acquirer kept Rp7.000. */
async function begin(database: HubDatabase): Promise<{ office: Doing; row: string }> {
  const office = await openBankOffice(database);
  await addPayers(
    office.hub,
    stalls.map((stall) => ({ stall })),
  );
  await chargeStalls(office.hub, stalls, '2026-11');
  await setAccount(office, { account: 'qris-tc', holds: 'qris', qris: QRIS });
  await importFile(office, settled, { name: 'qris.csv' });
  const asked = { account: 'qris-tc', which: 'waiting', text: '', cursor: '' } as const;
  const [row] = (await readRows(office.hub, asked)).rows;
  return { office, row: row?.row ?? '' };
}

/** Books parts of a row for one stall after the other. @returns their acts */
async function split(office: Doing, row: string, amounts: readonly number[]): Promise<string[]> {
  const parts = amounts.map((amount, at) => ({ stall: stalls[at] ?? '', amount }));
  const booked = await acceptRow(office, { id: randomUUID(), row, parts });
  return booked.map(({ act }) => act);
}

/** What the mall paid its acquirer, as the books say. Rupiah */
async function feeOf({ hub }: Doing): Promise<number> {
  const lines = await hub.database.db
    .selectFrom('fee_posting')
    .where((e) => e.or([e('debit', '=', 'acquirer-fee'), e('credit', '=', 'acquirer-fee')]))
    .select(['debit', 'amount'])
    .execute();
  return lines.reduce(
    (sum, { debit, amount }) => sum + (debit === 'acquirer-fee' ? amount : -amount),
    0,
  );
}

eachDatabase('what the acquirer kept is booked again with a part that is', async ({ open }) => {
  const { office, row } = await begin(await open());
  const [first = ''] = await split(office, row, [600_000, 400_000]);
  expect(await feeOf(office)).toBe(7_000);

  await undoUse(office, { id: randomUUID(), act: first, note: '' });
  expect(await feeOf(office)).toBe(0);
  const [again = ''] = await split(office, row, [600_000]);
  expect(await feeOf(office)).toBe(7_000);

  // The part that stands has nothing of it: all comes with what is booked anew.
  await undoUse(office, { id: randomUUID(), act: again, note: '' });
  await split(office, row, [1_000, 599_000]);
  expect(await feeOf(office)).toBe(7_000);
});

eachDatabase(
  'a part that is less than what was kept books the rest with the next',
  async ({ open }) => {
    const { office, row } = await begin(await open());

    await split(office, row, [5_000, 995_000]);

    const credits = await office.hub.database.db
      .selectFrom('fee_credit')
      .select(['amount', 'withheld'])
      .orderBy('amount')
      .execute();
    expect(credits).toEqual([
      { amount: 5_000, withheld: 5_000 },
      { amount: 995_000, withheld: 2_000 },
    ]);
    expect(await feeOf(office)).toBe(7_000);
  },
);

eachDatabase(
  'what an acquirer kept and paid out explains its account, whatever is undone again',
  async ({ open }) => {
    const database = await open();
    const { office, row } = await begin(database);
    const compare = async () => {
      const { book, differences, unexplainedSen } = await reconcile(
        office.hub,
        'qris-tc',
        '2026-11-30',
      );
      const lines = differences.map(({ kind, amountSen }) => [kind, amountSen / 100]);
      return { book, lines, unexplainedSen };
    };
    await split(office, row, [600_000, 400_000]);
    const withheld = ['withheld', 7_000];
    expect(await compare()).toEqual({ book: 993_000, lines: [withheld], unexplainedSen: 0 });

    await setAccount(office, { account: 'bca-tc' });
    const paid = bcaFile([['2026-11-03', 993_000, 'QRIS SETTLEMENT']]);
    await importFile(office, paid, { name: 'bca.csv', account: 'bca-tc' });
    const bank = { account: 'bca-tc', which: 'waiting', text: '', cursor: '' } as const;
    const [payout] = (await readRows(office.hub, bank)).rows;
    const whole = { amount: null, other: null, of: null, note: '' };
    const settling = {
      id: randomUUID(),
      row: payout?.row ?? '',
      as: 'settlement',
      ...whole,
    } as const;
    await explainRow(office, settling);
    expect(await compare()).toEqual({
      book: 0,
      lines: [withheld, ['paid-out', 993_000]],
      unexplainedSen: 0,
    });
    expect((await reconcile(office.hub, 'bca-tc', '2026-11-30')).differences).toMatchObject([
      { kind: 'opening' },
    ]);

    await undoUse(office, { id: randomUUID(), act: settling.id, note: '' });
    expect(await compare()).toEqual({ book: 993_000, lines: [withheld], unexplainedSen: 0 });
    expect(await verifyFees(database)).toMatchObject({ ok: true });
  },
);
