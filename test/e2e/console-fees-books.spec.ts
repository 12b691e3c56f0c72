import { expect } from '@playwright/test';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('months, their sums and their journal fit into every size', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/books');
  const { main } = consoleOf(page);
  await expect(main.getByRole('list', { name: 'Bulan pembukuan' })).toContainText('November 2026');
  await seeAtSizes(page, 'books');
  await main.getByRole('link', { name: /^November 2026/ }).click();
  await expect(main.getByRole('table', { name: 'Jumlah per akun' })).toContainText(
    'Jumlah19.550.00019.550.000',
  );
  await expect(main).toContainText('Seimbang: debit dan kredit sama.');
  await seeAtSizes(page, 'journal');
});

test('a month with something open is closed for a reason only, and reopened for one', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, 'TC/books?period=2026-11&only=journal');
  const { main, dialog, button } = consoleOf(page);
  await button('Tutup bulan').click();
  const findings = dialog.getByRole('list', { name: 'Yang masih terbuka' });
  await expect(findings).toContainText('Bulan ini belum lewat');
  await expect(dialog).toContainText('Selesaikan dulu, atau centang dan tulis alasannya.');
  await seeNothingAgainstAxe(page);
  await dialog.getByLabel('Tutup meskipun masih ada yang terbuka').check();
  await dialog.getByLabel('Alasan').fill('serah terima pengelola');
  await dialog.getByRole('button', { name: 'Tutup bulan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Ditutup');

  await page.goto(`${hub.server.url}/#/fees/TC/month?period=2026-11`);
  await expect(main.getByRole('note')).toContainText('sudah ditutup');
  await expect(button('Tagih November 2026')).toBeDisabled();
  await page.goto(`${hub.server.url}/#/fees/TC/stall/TC-B01`);
  await page.getByRole('button', { name: 'Catat pembayaran' }).click();
  await dialog.getByRole('button', { name: /^Catat Rp/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('sudah ditutup');
  await dialog.getByRole('button', { name: 'Tutup' }).click();

  await page.goto(`${hub.server.url}/#/fees/TC/books?period=2026-11&only=journal`);
  await button('Buka lagi').click();
  await dialog.getByLabel('Alasan').fill('pembayaran terlambat dicatat');
  await dialog.getByRole('button', { name: 'Buka lagi' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button('Tutup bulan')).toBeVisible();
});

test('the journal is exported as a workbook and as CSV', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/books?period=2026-11&only=journal');
  for (const form of ['XLSX', 'CSV']) {
    await consoleOf(page).button('Ekspor').click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: form }).click();
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\.${form.toLowerCase()}$`));
  }
});

test.describe('of a mall that charged nothing', () => {
  test.use({ fees: 'leased' });

  test('the empty books say how they begin', async ({ page, hub }) => {
    await openFees(page, hub, 'TC/books');
    await expect(consoleOf(page).main).toContainText('Pembukuan masih kosong');
    await seeNothingAgainstAxe(page);
  });
});
