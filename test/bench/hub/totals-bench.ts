import { readDay } from '../../../hub/reports/read-day.ts';
import { sumAll, sumAllTenders } from '../../../hub/reports/totals-store.ts';
import { atMost, type Figure, quantile } from '../figure.ts';
import { type BenchHub, timeOf, withBenchHub, withPostgres } from './bench-hub.ts';

const STALLS = 10_000;
const DAYS = 365;
const TIMES = 60;
const MOST_MS = 200;

/** What a month comes to, and the page of a day, of 10.000 stalls x 365 days. */
export function benchHubTotals(): Promise<Figure[]> {
  return withPostgres((server) =>
    withBenchHub(server, async (hub) => {
      await fillTotals(hub);
      await hub.client.query('SET random_page_cost = 1.1'); // as the hub's own connections
      const [takings, bare, tenders, days]: number[][] = [[], [], [], []];
      const db = hub.database.reports;
      for (let at = 0; at < TIMES; at += 1) {
        const month = String(1 + (at % 12)).padStart(2, '0');
        const [from, to] = [`2026-${month}-01`, `2026-${month}-31`];
        const wanted = { from, to, stall: null, mall: null, region: null };
        const turns = [
          async () => takings?.push(await timeOf(() => sumAll(db, wanted))),
          async () => bare?.push(await timeOf(() => hub.client.query(bareSum, [from, to]))),
        ];
        // Who comes second finds the pages in memory.
        for (const turn of at % 2 === 0 ? turns : turns.toReversed()) await turn();
        tenders?.push(await timeOf(() => sumAllTenders(db, wanted)));
        const day = { date: from, text: '', state: null, cursor: '' };
        days?.push(await timeOf(() => readDay(hub, day)));
      }
      const figure = (name: string, times: readonly number[] = []) => {
        return { name: `${name}, p95`, ours: quantile(times, 0.95), unit: 'ms' };
      };
      const month = figure('what 10.000 stalls took in a month', takings);
      const most = { floor: MOST_MS, beside: 'the most' };
      return [
        atMost(1, { ...month, ...most }),
        atMost(1.2, {
          ...month,
          floor: quantile(bare ?? [], 0.95),
          beside: 'the bare sum of the same rows',
        }),
        atMost(1, { ...figure('the same by kind of tender', tenders), ...most }),
        atMost(1, { ...figure('the page of a day of 10.000 stalls', days), ...most }),
      ];
    }),
  );
}

const bareSum = `SELECT sum(receipts), sum(sales), sum(refund_count), sum(refunds), sum(discount),
  sum(tax), sum(rounding) FROM day_total WHERE business_date BETWEEN $1 AND $2`;

/** Day after day, as they come in, one till a stall, two tenders a day; indexes as migrated. */
async function fillTotals({ client }: BenchHub): Promise<void> {
  await client.query('SET session_replication_role = replica'); // no look-up of a key for each row
  await client.query('SET synchronous_commit = off');
  const { rows: indexes } = await client.query<{ name: string; made: string }>(`
    SELECT indexname AS name, indexdef AS made FROM pg_indexes
    WHERE tablename IN ('day_total', 'day_tender') AND indexname NOT LIKE '%_pkey'`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const table of ['day_total', 'day_tender']) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey`);
  }
  await client.query(`INSERT INTO region VALUES ('dki', 'DKI Jakarta')`);
  await client.query(`INSERT INTO mall SELECT 'M' || m, 'dki', 'Mal ' || m
    FROM generate_series(1, 20) AS m`);
  await client.query(`INSERT INTO stall (code, mall, number, name)
    SELECT 'S-' || s, 'M' || (1 + s % 20), 'A' || s, 'Lapak ' || s
    FROM generate_series(1, ${STALLS}) AS s`);
  await client.query(`INSERT INTO device (device, stall, public_key, transport_key, state,
      enrolled_at_ms, approved_at_ms)
    SELECT md5('S-' || s), 'S-' || s, sha256(('S-' || s)::bytea), sha256(('T-' || s)::bytea),
      'active', 1767200000000, 1767200000000 FROM generate_series(1, ${STALLS}) AS s`);
  await client.query(`INSERT INTO chain (stall, device, epoch, seq, leaf, sales, refunds, count,
      unread, open_shifts, moved, size, frontier, checked_size, unsigned,
      unsigned_settled, proven_later, has_fork, is_straight,
      reported_at_ms)
    SELECT 'S-' || s, md5('S-' || s), 1, 1, sha256(('S-' || s)::bytea), 0, 0, 0,
      0, '', 0, 1, sha256(('S-' || s)::bytea), 1, 0, 0, 0,
      0, 1, 1796000000000 FROM generate_series(1, ${STALLS}) AS s`);
  const days = `to_char(DATE '2026-01-01' + d, 'YYYY-MM-DD')
    FROM generate_series(0, ${DAYS - 1}) AS d, generate_series(1, ${STALLS}) AS s ORDER BY d`;
  const of = `'S-' || s AS stall, md5('S-' || s) AS device`;
  await client.query(`INSERT INTO day_total (receipts, sales, refund_count, refunds, discount, tax,
      rounding, z_count, nil_z_count, quarantined, records, stall, device, business_date)
    SELECT 100, 2500000 + s, 1, 25000, 1000, 0, 50, 1, 0, 0, 103, ${of}, ${days}`);
  for (const tender of ['cash', 'qris']) {
    await client.query(`INSERT INTO day_tender (tender, amount, stall, device, business_date)
      SELECT '${tender}', 1250000 + s, ${of}, ${days}`);
  }
  await client.query(`ALTER TABLE day_total ADD PRIMARY KEY (stall, business_date, device)`);
  await client.query(`ALTER TABLE day_tender
    ADD PRIMARY KEY (stall, business_date, device, tender)`);
  for (const { made } of indexes) await client.query(made);
  await client.query('VACUUM ANALYZE');
}
