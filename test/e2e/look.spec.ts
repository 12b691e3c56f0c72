import { expect, type Locator, type Page } from '@playwright/test';
import type { TextKey } from '../../domain/text.ts';
import type { Language, Settings } from '../../domain/settings/settings.ts';
import { words } from '../../domain/translator.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press } from './keyboard.ts';
import { goTo, type Lapak, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeFiguresWhole, seeInReach } from './reach.ts';
import { linesOf, paidOn } from './register-page.ts';
import { seeRowsApart } from './rows.ts';
import { openShiftScreen, piecesOf, sheetOn } from './shift-page.ts';

test.use({ stall: 'sample' });

const sizes = {
  '1920x1080': { width: 1920, height: 1080 },
  '1366x768': { width: 1366, height: 768 },
  '1024x600': { width: 1024, height: 600 },
};

const looks: readonly { name: string; settings: Partial<Settings> }[] = [
  { name: 'text-150', settings: { textSizePercent: 150 } },
  { name: 'contrast', settings: { colorScheme: 'contrast' } },
];

/** A page whose look is looked at, and the till behind it. */
interface Looked {
  readonly page: Page;
  readonly lapak: Lapak;
  readonly look: string;
}

interface State {
  /** For its pictures. */
  readonly name: string;
  /** Whole and in reach without scrolling. */
  readonly inReach: readonly Locator[];
}

/** Sees the state of the page at each size in both languages, and that axe finds nothing. */
async function seeEverywhere(
  { page, lapak, look }: Looked,
  { name, inReach }: State,
): Promise<void> {
  for (const language of ['en', 'id'] as const) {
    await speak(page, lapak, language);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      const at = `${look}-${name}-${size}-${language}`;
      await seeInReach(inReach, at);
      await seeFiguresWhole(page, at);
      await seeRowsApart(page, at);
      await seeThatItFits(page, at);
    }
  }
  await seeNothingAgainstAxe(page);
}

async function speak(page: Page, lapak: Lapak, language: Language): Promise<void> {
  await lapak.calls.settings.switchLanguage({ language });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** A button by its words, in either language. */
function button(page: Page, key: TextKey): Locator {
  const name = new RegExp(`^(${words.id[key]}|${words.en[key]})`);
  return page.getByRole('button', { name }).first();
}

/** Puts the first twelve products of the shelf into the cart. */
async function fillCart(page: Page): Promise<void> {
  await page.setViewportSize(sizes['1920x1080']);
  const cards = page.getByRole('tabpanel').getByRole('button');
  for (let at = 0; at < 12; at += 1) await cards.nth(at).click();
  await expect(linesOf(page)).toHaveCount(12);
}

for (const { name, settings } of looks) {
  test(`the counter is whole and readable, ${name}`, async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await lapak.calls.settings.change(settings);
    const looked = { page, lapak, look: name };
    const search = page.getByRole('searchbox');
    const pay = button(page, 'sales.pay');
    await seeEverywhere(looked, { name: 'empty', inReach: [search, pay] });

    await fillCart(page);
    const quantity = button(page, 'sales.quantity');
    await seeEverywhere(looked, { name: 'lines', inReach: [search, pay, quantity] });
    await quantity.click();
    const use = button(page, 'sales.padUse.quantity');
    await seeEverywhere(looked, { name: 'pad', inReach: [use] });
    await press(page, 'Escape');

    await pay.click();
    const take = button(page, 'payments.confirm');
    await seeEverywhere(looked, { name: 'pay', inReach: [take] });
    await take.click();
    await expect(paidOn(page)).toBeVisible();
    await seeEverywhere(looked, { name: 'change', inReach: [button(page, 'payments.next')] });
  });

  test(`settings and the close of a shift are whole and readable, ${name}`, async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await lapak.calls.settings.change(settings);
    const looked = { page, lapak, look: name };
    await goTo(page, 'Pengaturan');
    const save = button(page, 'settings.save');
    await seeEverywhere(looked, { name: 'settings', inReach: [save] });

    await openShiftScreen(page);
    await seeEverywhere(looked, { name: 'shift', inReach: [button(page, 'shift.close')] });
    await press(page, 'F9');
    await expect(sheetOn(page, 'Tutup shift')).toBeVisible();
    const first = piecesOf(page, 'Rp100.000');
    await first.fill('3');
    const counted = button(page, 'shift.countDone');
    await seeEverywhere(looked, { name: 'count', inReach: [first, counted] });
  });
}

test('the size of text is another at once, where a person chooses it', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  await page.getByText('150%', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Warna layar' }).selectOption('Kontras tinggi');
  await expect(page.locator('html')).toHaveCSS('font-size', '16px');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
  await expect(page.locator('html')).toHaveAttribute('data-contrast');
  await page.reload();
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
});
