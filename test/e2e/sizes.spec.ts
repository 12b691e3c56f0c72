import { expect, type Locator, type Page } from '@playwright/test';
import { openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeRowsApart } from './rows.ts';

test.use({ stall: 'sample' });

/** From an old counter screen to a wide one; a zoom is a smaller page with more dots a pixel. */
const sizes = [
  { name: '800x600', viewport: { width: 800, height: 600 } },
  { name: '1024x600', viewport: { width: 1024, height: 600 } },
  { name: '1366x768', viewport: { width: 1366, height: 768 } },
  { name: '1920x1080', viewport: { width: 1920, height: 1080 } },
  { name: '2560x1440', viewport: { width: 2560, height: 1440 } },
  { name: '1366x768-150', viewport: { width: 911, height: 512 }, deviceScaleFactor: 1.5 },
  { name: '1366x768-200', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
];

/** Sixty letters each. */
const longNames = [
  'BATIKTULISDANSONGKETPALEMBANGWARISANNENEKMOYANGKAMISEMUANYA1',
  'Batik Tulis dan Songket Palembang Warisan Nenek Moyang Kami1',
];

/** Sees that each of them is there whole, if need be after scrolling to it. */
async function seeWhole(controls: Locator): Promise<void> {
  // Rows of a long list come and go as it scrolls: they are reached by scrolling it.
  const lasting = controls.and(controls.page().locator(':not(tbody *)'));
  for (const control of await lasting.all()) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport({ ratio: 0.95 }); // a zoom has parts of pixels;
  }
}

async function openScreen(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

for (const { name: size, ...screen } of sizes) {
  test.describe(size, () => {
    test.use(screen);

    test(`a long name of the stall pushes nothing off the bar at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await openScreen(page, /^Pengaturan/);
      const bar = page.getByRole('banner');
      for (const name of longNames) {
        await page.getByRole('textbox', { name: 'Nama lapak' }).fill(name);
        await page.getByRole('button', { name: 'Simpan' }).click();
        await expect(bar.getByTitle(name)).toBeVisible();
        await expect(bar.getByRole('button')).toHaveCount(6);
        await seeWhole(bar.getByRole('button'));
        await expect(bar.getByRole('button', { name: 'Printer: siap' })).toBeVisible();
        const cashier = await bar.getByTitle(/^Kasir/).boundingBox();
        expect(cashier?.width).toBeGreaterThan(40); // with a part of the name, or its sign alone
      }
      await seeThatItFits(page, `${size}-settings`);
      await seeWhole(page.getByRole('main').locator('input:not([hidden]), select, button'));
    });

    test(`catalog, import and printer are whole at ${size}`, async ({ page, lapak }) => {
      await openRegister(page, lapak.url);
      await openScreen(page, /^Barang/);
      await expect(page.getByRole('grid', { name: 'Daftar barang' })).toBeVisible();
      await seeWhole(page.getByRole('main').getByRole('button'));
      await seeThatItFits(page, `${size}-catalog`);
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await seeWhole(page.getByRole('menuitem'));
      await seeThatItFits(page, `${size}-menu`);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Impor dari CSV' }).click();
      await seeThatItFits(page, `${size}-import-1-pick`);
      await seeWhole(page.getByRole('main').getByRole('button'));
      await page.locator('input[type=file]').setInputFiles({
        name: 'stok.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'kode;nama;harga;stok\nMDU-01;Madu Sumbawa;85.000;3\n' +
            'GLA-01;Gula Aren;42.000;12.5\nTEH-01;Teh Solok;mahal;\n',
        ),
      });
      await page.getByText('85.000 berarti 85.000').click();
      await seeThatItFits(page, `${size}-import-2-doubt`);
      await page.getByRole('button', { name: 'Lanjutkan' }).click();
      await seeThatItFits(page, `${size}-import-3-report`);
      await seeWhole(page.getByRole('main').getByRole('button'));

      await page.getByRole('button', { name: /^Printer: / }).click();
      const panel = page.getByRole('dialog', { name: 'Printer struk' });
      await panel.getByText('Jaringan').click();
      await seeThatItFits(page, `${size}-printer`);
      await seeWhole(panel.getByRole('button'));
    });

    test(`long names and dear prices leave the rest its room at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await openScreen(page, /^Barang/);
      await page.getByRole('button', { name: 'Impor dari CSV' }).click();
      const units = 'pcs;1;1250000 lusin;12;999999999 kodi;20;999999999000'.split(' ');
      const rows = longNames.flatMap((name, at) =>
        units.map((unit) => `PJG-${at};${name};BATIKTULISDANSONGKET;${unit};29998,125`),
      );
      await page.locator('input[type=file]').setInputFiles({
        name: 'panjang.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`kode;nama;kategori;satuan;isi;harga;stok\n${rows.join('\n')}\n`),
      });
      await page.getByRole('button', { name: 'Masukkan 2 barang' }).click();
      await page.getByRole('button', { name: 'Selesai' }).click();
      for (const language of ['EN', 'ID']) {
        await page.getByRole('button', { name: new RegExp(`^${language} `) }).click();
        const search = page.getByRole('searchbox');
        await search.fill('PJG');
        await expect(page.getByRole('row')).toHaveCount(3);
        await seeRowsApart(page, `${language} at ${size}`);
        await search.fill('');
        await seeRowsApart(page, `${language} at ${size}, all`);
        await expect.poll(async () => (await search.boundingBox())?.width).toBeGreaterThan(200);
        await seeThatItFits(page, `${size}-long-${language}`);
      }
      for (const name of longNames) {
        await page.getByRole('searchbox').fill(name);
        await page.getByRole('button', { name }).click();
        const sheet = page.getByRole('dialog', { name });
        await seeWhole(sheet.getByRole('button', { name: 'Tutup' }));
        await seeThatItFits(page, `${size}-long-sheet`);
        await sheet.getByRole('button', { name: 'Tutup' }).click();
        await expect(sheet).toBeHidden();
      }
    });
  });
}
