import { expect, type Locator } from '@playwright/test';
import { HUB_NINE_MS } from '../support/hub-server.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { chooseFile, consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

const sizes = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

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
  await chooseFile(page, 'kode lapak;nama;mal;nomor\nTC-Z01;Sepatu Cibaduyut;TC;Z01\n');
  await expect(button('Masukkan 1 baris')).toBeVisible();
  await tapTwice(button('Masukkan 1 baris'));
  const report = main.getByRole('region', { name: 'berkas.csv' });
  await expect(report.getByRole('status')).toHaveText('1 baris sudah masuk.');
});

test('an import whose answer was lost keeps its trial, and is sent again from it', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, button } = consoleOf(page);
  await openPage(/^Organisasi/);
  await chooseFile(page, 'kode lapak;nama;mal;nomor\nTC-Z01;Sepatu Cibaduyut;TC;Z01\n');
  await expect(button('Masukkan 1 baris')).toBeVisible();
  const imports = '**/v1/organisation/import*';
  await page.route(imports, async (route) => {
    await route.fetch(); // the hub has it
    await route.abort();
  });
  await button('Masukkan 1 baris').click();
  await expect(main.getByRole('alert')).toContainText('Belum tentu ini sampai');
  await page.unroute(imports);
  await button('Masukkan 1 baris').click();
  const report = main.getByRole('region', { name: 'berkas.csv' });
  await expect(report.getByRole('status')).toContainText('sudah masuk');
  await expect(main.getByRole('alert')).toHaveCount(0);
});

test('of two tabs that import in turn, the second is shown what would change now', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const other = await page.context().newPage();
  await other.clock.setFixedTime(HUB_NINE_MS);
  await other.goto(hub.server.url);
  for (const [tab, name] of [
    [page, 'Batik Melati'],
    [other, 'Batik Kenanga'],
  ] as const) {
    await consoleOf(tab).openPage(/^Organisasi/);
    await chooseFile(tab, `kode lapak;nama;mal\nTC-B01;${name};TC\n`, 'lapak.csv');
    await expect(consoleOf(tab).main).toContainText(`nama: Batik Sari → ${name}`);
  }
  const take = 'Masukkan 1 baris';
  await consoleOf(other).button(take).click();
  await expect(consoleOf(other).main).toContainText('1 baris sudah masuk.');
  const { main, button } = consoleOf(page);
  await button(take).click();
  await expect(main.getByRole('alert')).toContainText('berubah setelah berkas ini diperiksa');
  await expect(main).toContainText('nama: Batik Kenanga → Batik Melati');
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-import-anew-${width}x${height}`);
  }
  await button(take).click();
  await expect(main.getByRole('status').first()).toHaveText('1 baris sudah masuk.');
  await expect(main.getByRole('alert')).toHaveCount(0);
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
  await expect(dialog.getByRole('alert')).toContainText('Belum tentu ini sampai');
  await page.unroute(announcements);
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(dialog).toHaveCount(0);
  const told = main.getByRole('listitem').filter({ hasText: 'Pintu timur tutup' });
  await expect(told).toHaveCount(1);
});
