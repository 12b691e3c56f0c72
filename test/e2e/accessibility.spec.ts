import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openShell } from '../support/open-shell.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { linesOf } from './register-page.ts';

test.use({ stall: 'sample' });

async function openScreen(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('nothing stands against the menu', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openScreen(page, /^Barang/);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^Barang/ })).toBeVisible();
  await seeNothingAgainstAxe(page);
});

test.describe('a printer that is off', () => {
  test.use({ stall: 'small', printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

  test('nothing stands against its panel with a queue', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await openScreen(page, /^Pengaturan/);
    await page.getByRole('button', { name: 'Printer: menunggu' }).click();
    const panel = page.getByRole('dialog', { name: 'Printer struk' });
    await panel.getByRole('button', { name: 'Cetak halaman uji' }).click();
    await expect(panel.getByRole('listitem')).toHaveCount(1);
    await seeNothingAgainstAxe(page);
  });
});

test('nothing stands against the catalog', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openScreen(page, /^Barang/);
  await expect(page.getByRole('grid', { name: 'Daftar barang' })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await page.getByRole('searchbox', { name: 'Cari barang' }).fill('tidak ada');
  await expect(page.getByRole('heading', { name: /Tidak ada barang/ })).toBeVisible();
  await seeNothingAgainstAxe(page);
});

test('nothing stands against the sales of a day and an open receipt', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openScreen(page, /^Penjualan/);
  await expect(page.getByRole('heading', { name: /Belum ada penjualan/ })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await openScreen(page, /^Kasir/);
  await page.getByRole('tabpanel').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Bayar' }).click();
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  await expect(page.getByRole('region', { name: 'Lunas' })).toBeVisible();
  await openScreen(page, /^Penjualan/);
  await page.getByRole('option').first().click();
  await expect(page.getByRole('complementary')).toContainText('Kembalian');
  await seeNothingAgainstAxe(page);
});

async function openImport(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await openScreen(page, /^Barang/);
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
  await expect(page.getByRole('button', { name: 'Ekspor semua barang' })).toBeVisible();
}

test('nothing stands against the choice of a file', async ({ page, lapak }) => {
  await openImport(page, lapak.url);
  await seeNothingAgainstAxe(page);
});

test('nothing stands against the later steps of an import', async ({ page, lapak }) => {
  await openImport(page, lapak.url);
  await page.locator('input[type=file]').setInputFiles({
    name: 'stok.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'kode;nama;harga;stok\nMDU-01;Madu Sumbawa;85.000;3\n' +
        'GLA-01;Gula Aren;42.000;12.5\nTEH-01;Teh Solok;mahal;\n',
    ),
  });
  await page.getByText('85.000 berarti 85.000').click();
  await seeNothingAgainstAxe(page);
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect(page.getByRole('button', { name: 'Masukkan 2 barang' })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await page.getByRole('tab', { name: /Ditolak/ }).click();
  await seeNothingAgainstAxe(page);
  await page.getByRole('button', { name: 'Masukkan 2 barang' }).click();
  await expect(page.getByRole('button', { name: 'Selesai' })).toBeVisible();
  await seeNothingAgainstAxe(page);
});

test('nothing stands against the settings, with a wrong name too', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openScreen(page, /^Pengaturan/);
  const name = page.getByRole('textbox', { name: 'Nama lapak' });
  await expect(name).toBeVisible();
  await seeNothingAgainstAxe(page);
  await name.fill('');
  await expect(name).toHaveAccessibleDescription(/./);
  await seeNothingAgainstAxe(page);
});

test('nothing stands against a till that is lost', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await lapak.totals(); // which stops the till
  await openScreen(page, /^Pengaturan/);
  await expect(page.getByRole('heading', { name: 'Layar ini belum termuat' })).toBeVisible();
  await expect(page.getByText('Layar ini terputus dari Lapak.')).toBeVisible();
  await seeNothingAgainstAxe(page);
});

test('nothing stands against a till that cannot start', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-damaged-'));
  writeFileSync(join(dataDir, 'lapak.db'), 'no database '.repeat(90));
  const shell = await openShell(dataDir);
  await page.goto(shell.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await shell.close();
  rmSync(dataDir, { recursive: true });
});

