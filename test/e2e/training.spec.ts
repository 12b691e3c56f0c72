import { expect, type Page } from '@playwright/test';
import { STALL_QRIS } from '../support/qris.ts';
import { readQrCodes } from '../support/read-qr.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan, type } from './keyboard.ts';
import { barcode, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeFiguresWhole, seeInReach } from './reach.ts';
import {
  cartOf,
  linesOf,
  nextOn,
  paidOn,
  payExactly,
  sheetOf,
  takeMoneyOn,
} from './register-page.ts';
import { test } from './restarts.ts';

const bandOn = (page: Page) => page.getByRole('region', { name: 'LATIHAN' });
const parkOn = (page: Page) => cartOf(page).getByRole('button', { name: /^Tahan dan ganti/ });

/** Begins training, or ends it. */
const turn = (page: Page) => page.keyboard.press('Control+l');

/** A page that the till has not told its cart yet beeps: as a person does, it is pressed again. */
async function beginTraining(page: Page, band = bandOn(page)): Promise<void> {
  await expect(async () => {
    if (!(await band.isVisible())) await turn(page);
    await expect(band).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Practises the sale of a kopi. */
async function practise(page: Page): Promise<void> {
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await payExactly(page);
}

test('a sale is practised from beginning to end, and the book has none', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await beginTraining(page);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await type(page, '10%');
  await expect(cartOf(page)).toContainText('Rp40.500');
  await press(page, 'F9');
  await expect(sheetOf(page)).toContainText('LATIHAN');
  await type(page, '50000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Rp9.500');
  await expect(paidOn(page)).toContainText('LATIHAN');
  await expect(paidOn(page)).toContainText(/-LATIHAN-000001/);
  await expect(page.getByText('LATIHAN - BUKAN BUKTI PEMBAYARAN')).toHaveCount(2); // on the paper
  await expect(page.getByRole('button', { name: /QR struk/ })).toHaveCount(0);
  expect(await lapak.calls.sales.totals()).toMatchObject({ sales: 0 });

  await turn(page);
  await expect(bandOn(page)).toBeHidden();
  await expect(cartOf(page)).toContainText('Keranjang kosong');
  await practise(page); // in earnest
  await expect(paidOn(page)).not.toContainText('LATIHAN');
  await expect(paidOn(page)).toContainText(/-000001/);
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
});

test('the code that is shown in training is no QRIS', async ({ page, lapak }) => {
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await openRegister(page, lapak.url);
  await beginTraining(page);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await press(page, 'F6');
  const code = page.getByRole('img', { name: /BUKAN QRIS/ });
  await expect(code).toBeVisible();
  for (const which of ['Kode tetap', 'Dengan jumlah']) {
    await page.getByText(which).click();
    expect(await readQrCodes(await code.screenshot())).toEqual([
      'LATIHAN: BUKAN QRIS, JANGAN DIBAYAR',
    ]);
  }
  await expect(page.getByText('Latihan: tidak ada yang membayar')).toBeVisible();
  await page.getByRole('button', { name: /^Uang sudah masuk/ }).click();
  await expect(paidOn(page)).toContainText('QRIS');
  expect(await lapak.totals()).toMatchObject({ sales: 0 });
});

test('training goes on after a reload and after kill -9, with its cart and without one', async ({
  page,
  restarts,
}) => {
  const killed = await restarts.start();
  await openRegister(page, killed.url);
  await beginTraining(page);
  await page.reload();
  await expect(bandOn(page)).toBeVisible(); // of an empty cart
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  await page.reload();
  await expect(bandOn(page)).toBeVisible();
  await expect(linesOf(page)).toHaveCount(1);
  await killed.stop('SIGKILL');

  const shell = await restarts.start();
  await page.goto('about:blank');
  await openRegister(page, shell.url);
  await expect(bandOn(page)).toBeVisible();
  await expect(linesOf(page)).toHaveCount(1);
  await payExactly(page);
  await expect(paidOn(page)).toContainText(/-LATIHAN-000001/);
});

test('a filled cart keeps training from beginning and from ending, by the menu as well', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  await turn(page);
  await expect(page.getByText('Latihan dimulai dan selesai dengan keranjang kosong')).toBeVisible();
  await expect(bandOn(page)).toBeHidden();
  await payExactly(page);
  await nextOn(page).click();

  await press(page, 'F3'); // the menu leads back from another screen
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mulai latihan' }).click();
  await expect(bandOn(page)).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeVisible();
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  await bandOn(page).getByRole('button', { name: 'Selesai latihan' }).click();
  await expect(bandOn(page)).toBeVisible();
  await expect(linesOf(page)).toHaveCount(1);
});

test('held carts of training and real ones are never in one list', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  const park = async () => {
    await press(page, 'PageDown');
    await page.getByRole('button', { name: 'Tahan keranjang ini' }).click();
    await expect(cartOf(page)).toContainText('Keranjang kosong');
  };
  await scan(page, barcode.batik);
  await expect(linesOf(page)).toHaveCount(1);
  await park();
  await expect(parkOn(page)).toContainText('1 ditahan');
  await beginTraining(page);
  await expect(parkOn(page)).toHaveCount(0); // there is none of training
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  await park();
  await expect(bandOn(page)).toBeVisible();
  await expect(parkOn(page)).toContainText('1 ditahan');
  await press(page, 'PageDown');
  const rows = page.getByRole('dialog').getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Rp45.000');
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await turn(page);
  await expect(bandOn(page)).toBeHidden();
  await press(page, 'PageDown');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Rp350.000');
});

