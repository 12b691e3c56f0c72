import { expect, type Page } from '@playwright/test';
import { openRegister, test } from './lapak.ts';

/** Taps twice in one place, as fast as a hand does by mistake; nothing is waited for. */
async function tapTwice(page: Page, name: RegExp | string): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox();
  if (!box) throw new Error(`no button ${name}`);
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 20 });
}

test('a double tap on the lamp opens the printer, and its second half closes nothing', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await tapTwice(page, /^Printer: /);
  const panel = page.getByRole('dialog', { name: 'Printer struk' });
  await expect(panel.getByRole('button', { name: 'Cetak halaman uji' })).toBeVisible();
  await page.getByRole('button', { name: 'Tutup' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: /^Printer: / })).toBeFocused();
});

test('a double tap on the menu opens it', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await tapTwice(page, 'Menu');
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
  await page.getByRole('button', { name: 'Masukkan 1 barang' }).click({ trial: true });
  await tapTwice(page, 'Masukkan 1 barang');
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
  await page.getByRole('button', { name: /^Printer: / }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('button', { name: 'Tutup' })).toBeFocused();
  await page.keyboard.down('Enter'); // again: it is held
  await page.keyboard.up('Enter');
  await expect(page.getByRole('dialog', { name: 'Printer struk' })).toBeVisible();
});
