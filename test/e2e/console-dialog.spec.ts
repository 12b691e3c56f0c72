import { expect, type Page } from '@playwright/test';
import { TITLE_MAX } from '../../domain/down/item.ts';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

const sizes = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

test.use({ viewport: { width: 390, height: 844 } });

test('going back closes a dialog and stays on its page; the next time it leaves the page', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, button, dialog, title } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveText('Perangkat');
  await expect(button('Kode baru')).toBeFocused();
  await page.goBack();
  await expect(title).toHaveText('Hari ini');
});

test('going back from a question changes nothing', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, dialog, title } = consoleOf(page);
  await openPage(/^Perangkat/);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveText('Perangkat');
  await seeStep(page, 0);
});

for (const [how, close] of [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['its button', (page) => page.getByRole('button', { name: 'Tutup' }).click()],
] as const satisfies readonly [string, (page: Page) => Promise<void>][]) {
  test(`a dialog that ${how} closed leaves no step to go back through`, async ({ page, hub }) => {
    await signIn(page, hub);
    const { openPage, button, dialog, title } = consoleOf(page);
    await openPage(/^Perangkat/);
    for (let time = 0; time < 2; time += 1) {
      await button('Kode baru').click();
      await expect(dialog).toBeVisible();
      await close(page);
      await expect(dialog).toHaveCount(0);
    }
    await seeStep(page, 0);
    await page.goBack();
    await expect(title).toHaveText('Hari ini');
  });
}

test('a page that is loaded anew inside of a dialog has none, and goes back at once', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, button, dialog, title } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await expect(dialog).toBeVisible();
  await seeStep(page, 1);
  await page.reload();
  await expect(title).toHaveText('Perangkat');
  await expect(dialog).toHaveCount(0);
  await seeStep(page, 0);
  await button('Kode baru').click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await page.goForward(); // to the step of a dialog that is not there: it is left again
  await seeStep(page, 0);
  await expect(dialog).toHaveCount(0);
  await page.goBack();
  await expect(title).toHaveText('Hari ini');
});

test('a title of one long word stays in its dialog, beside the button that closes it', async ({
  page,
  hub,
}) => {
  const said = { title: 'W'.repeat(TITLE_MAX), text: 'Isi', from: '2026-11-29', until: null };
  const to = { kind: 'everybody' } as const;
  await makeAnnouncement(hub.server.hub, { ...said, to, by: 'pengelola-1' });
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Tarik', exact: true }).click();
  const title = dialog.getByRole('heading', { name: /^Tarik/ });
  const [inside, close] = [
    await title.boundingBox(),
    await dialog.getByLabel('Tutup').boundingBox(),
  ];
  expect(inside).not.toBeNull();
  expect((inside?.x ?? 0) + (inside?.width ?? 0)).toBeLessThanOrEqual(close?.x ?? 0);
  const overflow = await title.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(overflow).toBe(0);
  await seeThatItFits(page, 'console-long-title-390x844');
});

test('a dialog stays while what it sent is on its way, and tells how that ended', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, dialog, title } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pintu timur tutup');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Besok pagi.');
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  await page.route('**/v1/notices/announcements', async (route) => {
    await ended;
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  const close = dialog.getByRole('button', { name: 'Tutup' });
  await expect(close).toBeDisabled();
  await expect(close).toHaveAttribute('title', 'Tunggu sampai selesai');
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-dialog-held-${width}x${height}`);
  }
  await page.keyboard.press('Escape');
  await page.goBack();
  await seeStep(page, 1);
  await expect(dialog).toBeVisible();
  end();
  await expect(dialog.getByRole('alert')).toContainText('Hub tidak terjangkau.');
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveText('Kabar');
  await seeStep(page, 0);
});

test('a link that is followed as soon as a dialog is closed is followed', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, button, dialog, title } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await seeStep(page, 1);
  await closeThenClick(page, 'nav a[href="#/notices"]');
  await expect(title).toHaveText('Kabar');
  await expect(dialog).toHaveCount(0);
  await page.goBack();
  await expect(title).toHaveText('Perangkat');
  await page.goBack();
  await expect(title).toHaveText('Hari ini');
});

test('a dialog that is opened as soon as another is closed stays', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, button, dialog, title } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await seeStep(page, 1);
  await page.evaluate(() => {
    addEventListener('popstate', () => document.body.setAttribute('data-left', ''));
  });
  await closeThenClick(page, 'main button:has-text("Kode baru")');
  await expect(page.locator('body[data-left]')).toBeVisible();
  await seeStep(page, 1);
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveText('Perangkat');
});

/** Closes the dialog and clicks, before the browser has left the dialog's step. */
async function closeThenClick(page: Page, selector: string): Promise<void> {
  const next = await page.locator(selector).elementHandle();
  await page.getByRole('dialog').evaluate(async (dialog, clicked) => {
    dialog.querySelector<HTMLElement>('[aria-label="Tutup"]')?.click();
    const TICKS = 50; // the page draws in some of them; the browser leaves after the last
    for (let tick = 0; tick < TICKS; tick += 1) await Promise.resolve();
    if (dialog.isConnected) throw new Error('the dialog is not closed yet');
    if (clicked instanceof HTMLElement) clicked.click();
  }, next);
}

/** Sees how many dialogs deep the browser's history stands. */
async function seeStep(page: Page, dialogs: number): Promise<void> {
  const here = () => page.evaluate(() => history.state?.dialogs ?? 0);
  await expect.poll(here).toBe(dialogs);
}
