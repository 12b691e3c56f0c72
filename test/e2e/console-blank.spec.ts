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
  const from = dialog.getByRole('textbox', { name: 'Berlaku dari' });
  await from.fill('01/11/2025');
  const until = dialog.getByRole('textbox', { name: 'Sampai' });
  await until.fill('02/11/2025');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(until).toBeFocused();
  await expect(until).toHaveAccessibleDescription(/Paling awal 29\/11\/2026/);
  await seeNothingAgainstAxe(page);
  await until.fill('31/12/2026');
  await from.fill('01/01/2027');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(until).toHaveAccessibleDescription(/Paling awal 01\/01\/2027/);
  await until.fill('02/01/2027');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(dialog).toHaveCount(0);
  const told = main.getByRole('listitem').filter({ hasText: 'Pintu timur' });
  await expect(told).toContainText('1 Jan 2027');
});
