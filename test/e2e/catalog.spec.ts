import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { openCatalog, rowOf, sheetOf } from './catalog-page.ts';
import { press, scan, type } from './keyboard.ts';
import { barcode, goTo, openOtherTab, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

const unknown = '8999999000011';

test('a code that is unknown becomes a product by a few words, and is sold', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await scan(page, unknown);

  const sheet = sheetOf(page);
  await expect(page.getByRole('alert')).toContainText(`${unknown} belum terdaftar`);
  await expect(sheet.getByRole('group', { name: 'Satuan 1' })).toContainText(unknown);
  await sheet.getByRole('textbox', { name: 'Kode', exact: true }).fill('MDU-1');
  await sheet.getByRole('textbox', { name: 'Nama' }).fill('Madu Hutan Riau');
  await sheet.getByRole('textbox', { name: 'Harga', exact: true }).fill('85000');
  await sheet.getByRole('textbox', { name: 'Harga', exact: true }).press('Enter');
  await expect(page.getByRole('status')).toContainText('Madu Hutan Riau sudah disimpan');
  await expect(rowOf(page, 'Madu Hutan Riau')).toContainText('Rp85.000');

  await goTo(page, 'Kasir');
  await scan(page, unknown);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp85.000');
});

test('what is wrong is told at its field, and a scan is never typed into one', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await press(page, 'F4');
  const sheet = sheetOf(page);
  await sheet.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(sheet.getByText('Kosong; harus diisi')).toHaveCount(3);

  await sheet.getByRole('textbox', { name: 'Nama' }).focus();
  await type(page, 'Kopi susu');
  await scan(page, barcode.kopi);
  await expect(sheet.getByRole('textbox', { name: 'Nama' })).toHaveValue('Kopi susu');
  await sheet.getByRole('textbox', { name: 'Harga', exact: true }).focus();
  await type(page, '5000');
  await scan(page, 'LAPAK-7');
  await expect(sheet.getByRole('textbox', { name: 'Harga', exact: true })).toHaveValue('5.000');
  await expect(sheet.getByRole('group', { name: 'Satuan 1' })).toContainText(barcode.kopi);
  await expect(sheet.getByRole('group', { name: 'Satuan 1' })).toContainText('LAPAK-7');

  await sheet.getByRole('textbox', { name: 'Kode', exact: true }).fill('KOPI-01');
  await sheet.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(sheet).toContainText('Kode KOPI-01 sudah milik Kopi Gayo 200 g');
  await sheet.getByRole('textbox', { name: 'Kode', exact: true }).fill('KS-1');
  await sheet.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(sheet).toContainText(`Kode batang ${barcode.kopi} sudah milik Kopi Gayo 200 g`);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Lanjut mengisi' })).toBeFocused();
  await page.getByRole('button', { name: 'Buang' }).click();
  await expect(sheet).toHaveCount(0);
});

test('a part of a code opens nothing, and becomes no barcode', async ({ page, lapak }) => {
  await openCatalog(page, lapak.url);
  for (const part of ['KOPI-01', '8991000']) {
    await scan(page, part, { suffix: [] });
    await expect(page.getByRole('alert')).toContainText(`${part} mungkin hanya sebagian`);
    await expect(sheetOf(page)).toHaveCount(0);
  }

  await press(page, 'F4');
  const unit = sheetOf(page).getByRole('group', { name: 'Satuan 1' });
  await scan(page, 'LAPAK-77', { suffix: [] });
  await expect(page.getByRole('alert')).toContainText('LAPAK-77 mungkin hanya sebagian');
  await scan(page, unknown, { suffix: [] });
  await expect(unit).toContainText(unknown);
  await expect(unit).not.toContainText('LAPAK-77');
});

