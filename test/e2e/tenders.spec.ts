import { expect, type Page } from '@playwright/test';
import { dynamicQris } from '../../domain/payments/qris-dynamic.ts';
import { STALL_QRIS } from '../support/qris.ts';
import { readQrCodes } from '../support/read-qr.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';
import { test } from './restarts.ts';

/** With a kopi of Rp45.000 on the payment screen. */
async function openPayment(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await expect(sheetOf(page)).toBeVisible();
}

const takenOn = (page: Page) => page.getByRole('list', { name: 'Sudah diterima' });
const verifiedOn = (page: Page) => page.getByRole('button', { name: /^Uang sudah masuk/ });

test('a QRIS is shown with the amount, and paid when the money has come', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await openPayment(page, lapak.url);
  await press(page, 'F6');
  const code = page.getByRole('img', { name: /^QRIS BATIK IBU SARI Rp45\.000/ });
  await expect(code).toBeVisible();
  expect(await readQrCodes(await code.screenshot())).toEqual([dynamicQris(STALL_QRIS, 45_000)]);
  await page.getByText('Kode tetap').click();
  expect(await readQrCodes(await code.screenshot())).toEqual([STALL_QRIS]);
  await press(page, 'Enter'); // as a scanner's: it takes nothing
  await expect(code).toBeVisible();
  await verifiedOn(page).click();
  await expect(paidOn(page)).toContainText('QRIS');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    tenders: [{ kind: 'qris', amountRupiah: 45_000, state: 'verified' }],
    changeRupiah: 0,
  });
});

test('a part in cash, a part by QRIS that is only claimed, and the rest by card', async ({
  page,
  lapak,
}) => {
  await openPayment(page, lapak.url);
  await type(page, '10000');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Ya, sebagian' }).click();
  await expect(takenOn(page).getByRole('listitem')).toHaveCount(1);
  await expect(sheetOf(page)).toContainText('SisaRp35.000');

  await type(page, '15000');
  await press(page, 'F6');
  await expect(page.getByText('Lapak ini belum mengisi QRIS')).toBeVisible();
  await page.getByRole('button', { name: /^Belum terlihat/ }).click();
  await expect(takenOn(page)).toContainText('belum dicek');
  await expect(sheetOf(page)).toContainText('SisaRp20.000');

  await press(page, 'F8');
  await page.getByRole('textbox', { name: 'Bank kartu' }).fill('BCA');
  await page.getByRole('textbox', { name: 'Kode persetujuan' }).fill('012345');
  await page.getByRole('textbox', { name: 'Empat angka terakhir kartu' }).fill('1234');
  await page.getByRole('button', { name: /^Terima kartu/ }).click();
  await expect(paidOn(page)).toContainText('Kartu');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    tenders: [
      { kind: 'cash', amountRupiah: 10_000 },
      { kind: 'qris', amountRupiah: 15_000, state: 'claimed' },
      { kind: 'card', amountRupiah: 20_000, bank: 'BCA', approval: '012345', last: '1234' },
    ],
  });
});

test('lesson 44: a terminal that took more is written down as it was, and cash goes back', async ({
  page,
  lapak,
}) => {
  await openPayment(page, lapak.url);
  await press(page, 'F8');
  await page.getByRole('textbox', { name: 'Bank kartu' }).fill('BCA');
  await page.getByRole('textbox', { name: 'Kode persetujuan' }).fill('012345');
  await page.getByRole('textbox', { name: 'Empat angka terakhir kartu' }).fill('1234');
  await page.getByRole('textbox', { name: 'Jumlah' }).fill('50000');
  await expect(page.getByText('kembalikan tunai Rp5.000')).toBeVisible();
  await page.getByRole('button', { name: /^Terima kartu/ }).click();
  await expect(paidOn(page)).toContainText('Rp5.000');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    tenders: [{ kind: 'card', amountRupiah: 50_000 }],
    changeRupiah: 5_000,
    totalRupiah: 45_000,
  });
});

