import { expect, type Locator } from '@playwright/test';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';

test.use({ viewport: { width: 390, height: 844 } });

/** Two taps before the page has drawn anything. */
const tapTwice = (button: Locator) =>
  button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });

test('a double tap on a stall makes one code', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, button, dialog, search } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await search.fill('ukir');
  const stall = dialog.getByRole('button', { name: 'Ukir Jepara' });
  await expect(stall).toBeVisible();
  await tapTwice(stall);
  await expect(dialog.getByRole('heading', { name: /^Kode untuk TC-H08/ })).toBeVisible();
  const codes = await hub.database.db.selectFrom('enrolment_code').select('stall').execute();
  expect(codes).toHaveLength(1);
});

test('a double tap on the import of a file tells what the first has done', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, button } = consoleOf(page);
  await openPage(/^Organisasi/);
  await page.locator('input[type=file]').setInputFiles({
    name: 'berkas.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('kode lapak;nama;mal;nomor\nTC-Z01;Sepatu Cibaduyut;TC;Z01\n'),
  });
  await expect(button('Masukkan 1 baris')).toBeVisible();
  await tapTwice(button('Masukkan 1 baris'));
  const report = main.getByRole('region', { name: 'berkas.csv' });
  await expect(report.getByRole('status')).toHaveText('1 baris sudah masuk.');
});

test('an announcement that is sent twice, or again after a lost answer, is told once', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pintu timur tutup');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Besok pagi pintu timur diperbaiki.');
  const announcements = '**/v1/notices/announcements';
  await page.route(announcements, async (route) => {
    await route.fetch(); // the hub has it
    await route.abort();
  });
  await tapTwice(dialog.getByRole('button', { name: 'Sampaikan' }));
  await expect(dialog.getByRole('alert')).toContainText('Hub tidak terjangkau.');
  await page.unroute(announcements);
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(dialog).toHaveCount(0);
  const told = main.getByRole('listitem').filter({ hasText: 'Pintu timur tutup' });
  await expect(told).toHaveCount(1);
});
