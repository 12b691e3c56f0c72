import { expect, type Locator, type Page } from '@playwright/test';
import { press, scan } from './keyboard.ts';
import { barcode } from './lapak.ts';

/** The lamp of the hub in the bar. */
export const lampOn = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Hub/ });
/** How reporting stands, on the till's page of the hub. */
export const stateOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Keadaan laporan ke hub' });
/** The two fields and the button by which a till is enrolled. */
export const hubField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Undangan atau alamat hub' });
export const codeField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Kode', exact: true });
export const enrolAct = (page: Page): Locator =>
  page.getByRole('button', { name: 'Daftarkan', exact: true });

/** Sells one coffee. @returns the number of its receipt */
export async function sellOne(page: Page): Promise<string> {
  await scan(page, barcode.kopi);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
  await press(page, 'F9');
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  const paid = page.getByRole('region', { name: 'Lunas' });
  await expect(paid).toBeVisible();
  return /[2-9A-Z]{3}-\d{6}/.exec(await paid.innerText())?.[0] ?? 'no number';
}
