import { expect } from '@playwright/test';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { HUB_NINE_MS } from '../support/hub-server.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a field of blanks only is marked, and nothing is sent', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  const title = dialog.getByRole('textbox', { name: 'Judul' });
  await title.fill('   ');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Besok pagi pintu timur diperbaiki.');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(title).toBeFocused();
  const marked = await title.evaluate((field: HTMLInputElement) => field.validationMessage);
  expect(marked).toBe('Isian ini hanya spasi. Tulis sesuatu.');
  await title.fill('Pintu timur');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main.getByRole('listitem')).toHaveCount(1);
});

test('what would be over already is not announced, and what is over says so', async ({
  page,
  hub,
}) => {
  const over = { title: 'Rapat', text: 'Rapat.', from: '2025-11-01', until: '2025-11-02' };
  hub.server.clock.nowMs = Date.UTC(2025, 10, 1);
  await makeAnnouncement(hub.server.hub, { ...over, to: { kind: 'everybody' }, by: 'pengelola-1' });
  hub.server.clock.nowMs = HUB_NINE_MS;
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await expect(main.getByRole('listitem')).toContainText('Berakhir');
  await expect(main.getByRole('listitem')).toContainText(/1 Nov 2025/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pintu timur');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Tutup.');
  await dialog.getByLabel('Berlaku dari').fill('2025-11-01');
  const until = dialog.getByLabel('Sampai');
  await until.fill('2025-11-02');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(until).toBeFocused();
  await expect(until).toHaveAccessibleDescription(/^Tanggal terakhirnya sudah lewat/);
  await seeNothingAgainstAxe(page);
  await until.fill('2026-12-31');
  await dialog.getByLabel('Berlaku dari').fill('2027-01-01');
  await expect(until).toHaveAccessibleDescription(/^Sebelum tanggal mulainya/);
  await until.fill('2027-01-02');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(dialog).toHaveCount(0);
  const told = main.getByRole('listitem').filter({ hasText: 'Pintu timur' });
  await expect(told).toContainText('1 Jan 2027');
});
