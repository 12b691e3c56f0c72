import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setAccount } from '../../hub/fees/mall-acts.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('the drawer is counted by its notes, and what is missing is booked', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/drawer');
  const { main, dialog } = consoleOf(page);
  await expect(main).toContainText('Rp7.900.000');
  await seeAtSizes(page, 'drawer');
  await page.keyboard.press('h');
  const notes = dialog.getByRole('textbox', { name: 'Rp100.000' });
  await expect(notes).toBeFocused();
  await dialog.getByRole('button', { name: 'Catat hitungan' }).click();
  await expect(dialog).toContainText('Hitung dulu; tulis 0 kalau laci kosong');
  await notes.fill('78');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Rp50.000' }).fill('1');
  await expect(dialog).toContainText('Kurang Rp50.000');
  await seeAtSizes(page, 'drawer-count');
  await dialog.getByRole('button', { name: 'Catat hitungan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Rp7.850.000');
  await expect(main).toContainText('Hitungan terakhir 29/11/2026 oleh pengelola-1');
});

test('cash is taken to the bank, but not more than there is', async ({ page, hub, office }) => {
  const account = { account: 'bca-tc', holds: 'bank', label: 'BCA 1234567890' } as const;
  const rest = { qris: '', profile: '', isClosed: false, note: '' };
  await setAccount(office.doing, { id: randomUUID(), mall: 'TC', ...account, ...rest });
  await openFees(page, hub, 'TC/drawer');
  const { main, dialog } = consoleOf(page);
  await expect(main).toContainText('Rp7.900.000');
  await page.keyboard.press('s');
  await dialog.getByLabel('Jumlah (Rp)').fill('8000000');
  await dialog.getByRole('button', { name: 'Setor ke bank' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Rp7.900.000');
  await dialog.getByLabel('Jumlah (Rp)').fill('7000000');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Rp900.000');
});

test('of two drawers the first shows the keys, for they act on it', async ({
  page,
  hub,
  office,
}) => {
  const drawer = { account: 'laci-dua', holds: 'cash', label: 'Laci dua' } as const;
  const rest = { qris: '', profile: '', isClosed: false, note: '' };
  await setAccount(office.doing, { id: randomUUID(), mall: 'TC', ...drawer, ...rest });
  await openFees(page, hub, 'TC/drawer');
  const { main } = consoleOf(page);
  const counts = main.getByRole('button', { name: /^Hitung/ });
  await expect(counts).toHaveCount(2);
  await expect(counts.first()).toHaveAttribute('aria-keyshortcuts', 'H');
  await expect(counts.last()).not.toHaveAttribute('aria-keyshortcuts');
});

test('without a bank account that is said, and where to add one', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/drawer');
  const { main, dialog } = consoleOf(page);
  await expect(main).toContainText('Rp7.900.000');
  await page.keyboard.press('s');
  await expect(dialog).toContainText('Belum ada rekening bank.');
});

test.describe('of a mall that took no cash', () => {
  test.use({ fees: 'leased' });

  test('the empty page says how a drawer comes to be', async ({ page, hub }) => {
    await openFees(page, hub, 'TC/drawer');
    const { main, button, title } = consoleOf(page);
    await expect(main).toContainText('Belum ada kas kantor');
    await seeNothingAgainstAxe(page);
    await button('Ke Tarif & rekening').click();
    await expect(title).toHaveText('Tarif & rekening');
  });
});
