import { expect, type Page } from '@playwright/test';
import { press } from './keyboard.ts';
import { goTo, openRegister, test } from './lapak.ts';
import { button, looks, seeEverywhere, sizes } from './looks.ts';
import { linesOf, paidOn } from './register-page.ts';
import { openShiftScreen, piecesOf, sheetOn } from './shift-page.ts';

test.use({ stall: 'sample' });

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
