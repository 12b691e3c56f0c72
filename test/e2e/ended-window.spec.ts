import { expect } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf, takeMoneyOn } from './register-page.ts';
import { keptCarts, test } from './restarts.ts';

for (const gapMs of [8, 120]) {
  test(`with ${gapMs} ms a key, a window whose till was started anew takes nothing`, async ({
    page,
    context,
    restarts,
  }) => {
    const killed = await restarts.start();
    await openRegister(page, killed.url);
    await scan(page, barcode.kopi);
    await expect.poll(() => keptCarts(restarts.dataDir)).toContain('KOPI-01');
    await killed.stop('SIGKILL');
    await expect(page.getByText(/terputus dari Lapak/)).toBeVisible();
    await page.getByRole('button', { name: /Kopi/ }).first().click();
    await expect(cartOf(page)).toContainText('Rp90.000');

    const shell = await restarts.start();
    const ended = page.getByRole('dialog', { name: 'Lapak sudah dimulai ulang' });
    await expect(ended).toContainText(/di jendela ini 2 pcs, sampai di kasir 1/);
    await expect(ended).not.toContainText('Keranjang ini ada di sana');
    await seeNothingAgainstAxe(page);
    for (const [width, height] of [
      [1024, 600],
      [1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await seeThatItFits(page, `ended-${width}`);
    }
    await scan(page, barcode.sambal, { gapMs });
    await press(page, 'F9');
    await press(page, 'Escape');
    await press(page, 'F10');
    await expect(cartOf(page)).toContainText('Rp90.000');
    await expect(takeMoneyOn(page)).toHaveCount(0);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(ended).toBeVisible();
    await expect(page.locator('header [data-state="unknown"]')).toHaveCount(1);

    const next = await context.newPage();
    await next.goto(shell.url);
    await expect(cartOf(next)).toContainText('Rp45.000');
  });
}
