import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parseInvitation } from '../../domain/enrolment/invitation.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { codeField, enrolAct, hubField, stateOn } from './hub-page.ts';
import { press, scan, type } from './keyboard.ts';
import { goTo, openRegister } from './lapak.ts';
import { reportTo, test } from './stall-hub.ts';

async function openHubPage(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Hub');
  await expect(hubField(page)).toBeFocused();
}

/** Sees that the till waits for its manager. */
async function seeEnrolled(page: Page): Promise<void> {
  await expect(stateOn(page)).toContainText('Menunggu persetujuan pengelola');
}

for (const gapMs of [4, 120]) {
  test(`with ${gapMs} ms a key, a scan beside the fields is the invitation`, async ({
    page,
    lapak,
    hub,
  }) => {
    const invitation = await hub.invite();
    await openHubPage(page, lapak.url);
    await page.getByRole('heading', { name: 'Hub pusat perbelanjaan' }).click();
    await expect(hubField(page)).not.toBeFocused();
    await scan(page, invitation, { gapMs });
    await expect(hubField(page)).toHaveValue(hub.url);
    await expect(codeField(page)).toHaveValue(invitation.split('#')[1] ?? '');
    await expect(enrolAct(page)).toBeFocused();
    await press(page, 'Enter');
    await seeEnrolled(page);
  });

  test(`with ${gapMs} ms a key, a scan into the code is the invitation`, async ({
    page,
    lapak,
    hub,
  }) => {
    await openHubPage(page, lapak.url);
    await codeField(page).focus();
    await scan(page, await hub.invite(), { gapMs });
    await seeEnrolled(page);
  });
}

test('an invitation scanned at the register is told, is in no log, and waits on its page', async ({
  page,
  lapak,
  hub,
}) => {
  const invitation = await hub.invite();
  await openRegister(page, lapak.url);
  for (const part of [invitation.slice(0, -20), invitation.slice(3, -20)]) {
    await scan(page, part, { gapMs: 8 });
    await expect(page.getByRole('alert')).toHaveText(
      'Undangan hub tidak terbaca utuh. Pindai lagi.',
    );
    await expect(page.getByText('belum terdaftar')).toHaveCount(0);
  }
  await scan(page, invitation);
  await expect(page.getByRole('alert')).toContainText('Itu undangan hub, bukan barang.');
  await expect(page.getByText('belum masuk')).toHaveCount(0);
  await goTo(page, 'Hub');
  await expect(hubField(page)).toHaveValue(hub.url);
  await enrolAct(page).click();
  await seeEnrolled(page);

  const log = readFileSync(join(lapak.dataDir, 'lapak.log'), 'utf8');
  expect(log).not.toContain(invitation.split('#')[1]?.slice(0, 9));
});

test('an invitation is pasted with all that stands around it, into either field', async ({
  page,
  lapak,
  hub,
}) => {
  await openHubPage(page, lapak.url);
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await page.keyboard.press('Control+V');
  };
  await page.keyboard.insertText(`“${(await hub.invite()).slice(0, -15)}”`);
  await press(page, 'Tab');
  await expect(hubField(page)).toHaveValue(hub.url); // once nothing more comes
  await page.reload();
  await goTo(page, 'Hub');
  await codeField(page).focus();
  await paste(`Halo Bu, ini undangannya: ${await hub.invite()} berlaku 15 menit`);
  await expect(hubField(page)).toHaveValue(hub.url);
  await enrolAct(page).click();
  await seeEnrolled(page);
});

test('the field that lacks something is the one that is blamed', async ({ page, lapak, hub }) => {
  const { code = '' } = parseInvitation(await hub.invite()) ?? {};
  await openHubPage(page, lapak.url);
  await hubField(page).fill('Halo Bu, ini undangannya');
  await enrolAct(page).click();
  await expect(hubField(page)).toHaveAccessibleDescription(/Ini bukan alamat hub/);
  await hubField(page).fill(code);
  await enrolAct(page).click();
  await expect(hubField(page)).toHaveAccessibleDescription(/harus diisi/);
  await expect(codeField(page)).toHaveValue(/^.{4}-.{4}-.{4}-.{4}$/);
});

test('an address without http or https is the one at which the hub answers', async ({
  page,
  lapak,
  hub,
}) => {
  const [, code = ''] = (await hub.invite()).split('#');
  await openHubPage(page, lapak.url);
  await type(page, new URL(hub.url).host);
  await press(page, 'Tab');
  await type(page, code);
  await press(page, 'Enter');
  await seeEnrolled(page);
});

test('https for a hub that speaks http is told, and put right', async ({ page, lapak, hub }) => {
  const [, code = ''] = (await hub.invite()).split('#');
  await openHubPage(page, lapak.url);
  await type(page, `https://${new URL(hub.url).host}`);
  await press(page, 'Tab');
  await type(page, code);
  await press(page, 'Enter');
  await expect(hubField(page)).toHaveAccessibleDescription(
    `Hub ini menjawab di ${hub.url}. Alamat itu sudah diisikan; daftarkan bila benar.`,
  );
  await expect(hubField(page)).toHaveValue(hub.url);
  await press(page, 'Enter');
  await seeEnrolled(page);
});

test('to a code without the hub’s key a person says once whether it is the hub’s', async ({
  page,
  lapak,
  hub,
}) => {
  const [, told = ''] = (await hub.invite()).split('#');
  const [code, key] = [told.slice(0, 19), told.slice(20)];
  await openHubPage(page, lapak.url);
  await hubField(page).fill(hub.url);
  await codeField(page).fill(code);
  await enrolAct(page).click();
  const question = page.getByRole('dialog', { name: 'Kunci hub ini sama?' });
  await expect(question).toContainText(key);
  await seeNothingAgainstAxe(page);
  await question.getByRole('button', { name: 'Tidak sama' }).click();
  await expect(hubField(page)).toHaveAccessibleDescription(/^Kasir tidak didaftarkan\./);
  await enrolAct(page).click();
  await question.getByRole('button', { name: 'Sama, daftarkan' }).click();
  await seeEnrolled(page);
});

test('who shares details is told that another hub is sent totals', async ({ page, lapak, hub }) => {
  await reportTo(hub, lapak);
  await lapak.calls.settings.change({ sharing: 'details' });
  await openRegister(page, lapak.url);
  await goTo(page, 'Hub');
  await page.getByRole('button', { name: 'Daftarkan ulang' }).click();
  const form = page.getByRole('region', { name: 'Daftarkan ulang' });
  await expect(form).toContainText('Ke hub lain hanya total yang dikirim');
});
