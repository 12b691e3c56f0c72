import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, type Figure, quantile } from '../figure.ts';
import {
  BATCH,
  type BenchHub,
  benchTill,
  type BenchTill,
  perSecond,
  sendBatches,
  timeOf,
  withBenchHub,
  withPostgres,
} from './bench-hub.ts';

const ROUNDS = 9;
/** Batches of a till in a round. */
const BATCHES = 6;
/** Before the clock runs: code compiled, statements planned. */
const WARM_UP = 3;

/** Records verified and stored on PostgreSQL, beside a bare COPY of the same rows. */
export function benchHubIngest(): Promise<Figure[]> {
  return withPostgres((server) =>
    withBenchHub(server, async (hub) => [await figureOf(hub, 1), await figureOf(hub, 4)]),
  );
}

/** @param tills which send at once; the COPY has one connection and nobody beside it */
async function figureOf(hub: BenchHub, tills: number): Promise<Figure> {
  const name = tills === 1 ? 'one till' : `${tills} tills at once`;
  const table = `bare_${tills}`;
  await hub.client.query(`CREATE TABLE ${table} (LIKE record INCLUDING ALL)
    PARTITION BY RANGE (business_date)`);
  await hub.client.query(`CREATE TABLE ${table}_all PARTITION OF ${table} DEFAULT`);
  const own: BenchTill[] = [];
  for (let at = 0; at < tills; at += 1) {
    own.push(await benchTill(hub.database, `${name} ${at}`, BATCH * BATCHES * (WARM_UP + ROUNDS)));
  }
  const records = tills * BATCHES * BATCH;
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const stored = await timeOf(async () => {
      await Promise.all(own.map((till) => sendBatches(hub, till, BATCHES)));
    });
    const copied = await copyBare(hub, table, own);
    if (round < WARM_UP) continue;
    ours.push(perSecond(records, stored));
    floor.push(perSecond(records, copied));
  }
  return atLeast(0.5, {
    name: `records verified and stored, ${name}`,
    ours: quantile(ours, 0.5),
    floor: quantile(floor, 0.5),
    beside: 'COPY of the same rows',
    unit: 'a second',
  });
}

/**
 * Copies what the tills sent last: batches of the same size, each committed. The server reads them
 * from files that it wrote before, so that nothing but the COPY itself is measured.
 * @returns milliseconds
 */
async function copyBare(
  { client }: BenchHub,
  table: string,
  tills: readonly BenchTill[],
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-copy-'));
  chmodSync(folder, 0o777); // the server is another user
  const files: string[] = [];
  for (const { device, sent } of tills) {
    for (let from = sent - BATCHES * BATCH; from < sent; from += BATCH) {
      const file = join(folder, `${device.device}-${from}`);
      await client.query(`COPY (SELECT * FROM record WHERE device = '${device.device}'
        AND idx >= ${from} AND idx < ${from + BATCH} ORDER BY idx) TO '${file}'`);
      files.push(file);
    }
  }
  const took = await timeOf(async () => {
    for (const file of files) await client.query(`COPY ${table} FROM '${file}'`);
  });
  rmSync(folder, { recursive: true });
  return took;
}