test('the audit trail has it in words', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await beginTraining(page);
  await practise(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Jejak audit' }).click();
  const row = page.getByRole('option').filter({ hasText: 'LATIHAN-000001' });
  await expect(row).toContainText('Latihan');
  await expect(row).toContainText('Rp45.000');
  await expect(row).toContainText('Tunai');
});

test('in a small window the band or the bar says so, and the sheet', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await beginTraining(page);
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 683, height: 384 },
    { width: 911, height: 512 },
  ]) {
    const size = `${viewport.width}x${viewport.height}`;
    await page.setViewportSize(viewport);
    const isNarrow = viewport.width < 600;
    await expect(bandOn(page)).toBeVisible({ visible: isNarrow });
    const place = isNarrow ? bandOn(page) : page.getByRole('banner');
    const mark = place.getByText('LATIHAN', { exact: true });
    await seeInReach([mark, page.getByRole('button', { name: 'Bayar' })], size);
    await seeThatItFits(page, `training-${size}-register`);
    await press(page, 'F9');
    const marks = sheetOf(page).getByText('LATIHAN', { exact: true }).filter({ visible: true });
    await expect(marks).not.toHaveCount(0);
    await seeInReach([takeMoneyOn(page)], size);
    await seeThatItFits(page, `training-${size}-pay`);
    await press(page, 'Escape');
    await expect(sheetOf(page)).toBeHidden();
  }
});

const words = {
  id: { mark: 'LATIHAN', end: 'Selesai latihan', pay: 'Bayar', next: 'Penjualan berikutnya' },
  en: { mark: 'TRAINING', end: 'End training', pay: 'Pay', next: 'Next sale' },
} as const;

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    for (const [language, colorScheme] of [
      ['id', 'auto'],
      ['en', 'auto'],
      ['id', 'contrast'],
    ] as const) {
      const look = `${language}-${colorScheme}`;
      test(`training stands on each step at ${size} in ${look}`, async ({ page, lapak }) => {
        const { mark, end, next } = words[language];
        await lapak.calls.settings.change({ qris: STALL_QRIS, language, colorScheme });
        await page.goto(lapak.url);
        await page.getByRole('searchbox').waitFor();
        const band = page.getByRole('region', { name: mark });
        await beginTraining(page, band);
        const see = async (step: string): Promise<void> => {
          await seeFiguresWhole(page, step);
          await seeThatItFits(page, `training-${size}-${look}-${step}`);
          await seeNothingAgainstAxe(page);
        };
        await scan(page, barcode.kopi);
        await expect(page.getByRole('option')).toHaveCount(1);
        await seeInReach([band.getByRole('button', { name: end })], size);
        await see('register');

        await press(page, 'F9');
        const sheet = page.getByRole('dialog');
        await expect(sheet.getByText(mark, { exact: true }).first()).toBeVisible();
        await see('pay');
        await press(page, 'F6');
        await expect(sheet.getByText(mark, { exact: true })).toBeVisible();
        for (const button of await sheet.getByRole('button').all()) {
          await expect(button).toBeInViewport({ ratio: 1 });
        }
        await see('qris');
        await press(page, 'Escape');
        await type(page, '50000');
        await press(page, 'Enter');
        const nextButton = page.getByRole('button', { name: next });
        await expect(nextButton).toBeEnabled();
        await seeInReach([nextButton, band.getByRole('button', { name: end })], size);
        await see('change');
      });
    }
  });
}
