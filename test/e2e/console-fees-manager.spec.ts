import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { openFees, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';

test.use({ fees: 'leased' });

/** 2026-12-01T09:00+07:00. UTC ms */
const DECEMBER_MS = Date.UTC(2026, 11, 1, 2);

test('a manager’s month: charge, pay, read, warn, count, close, by keys', async ({ page, hub }) => {
  await openFees(page, hub);
  const { main, dialog, title, button } = consoleOf(page);
  await expect(title).toHaveText('November 2026');

  // The month is charged.
  await page.keyboard.press('t');
  await expect(dialog.getByRole('button', { name: 'Tagih 4 lapak' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Sudah dicatat.');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  // A stall pays at the office, and gets its kuitansi.
  await main.getByRole('link', { name: /^Kopi Gayo/ }).click();
  await expect(title).toHaveText('Kopi Gayo');
  await page.keyboard.press('b');
  await expect(dialog.getByLabel('Jumlah (Rp)')).toBeFocused();
  await expect(dialog.getByLabel('Jumlah (Rp)')).toHaveValue('1.000.000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Tercatat: KW/TC/2026/000001')).toBeVisible();
  await expect(dialog.getByRole('article')).toContainText('Satu juta rupiah');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Simpan PDF' }).click();
  const file = await (await saved).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  const sums = main.getByRole('region', { name: 'Keadaan iuran' });
  await expect(sums).toContainText('Yang terutangRp0');

  // Meters are typed through.
  await page.keyboard.press('4');
  const kopi = main.getByRole('textbox', { name: 'Bacaan Kopi Gayo (kWh)' });
  await kopi.fill('120,5');
  await page.keyboard.press('Enter');
  const batik = main.getByRole('textbox', { name: 'Bacaan Batik Sari (kWh)' });
  await expect(batik).toBeFocused();
  await expect(main.getByRole('region', { name: 'Meteran bulan ini' })).toContainText(
    '1 dari 4 lapak',
  );

  // Those that are late get a letter.
  await openTab('3');
  await main.getByRole('button', { name: 'Surat yang perlu terbit' }).click();
  await main.getByLabel('Pilih semua yang dapat terbit').check();
  await button('Terbitkan 3 surat').click();
  await expect(main.getByRole('status')).toContainText('3 surat terbit.');

  // The drawer is counted once the month is over, and the month is closed.
  hub.server.clock.nowMs = DECEMBER_MS;
  await page.clock.setFixedTime(DECEMBER_MS);
  await openFees(page, hub, 'TC/drawer');
  await expect(main).toContainText('Rp1.000.000');
  await page.keyboard.press('h');
  await dialog.getByRole('textbox', { name: 'Rp100.000' }).fill('10');
  await expect(dialog).toContainText('Cocok dengan buku.');
  await dialog.getByRole('button', { name: 'Catat hitungan' }).click();
  await expect(dialog).toHaveCount(0);
  await openTab('8');
  await main.getByRole('link', { name: /^November 2026/ }).click();
  await expect(main).toContainText('Seimbang');
  await button('Tutup bulan').click();
  await expect(dialog.getByRole('status')).toContainText('Tidak ada yang menghalangi');
  await dialog.getByRole('button', { name: 'Tutup bulan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button('Buka lagi')).toBeVisible();

  /** Leaves whichever field has the focus, and opens a tab by its figure. */
  async function openTab(figure: string): Promise<void> {
    await title.click();
    await page.keyboard.press(figure);
  }
});
