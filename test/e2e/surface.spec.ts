import { expect, type Page } from '@playwright/test';
import { holdEnter, middleOf, tapOnAndOn, tapTwice } from './hands.ts';
import { openRegister, test } from './lapak.ts';
import { touchPin } from './people.ts';

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

for (const viewport of [
  { width: 800, height: 600 },
  { width: 1366, height: 768 },
]) {
  test(`a finger that taps on and on leaves no recovery code unread at ${viewport.width}`, async ({
    page,
    lapak,
  }) => {
    const pin = '482960'; // its last figure lies lowest on the pad
    await page.setViewportSize(viewport);
    await openRegister(page, lapak.url);
    await button(page, 'Buat PIN pemilik').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Bu Sari');
    await dialog.getByRole('button', { name: 'Lanjut' }).click();
    await touchPin(page, pin);
    await expect(dialog.getByText('Sekali lagi')).toBeVisible();
    await touchPin(page, pin.slice(0, -1));
    const pad = page.getByRole('group', { name: 'Angka PIN' });
    const zero = await middleOf(pad.getByRole('button', { name: '0', exact: true }));
    const erase = await middleOf(pad.getByRole('button').last());
    const fromMs = await tapOnAndOn(page, zero, { times: 9, gapMs: 250 });
    const code = page.getByRole('dialog', { name: 'Simpan kode pemulihan ini' });
    const kept = code.getByRole('button', { name: 'Sudah saya simpan' });
    await expect(code).toBeVisible();
    await tapOnAndOn(page, await middleOf(kept), { times: 8, gapMs: 250, fromMs });
    await expect(code).toBeVisible();
    await expect(page.locator('[data-fresh]')).toHaveCount(0);
    for (const place of [zero, erase]) await tapOnAndOn(page, place, { times: 2, gapMs: 250 });
    await expect(code.getByRole('status')).toBeEmpty(); // nor has it gone to the printer
    await kept.click();
    await expect(code).toBeHidden();
  });
}
