import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PackChecker } from '../../domain/audit/check-pack.ts';
import { auditCrypto } from '../../node/crypto/audit.ts';
import {
  addTradingStall,
  entriesOf,
  openPackHub,
  packDates,
  packLines,
} from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { runHubHere } from '../../test/support/run-hub.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, STALL } from '../../test/support/test-hub.ts';
import { withHub } from '../cli/with-hub.ts';
import { revokeDevice } from '../enrolment/devices.ts';
import { storeBatch } from '../ingest/store-batch.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { exportPack } from './export-pack.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-export-pack-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function checked(lines: readonly string[]) {
  const checker = new PackChecker(auditCrypto(), null);
  for (const line of lines) {
    const bad = checker.take(line);
    if (bad) return bad;
  }
  return checker.end();
}

eachDatabase('a pack has bodies of its dates, and of no other', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  for (const date of ['2026-11-23', packDates.from, '2026-11-27']) {
    chain.add(saleDraft(45_000, { date }));
  }
  const records = chain.records.map(({ wire }) => wire);
  await storeBatch(hub, device, { size: 0, after: null, records });
  const lines = await packLines(hub);
  const shown = entriesOf(lines).filter((entry) => entry.kind === 'record');

  expect(shown.map(({ seq, body }) => [seq, body !== undefined])).toEqual([
    [2, false],
    [3, true],
    [4, false],
  ]);
  expect(shown[1]?.body).toBe(records[2]?.body);
  expect(checked(lines)).toMatchObject({ ok: true, records: 4 });
});

eachDatabase('what is left out of the parts are leaves, however many', async ({ open }) => {
  const hub = await openPackHub(await open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const dates = [packDates.from, '2026-11-27', '2026-11-28'];
  for (let at = 0; at < 900; at += 1) {
    chain.add(saleDraft(1_000 + at, { date: dates[Math.floor(at / 300)] ?? '' }));
  }
  await send(hub, device, chain.records);
  const lines = await packLines(hub, { from: '2026-11-27', to: '2026-11-27' });
  const entries = entriesOf(lines);

  expect(entries.find((entry) => entry.kind === 'device')).toMatchObject({ first: 300, end: 602 });
  const leaves = entries.flatMap((entry) =>
    entry.kind === 'leaves' ? [[entry.index, entry.leaves.length / 64]] : [],
  );
  expect(leaves).toEqual([
    [0, 256],
    [256, 44],
    [602, 256],
    [858, 43],
  ]);
  expect(checked(lines)).toMatchObject({ ok: true, records: 901 });
});

eachDatabase('a till that was revoked is whole in its pack', async ({ open }) => {
  const hub = await openPackHub(await open());
  await addTradingStall(hub);
  const troubled = entriesOf(await packLines(hub)).find((entry) => entry.kind === 'device');
  const through = { epoch: 1, seq: 4 };
  await revokeDevice(hub, troubled?.device ?? '', { through, by: 'lapak' });
  const lines = await packLines(hub);

  expect(lines.join('')).toContain('"through":"1.4"');
  expect(lines.join('')).toContain('"after-revocation"');
  expect(checked(lines)).toMatchObject({ ok: true, facts: { byWord: 7 } });
});

eachDatabase('a revocation meanwhile ends the pack', async ({ open }) => {
  const hub = await openPackHub(await open());
  await addTradingStall(hub);
  const pieces = exportPack(hub, { ...packDates, stall: STALL, by: 'lapak' });
  await pieces.next();
  const device = (await hub.database.db.selectFrom('device').select('device').execute())[0];
  await revokeDevice(hub, device?.device ?? '', { through: null, by: 'lapak' });
  const rest = async () => {
    for await (const piece of pieces) expect(piece).toBeTruthy();
  };

  await expect(rest()).rejects.toMatchObject({ code: 'HUB_BUSY' });
});

eachDatabase('the hub’s journal says who took what along', async ({ open }) => {
  const hub = await openPackHub(await open());
  await addTradingStall(hub);
  await packLines(hub);
  const row = await hub.database.db
    .selectFrom('hub_record')
    .select('body')
    .orderBy('position', 'desc')
    .executeTakeFirst();

  expect(JSON.parse(String(row?.body))).toMatchObject({
    act: 'audit-export',
    subject: STALL,
    note: '2026-11-25 – 2026-11-26',
  });
  expect(await verifyJournal(hub.database, hub.identity)).toMatchObject({ ok: true, records: 2 });
});

eachDatabase('a stall that is not there, or dates turned round, give no pack', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const [from, to] = ['2026-11-26', '2026-11-25'];
  const ask = (stall: string, dates: { from: string; to: string }) =>
    exportPack(hub, { ...dates, stall, by: 'lapak' }).next();

  await expect(ask('TC-Z99', packDates)).rejects.toMatchObject({ code: 'STALL_UNKNOWN' });
  await expect(ask(STALL, { from, to })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const years = { from: '2010-01-01', to: '2026-01-01' };
  await expect(ask(STALL, years)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

const words = (file: string, ...more: string[]) => {
  const dates = ['--from', packDates.from, '--to', packDates.to];
  return ['export-audit-pack', file, '--data', join(dir, 'hub'), ...dates, ...more];
};

test('the command writes the pack to its file, and tells the key of the hub', async () => {
  const dataDir = join(dir, 'hub');
  const chain = makeChain();
  await withHub(dataDir, async ({ database }) => {
    const hub = await openPackHub(database);
    const device = await addChainDevice(database, chain);
    await send(hub, device, chain.records);
    await database.db.deleteFrom('day_tax').execute();
  });
  const file = join(dir, 'pack.ndjson');
  const { code, stdout } = await runHubHere(...words(file, '--stall', STALL, '--json'));
  const report = JSON.parse(stdout);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');

  expect({ code, report }).toMatchObject({ code: 0, report: { file, stall: STALL, ...packDates } });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ hub: report.hub });
  expect(checked(lines)).toMatchObject({ ok: true, records: 1, devices: 1 });
});

test('a command that cannot write a pack leaves no file', async () => {
  const file = join(dir, 'pack.ndjson');
  const unknown = await runHubHere(...words(file, '--stall', 'TC-Z99', '--json'));
  const turned = ['--from', '2026-11-26', '--to', '2026-11-25', '--json', '--data', dir];
  const told = await runHubHere('export-audit-pack', file, '--stall', STALL, ...turned);
  const bare = await runHubHere('export-audit-pack', file, '--json', '--data', dir);

  expect(JSON.parse(unknown.stdout)).toMatchObject({ error: { code: 'STALL_UNKNOWN' } });
  expect(JSON.parse(told.stdout)).toMatchObject({ error: { code: 'COMMAND_INVALID' } });
  expect(told.stderr).toContain('--from 2026-11-26 > --to 2026-11-25');
  expect(JSON.parse(bare.stdout)).toMatchObject({ error: { code: 'COMMAND_INVALID' } });
  expect(readdirSync(dir)).toEqual(['hub']);
});
