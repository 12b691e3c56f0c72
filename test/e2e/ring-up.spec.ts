import { expect } from '@playwright/test';
import { doubleClick } from './hands.ts';
import { press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';

for (const columns of [32, 48] as const) {
  test.describe(`paper of ${columns} columns`, () => {
    test.use({ printer: { address: 'virtual', columns } });

    test('three scanned products are paid with a larger note and come out on paper', async ({
      page,
      lapak,
    }) => {
      await page.goto(lapak.url);
      await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeVisible();
      await scan(page, barcode.kopi);
      await scan(page, barcode.batik);
      await scan(page, barcode.sambal);
      await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp422.500');

      await page.getByRole('button', { name: 'Bayar' }).click();
      const sheet = page.getByRole('dialog', { name: 'Bayar', exact: true });
      await sheet.getByRole('textbox', { name: 'Uang diterima' }).fill('500000');
      await sheet.getByRole('button', { name: 'Terima pembayaran' }).click();

      const paid = page.getByRole('region', { name: 'Lunas' });
      await expect(paid).toContainText('Rp77.500');
      const number = /[2-9A-Z]{3}-\d{6}/.exec(await paid.innerText())?.[0] ?? 'no number';
      const paper = page.getByRole('region', { name: 'Kertas struk' }).getByRole('article').first();
      await expect(paper).toContainText(number);
      const text = await paper.innerText();
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      for (const part of [
        /Kopi Gayo 200 g/,
        /Batik Tulis Lasem/,
        /Sambal Roa Manado/,
        /TOTAL\s+(Rp ?)?422\.500/i,
        /Tunai\s+(Rp ?)?500\.000/i,
        /Kembali(an)?\s+(Rp ?)?77\.500/i,
      ]) {
        expect(text).toMatch(part);
      }
    });
  });
}

test('a whole sale goes by keyboard only', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await press(page, 'F2');
  await type(page, 'tempe');
  await expect(page.getByRole('tabpanel', { name: 'Daftar barang' })).toContainText('Keripik');
  await expect(page.getByRole('button', { name: /^Kopi Gayo/ })).toHaveCount(0);
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp18.000');
  await press(page, 'F9');
  await expect(page.getByRole('dialog', { name: 'Bayar', exact: true })).toBeVisible();
  await press(page, 'F2');
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'Lunas' })).toContainText('Rp2.000');
  const paper = page.getByRole('region', { name: 'Kertas struk' }).getByRole('article').first();
  await expect(paper).toContainText('Keripik Tempe Malang');
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 18_000 });
});

test('lesson 18: scans add up whatever has the focus, an unknown one is told, and F9 pays', async ({
  page,
  lapak,
}) => {
  await page.goto(lapak.url);
  const search = page.getByRole('searchbox', { name: 'Cari barang' });
  await search.click();
  await type(page, 'sambal'); // by hand: no scan
  await expect(search).toHaveValue('sambal');
  await search.clear();

  for (let times = 0; times < 10; times += 1) await scan(page, barcode.kopi);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp450.000');
  await expect(search).toHaveValue('');

  await scan(page, '8990000000005');
  await expect(page.getByRole('alert')).toContainText('Kode batang 8990000000005 belum terdaftar');
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp450.000');

  await scan(page, barcode.kopi);
  await press(page, 'F9'); // right behind it
  await expect(page.getByRole('dialog', { name: 'Bayar', exact: true })).toContainText('Rp495.000');
});

test('a double Enter makes one sale', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
  await press(page, 'F9');
  await expect(page.getByRole('dialog', { name: 'Bayar', exact: true })).toBeVisible();
  await pressTwice(page, 'Enter');
  await expect(page.getByRole('region', { name: 'Lunas' })).toBeVisible();
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
});

test('lesson 8: a double click makes one sale, and the next scan starts the next', async ({
  page,
  lapak,
}) => {
  await page.goto(lapak.url);
  await page.getByRole('button', { name: /^Batik Tulis Lasem/ }).click();
  await page.getByRole('button', { name: 'Bayar' }).click();
  await doubleClick(page, page.getByRole('button', { name: 'Terima pembayaran' }), 120);
  await expect(page.getByRole('region', { name: 'Lunas' })).toBeVisible();

  await scan(page, barcode.sambal);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp27.500');
  await expect(page.getByRole('region', { name: 'Lunas' })).toBeHidden();
  expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 350_000 });
});

test('a product below the paper of the last sale is there after one touch', async ({
  page,
  lapak,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await press(page, 'F9');
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  const paper = page.getByRole('region', { name: 'Kertas struk' });
  await expect(paper.getByRole('article').first()).toBeVisible();
  const covered = page.getByRole('button', { name: /^Sambal Roa/ });
  const { x = 0, y = 0 } = (await covered.boundingBox()) ?? {};
  await page.mouse.click(x + 20, y + 20);
  await expect(paper).toHaveCount(0);
  await covered.click();
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Sambal Roa Manado');
});
