import { atMost, type Figure, quantile } from '../figure.ts';
import {
  BATCH,
  type BenchHub,
  benchTill,
  sendBatches,
  withBenchHub,
  withPostgres,
} from './bench-hub.ts';

/** Records that the hub has already; the target is of 5.000.000, which take minutes to fill. */
const RECORDS = Number(process.env.LAPAK_BENCH_RECORDS ?? 500_000);
/** Records of each till that has them. */
const OF_TILL = 5_000;
const ROUNDS = 40;

/** What a record costs a hub that has many, beside one that has none. */
export function benchHubFlat(): Promise<Figure[]> {
  return withPostgres((server) =>
    withBenchHub(server, (empty) =>
      withBenchHub(server, async (full) => {
        await fillRecords(full, RECORDS);
        const tills = [];
        for (const hub of [empty, full]) {
          tills.push({ hub, till: await benchTill(hub.database, 'flat', BATCH * (ROUNDS + 5)) });
        }
        const times: number[][] = [[], []];
        for (let round = 0; round < ROUNDS + 5; round += 1) {
          for (const [at, { hub, till }] of tills.entries()) {
            const [took = 0] = await sendBatches(hub, till, 1);
            if (round >= 5) times[at]?.push((took / BATCH) * 1_000);
          }
        }
        const [none = [], many = []] = times;
        return [
          atMost(1.2, {
            name: `a record where there are ${RECORDS.toLocaleString('id')}, p50`,
            ours: quantile(many, 0.5),
            floor: quantile(none, 0.5),
            beside: 'where there is none',
            unit: 'µs',
          }),
        ];
      }),
    ),
  );
}

/** Rows of tills that reported before: as long as real ones, with bytes that nobody signed. */
async function fillRecords({ client }: BenchHub, records: number): Promise<void> {
  await client.query('SET synchronous_commit = off');
  for (let till = 0; till < records / OF_TILL; till += 1) {
    await client.query(`INSERT INTO record (stall, device, epoch, seq, leaf, business_date, idx,
        type, total, open_shifts, head, signature, verdict, reason, goes_on, received_at_ms)
      SELECT 'S-' || (${till} % 1000), md5('${till}'), 1, s, sha256(('${till} ' || s)::bytea),
        to_char(DATE '2026-06-01' + (s * 150 / ${OF_TILL})::int, 'YYYY-MM-DD'), s - 1, 'sale',
        25000, '', convert_to(repeat(md5(s::text), 14) || '0123456789012345678901', 'UTF8'),
        sha512(('${till} ' || s)::bytea), 'ok', NULL, 1, 1796000000000
      FROM generate_series(1, ${OF_TILL}) AS s`);
  }
  await client.query('VACUUM ANALYZE record');
  await client.query('CHECKPOINT');
}
