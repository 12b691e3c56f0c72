import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { formatInvitation } from '../domain/enrolment/invitation.ts';
import { makeEnrolmentCode } from '../hub/enrolment/codes.ts';
import { describeDevices } from '../hub/enrolment/describe-devices.ts';
import { approveDevice, revokeDevice } from '../hub/enrolment/devices.ts';
import { openDownWorld } from './support/down-world.ts';
import { onSqlite } from './support/hub-databases.ts';
import { runLapakHere } from './support/run-lapak.ts';
import { aUnit, bookPieces, stockProduct } from './support/test-till.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-revoked-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The way on that README.md tells the owner of a till that was revoked. */

const by = 'pengelola-1';

onSqlite('after a revocation the stall reports again from a new data folder', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub, url } = world.server;
  const old = await world.till();
  stockProduct(old.till, { code: 'TEH-01', name: 'Teh', units: [aUnit('pcs', 1, 5_000)] });
  await revokeDevice(hub, old.device, { through: null, by });
  bookPieces(old.till, 1);
  expect(await old.report()).toMatchObject({ state: 'attention', reason: 'revoked' });
  const invite = async (): Promise<string> =>
    formatInvitation({ hub: url, ...(await makeEnrolmentCode(hub, 'TC-A12', by)) });
  const again = old.calls.sync.enrol({ invitation: await invite() });
  await expect(again).rejects.toMatchObject({ code: 'DEVICE_REVOKED' });
  await old.till.close();

  const [file, fresh] = [join(dir, 'katalog.csv'), join(dir, 'new')];
  const run = (...words: string[]) => runLapakHere(...words, '--json');
  await run('export-catalog', file, '--data', old.dataDir);
  const imported = await run('import-catalog', file, '--data', fresh);
  await run('enrol', await invite(), '--data', fresh);
  const every = { text: '', filter: null, cursor: '' };
  const { devices } = await describeDevices(hub.database, every);
  const added = devices.find(({ device }) => device !== old.device);
  await approveDevice(hub, added?.device ?? '', by);
  const sent = await run('sync', '--data', fresh);

  expect(JSON.parse(imported.stdout)).toMatchObject({ added: 1, rejectedRows: 0 });
  expect(added?.stall.code).toBe('TC-A12');
  expect(sent.code).toBe(0);
  expect(JSON.parse(sent.stdout)).toMatchObject({ pending: 0, status: { state: 'sent' } });
});
