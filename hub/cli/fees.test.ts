import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lease } from '../../test/support/fee-office.ts';
import { addFeeStalls } from '../../test/support/fee-hub.ts';
import { openHubDatabase } from '../database/open-database.ts';
import { periodOf } from '../../domain/fees/period.ts';
import { businessDate, zones } from '../../domain/time.ts';
import { runHub } from './run-hub.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-fees-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function hub(...words: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await runHub([...words, '--data', folder], { stdout, stderr });
  stdout.end();
  stderr.end();
  const [said, told] = await texts;
  return { code, said, told };
}

/** A mall of two stalls on the hub of the folder. */
async function addMall(): Promise<void> {
  await hub('devices'); // makes the hub
  const database = openHubDatabase({ dataDir: folder });
  try {
    await addFeeStalls(database, 'TC', 2);
    await lease(database, 'TC', [
      { stall: 'TC-1', from: '2024-01-01' },
      { stall: 'TC-2', from: '2024-01-01', tariff: 800_000 },
    ]);
  } finally {
    await database.close();
  }
}

test('a month is foretold, charged, paid and told by age', async () => {
  await addMall();
  const json = async (...words: readonly string[]) =>
    JSON.parse((await hub(...words, '--json')).said) as Record<string, unknown>;
  const plan = await hub('fee-plan', 'TC', '--from', '2025-01', '--due-day', '15', '--lang', 'id');
  const dry = await json('charge-month', '2025-06', '--mall', 'TC', '--dry-run');
  const run = await json('charge-month', '2025-06');
  const again = await hub('charge-month', '2025-06', '--lang', 'id');
  const id = '019a0000-0000-4000-8000-000000000001';
  const given = ['--amount', '1000017', '--kind', 'cash', '--id', id];
  const paid = await json('pay', 'TC-1', ...given);
  const paidAgain = await json('pay', 'TC-1', ...given);
  const ageing = await json('ageing', '--mall', 'TC');
  const then = await json('ageing', '--on', '2025-06-20');
  const told = await hub('statement', 'TC-1', '--from', '2025-06-01', '--lang', 'id');

  expect(plan.said).toContain('Mulai 2025-01: listrik Rp700.000, kebersihan Rp300.000');
  expect(dry).toMatchObject({ runs: [{ isApplied: false, charged: 2, total: 1_800_000 }] });
  expect(run).toMatchObject({
    period: '2025-06',
    runs: [{ mall: 'TC', charged: 2, tariffDiffers: [{ stall: 'TC-2', tariff: 800_000 }] }],
  });
  expect(again.said).toContain('Mal TC, 2025-06: 0 lapak ditagih Rp0, 2 sudah');
  expect(paid).toMatchObject({ kuitansi: expect.stringMatching(/^KW\/TC\/\d{4}\/000001$/) });
  expect(paidAgain).toEqual(paid);
  expect(ageing).toMatchObject({ total: 800_000, stalls: [{ stall: 'TC-2', mall: 'TC' }] });
  expect(then).toMatchObject({ total: 1_800_000, bands: { to30: 1_800_000 } });
  expect(told.said).toContain('Saldo awal Rp0.');
  expect(told.said).toContain('saldo akhir −Rp17.');
});

test('what cannot be is refused with its reason, and nothing is booked', async () => {
  await addMall();
  const month = periodOf(businessDate(Date.now(), zones.WIB, 0));
  const refused = [
    await hub('charge-month', '2025-13', '--lang', 'id'),
    await hub('charge-month', month, '--mall', 'PB', '--lang', 'id'),
    await hub('pay', 'TC-1', '--kind', 'cash', '--lang', 'id'),
    await hub('pay', 'TC-9', '--kind', 'cash', '--amount', '1000', '--lang', 'id'),
    await hub('statement', 'TC-1', '--from', '2026-02-01', '--to', '2026-01-01', '--lang', 'id'),
    await hub('fee-plan', 'TC', '--kwh', '1444.7', '--electricity', '1', '--lang', 'id'),
    await hub('fee-plan', 'TC', '--electricity', '750000', '--lang', 'id'),
  ];
  const ageing = await hub('ageing', '--json');

  expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(refused.map(({ said }) => said)).toEqual(['', '', '', '', '', '', '']);
  expect(refused[3]?.told).toContain('TC-9');
  expect(refused[6]?.told).toContain('--from YYYY-MM?');
  expect(JSON.parse(ageing.said)).toMatchObject({ total: 0, stalls: [] });
});

test('a metered plan has a price of a kWh, and the run says who is not read', async () => {
  await addMall();
  const options = ['--from', '2025-01', '--kwh', '1444.7', '--penalty', '100/5/1000', '--prorate'];
  const plan = await hub('fee-plan', 'TC', ...options, '--lang', 'id');
  const run = await hub('charge-month', '2025-06', '--lang', 'id');
  const none = await hub('fee-plan', 'TC', '--lang', 'en', '--json');

  expect(plan.said).toContain('listrik Rp1.444,7 per kWh');
  expect(run.said).toContain('TC-1: meteran belum dibaca');
  expect(JSON.parse(none.said)).toMatchObject({
    plans: [
      {
        electricity: { basis: 'metered', rateMilli: 1_444_700 },
        penalty: { rateBp: 100, graceDays: 5, capBp: 1_000 },
        isProrated: true,
      },
    ],
  });
});
