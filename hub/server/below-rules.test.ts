import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHubRole } from '../../test/support/below-rules.ts';
import { addTestStalls } from '../../test/support/hub-server.ts';
import {
  enrolmentOf,
  firstNonce,
  makeTill,
  post,
  sendSigned,
} from '../../test/support/hub-till.ts';
import { sharedPostgres } from '../../test/support/postgres.ts';
import { runHubHere, startHub } from '../../test/support/run-hub.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { parseInvitation } from '../../domain/enrolment/invitation.ts';
import { openHubDatabase } from '../database/open-database.ts';
import { migrate } from '../database/migrate.ts';
import { hubMigrations } from '../database/migrations.ts';

/** The whole program where row-level security holds: what forgets to say for whom finds nothing. */

let dir: string;
let before: string | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-below-rules-'));
  before = process.env.DATABASE_URL;
});
afterEach(() => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  rmSync(dir, { recursive: true });
});

async function runJson(...words: string[]) {
  const { code, stdout } = await runHubHere(...words, '--data', dir, '--json');
  expect({ words, code, stdout }).toMatchObject({ code: 0 });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** Lines of the log; others tell of pages that are bundled. */
function logged(stderr: string): unknown[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
}

test('on PostgreSQL: a hub that may see nothing by itself serves and commands as any', async () => {
  const { url, drop } = await (await sharedPostgres()).createDatabase();
  const admin = openHubDatabase({ url });
  await migrate(admin, hubMigrations);
  await makeHubRole(admin);
  await addTestStalls(admin);
  const served = ['serve', '--port', '0', '--data', dir, '--no-open'];
  const env = { DATABASE_URL: url, LAPAK_METRICS_TOKEN: 'rahasia' };
  process.env.DATABASE_URL = url;
  {
    await using hub = await startHub([...served, '--log', 'warn'], env);
    const chain = makeChain();
    const till = { ...makeTill(chain.key), device: chain.device };
    const made = await runJson('enrolment-code', 'TC-A12');
    const { code = '' } = parseInvitation(String(made.invitation)) ?? {};
    const enrolled = await post(`${hub.url}/v1/enrolments`, enrolmentOf(till, code, hub.url));
    await runJson('approve', till.device);
    chain.add(saleDraft(45_000));
    const nonce = await firstNonce(hub, till);
    const records = chain.records.map(({ wire }) => wire);
    const batch = { size: 0, after: null, records };
    const stored = await sendSigned(hub, till, { path: '/v1/batches', body: batch, nonce });
    const next = stored.headers.get('lapak-nonce') ?? '';
    const head = await sendSigned(hub, till, { path: '/v1/head?tip=1.2', nonce: next });
    const headers = { authorization: 'Bearer rahasia' };
    const metrics = await (await fetch(`${hub.url}/metrics`, { headers })).text();
    const dates = ['--from', '2026-11-24', '--to', '2026-11-24'];

    expect(enrolled.body).toMatchObject({ state: 'waiting' });
    expect(stored.body).toMatchObject({ outcome: 'stored', verdicts: [] });
    expect(head.body).toMatchObject({ state: 'active', receipt: { place: { seq: 2 } } });
    expect(metrics).toMatch(/lapak_records\{signature="\w+"\} 2/);
    expect(await runJson('devices')).toMatchObject({ devices: [{ state: 'active' }] });
    const totals = await runJson('totals', ...dates);
    const { stalls, ...sums } = totals;
    expect(sums).toMatchObject({ takings: { netRupiah: 45_000 } });
    expect(stalls).toMatchObject([{ stall: 'TC-A12' }]);
    expect(await runJson('totals', ...dates, '--sum')).toEqual(sums);
    expect(await runJson('day-grid', ...dates)).toMatchObject({
      stalls: [{ states: ['received'] }, {}],
    });
    expect(await runJson('verify')).toMatchObject({ ok: true, ledger: { records: 2 } });
    expect(await runJson('rebuild-totals')).toMatchObject({ ok: true, records: 2 });
    const pack = join(dir, 'pack.ndjson');
    await runJson('export-audit-pack', pack, '--stall', 'TC-A12', ...dates);
    expect(await runJson('revoke', till.device)).toMatchObject({ through: '1.2' });
    expect(logged((await hub.stop()).stderr)).toEqual([]);
  }
  await admin.close();
  await drop();
});

test('on PostgreSQL: a hub above the rules says so once, and what to do', async () => {
  const { url, drop } = await (await sharedPostgres()).createDatabase();
  const hub = await startHub(
    ['serve', '--port', '0', '--data', dir, '--no-open', '--log', 'warn'],
    { DATABASE_URL: url },
  );
  const { stderr } = await hub.stop();

  expect(logged(stderr)).toEqual([
    expect.objectContaining({
      msg: expect.stringMatching(
        /^row-level security does not hold: .*0020-row-level-security\.md/,
      ),
    }),
  ]);
  await drop();
});
