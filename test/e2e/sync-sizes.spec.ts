import { expect, type Page } from '@playwright/test';
import { enrolAct, hubField } from './hub-page.ts';
import { barcode, goTo, openRegister } from './lapak.ts';
import { press, scan } from './keyboard.ts';
import { seeThatItFits } from './picture.ts';
import { type StallHub, test } from './stall-hub.ts';

const sizes = [
  ['1366x768', 1366, 768],
  ['1024x600', 1024, 600],
  ['800x600', 800, 600],
  ['683x384', 683, 384],
] as const;

/** As long as a name may be. */
const name60 = 'Batik Tulis dan Songket Palembang Warisan Nenek Moyang Kami1';

/** Where each button of the bar begins and how wide it is, in whole pixels. */
async function barOn(page: Page): Promise<string[]> {
  const boxes = await Promise.all(
    (await page.getByRole('banner').getByRole('button').all()).map((button) =>
      button.boundingBox(),
    ),
  );
  return boxes.map((box) => `${Math.round(box?.x ?? 0)} ${Math.round(box?.width ?? 0)}`);
}

/** Waits until the lamp says so, and takes the picture of page and register. */
async function look(page: Page, lamp: RegExp, name: string): Promise<string[]> {
  const bar = page.getByRole('banner');
  await expect(bar.getByRole('button', { name: lamp })).toBeVisible();
  for (const button of await bar.getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 0.95 });
  }
  await seeThatItFits(page, name);
  return barOn(page);
}

async function enrol(page: Page, hub: StallHub): Promise<void> {
  await hubField(page).fill(await hub.invite());
  await enrolAct(page).click();
}

for (const [name, width, height] of sizes) {
  test(`every state of reporting fits a screen of ${name}, and moves nothing in its bar`, async ({
    page,
    lapak,
    hub,
  }) => {
    await page.setViewportSize({ width, height });
    const stall = { name: name60, number: 'A-12', mall: 'Thamrin City', phone: '' };
    await lapak.calls.settings.change({ stall });
    await openRegister(page, lapak.url);
    await goTo(page, 'Hub');
    await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
    await expect(page.getByText('harus diisi')).toBeVisible();
    await seeThatItFits(page, `hub-${name}-1-none`);
    await enrol(page, hub);
    const waiting = await look(page, /^Hub: menunggu/, `hub-${name}-2-waiting`);
    await hub.approve();
    await page.getByRole('button', { name: 'Coba sekarang' }).click();
    const sent = await look(page, /^Hub: semua terkirim/, `hub-${name}-3-sent`);
    await page.getByRole('button', { name: 'Lihat buktinya' }).click();
    await page.getByLabel('Bukti bertanda tangan dari hub').scrollIntoViewIfNeeded();
    await seeThatItFits(page, `hub-${name}-4-proof`);
    await page.getByText('Dengan rincian', { exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await seeThatItFits(page, `hub-${name}-5-ask`);
    await page.getByRole('button', { name: 'Kirim rincian' }).click();
    await expect(page.getByRole('radio', { name: 'Dengan rincian' })).toBeChecked();

    await hub.stop();
    await goTo(page, 'Kasir');
    await scan(page, barcode.kopi);
    await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
    await press(page, 'F9');
    await page.getByRole('button', { name: 'Terima pembayaran' }).click();
    const pending = await look(
      page,
      /^Hub: \d catatan menunggu.*terjangkau/,
      `hub-${name}-6-register`,
    );
    await page.getByRole('button', { name: /^Hub: \d catatan/ }).click();
    await look(page, /^Hub: \d catatan/, `hub-${name}-7-pending`);
    await hub.start();
    await page.getByRole('button', { name: 'Coba sekarang' }).click();
    await look(page, /^Hub: semua terkirim/, `hub-${name}-8-sent-again`);
    await page.getByRole('region', { name: 'Yang sudah dikirim' }).scrollIntoViewIfNeeded();
    await seeThatItFits(page, `hub-${name}-9-left`);
    await hub.revoke();
    await page.getByRole('button', { name: 'Coba sekarang' }).click();
    const attention = await look(page, /^Hub: perlu diperiksa/, `hub-${name}-10-attention`);
    const word = page.getByRole('banner').getByText('periksa', { exact: true });
    await expect(word).toBeVisible({ visible: width > 900 });
    expect([waiting, pending, attention]).toEqual([sent, sent, sent]);
  });
}
