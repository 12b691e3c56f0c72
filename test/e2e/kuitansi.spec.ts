import { expect, type Page } from '@playwright/test';
import { renderSVG } from 'uqr';
import { seeNothingAgainstAxe } from './axe.ts';
import { test } from './kuitansi-hub.ts';
import { seeThatItFits } from './picture.ts';

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

const verdictOn = (page: Page) => page.getByRole('main').locator('section[data-finding]');

test('a kuitansi that the hub signed is genuine, and says what it is for', async ({
  page,
  hub,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text()); // also what the policy refuses
  });
  // Where the hub is reached without https, a browser has no WebCrypto.
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.goto(hub.code);

  const verdict = verdictOn(page);
  await expect(verdict.getByRole('heading', { name: 'ASLI' })).toBeVisible();
  for (const words of [
    'Rp1.000.017',
    'Satu juta tujuh belas rupiah',
    'KW/TC/2026/000017',
    '29/11/2026',
    'TC-A12',
  ]) {
    await expect(verdict.getByText(words, { exact: true })).toBeVisible();
  }
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'kuitansi-genuine-phone');
  expect(refused).toEqual([]);
});

test('with one digit changed it does not match, with the right one it is genuine', async ({
  page,
  hub,
}) => {
  await page.goto(hub.code.replace('*1000017*', '*9000017*'));
  const verdict = verdictOn(page);
  await expect(verdict.getByRole('heading', { name: 'TIDAK COCOK' })).toBeVisible();
  await expect(verdict).toContainText('tidak terbukti');
  await expect(verdict).toContainText('Rp9.000.017');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'kuitansi-false-phone');

  await page.evaluate((code) => {
    location.hash = code.slice(code.indexOf('#'));
  }, hub.code);
  await expect(verdict.getByRole('heading', { name: 'ASLI' })).toBeVisible();
});

test('the code of another hub and one that is cut do not match', async ({ page, hub }) => {
  await page.goto(hub.code.replace(/LK1\*[^*]+/, 'LK1*K7QF2M9DXR4T'));
  await expect(verdictOn(page)).toContainText('kunci hub lain (K7QF-2M9D-XR4T)');
  await page.goto(hub.code.slice(0, -9));
  await expect(verdictOn(page)).toContainText('terpotong atau rusak');
});

test('a photo of the QR is checked, also one that has none or another', async ({ page, hub }) => {
  const [genuine, other] = [
    await photoOf(page, hub.code),
    await photoOf(page, 'https://a.example'),
  ];
  const blank = await photoOf(page, '');
  await page.goto(`${hub.server.url}/kuitansi`);
  await expect(page).toHaveURL(`${hub.server.url}/kuitansi/`);
  await expect(page.getByRole('heading', { name: 'Pindai QR di kuitansi' })).toBeVisible();
  const aloud = await page.locator('[aria-live="assertive"]').elementHandle();
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'kuitansi-begin-phone');
  const file = page.locator('input[type="file"]');
  await file.setInputFiles(blank);
  await expect(page.getByRole('alert')).toContainText('Tidak ada QR yang terbaca');
  await file.setInputFiles(other);
  await expect(page.getByRole('alert')).toContainText('bukan kode kuitansi');
  await file.setInputFiles(genuine);
  await expect(verdictOn(page).getByRole('heading', { name: 'ASLI' })).toBeVisible();
  expect(await aloud?.textContent()).toContain('ASLI'); // it was there before its words
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Pindai QR di kuitansi' })).toBeVisible();
});

test('after its first visit the page opens and checks with no network', async ({ page, hub }) => {
  await page.goto(`${hub.server.url}/kuitansi/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await hub.server.close();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache'); // only what the page kept is left
  await page.goto('about:blank');

  await page.goto(hub.code);

  await expect(verdictOn(page).getByRole('heading', { name: 'ASLI' })).toBeVisible();
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(verdictOn(page).getByRole('heading', { name: 'GENUINE' })).toBeVisible();
  const photo = await photoOf(await page.context().newPage(), hub.code.replace('A12', 'A13'));
  await page.locator('input[type="file"]').setInputFiles(photo);
  await expect(verdictOn(page).getByRole('heading', { name: 'DOES NOT MATCH' })).toBeVisible();
});

test('it reads in English, and in a wide window', async ({ page, hub }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.goto(hub.code);
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(verdictOn(page).getByRole('heading', { name: 'GENUINE' })).toBeVisible();
  await seeThatItFits(page, 'kuitansi-genuine-1024');
});

/** A picture of a QR, as a phone would take it: not straight, and with other things around it. */
async function photoOf(page: Page, text: string) {
  const svg = text === '' ? '<p>Kuitansi</p>' : renderSVG(text);
  const style = 'width:700px;margin:90px;transform:rotate(4deg);border:3px solid teal';
  await page.setContent(`<div style="${style}">${svg}</div>`);
  return { name: 'foto.png', mimeType: 'image/png', buffer: await page.screenshot() };
}
