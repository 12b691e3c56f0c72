import { expect, type Page } from '@playwright/test';
import { TITLE_MAX } from '../../domain/down/item.ts';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

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

/** Sees how many dialogs deep the browser's history stands. */
async function seeStep(page: Page, dialogs: number): Promise<void> {
  const here = () => page.evaluate(() => history.state?.dialogs ?? 0);
  await expect.poll(here).toBe(dialogs);
}
