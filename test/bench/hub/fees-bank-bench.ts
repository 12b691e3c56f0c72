import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suggestAll } from '../../../hub/fees/bank/read-rows.ts';
import { importBankFile } from '../../../hub/fees/bank/import-file.ts';
import { readAs } from '../../../hub/database/transact.ts';
import { atMost, type Figure } from '../figure.ts';
import { type BenchHub, timeOf, withBenchHub, withPostgres } from './bench-hub.ts';
import { bankFile } from './fees-bank-file.ts';
import { FEE_MALL, type FeeBench, fillMonths, openFeeMall } from './fees-mall.ts';

const MOST_MS = 5_000;
/** Rows of each file; the first warms up. */
const SIZES = [1_000, 1_000, 10_000, 100_000] as const;
const ON = '2026-12-15';

/** Bank rows imported and suggested against 2.000 stalls that owe two months. */
export function benchHubBank(): Promise<Figure[]> {
  return withPostgres((server) => withBenchHub(server, measure));
}

async function measure(bench: BenchHub): Promise<Figure[]> {
  const doing = await openFeeMall(bench);
  await fillMonths(bench, doing, { from: '2026-11', months: 2 });
  doing.setToday('2026-12-16');
  const took = new Map<number, number>();
  let copied = 0;
  for (const [at, rows] of SIZES.entries()) {
    const account = `03500001${at}0`;
    const file = { name: `${rows}.csv`, bytes: bankFile({ rows, on: ON, account }) };
    const ms = await timeOf(() => importAndSuggest(doing, account, file, rows));
    took.set(rows, ms);
    if (rows === 10_000) copied = await copyRows(bench, account);
  }
  const perRow = (rows: number) => ((took.get(rows) ?? 0) / rows) * 1_000;
  const whole = { name: '10.000 bank rows imported and suggested', ours: took.get(10_000) ?? 0 };
  const flat = { ours: perRow(100_000), unit: 'µs' };
  return [
    atMost(1, { ...whole, floor: MOST_MS, beside: 'the most', unit: 'ms' }),
    atMost(40, { ...whole, floor: copied, beside: 'COPY of the same rows', unit: 'ms' }),
    atMost(1.5, {
      ...flat,
      name: 'a bank row of 100.000',
      floor: perRow(10_000),
      beside: 'a row of 10.000',
    }),
    atMost(1.5, {
      ...flat,
      name: 'a bank row of 100.000 beside one of 1.000',
      floor: perRow(1_000),
      beside: 'a row of 1.000',
    }),
  ];
}

async function importAndSuggest(
  { hub, by }: FeeBench,
  account: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  rows: number,
): Promise<void> {
  const report = await importBankFile(hub, file, {
    by,
    account: null,
    mall: FEE_MALL,
    profile: null,
    endsOn: null,
    mode: 'apply',
    seen: null,
    isUnbalancedTaken: false,
    language: 'id',
  });
  const of = { account, mall: FEE_MALL, today: '2026-12-16' };
  const suggested = await readAs(hub.database.db, 'every-stall', (db) => suggestAll(db, of));
  const found = suggested.filter(({ suggestions }) => suggestions.length > 0).length;
  // Three in four have the digits or the remark of a stall.
  if (report.added !== rows || found < rows * 0.7) {
    throw new Error(`of ${rows} rows ${report.added} came in, ${found} were suggested`);
  }
}

/** Copies the rows of an account from a file into a bare table. @returns ms */
async function copyRows({ client }: BenchHub, account: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-copy-'));
  chmodSync(folder, 0o777); // the server is another user
  await client.query('CREATE TABLE bare_bank_row (LIKE bank_row INCLUDING ALL)');
  await client.query(`COPY (SELECT * FROM bank_row WHERE account = '${account}')
    TO '${folder}/rows'`);
  const took = await timeOf(() => client.query(`COPY bare_bank_row FROM '${folder}/rows'`));
  rmSync(folder, { recursive: true });
  return took;
}
