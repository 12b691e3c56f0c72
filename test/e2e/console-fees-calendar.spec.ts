import { expect } from '@playwright/test';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('a power cut is stamped on its day, and a credit is granted for it once', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, 'TC/calendar');
  const { main, dialog } = consoleOf(page);
  await expect(main).toContainText('Tidak ada penutupan bulan ini');
  await main.getByRole('button', { name: 'Selasa, 3 November 2026' }).click();
  await dialog.getByLabel('Catatan').fill('gardu terbakar');
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    main.getByRole('button', { name: /^Selasa, 3 November 2026, Listrik padam/ }),
  ).toBeVisible();
  const row = main.getByRole('list', { name: 'Penutupan' }).getByRole('listitem');
  await expect(row).toContainText('Seluruh mal');
  await seeAtSizes(page, 'calendar');
  await row.getByRole('button', { name: 'Beri potongan' }).click();
  await expect(dialog).toContainText('1 dari 30 hari');
  await dialog.getByLabel('Batik Sari').uncheck();
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: /^Beri Rp/ }).click();
  await expect(dialog).toHaveCount(0);
  await row.getByRole('button', { name: 'Beri potongan' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Kopi Gayo' })).toContainText(
    'Sudah diberikan',
  );
});

test('a closure of one stall is taken back for a reason', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/calendar');
  const { main, dialog, button } = consoleOf(page);
  await button('Catat penutupan').first().click();
  await dialog.getByRole('button', { name: 'Satu lapak' }).click();
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toContainText('Pilih lapaknya dulu.');
  await dialog.getByRole('searchbox', { name: 'Cari lapak' }).fill('batik');
  await dialog.getByRole('button', { name: 'Batik Sari' }).click();
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toHaveCount(0);
  const row = main.getByRole('list', { name: 'Penutupan' }).getByRole('listitem');
  await expect(row).toContainText('Batik Sari · TC-B01');
  await row.getByRole('button', { name: 'Cabut' }).click();
  await dialog.getByLabel('Alasan').fill('salah lapak');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('Dicabut');
});