test('a transfer is taken by the keyboard alone', async ({ page, lapak }) => {
  await openPayment(page, lapak.url);
  await press(page, 'F11');
  await expect(page.getByRole('textbox', { name: /^Dari bank/ })).toBeFocused();
  await type(page, 'BRI');
  await press(page, 'F9');
  await expect(paidOn(page)).toContainText('Transfer');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    tenders: [{ kind: 'transfer', bank: 'BRI', state: 'verified', amountRupiah: 45_000 }],
  });
});

test('what is scanned while a QRIS is shown is told there, and comes into the cart by F7', async ({
  page,
  lapak,
}) => {
  await openPayment(page, lapak.url);
  await press(page, 'F6');
  await expect(verifiedOn(page)).toBeVisible();
  await scan(page, '8990000000009');
  await expect(page.getByRole('alert').filter({ hasText: '8990000000009' })).toBeVisible();
  await page.getByRole('button', { name: 'Mengerti' }).click();
  await scan(page, barcode.sambal);
  await expect(page.getByText('Dipindai saat pembayaran')).toBeVisible();
  await expect(page.getByText('Sambal Roa Manado').last()).toBeVisible();
  await press(page, 'F7');
  await expect(verifiedOn(page)).toBeHidden(); // it was asked for less
  await expect(sheetOf(page)).toContainText('Rp72.500');
  await press(page, 'F6');
  await verifiedOn(page).click();
  await expect(paidOn(page)).toContainText('QRIS');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    totalRupiah: 72_500,
  });
});

test('keys pressed twice take a payment once', async ({ page, lapak }) => {
  await openPayment(page, lapak.url);
  await type(page, '20000');
  await press(page, 'F6');
  await expect(verifiedOn(page)).toBeVisible();
  await pressTwice(page, 'F9');
  await expect(takenOn(page).getByRole('listitem')).toHaveCount(1);
  await expect(sheetOf(page)).toContainText('SisaRp25.000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
});

test('a part that was taken outlives kill -9, and can go back before it is booked', async ({
  page,
  restarts,
}) => {
  const killed = await restarts.start();
  await openPayment(page, killed.url);
  await type(page, '20000');
  await press(page, 'F6');
  await verifiedOn(page).click();
  await expect(takenOn(page)).toContainText('Rp20.000');
  await killed.stop('SIGKILL');

  const shell = await restarts.start();
  await page.goto('about:blank');
  await openRegister(page, shell.url);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F4');
  await expect(page.getByText('Uang sudah diterima untuk keranjang ini')).toBeVisible();
  await press(page, 'F9');
  await expect(sheetOf(page)).toContainText('SisaRp25.000');
  await takenOn(page)
    .getByRole('button', { name: /^Batalkan QRIS/ })
    .click();
  await expect(takenOn(page)).toHaveCount(0);
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    for (const language of ['id', 'en'] as const) {
      test(`each payment is whole at ${size} in ${language}`, async ({ page, lapak }) => {
        await lapak.calls.settings.change({ qris: STALL_QRIS, language });
        await page.goto(lapak.url);
        await page.getByRole('searchbox').waitFor();
        await scan(page, barcode.kopi);
        await expect(page.getByRole('option')).toHaveCount(1);
        await press(page, 'F9');
        await type(page, '10000');
        await press(page, 'Enter');
        await expect(page.getByRole('alertdialog')).toBeVisible();
        await seeThatItFits(page, `${size}-pay-part-${language}`);
        await page.getByRole('alertdialog').getByRole('button').last().click();
        await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
        await seeThatItFits(page, `${size}-pay-rest-${language}`);
        await seeNothingAgainstAxe(page);
        for (const [key, name] of [
          ['F6', 'qris'],
          ['F8', 'card'],
          ['F11', 'transfer'],
        ] as const) {
          await press(page, key);
          const dialog = page.getByRole('dialog');
          await expect(dialog.getByRole('heading', { level: 2 })).toBeVisible();
          for (const button of await dialog.getByRole('button').all()) {
            await expect(button).toBeInViewport({ ratio: 1 });
          }
          await seeThatItFits(page, `${size}-pay-${name}-${language}`);
          await seeNothingAgainstAxe(page);
          await press(page, 'Escape');
        }
      });
    }
  });
}
