import { expect, type Page } from '@playwright/test';
import { localStamp, zones } from '../../domain/time.ts';
import { importFile } from '../support/bank-office.ts';
import { setNmids, settlementOf } from '../support/settlement.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { listOn, openClaims, rowsOn, sellClaimed } from './claims-page.ts';
import { enrolAct, hubField, lampOn as hubLampOn } from './hub-page.ts';
import { press, type } from './keyboard.ts';
import { goTo, type Lapak, openRegister } from './lapak.ts';
import { approvalOn, sari } from './people.ts';
import { seeThatItFits } from './picture.ts';
import { noSheet, seen } from './shift-page.ts';
import { reportTo, type StallHub, test } from './stall-hub.ts';

const nmid = 'ID1020021181745';

/** What the hub is told by a file of the acquirer: reference, when, rupiah. */
type Paid = readonly [rrn: string, atMs: number, rupiah: number];

/** The mall takes a file of the acquirer in, and the till hears what of it is its stall's. */
async function settle(hub: StallHub, { calls }: Lapak, ...rows: readonly Paid[]): Promise<void> {
  const file = settlementOf(
    rows.map(([rrn, atMs, rupiah]) => [nmid, rrn, localStamp(atMs, zones.WIB), rupiah]),
  );
  const office = { hub: hub.parts, by: 'pengelola-1' };
  await importFile(office, file, { name: 'qris.csv', mall: 'TC' });
  await calls.sync.tryNow();
}

async function enrolled(hub: StallHub, lapak: Lapak): Promise<void> {
  await reportTo(hub, lapak);
  await setNmids({ hub: hub.parts, by: 'pengelola-1' }, { 'TC-A12': nmid });
}

const lineOn = (page: Page) => page.getByRole('status').filter({ hasText: 'Hub:' });
const openOf = async ({ calls }: Lapak) => (await calls.payments.claims()).open;

test('the hub proposes what it was told, and a person takes it by the keyboard', async ({
  page,
  lapak,
  hub,
}) => {
  await enrolled(hub, lapak);
  const number = await sellClaimed(lapak.calls);
  await sellClaimed(lapak.calls, '526300009999');
  await openClaims(page, lapak.url);
  await expect(rowsOn(page)).toHaveCount(2);
  await expect(lineOn(page)).toHaveCount(0);
  const before = await listOn(page).getByRole('option').first().boundingBox();

  const soldAtMs = (await openOf(lapak)).at(-1)?.soldAtMs ?? 0;
  await settle(hub, lapak, ['526300009999', soldAtMs, 45_000], ['526300000002', soldAtMs, 12_000]);
  await expect(lineOn(page)).toHaveText('Hub: 1 pembayaran cocok, Rp45.000');
  expect(await listOn(page).getByRole('option').first().boundingBox()).toEqual(before);

  await press(page, 'F5');
  const sheet = page.getByRole('dialog');
  await expect(
    sheet.getByRole('heading', { name: 'Cocokkan dengan laporan dari hub' }),
  ).toBeVisible();
  await expect(sheet).toContainText('526300009999');
  await expect(sheet.getByRole('region', { name: 'Tidak ada di laporan' })).toContainText(number);
  expect((await openOf(lapak)).length).toBe(2);
  await expect(page.getByRole('button', { name: /^Catat 1 sudah masuk/ })).toBeFocused();
  await press(page, 'Enter');
  await noSheet(page);

  await expect(listOn(page).getByRole('group')).toContainText('dari hub');
  await expect(lineOn(page)).toHaveText(
    /^Hub: belum ada yang cocok\. .* diketahui hub: \d\d\/\d\d\/\d{4}\.$/,
  );
  expect((await lapak.calls.payments.claims()).found).toMatchObject([
    { found: { state: 'verified', by: 'hub', reference: '526300009999' } },
  ]);
});

test('where nothing is open, or the hub has told of nothing, it says nothing', async ({
  page,
  lapak,
  hub,
}) => {
  await enrolled(hub, lapak);
  await openClaims(page, lapak.url);
  await expect(page.getByText('Semua pembayaran sudah dicek')).toBeVisible();
  await settle(hub, lapak, ['526300000001', Date.now() - 60_000, 45_000]);
  await expect.poll(() => lapak.calls.payments.matchSettled()).toMatchObject({ payments: 1 });

  await press(page, 'F5');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(lineOn(page)).toHaveCount(0);
});

test.describe('where people have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('who may not verify looks, and asks somebody who may to take it', async ({
    page,
    lapak,
    hub,
  }) => {
    await openRegister(page, lapak.url);
    await goTo(page, 'Hub');
    await hubField(page).fill(await hub.invite());
    await enrolAct(page).click();
    await seen(page);
    await type(page, sari.pin);
    await expect(hubLampOn(page)).toHaveAccessibleName(/menunggu persetujuan/);
    await hub.approve();
    await lapak.calls.sync.tryNow();
    await setNmids({ hub: hub.parts, by: 'pengelola-1' }, { 'TC-A12': nmid });
    await sellClaimed(lapak.calls);
    const soldAtMs = (await openOf(lapak))[0]?.soldAtMs ?? 0;
    await settle(hub, lapak, ['526300000001', soldAtMs, 45_000]);
    await goTo(page, 'Cek pembayaran');

    await page.getByRole('button', { name: /^Lihat/ }).click();
    await page.getByRole('button', { name: /^Catat 1 sudah masuk/ }).click();
    await expect(approvalOn(page)).toHaveAccessibleName(/^Memastikan pembayaran/);
    await type(page, sari.key + sari.pin);

    await expect(listOn(page).getByRole('group')).toContainText('dari hub');
  });
});

for (const { language, size } of [
  { language: 'id', size: { width: 1366, height: 768 } },
  { language: 'en', size: { width: 1366, height: 768 } },
  { language: 'id', size: { width: 1024, height: 600 } },
  { language: 'en', size: { width: 1024, height: 600 } },
] as const) {
  const name = `${language}-${size.width}`;
  test(`the line of the hub and its sheet fit, and axe finds nothing: ${name}`, async ({
    page,
    lapak,
    hub,
  }) => {
    await page.setViewportSize(size);
    await enrolled(hub, lapak);
    for (let at = 0; at < 9; at += 1) await sellClaimed(lapak.calls, `52630000000${at}`);
    await openRegister(page, lapak.url);
    await lapak.calls.settings.switchLanguage({ language });
    await goTo(page, language === 'id' ? 'Cek pembayaran' : 'Check payments');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(9);
    const soldAtMs = (await openOf(lapak))[0]?.soldAtMs ?? 0;
    await settle(hub, lapak, ['526300000099', soldAtMs, 17_000]);
    await expect(lineOn(page)).toContainText(/\d\d\/\d\d\/\d{4}/);
    await seeThatItFits(page, `claims-hub-none-${name}`);

    await settle(
      hub,
      lapak,
      ...[2, 3, 4, 5].map((at): Paid => [`52630000000${at}`, soldAtMs, 45_000]),
    );
    await expect(lineOn(page)).toContainText('Rp180.000');
    await seeThatItFits(page, `claims-hub-${name}`);
    await seeNothingAgainstAxe(page);

    await press(page, 'F5');
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await seeThatItFits(page, `claims-hub-sheet-${name}`);
    await seeNothingAgainstAxe(page);
  });
}