test.describe('the register', () => {
  test.use({ stall: 'small' });

  test('nothing stands against an empty cart, a cart, and what is asked about it', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await seeNothingAgainstAxe(page);
    await page.getByRole('button', { name: 'Bantuan' }).click();
    await expect(page.getByRole('dialog', { name: 'Tombol' })).toBeVisible();
    await seeNothingAgainstAxe(page);
    await press(page, 'Escape');
    await page.getByRole('button', { name: /^Sambal Roa Manado/ }).click();
    await scan(page, barcode.kopi);
    await scan(page, '8990000000005');
    await expect(page.getByRole('alert')).toContainText('8990000000005');
    await seeNothingAgainstAxe(page);
    await page.getByRole('button', { name: 'Kosongkan' }).click();
    const question = page.getByRole('dialog', { name: 'Kosongkan keranjang?' });
    await expect(question).toBeVisible();
    await seeNothingAgainstAxe(page);
    await question.getByRole('button', { name: 'Kosongkan' }).click();
    await expect(page.getByRole('button', { name: 'Urungkan langkah terakhir' })).toBeVisible();
    await seeNothingAgainstAxe(page);
  });

  test('nothing stands against taking the money, a question in it, a scan, the change', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    const sheet = page.getByRole('dialog', { name: 'Bayar', exact: true });
    const received = page.getByRole('textbox', { name: 'Uang diterima' });
    const take = sheet.getByRole('button', { name: 'Terima pembayaran' });
    await scan(page, barcode.kopi);
    await page.getByRole('button', { name: 'Bayar' }).click();
    await received.fill('10000');
    await seeNothingAgainstAxe(page);
    await scan(page, barcode.sambal);
    await expect(sheet.getByRole('status')).toContainText(['Sambal Roa Manado']);
    await received.fill('500000');
    await seeNothingAgainstAxe(page);
    await take.click();
    await expect(sheet.getByRole('alertdialog')).toContainText('Rp500.000');
    await seeNothingAgainstAxe(page);
    await sheet.getByRole('button', { name: 'Betul, terima' }).click();
    await expect(page.getByRole('region', { name: 'Lunas' })).toContainText('Rp455.000');
    const paper = page.getByRole('region', { name: 'Kertas struk' });
    await expect(paper.getByRole('article').first()).toContainText('TOTAL');
    await seeNothingAgainstAxe(page);
    await scan(page, barcode.kopi);
    await expect(page.getByText(/^Kembalian struk ...-/)).toBeVisible();
    await seeNothingAgainstAxe(page);
    await page.getByRole('button', { name: 'Bayar' }).click();
    await take.click();
    await expect(page.getByRole('region', { name: 'Lunas' })).toContainText('tidak ada kembalian');
    await seeNothingAgainstAxe(page);
  });

  test('who listens is told which line of the cart the arrows have come to', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await scan(page, barcode.kopi);
    await scan(page, barcode.sambal);
    await expect(linesOf(page)).toHaveCount(2);
    const list = page.getByRole('listbox', { name: 'Isi keranjang' });
    const active = () =>
      list.evaluate((element) => {
        const id = element.getAttribute('aria-activedescendant') ?? '';
        return document.getElementById(id)?.textContent ?? 'none';
      });
    await list.focus();
    await expect.poll(active).toContain('Sambal');
    await press(page, 'ArrowUp');
    await expect.poll(active).toContain('Kopi');
    await expect(linesOf(page).first()).toHaveAttribute('aria-selected', 'true');
  });

  test('forced colours leave a line around what is chosen and what has the focus', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await scan(page, barcode.kopi);
    await scan(page, barcode.sambal);
    await expect(linesOf(page)).toHaveCount(2);
    await page.emulateMedia({ forcedColors: 'active' });
    const highlight = await page.evaluate(() => {
      const sample = document.body.appendChild(document.createElement('i'));
      sample.style.color = 'Highlight';
      const { color } = getComputedStyle(sample);
      sample.remove();
      return color;
    });
    const seen = { 'outline-style': 'solid', 'outline-color': highlight };
    const plus = page.getByRole('button', { name: 'Tambah satu' });
    await expect(linesOf(page).first()).toHaveCSS('outline-style', 'none');
    await press(page, 'Tab'); // the keyboard is in use: the focus shows
    for (const control of [page.getByRole('searchbox'), plus]) {
      await control.focus();
      for (const [name, value] of Object.entries(seen))
        await expect(control).toHaveCSS(name, value);
    }
    for (const [name, value] of Object.entries(seen)) {
      await expect(linesOf(page).last()).toHaveCSS(name, value);
    }
  });
});