test('a price is changed by keys alone, and the register has it', async ({ page, lapak }) => {
  await openCatalog(page, lapak.url);
  await press(page, 'F2');
  await type(page, 'sambal');
  await expect(rowOf(page, 'Sambal Roa')).toHaveAttribute('aria-selected', 'true');
  await press(page, 'Enter');
  const sheet = sheetOf(page);
  const lusin = sheet.getByRole('group', { name: 'Satuan 2' });
  await lusin.getByRole('textbox', { name: 'Harga', exact: true }).fill('310000');
  await lusin.getByRole('textbox', { name: 'Harga', exact: true }).press('Enter');
  await expect(rowOf(page, 'Sambal Roa')).toContainText('Rp310.000');

  await rowOf(page, 'Sambal Roa').click();
  await sheet.getByRole('button', { name: 'Hapus satuan lusin' }).click();
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(rowOf(page, 'Sambal Roa')).not.toContainText('lusin');
});

test('a floor and a tax of its own are set, and found again after a reload', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await rowOf(page, 'Sambal Roa').click();
  const sheet = sheetOf(page);
  const lusin = sheet.getByRole('group', { name: 'Satuan 2' });
  const floor = lusin.getByRole('textbox', { name: 'Harga terendah' });
  const tax = sheet.getByRole('combobox', { name: 'Pajak' });
  await expect(tax).toHaveValue('stall');
  await expect(sheet.getByText('Pajak ditambahkan', { exact: true })).toHaveCount(0);
  await tax.selectOption('PBJT makan-minum');
  await sheet.getByText('Pajak ditambahkan', { exact: true }).click();
  await floor.fill('310000');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(lusin).toContainText('Tidak boleh di atas harga Rp300.000: Rp310.000');
  await floor.fill('280000');
  await floor.press('Enter');
  await expect(page.getByRole('status')).toContainText('Sambal Roa Manado sudah disimpan');

  await page.reload();
  await goTo(page, 'Barang');
  await rowOf(page, 'Sambal Roa').click();
  await expect(floor).toHaveValue('280.000');
  await expect(tax).toHaveValue('pbjt');
  await expect(sheet.getByRole('radio', { name: 'Pajak ditambahkan' })).toBeChecked();

  await tax.selectOption('Seperti lapak');
  await floor.fill('');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(sheet).toHaveCount(0);
  await rowOf(page, 'Sambal Roa').click();
  await expect(tax).toHaveValue('stall');
  await expect(floor).toHaveValue('');
});

test('a price with sen is read as it says or refused, never a hundred times as much', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await rowOf(page, 'Keripik').click();
  const sheet = sheetOf(page);
  const price = sheet.getByRole('textbox', { name: 'Harga', exact: true });
  await price.selectText();
  await page.keyboard.insertText('18500,50');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Harga', exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await price.selectText();
  await page.keyboard.insertText('Rp 18.500,00');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(rowOf(page, 'Keripik')).toContainText('Rp18.500');
});

test('a slow scan into a form is a scan, and saves nothing', async ({ page, lapak }) => {
  await openCatalog(page, lapak.url);
  await rowOf(page, 'Keripik').click();
  const price = sheetOf(page).getByRole('textbox', { name: 'Harga', exact: true });
  await price.focus();
  await scan(page, '96385074', { gapMs: 90 });
  await expect(sheetOf(page).getByRole('group', { name: 'Satuan 1' })).toContainText('96385074');
  await expect(price).toHaveValue('18.000');
});

test('an archived product is not sold before it is restored', async ({ page, lapak }) => {
  await openCatalog(page, lapak.url);
  await rowOf(page, 'Batik Tulis').click();
  await sheetOf(page).getByRole('button', { name: 'Arsipkan' }).click();
  await expect(rowOf(page, 'Batik Tulis')).toHaveCount(0);

  await goTo(page, 'Kasir');
  await expect(page.getByRole('button', { name: /^Kopi Gayo/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Batik Tulis/ })).toHaveCount(0);
  await scan(page, barcode.batik);
  await expect(page.getByRole('alert')).toContainText(
    'Batik Tulis Lasem (BTK-01) sudah diarsipkan',
  );

  await goTo(page, 'Barang');
  await page.getByText('Arsip', { exact: true }).click();
  await rowOf(page, 'Batik Tulis').click();
  await sheetOf(page).getByRole('button', { name: 'Kembalikan dari arsip' }).click();
  await expect(page.getByText('Arsip masih kosong')).toBeVisible();
  await goTo(page, 'Kasir');
  await scan(page, barcode.batik);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp350.000');
});

