import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { startBrowserShell } from '../support/start-lapak.ts';
import { bookPieces, bookRefund } from '../support/test-till.ts';
import { press, type } from './keyboard.ts';
import { fillStall, goTo, openOtherTab, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

/** Sells at the register. @returns the receipt number */
async function sell(page: Page, products: readonly RegExp[], received?: string): Promise<string> {
  for (const name of products) {
    await page.getByRole('tabpanel').getByRole('button', { name }).click();
  }
  await page.getByRole('button', { name: 'Bayar', exact: true }).click();
  if (received !== undefined) {
    await page.getByRole('textbox', { name: 'Uang diterima' }).fill(received);
  }
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  const paid = page.getByRole('region', { name: 'Lunas' });
  await expect(paid).toBeVisible();
  const number = /[2-9A-Z]{3}-\d{6}/.exec(await paid.innerText())?.[0] ?? 'no number';
  await page.getByRole('button', { name: 'Penjualan berikutnya' }).click();
  return number;
}

const kopi = /^Kopi Gayo/;
const keripik = /^Keripik/;
const rows = (page: Page) =>
  page.getByRole('listbox', { name: 'Daftar penjualan' }).getByRole('option');

test('a day without a sale says so, and leads to the register', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Penjualan');
  await expect(page.getByRole('heading', { name: 'Belum ada penjualan hari ini' })).toBeVisible();
  await page.getByRole('button', { name: 'Hari sebelumnya' }).click();
  await expect(page.getByRole('heading', { name: /Tidak ada penjualan pada hari/ })).toBeVisible();
  await page.getByRole('button', { name: 'Hari berikutnya' }).click();
  const date = page.getByLabel('Tanggal');
  const today = await date.inputValue();
  await date.focus();
  await type(page, '01022026'); // month, day and year, or the other way about
  await expect(date).toHaveValue(/^2026-0[12]-0[12]$/);
  await page.getByRole('button', { name: 'Hari ini' }).click();
  await expect(date).toHaveValue(today);
  await page.getByRole('button', { name: 'Ke Kasir' }).click();
  await expect(page.getByRole('region', { name: 'Keranjang' })).toBeVisible();
});

test('the sales of today are added up, found, opened by keys and reprinted once', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const first = await sell(page, [kopi], '50000');
  const second = await sell(page, [keripik, kopi, keripik], '100000');
  await goTo(page, 'Penjualan');
  await expect(rows(page)).toHaveText([new RegExp(second), new RegExp(first)]);
  await expect(rows(page).first()).toContainText('Keripik Tempe Malang, Kopi Gayo 200 g');
  const sums = page.getByRole('region', { name: /\d{4}$/ });
  await expect(sums).toContainText('Rp126.000');
  await expect(sums).toContainText('2 penjualan');

  await press(page, 'F2');
  await page.keyboard.insertText('50.000');
  await expect(rows(page)).toHaveText([new RegExp(first)]);
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  const receipt = page.getByRole('complementary', { name: `Struk ${first}` });
  await expect(receipt).toContainText('Kembalian');
  await expect(receipt).toContainText('Rp5.000');
  await receipt.getByRole('button', { name: 'Cetak ulang' }).click({ clickCount: 3 });
  await expect(page.getByText(`Salinan struk ${first} sudah dicetak.`)).toBeVisible();
  await press(page, 'Escape');
  await expect(receipt).toBeHidden();

  await page.getByRole('searchbox', { name: 'Cari penjualan' }).fill('zzz');
  await expect(page.getByRole('heading', { name: /“zzz”/ })).toBeVisible();
  await goTo(page, 'Kasir');
  await page.getByRole('button', { name: 'Kertas struk' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'SALINAN' })).toHaveCount(1);
});

test('a number and Enter at once open that sale, and F8 prints it again', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const first = await sell(page, [kopi]);
  await sell(page, [keripik]);
  await goTo(page, 'Penjualan');
  await expect(rows(page)).toHaveCount(2);
  await press(page, 'ArrowDown');
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('menu')).toBeHidden(); // the menu that led here has no keys any more
  await press(page, 'F2');
  await page.keyboard.insertText(first.slice(-4));
  await press(page, 'Enter');

  await expect(page.getByRole('complementary', { name: `Struk ${first}` })).toBeVisible();
  await expect(rows(page)).toHaveText([new RegExp(first)]);
  await press(page, 'F8');
  await expect(page.getByText(`Salinan struk ${first} sudah dicetak.`)).toBeVisible();
});

test('a sale in another window comes into the list by itself', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await goTo(page, 'Penjualan');
  await expect(page.getByRole('heading', { name: 'Belum ada penjualan hari ini' })).toBeVisible();
  const number = await sell(other, [keripik]);
  await expect(rows(page)).toHaveText([new RegExp(number)]);
  await expect(page.getByRole('region', { name: /\d{4}$/ })).toContainText('1 penjualan');
});

test('a refund is told apart, and so is a sale of another system, which no sum has', async ({
  page,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-sales-'));
  await fillStall(dataDir, { address: 'virtual', columns: 32 });
  const till = await openTill({ dataDir, clock: Date.now });
  const sold = bookPieces(till, 2).receipt;
  bookRefund(till, sold, 1);
  bookPieces(till, 3, { source: 'INV-536365' });
  await closeTill(till);
  const shell = await startBrowserShell(dataDir);
  try {
    await openRegister(page, shell.url);
    await goTo(page, 'Penjualan');
    await expect(rows(page)).toHaveText([
      /Sistem lain.*Rp135\.000/,
      /Pengembalian.*−Rp45\.000/,
      new RegExp(sold.number),
    ]);
    const sums = page.getByRole('region', { name: /\d{4}$/ });
    await expect(sums).toContainText('OmzetRp45.000');
    await expect(sums).toContainText('1 pengembalian−Rp45.000');
    await expect(sums).toContainText('1 dari sistem lainRp135.000');
    await rows(page).nth(1).click();
    await expect(page.getByRole('complementary')).toContainText('Tunai dikembalikan');
    await seeThatItFits(page, 'sales-refund');
    await press(page, 'ArrowUp');
    await expect(page.getByRole('complementary')).toContainText('INV-536365');
  } finally {
    await shell.stop();
    rmSync(dataDir, { recursive: true });
  }
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 683, height: 384 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport: { width: 1366, height: 768 } });

    test(`the list and an open receipt stand side by side at ${size}`, async ({ page, lapak }) => {
      await openRegister(page, lapak.url);
      await sell(page, [kopi], '50000');
      await sell(page, [keripik]);
      await sell(page, [kopi, keripik], '100000');
      await sell(page, [/^Batik/, kopi, keripik], '500000');
      await page.setViewportSize(viewport);
      await goTo(page, 'Penjualan');
      await expect(rows(page)).toHaveCount(4);
      await seeThatItFits(page, `${size}-sales`);
      await rows(page).first().click();
      const receipt = page.getByRole('complementary');
      await expect(receipt).toContainText('Rp413.000');
      await expect(receipt.getByRole('button', { name: 'Cetak ulang' })).toBeInViewport({
        ratio: 1,
      });
      await seeThatItFits(page, `${size}-sales-open`);
    });
  });
}
