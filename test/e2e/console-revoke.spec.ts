import { expect } from '@playwright/test';
import { revokeDevice } from '../../hub/enrolment/devices.ts';
import { storeBatch } from '../../hub/ingest/store-batch.ts';
import { HUB_NINE_MS } from '../support/hub-server.ts';
import { saleDraft } from '../support/signed-chain.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { type ConsoleHub, signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a till is revoked once it is asked, and what comes in meanwhile still counts', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, enrolled, dialog } = consoleOf(page);
  await openPage(/^Perangkat/);
  const row = enrolled.filter({ hasText: 'Kopi Gayo' });
  await row.getByRole('button', { name: 'Cabut' }).click();
  await expect(dialog).toContainText(/^Cabut kasir .* dari TC-A12 Kopi Gayo\?/);
  await expect(dialog).toContainText(/tetap dihitung: sekarang sampai 1\.\d+\./);
  await dialog.getByRole('button', { name: /^Jangan cabut/ }).click();
  await expect(row).toContainText('Aktif');
  await row.getByRole('button', { name: 'Cabut' }).click();
  await sellOnce(hub);
  await dialog.getByRole('button', { name: 'Cabut', exact: true }).click();
  await expect(row).toContainText('Dicabut');
  await expect(row.getByRole('button')).toHaveCount(0);
  expect(await uncounted(hub)).toBe(0);
});

test('a till that was revoked too early counts on up to all that the hub has', async ({
  page,
  hub,
}) => {
  const { device, records } = hub.chain;
  const through = { epoch: 1, seq: 3 };
  await revokeDevice(hub.server.hub, device, { through, by: 'pengelola-1' });
  expect(await uncounted(hub)).toBe(records.length - 3);
  await signIn(page, hub);
  const { openPage, enrolled } = consoleOf(page);
  await openPage(/^Perangkat/);
  const row = enrolled.filter({ hasText: 'Kopi Gayo' });
  await expect(row).toContainText('Dihitung sampai 1.3');
  await seeNothingAgainstAxe(page);
  await row.getByRole('button', { name: `Hitung sampai 1.${records.length}` }).click();
  await expect(row).toContainText(`Dihitung sampai 1.${records.length}`);
  await expect(row.getByRole('button')).toHaveCount(0);
  expect(await uncounted(hub)).toBe(0);
});

async function sellOnce({ server, chain }: ConsoleHub): Promise<void> {
  const size = chain.records.length;
  const before = chain.records.at(-1);
  const { wire } = chain.add(saleDraft(77_000, { date: '2026-11-29', at: HUB_NINE_MS }));
  const after = before && { epoch: before.wire.epoch, seq: before.wire.seq, leaf: before.leaf };
  const { device, publicKey } = chain;
  const of = { stall: 'TC-A12', device, publicKey };
  const batch = { size, after: after ?? null, records: [wire] };
  expect(await storeBatch(server.hub, of, batch)).toMatchObject({ outcome: 'stored' });
}

/** Records of the till that do not count. */
async function uncounted({ database, chain }: ConsoleHub): Promise<number> {
  const rows = await database.db
    .selectFrom('record')
    .select('verdict')
    .where('device', '=', chain.device)
    .where('verdict', '<>', 'ok')
    .execute();
  return rows.length;
}

test('a till that somebody else revoked meanwhile is not approved, and the page says why', async ({
  page,
  hub,
}) => {
  const { device } = hub.chain;
  await hub.database.db
    .updateTable('device')
    .set({ state: 'waiting', approved_at_ms: null })
    .where('device', '=', device)
    .execute();
  await signIn(page, hub);
  const { openPage, waiting } = consoleOf(page);
  await openPage(/^Perangkat/);
  await expect(waiting).toHaveCount(1);
  await page.route('**/approval', async (route) => {
    await revokeDevice(hub.server.hub, device, { through: null, by: 'pengelola-2' });
    await route.continue();
  });
  await waiting.getByRole('button', { name: 'Setujui' }).click();
  await expect(page.getByRole('alert').first()).toContainText('sudah dicabut oleh pengelola lain');
});
