import { expect, type Locator, type Page } from '@playwright/test';
import { readQrCodes } from '../support/read-qr.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press } from './keyboard.ts';
import { goTo, openRegister } from './lapak.ts';
import { seeApart, seeThatItFits } from './picture.ts';
import { nextOn, paidOn, payExactly } from './register-page.ts';
import { test } from './stall-hub.ts';

/** The QR by which a receipt is checked: on paper, on the screen, and on the hub's page. */

const qrOn = (page: Page): Locator => page.getByRole('complementary', { name: 'QR struk' });
const verdictOn = (page: Page): Locator => page.locator('section[data-finding]');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
];

async function sell(page: Page): Promise<void> {
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Kopi Gayo/ })
    .click();
  await payExactly(page);
}

/** What the one QR in this part of the screen says, read from its pixels. */
async function readOn(part: Locator): Promise<string> {
  let read: string[] = [];
  await expect
    .poll(async () => {
      read = await readQrCodes(await part.screenshot());
      return read.length;
    })
    .toBe(1);
  return read[0] ?? '';
}

async function useSettings(page: Page, change: (page: Page) => Promise<void>): Promise<void> {
  await goTo(page, 'Pengaturan');
  await change(page);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  await goTo(page, 'Kasir');
}

const choosePrint = (when: string) => async (page: Page) => {
  const choice = page.getByRole('radiogroup', { name: 'Cetak struk' });
  await choice.getByText(when, { exact: true }).click();
};

test('paper and change screen carry the code that the till signed, read from their pixels', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await sell(page);
  const { link } = await lapak.calls.printing.receiptLink({ number: 'last' });
  const paper = page.getByRole('article', { name: /Struk|Kertas|Lembar/ }).first();
  await expect(paper.getByRole('img')).toBeVisible();
  expect(await readOn(paper)).toBe(link);

  for (const size of sizes) {
    await page.setViewportSize(size);
    await press(page, 'F7');
    expect(await readOn(qrOn(page))).toBe(link);
    await seeApart(qrOn(page), paidOn(page));
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `receipt-qr-${size.width}`);
    await press(page, 'F7');
    await expect(qrOn(page)).toBeHidden();
    await seeThatItFits(page, `receipt-paid-${size.width}`);
  }
  await paidOn(page).getByRole('button', { name: 'QR struk' }).click();
  await expect(qrOn(page)).toContainText('belum ada halaman pemeriksa');
  await press(page, 'Enter'); // whatever was touched last
  await expect(qrOn(page)).toBeHidden(); // the next sale puts it away
  await expect(page.getByRole('region', { name: 'Keranjang' })).toBeVisible();
});

test('lesson 31: asked first, the change screen offers paper, and prints none by itself', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await useSettings(page, choosePrint('Tanya dulu'));
  await sell(page);
  await expect(paidOn(page)).toContainText('Struk belum dicetak');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `receipt-ask-${size.width}`);
  }
  await expect(page.getByText(/^Laci uang terbuka/)).toHaveCount(1);
  await expect(page.getByRole('article')).toHaveCount(0);
  await paidOn(page).getByRole('button', { name: 'Cetak struk' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article').first()).not.toContainText('SALINAN');
  const again = paidOn(page).getByRole('button', { name: 'Cetak ulang' });
  await expect(again).toBeVisible();
  await page.reload();
  await expect(again).toBeVisible(); // the till knows that it has had its paper
  await expect(paidOn(page)).not.toContainText('Struk belum dicetak');
});

test('never printed, F8 still gives the paper', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await useSettings(page, choosePrint('Tidak'));
  await sell(page);
  await expect(paidOn(page)).toContainText('Struk belum dicetak');
  await press(page, 'F8');
  await expect(page.getByRole('article')).toContainText('TOTAL');
  await nextOn(page).click();
});

