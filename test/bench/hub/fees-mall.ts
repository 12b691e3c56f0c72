import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMonths } from '../../../domain/fees/period.ts';
import { sumWithCode } from '../../../domain/fees/sum-with-code.ts';
import { draftPayments, type Payment } from '../../../hub/fees/book-payment.ts';
import { chargeMonth } from '../../../hub/fees/charge-month.ts';
import { setAccount } from '../../../hub/fees/mall-acts.ts';
import { type FeeParts, writeFees } from '../../../hub/fees/write-fee.ts';
import { openFeeHub } from '../../support/fee-hub.ts';
import { type BenchHub, timeOf } from './bench-hub.ts';

/** A mall of its size that nobody has yet. */
export const FEE_STALLS = 2_000;
export const FEE_MALL = 'TC';
/** The account that its stalls pay into, and its code. */
export const FEE_ACCOUNT = '0350000001';

/** Who books in the benches of fees, at a hub whose clock is set. */
export interface FeeBench {
  readonly hub: FeeParts;
  readonly by: string;
  setToday(date: string): void;
}

/** 2.000 stalls, each with a member of its own and a contract since 2024. */
export async function openFeeMall({ database, client }: BenchHub): Promise<FeeBench> {
  let nowMs = 0;
  const setToday = (date: string) => {
    nowMs = Date.parse(`${date}T09:00:00+07:00`);
  };
  setToday('2024-01-01');
  const hub = { ...(await openFeeHub(database)), clock: () => nowMs };
  await client.query(`INSERT INTO region VALUES ('dki', 'DKI Jakarta')`);
  await client.query(`INSERT INTO mall (code, region, name) VALUES ('${FEE_MALL}', 'dki', 'Mal')`);
  const stalls = `FROM generate_series(1, ${FEE_STALLS}) AS s`;
  await client.query(`INSERT INTO stall (code, mall, number, name)
    SELECT 'TC-' || lpad(s::text, 4, '0'), '${FEE_MALL}', s, 'Lapak ' || s ${stalls}`);
  await client.query(`INSERT INTO member (code, name, village_code, village, district, regency,
      province, region)
    SELECT 'A-' || s, ${memberName('s')}, '31.71.01.1001', 'Gambir', 'Gambir', 'Jakarta',
      'DKI Jakarta', 'dki' ${stalls}`);
  await client.query(`INSERT INTO unit (mall, code, floor, size_dm2)
    SELECT '${FEE_MALL}', 'U-' || s, 'B1', NULL ${stalls}`);
  await client.query(`INSERT INTO contract (stall, from_date, to_date, member, mall, unit,
      tariff_rupiah)
    SELECT 'TC-' || lpad(s::text, 4, '0'), '2024-01-01', NULL, 'A-' || s, '${FEE_MALL}', 'U-' || s,
      1000000 ${stalls}`);
  const doing = { hub, by: 'pengelola-1' };
  const account = { account: FEE_ACCOUNT, holds: 'bank', label: FEE_ACCOUNT } as const;
  const asked = { id: randomUUID(), note: '', mall: FEE_MALL, ...account };
  await setAccount(doing, { ...asked, qris: '', profile: '', isClosed: false });
  return { ...doing, setToday };
}

/** Names that no two have, in SQL. */
function memberName(serial: string): string {
  const letters = [100, 10, 1].map((place) => `chr(65 + (${serial} / ${place}) % 10)`).join(' || ');
  return `'SITI ' || chr(65 + ${serial} / 1000) || ${letters} || ' AMINAH'`;
}

/** What a month took: its run of charges, and a COPY of as many rows. ms */
export interface MonthTimes {
  readonly run: number;
  readonly copy: number;
}

/** Charges months one after the other; nearly all of them are paid, by digits of their own. */
export async function fillMonths(
  bench: BenchHub,
  doing: FeeBench,
  { from, months }: { readonly from: string; readonly months: number },
): Promise<MonthTimes[]> {
  const times: MonthTimes[] = [];
  for (let at = 0; at < months; at += 1) {
    const period = addMonths(from, at);
    doing.setToday(`${period}-01`);
    const before = await lastPosition(bench);
    const run = await timeOf(() => chargeMonth(doing, { mall: FEE_MALL, period }));
    times.push({ run, copy: await copyAct(bench, before) });
    doing.setToday(`${period}-12`);
    await payAll(doing, `${period}-12`, at);
  }
  await bench.client.query('ANALYZE');
  return times;
}

async function lastPosition({ client }: BenchHub): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    'SELECT coalesce(max(position), 0) AS last FROM hub_record',
  );
  return Number(rows[0]?.last ?? 0);
}

/** Tables that a run of charges fills, each with which of its rows came behind a position. */
const filled = {
  hub_record: 'position > $',
  fee_act: 'position > $',
  fee_charge: 'act IN (SELECT id FROM fee_act WHERE position > $)',
  fee_posting: 'act IN (SELECT id FROM fee_act WHERE position > $)',
};

/** Copies the rows of the acts behind a position from files into bare tables. @returns ms */
async function copyAct({ client }: BenchHub, position: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-copy-'));
  chmodSync(folder, 0o777); // the server is another user
  for (const [table, rows] of Object.entries(filled)) {
    const which = rows.replace('$', String(position));
    await client.query(`CREATE TABLE IF NOT EXISTS bare_${table} (LIKE ${table} INCLUDING ALL)`);
    await client.query(`COPY (SELECT * FROM ${table} WHERE ${which}) TO '${folder}/${table}'`);
  }
  const took = await timeOf(async () => {
    await client.query('BEGIN');
    for (const table of Object.keys(filled)) {
      await client.query(`COPY bare_${table} FROM '${folder}/${table}'`);
    }
    await client.query('COMMIT');
  });
  rmSync(folder, { recursive: true });
  return took;
}

/** One stall in twenty pays nothing in a month, each time others. */
async function payAll({ hub, by }: FeeBench, on: string, month: number): Promise<void> {
  await writeFees(hub, by, async ({ trx, append }) => {
    const payments: Payment[] = [];
    for (let at = 1; at <= FEE_STALLS; at += 1) {
      if ((at + month) % 20 === 0) continue;
      const amount = sumWithCode(1_000_000, at % 1000);
      const to = { mall: FEE_MALL, stall: stallCode(at), on, account: FEE_ACCOUNT, note: '' };
      payments.push({ id: randomUUID(), kind: 'bank', amount, ...to });
    }
    await append(await draftPayments(trx, payments));
  });
}

/** `TC-0017` */
export function stallCode(at: number): string {
  return `TC-${String(at).padStart(4, '0')}`;
}
