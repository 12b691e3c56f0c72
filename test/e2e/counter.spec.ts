import { expect, type Locator, type Page } from '@playwright/test';
import { tapTwice } from './hands.ts';
import { hold, press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, openOtherTab, openRegister, test } from './lapak.ts';
import { cartOf, nextOn, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';

const GAPS_MS = [20, 60, 120, 250, 400] as const;

const bayar = (page: Page) => page.getByRole('button', { name: 'Bayar', exact: true });

test('a double tap on any control of a sale does what one tap does', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  for (const gapMs of GAPS_MS) {
    await page.getByRole('button', { name: /^Kopi Gayo/ }).click();
    await tapTwice(page, bayar(page), gapMs);
    await expect(sheetOf(page)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('');

    await tapTwice(page, takeMoneyOn(page), gapMs);
    await expect(paidOn(page)).toBeVisible();
    await tapTwice(page, nextOn(page), gapMs);
    await expect(cartOf(page)).toContainText('Keranjang kosong');
  }
  for (const gapMs of GAPS_MS) {
    await page.getByRole('button', { name: /^Batik/ }).click();
    await tapTwice(page, page.getByRole('button', { name: /^Kosongkan/ }), gapMs);
    const question = page.getByRole('dialog', { name: 'Kosongkan keranjang?' });
    await expect(question).toBeVisible();
    await tapTwice(page, question.getByRole('button', { name: 'Kosongkan' }), gapMs);
    await expect(cartOf(page)).toContainText('Keranjang kosong');
  }
  expect(await lapak.totals()).toMatchObject({ sales: 5, salesTotalRupiah: 225_000 });
});

/** The rows of the cart. */
const lines = (page: Page) => cartOf(page).getByRole('row');

test('a double tap on what comes and goes beside a sale does what one tap does', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  for (const gapMs of GAPS_MS) {
    for (const code of [barcode.sambal, barcode.batik, barcode.kopi]) await scan(page, code);
    await expect(lines(page)).toHaveCount(3);
    await tapTwice(page, page.getByRole('button', { name: /^Hapus Kopi/ }), gapMs);
    await expect(lines(page)).toHaveCount(2); // the one below has come to its place

    await press(page, 'F9');
    await scan(page, barcode.kopi);
    const addScans = page.getByRole('button', { name: /^Tambahkan ke keranjang/ });
    await tapTwice(page, addScans, gapMs);
    await expect(addScans).toBeHidden();
    await expect(sheetOf(page)).toContainText('Rp422.500');

    await scan(page, '8990000000005');
    await tapTwice(page, page.getByRole('button', { name: /^Mengerti/ }), gapMs);
    await expect(page.getByRole('alert')).toBeHidden();
    await tapTwice(page, page.getByRole('button', { name: /500\.000/ }), gapMs);
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('500.000');

    await page.getByRole('textbox', { name: 'Uang diterima' }).fill('90000000');
    await takeMoneyOn(page).click();
    const question = page.getByRole('alertdialog');
    await tapTwice(page, question.getByRole('button', { name: /Periksa lagi/ }), gapMs);
    await expect(question).toBeHidden();
    await expect(sheetOf(page)).toBeVisible();
    await takeMoneyOn(page).click();
    await tapTwice(page, question.getByRole('button', { name: /Betul, terima/ }), gapMs);
    await expect(paidOn(page)).toBeVisible();
    await nextOn(page).click();
  }
  expect(await lapak.totals()).toMatchObject({ sales: 5, salesTotalRupiah: 5 * 422_500 });
});

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
  await hold(page, 'Enter', 40);

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
  const question = sheetOf(page).getByRole('alertdialog');
  await expect(question).toContainText('Rp5.000.000, padahal totalnya Rp45.000');
  await expect(question.getByRole('button', { name: 'Betul, terima' })).toBeEnabled();
  await press(page, 'Enter');
  await expect(question).toBeHidden();

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
  await press(other, 'F10');
  await other.getByRole('menuitem', { name: /^Barang/ }).click();
  await other.getByRole('button', { name: 'Impor dari CSV' }).click();
  await other.locator('input[type=file]').setInputFiles({
    name: 'harga.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('kode;nama;harga\nKOPI-01;Kopi Gayo 200 g;47000\n'),
  });
  await other.getByRole('button', { name: 'Masukkan 1 barang' }).click();
  await expect(other.getByText('harga.csv sudah dimasukkan')).toBeVisible();

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

/** Pastes over what stands in a field. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}