test('logo, footer and QR stand on the paper as they were set, and a void clause does not', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const group = page.getByRole('region', { name: 'Struk', exact: true });
  const file = group.locator('input[type="file"]');
  await file.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(group.getByRole('alert')).toContainText('bukan gambar');
  await file.setInputFiles(await aPicture(page));
  await expect(group.getByRole('img')).toBeVisible();
  await expect(page.getByText('Gambar struk disimpan.')).toBeVisible();
  const footer = group.getByRole('textbox', { name: 'Kalimat di bawah struk' });
  await footer.fill('a\nb\nc\nd');
  await expect(footer).toHaveAccessibleDescription(/Paling banyak 3 baris/);
  await footer.fill('IG @kopigayo\nBarang tidak dapat ditukar\nBuka 9-21');
  await expect(group.getByRole('status')).toContainText('UU 8/1999 pasal 18');
  await group.getByRole('checkbox', { name: 'Cetak QR pemeriksa struk' }).click();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await group.scrollIntoViewIfNeeded();
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `receipt-settings-${size.width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await goTo(page, 'Kasir');
  await sell(page);
  const paper = page.getByRole('article').first();
  await expect(paper).toContainText('Buka 9-21');
  await expect(paper).toContainText('IG @kopigayo');
  await expect(paper).not.toContainText('ditukar');
  await expect(paper.getByRole('img')).toHaveCount(1);
  await seeThatItFits(page, 'receipt-logo-1366');

  await goTo(page, 'Pengaturan');
  await group.getByRole('button', { name: 'Buang gambar' }).click();
  await expect(group.getByRole('img')).toHaveCount(0);
  await page.getByRole('button', { name: 'English' }).click();
  const english = page.getByRole('region', { name: 'Receipt', exact: true });
  await expect(english.getByRole('status')).toContainText('UU 8/1999 article 18');
  await seeThatItFits(page, 'receipt-settings-english-1366');
});

test('the hub’s page says of the till’s code that it is genuine, and of a forged one not', async ({
  page,
  lapak,
  hub,
}) => {
  const { sync, printing } = lapak.calls;
  await openRegister(page, lapak.url);
  await sell(page);
  await sync.enrol({ invitation: await hub.invite() });
  const { link } = await printing.receiptLink({ number: 'last' });
  expect(link).toContain(`${hub.url}/struk/#LP1*`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(link ?? '');
  await expect(verdictOn(page)).toContainText('TIDAK DAPAT DIPASTIKAN');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'receipt-check-unknown-phone');
  await hub.approve();
  await page.reload();
  await expect(verdictOn(page).getByRole('heading', { name: 'ASLI' })).toBeVisible();
  await expect(verdictOn(page)).toContainText('Rp45.000');
  await expect(verdictOn(page)).toContainText('TC-A12');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'receipt-check-genuine-phone');

  await page.goto((link ?? '').replace('*45000*', '*95000*'));
  await expect(verdictOn(page).getByRole('heading', { name: 'TIDAK COCOK' })).toBeVisible();
  await expect(verdictOn(page)).toContainText('tidak terbukti');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'receipt-check-forged-phone');
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(verdictOn(page).getByRole('heading', { name: 'DOES NOT MATCH' })).toBeVisible();

  await hub.stop();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache'); // only what the page kept is left
  await page.goto('about:blank');
  await page.goto(link ?? '');
  await expect(verdictOn(page).getByRole('heading', { name: 'GENUINE' })).toBeVisible();
  await page.goto((link ?? '').split('#')[0] ?? '');
  await seeThatItFits(page, 'receipt-check-begin-phone');
  await hub.start();
});

/** A picture of a round mark in grey and black, as a stall may have one. */
async function aPicture(page: Page) {
  const other = await page.context().newPage();
  await other.setContent(
    '<div style="width:600px;height:220px;background:radial-gradient(#000,#ddd);' +
      'font:700 90px sans-serif;color:#fff;text-align:center;line-height:220px">GAYO</div>',
  );
  const buffer = await other.locator('div').screenshot();
  await other.close();
  return { name: 'logo.png', mimeType: 'image/png', buffer };
}
