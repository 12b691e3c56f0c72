import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';
import { acceptRow } from '../../hub/fees/bank/accept-rows.ts';
import { readRows } from '../../hub/fees/bank/read-rows.ts';
import { undoUse } from '../../hub/fees/bank/undo-use.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { refund } from '../../hub/fees/refund.ts';
import { importFile } from '../support/bank-office.ts';
import { addLeasedMall, asked, openOffice, setMonth } from '../support/fee-office.ts';
import { eachDatabase } from '../support/hub-databases.ts';

/**
 * Mistakes that users of other programs told of, each by the number of its thread: here their files
 * and clicks come to what they should have.
 */

const ACCOUNT = '000001000123509';

eachDatabase(
  'actual#8464, #2668, #5354: the same sum a week later is another payment, and none is merged',
  async ({ open }) => {
    const office = await openWith(await open(), 1);
    const rows = ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'];

    await take(
      office,
      rows.map((on) => ({ on, amount: 250_000 })),
    );

    const waiting = await waitingIn(office);
    expect(waiting.map(({ on, left }) => [on, left])).toEqual(rows.map((on) => [on, 250_000]));
    for (const { row } of waiting) await accept(office, row, 'TC-1', 250_000);
    expect(await owedBy(office, 'TC-1')).toEqual({ owed: 0, advance: 0 });
  },
);

eachDatabase(
  'firefly-iii#2952, erpnext#36448: two of one day and sum are two, each used by itself',
  async ({ open }) => {
    const office = await openWith(await open(), 2);
    const same = { on: '2026-11-03', amount: 1_000_000, said: 'SETORAN TUNAI' };

    const { added } = await take(office, [same, same]);

    expect(added).toBe(2);
    const [first, second] = await waitingIn(office);
    await accept(office, first?.row ?? '', 'TC-1', 1_000_000);
    expect((await waitingIn(office)).map(({ row }) => row)).toEqual([second?.row]);
    await accept(office, second?.row ?? '', 'TC-2', 1_000_000);
    expect(await owedBy(office, 'TC-1')).toEqual({ owed: 0, advance: 0 });
    expect(await owedBy(office, 'TC-2')).toEqual({ owed: 0, advance: 0 });
  },
);

eachDatabase(
  'firefly-iii#11882, mosaic-solutions 95: a file that is sent again brings nothing',
  async ({ open }) => {
    const office = await openWith(await open(), 1);
    const rows = [
      { on: '2026-11-03', amount: 1_000_000, said: 'TRANSFER ATM/IBNK 5221' },
      { on: '2026-11-04', amount: 500_000, said: 'IURAN' },
    ];
    await take(office, rows);
    const before = await waitingIn(office);

    const again = await take(office, rows);
    const overNight = await take(
      office,
      rows.map((row) => ({ ...row, said: 'NBMB SITI AMINAH TO KOPERASI' })),
    );

    expect([again.added, again.known]).toEqual([0, 2]);
    expect([overNight.added, overNight.known]).toEqual([0, 2]);
    expect((await waitingIn(office)).map(({ row }) => row)).toEqual(before.map(({ row }) => row));
  },
);

eachDatabase(
  'erpnext#51601: a row is not reconciled twice, and nothing goes below what is left',
  async ({ open }) => {
    const office = await openWith(await open(), 2);
    await take(office, [{ on: '2026-11-03', amount: 1_000_000 }]);
    const row = (await waitingIn(office))[0]?.row ?? '';
    await accept(office, row, 'TC-1', 1_000_000);

    const twice = accept(office, row, 'TC-2', 1_000_000);

    await expect(twice).rejects.toMatchObject({ code: 'BANK_ROW_USED' });
    expect(await owedBy(office, 'TC-1')).toEqual({ owed: 0, advance: 0 });
    expect(await owedBy(office, 'TC-2')).toEqual({ owed: 1_000_000, advance: 0 });
  },
);

eachDatabase(
  'erpnext#46725, odoo#64409: a name decides nothing, and what is short is not written off',
  async ({ open }) => {
    const office = await openWith(await open(), 1);
    await take(office, [
      { on: '2026-11-03', amount: 400_000, said: 'NBMB BATIK SEKAR TO KOPERASI' },
    ]);

    const [row] = await waitingIn(office);

    expect(row?.suggestions.map(({ ticked }) => ticked)).toEqual([false]);
    await accept(office, row?.row ?? '', 'TC-1', 400_000);
    expect(await owedBy(office, 'TC-1')).toEqual({ owed: 600_000, advance: 0 });
  },
);

eachDatabase(
  'shopline, pathfinder.global: days that no file tells of are told of, and are not made up',
  async ({ open }) => {
    const office = await openWith(await open(), 1);
    await take(office, [{ on: '2026-11-03', amount: 100_000 }]);

    const { gaps, added } = await take(office, [{ on: '2026-11-12', amount: 100_000 }], {
      before: 350_000,
    });

    expect(added).toBe(1);
    expect(gaps).toEqual([{ from: '2026-11-03', to: '2026-11-12', differenceSen: 25_000_000 }]);
  },
);

eachDatabase(
  'dokan#905, commission#55: a refund after the close takes from the advance of today, once',
  async ({ open }) => {
    const office = await openWith(await open(), 1);
    await take(office, [{ on: '2026-11-03', amount: 1_500_000 }]);
    const row = (await waitingIn(office))[0]?.row ?? '';
    const act = (await accept(office, row, 'TC-1', 1_500_000))[0] ?? '';
    office.setToday('2026-12-05');
    await setMonth(office, 'month-close', '2026-11');

    const back = { ...asked('TC-1', 'kelebihan'), amount: 500_000, account: ACCOUNT };
    await refund(office, back);
    await refund(office, back);

    expect(await owedBy(office, 'TC-1')).toEqual({ owed: 0, advance: 0 });
    const undone = undoUse(office, { id: randomUUID(), act, note: 'keliru' });
    await expect(undone).rejects.toMatchObject({ code: 'CREDIT_REFUNDED' });
  },
);

/** So many stalls that owe November, on the 29th. */
async function openWith(database: HubDatabase, stalls: number) {
  const office = await openOffice(database);
  await addLeasedMall(database, stalls);
  await chargeMonth(office, { mall: 'TC', period: '2026-11' });
  office.setToday('2026-11-29');
  return office;
}

interface FileRow {
  readonly on: string;
  /** Rupiah */
  readonly amount: number;
  readonly said?: string;
}

/** Takes a file of BRI in. @param before what the account had before its rows, in rupiah */
function take(doing: Doing, rows: readonly FileRow[], { before = 0 } = {}) {
  let balance = before;
  const lines = rows.map(({ on, amount, said = 'KR' }) => {
    balance += amount;
    return [on, said, 0, amount, balance].join(';');
  });
  const head = 'TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI';
  const text = [`NOREK;${ACCOUNT}`, head, ...lines, ''].join('\n');
  return importFile(doing, Buffer.from(text, 'utf8'), { name: 'bri.csv' });
}

async function waitingIn({ hub }: Doing) {
  const wanted = { account: ACCOUNT, which: 'waiting', text: '', cursor: '' } as const;
  return (await readRows(hub, wanted)).rows;
}

/** Books a row for a stall. @returns its acts */
async function accept(doing: Doing, row: string, stall: string, amount: number): Promise<string[]> {
  const asked = { id: randomUUID(), row, parts: [{ stall, amount }] };
  return (await acceptRow(doing, asked)).map(({ act }) => act);
}

async function owedBy({ hub }: Doing, stall: string) {
  const { owed, advance } = await readStall(hub, stall);
  return { owed, advance };
}
