import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan, type } from './keyboard.ts';
import { barcode, goTo, openRegister, test } from './lapak.ts';
import { approvalOn, ani, budi, signIn } from './people.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf, linesOf, paidOn, payExactly, sheetOf } from './register-page.ts';

/** The last line of the cart. */
const lineOf = (page: Page) => linesOf(page).last();
const quickOn = (page: Page) => page.getByRole('dialog', { name: 'Barang cepat' });
const termsOn = (page: Page) => page.getByRole('dialog', { name: 'Diskon dan catatan' });

test('a price is agreed by keyboard, taken back, and told on the receipt', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await type(page, '325000');
  await press(page, 'F5');
  await expect(lineOf(page)).toContainText('Rp325.000');
  await expect(lineOf(page)).toContainText('rak Rp350.000');
  await page.keyboard.press('Control+z');
  await expect(lineOf(page)).not.toContainText('rak');

  await type(page, '325000');
  await press(page, 'F5');
  await expect(cartOf(page)).toContainText('Rp325.000');
  await payExactly(page);
  const receipt = await lapak.calls.sales.receipt({ number: 'last' });
  expect(receipt).toMatchObject({
    totalRupiah: 325_000,
    lines: [{ priceRupiah: 325_000, shelfRupiah: 350_000 }],
  });
});

test('a discount in percent and one in rupiah come off, with the cart’s own on top', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await type(page, '10%');
  await expect(lineOf(page)).toContainText('Diskon 10% −Rp35.000');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp360.000');
  await type(page, '5000');
  await press(page, 'F7');
  await expect(lineOf(page)).toContainText('Diskon −Rp5.000');

  await press(page, 'F11');
  await termsOn(page).getByRole('textbox', { name: 'Persen' }).fill('5');
  await termsOn(page).getByRole('textbox', { name: 'Catatan', exact: true }).fill('Langganan');
  await termsOn(page).getByRole('button', { name: 'Pakai' }).click();
  await expect(termsOn(page)).toBeHidden();
  await expect(cartOf(page)).toContainText('Diskon semua 5%');
  await expect(cartOf(page)).toContainText('−Rp17.750');
  await expect(cartOf(page)).toContainText('Rp337.250');
  await page.reload(); // the till has all of it
  await expect(cartOf(page)).toContainText('Rp337.250');

  await press(page, 'F9');
  await press(page, 'Enter');
  await expect(paidOn(page)).toBeVisible();
  const { totalRupiah, discount, note, roundingRupiah } = await lapak.calls.sales.receipt({
    number: 'last',
  });
  expect({ totalRupiah, discount, note, roundingRupiah }).toEqual({
    totalRupiah: 337_200,
    discount: { rateBp: 500, amountRupiah: 17_750 },
    note: 'Langganan',
    roundingRupiah: -50,
  });
});

