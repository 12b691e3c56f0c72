import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LivedDay } from '../electron/cli/simulate/day-tally.ts';
import { rebuildTotals } from '../hub/ingest/rebuild-totals.ts';
import { linkTo, makeLink } from '../hub/people/links.ts';
import { type DateTotals, readTotals } from '../hub/reports/read-totals.ts';
import { onSqlite } from './support/hub-databases.ts';
import { openTestServer } from './support/hub-server.ts';
import { runLapakHere } from './support/run-lapak.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-simulate-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const run = (...words: string[]) =>
  runLapakHere('simulate', ...words, '--data', dataDir, '--json', '--lang', 'en');

onSqlite('what tills sold is what the hub shows, by stall, date and kind', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const link = linkTo(server.url, await makeLink(server.hub));
  const { code, stdout } = await run('--hub', link, '--stalls', '3', '--days', '4', '--seed', '7');
  const { stalls } = JSON.parse(stdout) as Simulated;
  const october = { from: '2026-10-01', to: '2026-10-31', stall: null, mall: null, region: null };
  const totals = await readTotals(database, october);

  const again = await run('--hub', link, '--stalls', '3', '--days', '4');

  expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'SIMULATED_ALREADY' } });
  expect(code).toBe(0);
  expect(stalls.flatMap(({ dates }) => dates).length).toBe(12);
  expect(totals.stalls.map(({ stall, dates }) => ({ stall, dates: dates.map(dayOf) }))).toEqual(
    stalls.map(({ stall, dates }) => ({ stall, dates })),
  );
  // Of every kind, so that nothing is the same because nobody did it.
  const dates = stalls.flatMap((one) => one.dates);
  const namesOf = (part: 'tenders' | 'taxes') =>
    [...new Set(dates.flatMap((date) => Object.keys(date[part])))].toSorted();
  const kinds = ['card', 'cash', 'credit', 'exchange', 'qris', 'transfer'];
  expect(namesOf('tenders')).toEqual(kinds);
  expect(namesOf('taxes')).toEqual(['none', 'pbjt', 'ppn']);
  expect(dates.filter(({ refunds, discount }) => refunds > 0 && discount > 0)).not.toEqual([]);
  const found = await rebuildTotals(database);
  expect(found.differences).toEqual([]);
});

interface Simulated {
  readonly stalls: readonly {
    readonly stall: string;
    readonly dates: readonly LivedDay[];
  }[];
}

onSqlite('the same seed lives the same days, another one others', async ({ open }) => {
  await using server = await openTestServer(await open());
  const lived = async (seed: string) => {
    const link = linkTo(server.url, await makeLink(server.hub));
    const { stdout } = await run('--hub', link, '--stalls', '1', '--days', '4', '--seed', seed);
    rmSync(join(dataDir, 'SIM-0001'), { recursive: true });
    return (JSON.parse(stdout) as Simulated).stalls.map(({ dates }) => dates);
  };
  const first = await lived('3');

  expect(await lived('3')).toEqual(first);
  expect(await lived('4')).not.toEqual(first);
});

/** What the hub says of a date, as the till says it. */
function dayOf({ date, takings, tenders, taxes }: DateTotals) {
  return {
    date,
    receipts: takings.receipts,
    refunds: takings.refundCount,
    net: takings.netRupiah,
    tax: takings.taxRupiah,
    discount: takings.discountRupiah,
    rounding: takings.roundingRupiah,
    tenders,
    taxes,
  };
}

test('what is no link, or of no hub, is told in one sentence', async () => {
  const none = await run();
  const wrong = await run('--hub', 'http://127.0.0.1:9/');
  const nobody = await run('--hub', `http://127.0.0.1:9/#token=${'a'.repeat(43)}`);
  const codeOf = (stdout: string) => (JSON.parse(stdout) as { error: { code: string } }).error.code;

  expect([none, wrong, nobody].map(({ stdout }) => codeOf(stdout))).toEqual([
    'COMMAND_INVALID',
    'LINK_UNREADABLE',
    'HUB_UNREACHABLE',
  ]);
});

onSqlite('a link that was used is refused by the hub', async ({ open }) => {
  await using server = await openTestServer(await open());
  const link = linkTo(server.url, await makeLink(server.hub));
  await run('--hub', link, '--stalls', '1', '--days', '1');
  rmSync(join(dataDir, 'SIM-0001'), { recursive: true });
  const again = await run('--hub', link, '--stalls', '1', '--days', '1');

  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({
    error: { code: 'HUB_REFUSED', message: expect.stringContaining('LINK_WRONG') },
  });
});
