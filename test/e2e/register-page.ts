import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './keyboard.ts';

/** What stands on the screen of the register, by what a person calls it. */
export const cartOf = (page: Page): Locator => page.getByRole('region', { name: 'Keranjang' });
export const linesOf = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Isi keranjang' }).getByRole('option');
export const sheetOf = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Bayar', exact: true });
export const takeMoneyOn = (page: Page): Locator =>
  page.getByRole('button', { name: 'Terima pembayaran' });
export const paidOn = (page: Page): Locator => page.getByRole('region', { name: 'Lunas' });
export const nextOn = (page: Page): Locator =>
  page.getByRole('button', { name: 'Penjualan berikutnya' });

/** Pays what is in the cart with exactly its total. */
export async function payExactly(page: Page): Promise<void> {
  await press(page, 'F9');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
}