test('the stock is corrected with its reason, and of two windows none is lost', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await scan(page, barcode.kopi);
  const sheet = sheetOf(page);
  await sheet.getByRole('tab', { name: /Stok/ }).click();
  await sheet.getByText('Rusak', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Jumlah yang keluar' }).fill('3');
  await expect(sheet).toContainText('Sesudah koreksi47');
  await expect(sheet).toContainText('Selisih−3');
  await sheet.getByRole('button', { name: 'Simpan koreksi' }).click();
  await expect(sheet.getByRole('listitem').first()).toContainText('Rusak');
  await expect(sheet.getByRole('listitem').first()).toContainText('−3');

  const other = await openOtherTab(page);
  await goTo(other, 'Barang');
  await expect(rowOf(other, 'Kopi Gayo')).toContainText('47');
  await sheet.getByText('Hitung ulang', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Jumlah yang dihitung' }).fill('46');
  await sheet.getByRole('button', { name: 'Simpan koreksi' }).click();
  await expect(rowOf(other, 'Kopi Gayo')).toContainText('46'); // without loading it again
});

test('a correction that was typed is not dropped by a scan or on leaving', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  await scan(page, barcode.kopi);
  const sheet = sheetOf(page).first();
  await sheet.getByRole('tab', { name: /Stok/ }).click();
  const counted = sheet.getByRole('textbox', { name: 'Jumlah yang dihitung' });
  await counted.fill('46');
  await scan(page, barcode.batik);
  await expect(page.getByRole('alert')).toContainText('Simpan dulu perubahan barang ini');
  await expect(counted).toHaveValue('46');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lanjut mengisi' }).click();
  await expect(counted).toHaveValue('46');

  await sheet.getByRole('tab', { name: 'Data barang' }).click();
  await sheet.getByRole('textbox', { name: 'Harga', exact: true }).fill('46000');
  await sheet.getByRole('button', { name: 'Arsipkan' }).click();
  await expect(page.getByRole('alert')).toContainText('Simpan dulu perubahan barang ini');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await expect(counted).toHaveValue('46'); // the sheet stays for it
  await sheet.getByRole('button', { name: 'Simpan koreksi' }).click();
  await expect(sheet.getByRole('listitem').first()).toContainText('Hitung ulang');
});

test('of two windows that change one product the later one is told what happened', async ({
  page,
  lapak,
}) => {
  await openCatalog(page, lapak.url);
  const other = await openOtherTab(page);
  await goTo(other, 'Barang');
  for (const one of [page, other]) await rowOf(one, 'Kopi Gayo').click();
  const priceOn = (one: Page) => sheetOf(one).getByRole('textbox', { name: 'Harga', exact: true });
  await priceOn(page).fill('46000');
  await priceOn(other).fill('47000');
  await sheetOf(other).getByRole('textbox', { name: 'Nama' }).fill('Kopi Gayo Wine');
  await sheetOf(other).getByRole('button', { name: 'Simpan' }).click();
  await expect(rowOf(other, 'Kopi Gayo Wine')).toContainText('Rp47.000');

  await page.bringToFront();
  await expect(page.getByRole('alert')).toContainText('baru diubah di layar lain');
  await expect(sheetOf(page).getByRole('textbox', { name: 'Nama' })).toHaveValue('Kopi Gayo Wine');
  await expect(priceOn(page)).toHaveValue('46.000');
  await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
  await expect(rowOf(page, 'Kopi Gayo Wine')).toContainText('Rp46.000');
});

