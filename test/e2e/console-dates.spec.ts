import { expect } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

test.use({ locale: 'en-US' });

const sizes = [
  ['390x844', 390, 844],
  ['1024x600', 1024, 600],
  ['1366x768', 1366, 768],
] as const;

test('a date is written and typed as the page writes dates, whatever the browser speaks', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { title } = consoleOf(page);
  const field = page.getByRole('textbox', { name: 'Tanggal' });
  await expect(field).toHaveValue('29/11/2026');
  await field.fill('11/20/2026');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription('Tulis hari, bulan, tahun, seperti 29/11/2026.');
  await expect(title).toHaveText('Hari ini');
  await field.fill('20-11-2026');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Jumat, 20 November 2026');
  await expect(field).toHaveValue('20/11/2026');
  await field.fill('');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('20/11/2026'); // a page of no date there is not
});

test('a date is chosen by keys in a calendar, which comes when it is opened', async ({
  page,
  hub,
}) => {
  const scripts: string[] = [];
  page.on('response', (response) => scripts.push(new URL(response.url()).pathname));
  await signIn(page, hub);
  const { title, dialog } = consoleOf(page);
  await expect(title).toHaveText('Hari ini');
  const isCalendar = (path: string) => /Calendar-.*\.js$/.test(path);
  expect(scripts.filter(isCalendar)).toEqual([]);
  const open = page.getByRole('button', { name: 'Kalender: Tanggal' });
  await open.press('Enter');
  const day = (name: string) => dialog.getByRole('button', { name });
  await expect(day('Minggu, 29 November 2026')).toBeFocused();
  expect(scripts.filter(isCalendar)).not.toEqual([]);
  await expect(dialog.getByRole('columnheader')).toHaveText(
    ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'], // the week begins as it does here
  );
  await page.keyboard.press('ArrowUp');
  await expect(day('Minggu, 22 November 2026')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();
  await open.press('Enter');
  await expect(day('Minggu, 29 November 2026')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Sabtu, 28 November 2026');
  await expect(dialog).toHaveCount(0);
});

test('the calendar speaks the language of the page', async ({ page, hub }) => {
  await signIn(page, hub);
  await page.getByRole('button', { name: /^EN/ }).click();
  await page.getByRole('button', { name: 'Calendar: Date' }).click();
  const { dialog } = consoleOf(page);
  await expect(dialog.getByRole('button', { name: 'Sunday, 29 November 2026' })).toBeFocused();
  await dialog.getByRole('button', { name: 'November 2026', exact: true }).click();
  await dialog.getByRole('button', { name: 'Previous year' }).click();
  await dialog.getByRole('button', { name: 'Aug' }).click();
  await dialog.getByRole('button', { name: 'Sunday, 17 August 2025' }).click();
  await expect(consoleOf(page).title).toHaveText('Sunday, 17 August 2025');
});

test('on a phone a date stands between the day before it and the day after', async ({
  page,
  hub,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, hub);
  const { button, title } = consoleOf(page);
  await button('Hari sebelumnya').click();
  await expect(title).toHaveText('Sabtu, 28 November 2026');
  const field = page.getByRole('textbox', { name: 'Tanggal' });
  const parts = [button('Hari sebelumnya'), field, button('Hari berikutnya')];
  const boxes = await Promise.all(parts.map(async (part) => part.boundingBox()));
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  await seeThatItFits(page, 'console-yesterday-390x844');
});

test('in a dialog an Escape closes the calendar alone; a date that is over is not sent', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Buat pengumuman' });
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pintu timur tutup');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Besok pagi.');
  const until = dialog.getByRole('textbox', { name: 'Sampai' });
  await until.fill('28/11/2026');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Paling awal 29/11/2026.')).toBeVisible();
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Kalender: Sampai' }).click();
  const day = page.getByRole('button', { name: 'Senin, 30 November 2026' });
  await seeThatItFits(page, 'console-announce-calendar');
  await day.focus();
  await page.keyboard.press('Escape');
  await expect(day).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await until.fill('');
  const from = dialog.getByRole('textbox', { name: 'Berlaku dari' });
  await from.fill('');
  await page.keyboard.press('Enter');
  await expect(from).toHaveAccessibleDescription('Tulis tanggalnya, seperti 29/11/2026.');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(from).toHaveValue('');
  await expect(dialog).toBeVisible(); // no date that nobody sees is sent
  await from.fill('29/11/2026');
  await dialog.getByRole('button', { name: 'Kalender: Sampai' }).click();
  await day.click();
  await expect(until).toHaveValue('30/11/2026');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(main.getByRole('listitem')).toContainText('Sen, 30 Nov');
});

