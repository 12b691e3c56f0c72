import { expect, type Page } from '@playwright/test';
import { holdEnter, tapTwice } from './hands.ts';
import { openRegister, test } from './lapak.ts';

/** Of a hand that taps twice by mistake. */
const GAP_MS = 120;

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

test('a double tap on the lamp opens the printer, and its second half closes nothing', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await tapTwice(page, button(page, /^Printer: /), GAP_MS);
  const panel = page.getByRole('dialog', { name: 'Printer struk' });
  await expect(panel.getByRole('button', { name: 'Cetak halaman uji' })).toBeVisible();
  await page.getByRole('button', { name: 'Tutup', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: /^Printer: / })).toBeFocused();
});

test('a double tap on the menu opens it', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await tapTwice(page, button(page, 'Menu'), GAP_MS);
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await expect(page.getByRole('heading', { name: 'Barang', level: 1 })).toBeVisible();
});

test('a double tap on what an import would do does it, and leaves its result in sight', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'madu.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('kode;nama;harga\nMDU-01;Madu Sumbawa;85000\n'),
  });
  await tapTwice(page, button(page, 'Masukkan 1 barang'), GAP_MS);
  const report = page.getByRole('region', { name: 'Impor barang' });
  await expect(report).toContainText('madu.csv sudah dimasukkan');
  await report.getByRole('button', { name: 'Selesai' }).click();
  await expect(page.getByText('Madu Sumbawa')).toBeVisible();
});

test('Enter that is held down while the printer opens does not close it', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await holdEnter(page, button(page, /^Printer: /), 500);
  await expect(page.getByRole('dialog', { name: 'Printer struk' })).toBeVisible();
});