test('a scan while a file is imported is told, and goes nowhere', async ({ page, lapak }) => {
  await openCatalog(page, lapak.url);
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
  await page.getByRole('heading', { name: 'Impor barang' }).waitFor();
  await scan(page, barcode.kopi);
  await expect(page.getByRole('alert')).toContainText(barcode.kopi);
  await page.getByRole('button', { name: 'Mengerti' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

test.describe('in a sample stall', () => {
  test.use({ stall: 'sample' });

  test("the samples go all at once, and what is the stall's own stays", async ({ page, lapak }) => {
    await openCatalog(page, lapak.url);
    await scan(page, unknown);
    const sheet = sheetOf(page);
    await sheet.getByRole('textbox', { name: 'Nama' }).fill('Madu Hutan Riau');
    await sheet.getByRole('textbox', { name: 'Harga', exact: true }).fill('85000');
    await sheet.getByRole('button', { name: 'Tambahkan' }).click();
    const banner = page.getByRole('complementary', { name: 'Ini lapak contoh.' });
    await banner.getByRole('button', { name: 'Hapus semua barang contoh' }).click();
    await expect(page.getByRole('button', { name: 'Jangan' })).toBeFocused();
    await sheet.getByRole('button', { name: 'Hapus semua barang contoh' }).click();

    await expect(banner).toHaveCount(0);
    await expect(page.getByRole('row')).toHaveCount(2); // the titles, and one product
    await expect(rowOf(page, 'Madu Hutan Riau')).toBeVisible();
  });

  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1024, height: 600 },
  ]) {
    const size = `${viewport.width}x${viewport.height}`;
    test.describe(size, () => {
      test.use({ viewport });

      test(`list, product and stock fit at ${size}`, async ({ page, lapak }) => {
        await openCatalog(page, lapak.url);
        await expect(rowOf(page, 'Batik Cap Pekalongan').first()).toBeVisible();
        await seeAll(page, `${size}-catalog-list`);
        await rowOf(page, 'Batik Cap Pekalongan').first().click();
        await expect(sheetOf(page).getByRole('textbox', { name: 'Nama' })).toBeFocused();
        await expect(sheetOf(page).getByRole('button', { name: 'Simpan' })).toBeInViewport();
        await seeAll(page, `${size}-catalog-product`);
        await sheetOf(page).getByRole('combobox', { name: 'Pajak' }).selectOption('PPN');
        await sheetOf(page)
          .getByRole('textbox', { name: 'Harga terendah' })
          .first()
          .fill('9000000');
        await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
        await seeThatItFits(page, `${size}-catalog-terms`);
        await sheetOf(page).getByRole('tab', { name: /Stok/ }).click();
        await sheetOf(page).getByText('Barang masuk', { exact: true }).click();
        await sheetOf(page).getByRole('textbox', { name: 'Jumlah yang masuk' }).fill('12');
        await seeAll(page, `${size}-catalog-stock`);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name: 'Lanjut mengisi' })).toBeFocused();
        await seeAll(page, `${size}-catalog-unsaved`);
        await page.getByRole('button', { name: 'Buang' }).click();
        await expect(sheetOf(page)).toHaveCount(0);
        await press(page, 'F4');
        await sheetOf(page).getByRole('button', { name: 'Tambah satuan' }).click();
        await sheetOf(page).getByRole('button', { name: 'Tambahkan' }).click();
        await seeAll(page, `${size}-catalog-new`);
        await sheetOf(page).getByRole('button', { name: 'Tutup' }).click();
        await page.getByRole('button', { name: 'Buang' }).click();
        await page.getByText('Arsip', { exact: true }).click();
        await seeAll(page, `${size}-catalog-archive`);
      });
    });
  }
});

test.describe('in a new stall', () => {
  test.use({ stall: 'asked' });

  for (const [answer, words] of [
    ['Mulai kosong', 'Belum ada barang'],
    ['Mulai dengan lapak contoh', 'Abon Ikan Tuna Bitung 100 g'],
  ] as const) {
    test(`a person is asked what it begins with, once: ${answer}`, async ({ page, lapak }) => {
      await page.goto(lapak.url);
      await expect(page.getByRole('button', { name: 'Mulai kosong' })).toBeVisible();
      await seeAll(page, '1366x768-catalog-begin');
      await page.getByRole('button', { name: answer }).click();
      await expect(page.getByText(words)).toBeVisible();
      await page.reload();
      await expect(page.getByText(words)).toBeVisible();
    });
  }
});

/** Sees that it fits, and at the usual size that nothing hides from who hears or sees little. */
async function seeAll(page: Page, name: string): Promise<void> {
  await seeThatItFits(page, name);
  if (page.viewportSize()?.width !== 1366) return; // what is read is the same at every size
  await seeNothingAgainstAxe(page);
}