test('a date that was not understood goes when another date is shown', async ({ page, hub }) => {
  await signIn(page, hub);
  const { main, button, title } = consoleOf(page);
  const day = page.getByRole('textbox', { name: 'Tanggal' });
  await day.fill('31/11/2026');
  await page.keyboard.press('Enter');
  await expect(day).toHaveAccessibleDescription(/^Tulis hari/);
  const parts = [button('Hari sebelumnya'), day, button('Hari berikutnya')];
  const boxes = await Promise.all(parts.map(async (part) => part.boundingBox()));
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1); // what is wrong stands below it alone
  for (const [name, width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-date-unread-${name}`);
  }
  await button('Hari sebelumnya').click();
  await expect(title).toHaveText('Sabtu, 28 November 2026');
  await expect(day).toHaveValue('28/11/2026');
  await expect(day).not.toHaveAccessibleDescription(/^Tulis hari/);
  await main.getByRole('link', { name: /Kopi Gayo/ }).click();
  const to = main.getByRole('textbox', { name: 'Sampai tanggal' });
  await to.fill('31/11/2026');
  await page.keyboard.press('Enter');
  await expect(to).toHaveAccessibleDescription(/^Tulis hari/);
  await main.getByText('Bulan lalu').click();
  await expect(to).toHaveValue('31/10/2026');
});

test('an Escape brings back the date that holds, and leaves the dialog', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, main } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Buat pengumuman' });
  const from = dialog.getByRole('textbox', { name: 'Berlaku dari' });
  await from.fill('3/1');
  await page.keyboard.press('Escape');
  await expect(from).toHaveValue('29/11/2026');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a day that is chosen in the calendar is the same page: going back leaves it', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, title, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await openPage(/^Hari ini/);
  for (const day of ['Sabtu, 28 November 2026', 'Jumat, 27 November 2026']) {
    await page.getByRole('button', { name: 'Kalender: Tanggal' }).click();
    await dialog.getByRole('button', { name: day }).click();
    await expect(title).toHaveText(day);
  }
  await page.goBack();
  await expect(title).toHaveText('Kabar');
});

test('there is no step beyond the last day of the calendar', async ({ page, hub }) => {
  await signIn(page, hub);
  const { button, title } = consoleOf(page);
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('30/12/9999');
  await page.keyboard.press('Enter');
  await button('Hari berikutnya').click();
  await expect(title).toHaveText('Jumat, 31 Desember 9999');
  await expect(button('Hari berikutnya')).toBeDisabled();
  await expect(button('Hari berikutnya')).toHaveAttribute('title', 'Tidak ada tanggal lagi');
  await expect(button('Hari sebelumnya')).toBeEnabled();
});

for (const [name, width, height] of sizes) {
  test(`the calendar of a period fits a screen of ${name}`, async ({ page, hub }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, hub);
    const { main, dates, dialog } = consoleOf(page);
    await main.getByRole('link', { name: /Kopi Gayo/ }).click();
    await expect(dates.first()).toBeVisible();
    await main.getByRole('textbox', { name: 'Sampai tanggal' }).fill('31/11/2026');
    await main.getByRole('button', { name: 'Kalender: Dari tanggal' }).click();
    await expect(dialog.getByRole('button', { name: 'Minggu, 1 November 2026' })).toBeFocused();
    await expect(dialog).toBeInViewport({ ratio: 1 });
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `console-calendar-${name}`);
  });
}
