import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LapakError } from '../../domain/errors.ts';
import { translator } from '../../domain/translator.ts';
import { sharedPostgres } from '../../test/support/postgres.ts';
import { runHubHere, startHub } from '../../test/support/run-hub.ts';
import { NO_SMALL_DISK, openSmallDisk } from '../../test/support/small-disk.ts';
import { toldFailure } from './told-failure.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-told-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** How a hub of this folder ends that cannot start. */
async function endOf(env: NodeJS.ProcessEnv = {}, dataDir = dir) {
  const hub = await startHub(['serve', '--port', '0', '--data', dataDir, '--json'], env);
  const { code, stdout, stderr } = await hub.ended;
  const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
  expect({ code, stderr }).toEqual({ code: 1, stderr: `${error.message}\n` });
  return error;
}

test('a damaged database is told of a hub, with what to put back', async () => {
  writeFileSync(join(dir, 'hub.db'), 'no database at all'.repeat(100));

  const { code, message } = await endOf();
  expect(code).toBe('HUB_DAMAGED');
  expect(message).toContain(`Basis data hub di folder ${dir} rusak`);
  expect((await runHubHere('devices', '--data', dir)).stderr).toContain('kembalikan hub.db');
});

test('a full disk is told of a hub', async (t) => {
  const disk = openSmallDisk(1);
  if (!disk) return t.skip(NO_SMALL_DISK);
  disk.fill();
  const { code, message } = await endOf({}, join(disk.folder, 'hub'));
  disk.close();

  expect(code).toBe('HUB_DISK_FULL');
  expect(message).not.toContain('kasir');
});

test('PostgreSQL that does not listen ends the hub, and it says so', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as { port: number }; // it listens by TCP
  free.close();
  await once(free, 'close');
  const { code, message } = await endOf({ DATABASE_URL: `postgres://x@127.0.0.1:${port}/x` });

  expect(code).toBe('HUB_DATABASE_SILENT');
  expect(message).toContain(`connect ECONNREFUSED 127.0.0.1:${port}`);
});

test('a role of PostgreSQL without rights is told, with the right that it lacks', async () => {
  const server = await sharedPostgres();
  const [own, others] = [await server.createOwner(), await server.createOwner()];
  const { code, message } = await endOf({ DATABASE_URL: own.url.replace(/[^/]+$/, others.name) });
  await Promise.all([own.drop(), others.drop()]);

  expect(code).toBe('HUB_RIGHTS_MISSING');
  expect(message).toContain('permission denied');
});

test('dates that are too many are told as they were given', async () => {
  const words = ['day-grid', '--from', '0001-01-01', '--to', '9999-12-31'];
  const { stderr } = await runHubHere(...words, '--data', dir);

  expect(stderr).toContain('--from 0001-01-01 --to 9999-12-31: 3652059 > 366');
});

test('a defect is told by its name, with the rest before it, and makes no file', () => {
  const { failure, details } = toldFailure(new RangeError('of ours'), dir);

  expect(failure).toMatchObject({ code: 'HUB_FAULT', data: { name: 'RangeError' } });
  expect(details).toEqual([expect.stringMatching(/RangeError: of ours.*told-failure\.test/s)]);
  expect(existsSync(join(dir, 'lapak.log'))).toBe(false);
});

test.each([
  [new LapakError('HUB_FULL', {}), 'HUB_DISK_FULL'],
  [new LapakError('DISK_FULL', {}), 'HUB_DISK_FULL'],
  [new LapakError('HUB_BUSY', {}), 'HUB_DATABASE_HELD'],
  [Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }), 'HUB_DAMAGED'],
  [new LapakError('STALL_UNKNOWN', { stall: 'x' }), 'STALL_UNKNOWN'],
])('%s is told to who runs a hub as %s', (error, code) => {
  const { failure } = toldFailure(error, dir);

  expect(failure.code).toBe(code);
  for (const language of ['id', 'en'] as const) {
    const sentence = translator(language).error(failure.code, failure.data);
    expect(sentence).not.toMatch(/lapak\.log|berjualan|sells|sendiri|by itself/);
  }
});
