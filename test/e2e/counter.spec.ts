import { expect, type Page } from '@playwright/test';
import { hold, paste, press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, goTo, openOtherTab, openRegister, test } from './lapak.ts';
import { cartOf, nextOn, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';

const bayar = (page: Page) => page.getByRole('button', { name: 'Bayar', exact: true });

test('a quantity typed by touch is meant, whatever is touched next', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: /^Keripik/ }).click();
  await page.getByRole('button', { name: /^Jumlah 1/ }).click();
  const pad = page.getByRole('dialog').getByRole('button', { name: '3', exact: true });
  await pad.click();
  await bayar(page).click();
  await expect(sheetOf(page)).toContainText('Rp54.000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 54_000 });
});

test('Enter held down pays once and leaves the change on the screen', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await expect(sheetOf(page)).toBeVisible();
  await type(page, '50000');
  await hold(page, 'Enter', { times: 40 });

  await expect(paidOn(page)).toContainText('Rp5.000');
  await expect(nextOn(page)).toBeEnabled();
  await expect(paidOn(page)).toBeVisible();
  expect(await lapak.totals()).toMatchObject({ sales: 1 });
});

test('a scan during the payment is offered, waits, and goes where the person says', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await scan(page, barcode.sambal, { gapMs: 37 });
  await expect(sheetOf(page)).toContainText('Dipindai saat pembayaran');
  await expect(sheetOf(page)).toContainText('Sambal Roa Manado');
  await expect(sheetOf(page)).toContainText('Rp45.000');

  await sheetOf(page)
    .getByRole('button', { name: /^Tambahkan/ })
    .click();
  await expect(sheetOf(page)).toContainText('Rp72.500');
  await expect(sheetOf(page)).toContainText('1 × Sambal Roa Manado');
  await scan(page, barcode.batik, { gapMs: 37 });
  await expect(sheetOf(page)).toContainText('Batik Tulis Lasem');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Keranjang berikutnya: 1 baris: Batik Tulis Lasem');
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 72_500 });
});

test('a scan right behind the payment leaves the change told', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await type(page, '50000');
  await press(page, 'Enter');
  await expect(paidOn(page)).toBeVisible();
  await scan(page, barcode.sambal);

  await expect(cartOf(page)).toContainText('Rp27.500');
  await expect(cartOf(page)).toContainText(/Kembalian struk [2-9A-Z]{3}-\d{6}Rp5.000/);
  await cartOf(page).getByRole('button', { name: 'Mengerti' }).click();
  await expect(cartOf(page)).not.toContainText('Kembalian');
  expect(await lapak.totals()).toMatchObject({ sales: 1 });
});

test('pasted cash with sen is read as it says or refused', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  const cash = sheetOf(page).getByRole('textbox');
  await paste(page, cash, '50000.00');
  await expect(cash).toHaveValue('50.000');
  await paste(page, cash, '45.000,50');
  await expect(sheetOf(page).getByRole('alert')).toContainText('“45.000,50” tidak bisa dibaca');
  await expect(cash).toHaveValue('50.000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Rp5.000');
});

test('cash far above the total is asked about, and Enter takes it back', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await type(page, '5000000');
  await pressTwice(page, 'Enter');
  const question = sheetOf(page).getByRole('alertdialog', { name: /Rp5\.000\.000/ });
  await expect(question).toContainText('Rp5.000.000, padahal totalnya Rp45.000');
  await expect(question).toHaveAccessibleDescription(/Rp4\.955\.000/); // what would go back
  await expect(question.getByRole('button', { name: 'Periksa lagi' })).toBeFocused();
  await expect(question.getByRole('button', { name: 'Betul, terima' })).toBeEnabled();
  await press(page, 'Enter');
  await expect(question).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toBeFocused();

  await press(page, 'Enter');
  await question.getByRole('button', { name: 'Betul, terima' }).click();
  await expect(paidOn(page)).toContainText('Rp4.955.000');
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
});

test('an unknown scan stays told, and no money is taken before it is seen', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, '8990000000005');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await expect(page.getByRole('alert')).toContainText('8990000000005 belum terdaftar');
  await press(page, 'F9');
  await expect(sheetOf(page).getByRole('button', { name: /Lihat dulu/ })).toBeDisabled();
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toBeHidden();
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
  expect(await lapak.totals()).toMatchObject({ sales: 1 });
});

test('a lost scan is told with what it was first, and only the new one is read out', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await importCsv(page, 'kode;nama;harga\nSKT-01;Songket;999999999000\n');
  await goTo(page, 'Kasir');
  await type(page, '9999*');
  await scan(page, 'SKT-01');
  const told = page.getByRole('alert').getByRole('listitem');
  await expect(told).toHaveText([/^SKT-01: Jumlahnya terlalu besar/]);
  await scan(page, '8990000000005');
  await expect(told).toHaveText([/^SKT-01: /, /^Kode batang 8990000000005 belum terdaftar/]);
  await expect(page.getByRole('alert')).toHaveAttribute('aria-atomic', 'false');
});

/** Brings products in at another screen. */
async function importCsv(page: Page, content: string): Promise<void> {
  await goTo(page, 'Barang');
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'barang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: 'Masukkan 1 barang' }).click();
  await expect(page.getByText('barang.csv sudah dimasukkan')).toBeVisible();
}

test('a scan in a field of another screen is not written into it, and is told', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await press(page, 'F10');
  await page.getByRole('menuitem', { name: /^Pengaturan/ }).click();
  const name = page.getByRole('textbox', { name: 'Nama lapak' });
  const before = await name.inputValue();
  await name.focus();
  await scan(page, barcode.kopi, { gapMs: 37 });

  await expect(page.getByRole('alert')).toContainText(barcode.kopi);
  await expect(name).toHaveValue(before);
  expect(await lapak.totals()).toMatchObject({ sales: 0 });
});

test('a price that rose elsewhere is told before the money is short, and can be paid', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  const other = await openOtherTab(page);
  await importCsv(other, 'kode;nama;harga\nKOPI-01;Kopi Gayo 200 g;47000\n');

  await page.bringToFront();
  await press(page, 'F9');
  await takeMoneyOn(page).click();
  await expect(page.getByRole('alert')).toContainText('Harga Kopi Gayo 200 g berubah');
  await expect(cartOf(page)).toContainText('Rp47.000');
  await press(page, 'F9');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Rp47.000');
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 47_000 });
});
