import { expect } from '@playwright/test';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('a tariff shows what a stall pays by it before it is set', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/plans');
  const { main, dialog, button } = consoleOf(page);
  await expect(main.getByRole('list', { name: 'Tarif menurut bulan' })).toContainText('Bawaan');
  await seeAtSizes(page, 'plans');
  await button('Tarif baru').click();
  await expect(dialog.getByRole('status')).toContainText('Rp1.000.000');
  await dialog.getByRole('button', { name: 'Menurut meteran' }).click();
  await dialog.getByLabel('Tarif per kWh (Rp)').fill('1.500');
  await expect(dialog.getByRole('status')).toContainText('Rp750.000bila memakai 300 kWh');
  await dialog.getByLabel('Denda keterlambatan').check();
  await dialog.getByLabel('Persen sebulan').fill('dua');
  await dialog.getByRole('button', { name: 'Tetapkan tarif' }).click();
  await expect(dialog).toContainText('Tulis angka, misalnya 1.444,70.');
  await dialog.getByLabel('Persen sebulan').fill('1,5');
  await seeAtSizes(page, 'plan-form');
  await dialog.getByRole('button', { name: 'Tetapkan tarif' }).click();
  await expect(dialog).toHaveCount(0);
  const plans = main.getByRole('list', { name: 'Tarif menurut bulan' });
  await expect(plans).toContainText('Mulai Desember 2026');
  await expect(plans).toContainText('Listrik Rp1.500 per kWh');
  await expect(plans).toContainText('denda 1,5 % sebulan');
});

test('a month that was charged keeps its tariff', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/plans');
  const { dialog, button } = consoleOf(page);
  await button('Tarif baru').click();
  await dialog.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await dialog.getByRole('button', { name: 'Tetapkan tarif' }).click();
  await expect(dialog).toContainText('Paling awal Desember 2026');
});

test('an account is added, named on bills, and closed', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/plans');
  const { main, dialog, button } = consoleOf(page);
  await button('Rekening baru').click();
  await dialog.getByLabel('Kode').fill('bca tc');
  await dialog.getByLabel('Nama di tagihan').fill('BCA 1234567890 a.n. Pengelola');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Huruf, angka, titik, dan tanda hubung saja.');
  await dialog.getByLabel('Kode').fill('bca-tc');
  await seeNothingAgainstAxe(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const row = main
    .getByRole('list', { name: 'Rekening mal' })
    .getByRole('listitem')
    .filter({ hasText: 'BCA 1234567890' });
  await row.getByRole('button', { name: 'Ubah' }).click();
  await dialog.getByLabel('Tidak dipakai lagi').check();
  await dialog.getByRole('button', { name: 'Simpan rekening' }).click();
  await expect(row).toContainText('Ditutup');
});

test('what is no QRIS is not kept', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/plans');
  const { dialog, button } = consoleOf(page);
  await button('Rekening baru').click();
  await dialog.getByRole('button', { name: 'QRIS', exact: true }).click();
  await dialog.getByLabel('Kode').fill('qris-tc');
  await dialog.getByLabel('Nama di tagihan').fill('QRIS Thamrin City');
  await dialog.getByLabel('Isi QRIS statis').fill('https://example.com');
  await dialog.getByRole('button', { name: 'Simpan rekening' }).click();
  await expect(dialog.locator('form').getByRole('status').last()).toContainText('QRIS');
  await expect(dialog).toBeVisible();
});

test('a stall that has no code of its own gets one', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/plans');
  const { main, button } = consoleOf(page);
  await button('Beri kode yang belum punya').click();
  await expect(main.getByRole('status')).toContainText(/lapak mendapat kode\./);
});