test('fingers agree a price and a discount on the pad', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await page.getByRole('button', { name: 'Harga dan diskon baris' }).click();
  const pad = page.getByRole('group', { name: 'Papan angka' });
  for (const digit of ['4', '0', '000']) {
    await pad.getByRole('button', { name: digit, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Pakai harga ini' }).click();
  await expect(lineOf(page)).toContainText('rak Rp45.000');

  await page.getByRole('button', { name: 'Harga dan diskon baris' }).click();
  await page.getByText('Disk. %', { exact: true }).click();
  await pad.getByRole('button', { name: '5', exact: true }).click();
  await page.getByRole('button', { name: 'Pakai diskon ini' }).click();
  await expect(lineOf(page)).toContainText('Diskon 5% −Rp2.000');
  await page.getByRole('button', { name: 'Urungkan langkah terakhir' }).click();
  await expect(lineOf(page)).not.toContainText('Diskon');
});

test('a quick item is a name and an amount, and takes no stock', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await press(page, 'Insert');
  await expect(quickOn(page).getByRole('textbox', { name: 'Nama' })).toBeFocused();
  await type(page, 'Bungkus kado');
  await press(page, 'Enter');
  await type(page, '7500');
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expect(quickOn(page)).toBeHidden();
  await expect(lineOf(page)).toContainText('Bungkus kado');
  await payExactly(page);
  const receipt = await lapak.calls.sales.receipt({ number: 'last' });
  expect(receipt).toMatchObject({
    totalRupiah: 7_500,
    lines: [{ code: '', name: 'Bungkus kado' }],
  });
});

test.describe('where a PIN is asked for guarded acts', () => {
  test.use({ pinUse: 'guarded' });

  test('a cashier’s discount waits for the PIN of one who may, and both are journaled', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await scan(page, barcode.batik);
    await expect(cartOf(page)).toContainText('Rp350.000');
    await type(page, '10%');
    await expect(approvalOn(page)).toContainText('Memberi diskon');
    await press(page, 'Escape');
    await expect(approvalOn(page)).toBeHidden();
    await expect(lineOf(page)).not.toContainText('Diskon');

    await type(page, '10%');
    await expect(approvalOn(page)).toContainText('Memberi diskon');
    await press(page, budi.key);
    await type(page, budi.pin);
    await expect(lineOf(page)).toContainText('Diskon 10%');
    await payExactly(page);
    const { lines } = await lapak.calls.sales.receipt({ number: 'last' });
    expect(lines).toMatchObject([{ discount: { rateBp: 1_000, amountRupiah: 35_000 } }]);
  });

  test('cash back for a card waits for a PIN, and the sale is paid by it', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await scan(page, barcode.kopi);
    await expect(cartOf(page)).toContainText('Rp45.000');
    await press(page, 'F9');
    await type(page, '450000');
    await press(page, 'F8');
    await page.getByRole('textbox', { name: 'Bank kartu' }).fill('BCA');
    await page.getByRole('textbox', { name: 'Kode persetujuan' }).fill('012345');
    await page.getByRole('textbox', { name: 'Empat angka terakhir kartu' }).fill('1234');
    await page.getByRole('button', { name: /^Terima kartu/ }).click();
    await expect(approvalOn(page)).toContainText('Memberi kembalian tunai');
    await expect(page.getByRole('alert')).toContainText('Kembali tunai Rp405.000 perlu izin');
    await press(page, 'Escape');
    await expect(approvalOn(page)).toBeHidden();
    await expect(sheetOf(page)).toContainText('Rp450.000'); // it is paid, and waits

    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Kembalikan Rp405.000' }).click();
    await expect(approvalOn(page)).toBeVisible();
    await press(page, budi.key);
    await type(page, budi.pin);
    await expect(paidOn(page)).toContainText('Rp405.000');
  });
});

test('a PKP stall has its PPN on screen and paper, another stall has none', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const tax = page.getByRole('combobox', { name: 'Pajak penjualan' });
  await tax.selectOption('PPN');
  await page.getByRole('button', { name: 'Simpan' }).click();
  const npwp = page.getByRole('textbox', { name: /^NPWP/ });
  await expect(npwp).toHaveAccessibleDescription(/Hanya PKP yang memungut PPN/);
  await npwp.fill('01.234.567.8-901.000');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  await goTo(page, 'Kasir');
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('termasuk PPN');
  await expect(cartOf(page)).toContainText('Rp34.685');
  await payExactly(page);
  const paper = page.getByRole('region', { name: /Kertas/ });
  await expect(paper).toContainText('NPWP 01.234.567.8-901.000');
  await expect(paper).toContainText('Termasuk PPN 12%');
  await expect(paper).toContainText('289.039'); // DPP nilai lain: 11/12 of what is without tax
});

for (const [language, words] of [
  ['id', { terms: 'Diskon dan catatan', quick: 'Barang cepat' }],
  ['en', { terms: 'Discount and note', quick: 'Quick item' }],
] as const) {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 600 },
  ]) {
    const at = `${size.width}x${size.height}`;
    test(`what is agreed fits a screen of ${at} in ${language}, and axe finds nothing`, async ({
      page,
      lapak,
    }) => {
      await page.setViewportSize(size);
      await openRegister(page, lapak.url);
      await lapak.calls.settings.change({ language, tax: { kind: 'pbjt', isAdded: true } });
      for (const code of Object.values(barcode)) await scan(page, code);
      await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);
      await type(page, '20000');
      await press(page, 'F5');
      await type(page, '12,5%');
      await expect(page.getByRole('listbox').getByRole('option').last()).toContainText('12,5%');
      const see = async (name: string): Promise<void> => {
        await seeThatItFits(page, `agreed-${name}-${language}-${at}`);
        await seeNothingAgainstAxe(page);
      };
      await see('cart');
      await press(page, 'F5');
      await see('pad');
      await press(page, 'Escape');
      await press(page, 'F11');
      await expect(page.getByRole('dialog', { name: words.terms })).toBeVisible();
      await see('terms');
      await press(page, 'Escape');
      await press(page, 'Insert');
      await expect(page.getByRole('dialog', { name: words.quick })).toBeVisible();
      await see('quick');
    });
  }
}
