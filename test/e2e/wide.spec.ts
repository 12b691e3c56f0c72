import { expect, type Page } from '@playwright/test';
import { STALL_QRIS } from '../support/qris.ts';
import { charged, tab } from './fees-till-page.ts';
import { press, type } from './keyboard.ts';
import { goTo, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeFiguresWhole } from './reach.ts';
import { linesOf, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';
import { noSheet, openShiftScreen, piecesOf, reportOn, seen, sheetOn } from './shift-page.ts';
import { reportTo, test } from './stall-hub.ts';

/** The till at 1920x1080: one pass over what a cashier sees, and one over the other screens. */

test.use({ stall: 'sample', viewport: { width: 1920, height: 1080 } });

/** Sees that it fits and that no amount is cut, once all of it takes a touch. */
async function see(page: Page, name: string): Promise<void> {
  await seen(page);
  await seeFiguresWhole(page, name);
  await seeThatItFits(page, `wide-${name}`);
}

/** Touches so many products of the shelf, each once. */
async function touch(page: Page, count: number): Promise<void> {
  const cards = page.getByRole('tabpanel').getByRole('button');
  for (let at = 0; at < count; at += 1) await cards.nth(at).click();
  await expect(linesOf(page)).toHaveCount(count);
}

test('a sale fits a wide screen from the shelf to the change, and is found again', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await openRegister(page, lapak.url);
  await touch(page, 3);
  await press(page, 'PageDown');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await type(page, 'Bu Rina');
  await see(page, 'held');
  await press(page, 'Enter'); // to the button
  await press(page, 'Enter');
  await expect(page.getByText('1 ditahan')).toBeVisible();
  await touch(page, 9);
  await see(page, 'cart');

  await press(page, 'F9');
  await expect(sheetOf(page)).toBeVisible();
  await see(page, 'pay');
  await type(page, '10000');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Ya, sebagian' }).click();
  await expect(sheetOf(page).getByRole('listitem')).toHaveCount(1);
  await see(page, 'rest');
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
    await see(page, `pay-${name}`);
    await press(page, 'Escape');
    await expect(sheetOf(page)).toBeVisible();
  }
  await seen(page);
  await type(page, '1000000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText('TOTAL');
  await see(page, 'change');
  await press(page, 'F7');
  await expect(page.getByRole('complementary', { name: 'QR struk' })).toBeVisible();
  await see(page, 'receipt-qr');

  await goTo(page, 'Penjualan');
  await page.getByRole('listbox', { name: 'Daftar penjualan' }).getByRole('option').click();
  await expect(page.getByRole('complementary')).toContainText('Tunai');
  await see(page, 'sales');
  await press(page, 'F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await see(page, 'whatsapp');
  await press(page, 'Escape');
  await noSheet(page);
  await press(page, 'F4');
  await see(page, 'find');
});

test('every other screen fits a wide one', async ({ page, lapak, hub }) => {
  await charged(hub);
  await reportTo(hub, lapak);
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await see(page, 'shift');
  await press(page, 'F7');
  await expect(reportOn(page).getByRole('heading', { name: 'Cara bayar' })).toBeVisible();
  await see(page, 'shift-report');
  await press(page, 'Escape');
  await press(page, 'F9');
  await expect(piecesOf(page, 'Rp100.000')).toBeVisible();
  await expect(sheetOn(page, 'Tutup shift')).toBeVisible();
  await see(page, 'shift-count');
  await press(page, 'Escape');
  await noSheet(page);

  await goTo(page, 'Iuran');
  await expect(page.getByRole('region', { name: 'Harus dibayar' })).toContainText('Rp1.000.000');
  await see(page, 'fees');
  await tab(page, 'Kalender');
  await see(page, 'fees-days');
  await goTo(page, 'Barang');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Nama' })).toBeVisible();
  await see(page, 'catalog');
  await press(page, 'Escape');
  await noSheet(page);
  await goTo(page, 'Staf');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await see(page, 'staff');
  await page.getByText('Peran', { exact: true }).first().click();
  await expect(page.getByRole('table', { name: 'Peran' })).toBeVisible();
  await see(page, 'roles');
  await goTo(page, 'Jejak audit');
  await expect(page.getByRole('listbox', { name: /^Jejak audit/ })).toBeVisible();
  await see(page, 'trail');
  await goTo(page, 'Hub');
  await expect(page.getByRole('region', { name: 'Keadaan laporan ke hub' })).toBeVisible();
  await see(page, 'hub');
  await goTo(page, 'Pengaturan');
  await expect(page.getByRole('button', { name: 'Simpan' })).toBeInViewport({ ratio: 1 });
  await see(page, 'settings');
});
