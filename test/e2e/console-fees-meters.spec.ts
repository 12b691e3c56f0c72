import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { takeReading } from '../../hub/fees/readings.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('meters are typed through; a reading that cannot be is asked about', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/meters?period=2026-10');
  const { main, dialog } = consoleOf(page);
  const field = (stall: string) => main.getByRole('textbox', { name: `Bacaan ${stall} (kWh)` });
  await field('Kopi Gayo').fill('1.204,5');
  await page.keyboard.press('Enter');
  await expect(field('Batik Sari')).toBeFocused();
  await field('Batik Sari').fill('meter');
  await page.keyboard.press('Enter');
  await expect(main.getByRole('alert')).toContainText('Tulis angka meteran');
  await field('Batik Sari').fill('80');
  await page.keyboard.press('Enter');
  await expect(field('Songket Palembang Warisan Nenek')).toBeFocused();

  // The next month: one ran backwards, and its counter began anew.
  await main.getByRole('button', { name: 'Bulan berikutnya' }).click();
  await expect(main.getByRole('list', { name: 'Bacaan meteran' })).toContainText('1.204,5');
  await field('Batik Sari').fill('12');
  await page.keyboard.press('Enter');
  await expect(main.getByRole('alert')).toContainText('Meteran mundur: 80 lalu 12 kWh');
  await main.getByRole('button', { name: 'Rincian bacaan Batik Sari' }).click();
  await dialog.getByLabel('Bacaan (kWh)').fill('12');
  await dialog.getByLabel('Angka tertinggi sebelum kembali nol (kWh)').fill('100');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Simpan bacaan' }).click();
  await expect(dialog).toHaveCount(0);
  const batik = main.getByRole('listitem').filter({ hasText: 'Batik Sari' });
  await expect(batik.getByRole('status')).toContainText('12');
  await expect(batik).toContainText('32');
});

test('on a slow line hands go on at the next meter; a refusal stands at its own', async ({
  page,
  hub,
}) => {
  const goOn = Promise.withResolvers<void>();
  await page.route('**/v1/fees/stalls/TC-A12/readings', async (route) => {
    await goOn.promise;
    await route.fulfill({ status: 503, body: '' });
  });
  await openFees(page, hub, 'TC/meters?period=2026-10');
  const { main } = consoleOf(page);
  const field = (stall: string) => main.getByRole('textbox', { name: `Bacaan ${stall} (kWh)` });
  await field('Kopi Gayo').focus();
  await page.keyboard.type('1204\n80');
  await expect(field('Kopi Gayo')).toHaveValue('1204');
  await expect(field('Batik Sari')).toHaveValue('80');
  goOn.resolve();
  const kopi = main.getByRole('listitem').filter({ hasText: 'Kopi Gayo' });
  await expect(kopi.getByRole('alert')).toBeVisible();
  await expect(field('Batik Sari')).toBeFocused();
});

test('who searches stays in the field, and what was typed of meters is still there', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, 'TC/meters?period=2026-10');
  const { main } = consoleOf(page);
  const field = main.getByRole('textbox', { name: 'Bacaan Kopi Gayo (kWh)' });
  const search = main.getByRole('searchbox');
  await field.fill('1204');
  await search.focus();
  await page.keyboard.type('batik');
  await expect(field).toHaveCount(0);
  await expect(search).toBeFocused();
  await page.keyboard.type(' 1');
  await expect(main).toContainText('Tidak ada lapak yang cocok');
  await expect(search).toHaveValue('batik 1');
  await search.fill('');
  await expect(field).toHaveValue('1204');
});

test('the mall’s own bill stands against its stalls, with what is lost', async ({
  page,
  hub,
  office,
}) => {
  await takeReading(office.doing, {
    id: randomUUID(),
    stall: 'TC-A12',
    note: '',
    period: '2026-10',
    meter: '',
    from: null,
    to: 0,
    rollover: null,
    isEstimate: false,
    photo: null,
    isConfirmed: false,
  });
  await openFees(page, hub, 'TC/meters');
  const { main, dialog, button } = consoleOf(page);
  await main.getByRole('textbox', { name: 'Bacaan Kopi Gayo (kWh)' }).fill('90');
  await page.keyboard.press('Enter');
  const sums = main.getByRole('region', { name: 'Meteran bulan ini' });
  await expect(sums).toContainText('90 kWh');
  await button('Isi tagihan listrik mal').click();
  await dialog.getByLabel('Terpakai menurut tagihan (kWh)').fill('100');
  await dialog.getByLabel('Jumlah tagihan (Rp)').fill('144470');
  await page.keyboard.press('Enter');
  await expect(sums).toContainText('10 kWh (10 %)');
  await seeAtSizes(page, 'meters');
});

test('a reading is taken back for a reason, and can be taken again', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/meters?period=2026-12');
  const { main, dialog } = consoleOf(page);
  const field = main.getByRole('textbox', { name: 'Bacaan Kopi Gayo (kWh)' });
  await field.fill('90');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await main.getByRole('button', { name: 'Rincian bacaan Kopi Gayo' }).click();
  await dialog.getByLabel('Alasan').fill('salah baca');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(field).toBeVisible();
});

test('a reading that was charged is not taken back', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/meters');
  const { main, dialog } = consoleOf(page);
  await main.getByRole('textbox', { name: 'Bacaan Kopi Gayo (kWh)' }).fill('90');
  await page.keyboard.press('Enter');
  await main.getByRole('button', { name: 'Rincian bacaan Kopi Gayo' }).click();
  await dialog.getByLabel('Alasan').fill('salah baca');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Batalkan dulu tagihannya');
});

test.describe('of a mall without contracts', () => {
  test.use({ fees: 'none' });

  test('the empty grid says where contracts come from', async ({ page, hub }) => {
    await openFees(page, hub, 'TC/meters');
    await expect(consoleOf(page).main).toContainText('Belum ada lapak berkontrak');
    await seeNothingAgainstAxe(page);
  });
});
