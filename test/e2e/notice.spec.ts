import { expect, type Page } from '@playwright/test';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';
import { seeApart, seeThatItFits } from './picture.ts';
import { openNewest, sell } from './refund-page.ts';

// Its printer is off: a copy waits, and that is told until the next act.
test.use({ printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'Salinan struk' });

/** Sells a coffee, puts another into the next cart, and asks for the last receipt again. */
async function askForCopy(page: Page): Promise<void> {
  const coffee = page.getByRole('tabpanel').getByRole('button', { name: /^Kopi Gayo/ });
  await coffee.click();
  await page.getByRole('button', { name: 'Bayar', exact: true }).click();
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  await page.getByRole('button', { name: 'Penjualan berikutnya' }).click();
  await coffee.click();
  await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
  await press(page, 'F8');
  await expect(notice(page)).toContainText('menunggu. Printer tidak menjawab.');
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 800, height: 600 },
  { width: 683, height: 384 }, // 1366x768 at 200 %
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`a notice covers neither what takes the money nor the bar's buttons at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await askForCopy(page);
      await seeThatItFits(page, `${size}-notice`);
      for (const name of [/^Bayar/, /^Menu/, /Indonesia/, /English/, /^Printer: menunggu/]) {
        await seeApart(notice(page), page.getByRole('button', { name }));
      }
      await press(page, 'F9');
      await expect(page.getByRole('dialog', { name: 'Bayar', exact: true })).toBeVisible();
      await seeApart(notice(page), page.getByRole('button', { name: 'Terima pembayaran' }));
      const sheet = page.getByRole('dialog');
      await seeApart(notice(page), sheet.getByRole('heading', { name: 'Bayar' }));
      await seeApart(notice(page), sheet.getByRole('button', { name: 'Tutup' }));
    });

    test(`a notice lies beside a sheet or above it, never over its title, at ${size}`, async ({
      page,
      lapak,
    }) => {
      await sell(lapak.calls);
      await openNewest(page, lapak.url);
      const other = page.getByRole('alert').filter({ hasText: 'juga terbuka di jendela lain' });
      for (const key of ['F9', 'F11', 'F1']) {
        await press(page, key);
        const sheet = page.getByRole('dialog');
        await expect(sheet).toBeVisible();
        await expect(other).toBeVisible();
        await seeApart(other, sheet.getByRole('heading').first());
        for (const button of await sheet.getByRole('button').all()) await seeApart(other, button);
        await seeThatItFits(page, `${size}-notice-${key}`);
        await press(page, 'Escape');
        await expect(sheet).toBeHidden();
      }
    });

    test(`a notice and the word that the till is lost stand apart at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await askForCopy(page);
      await lapak.totals(); // which stops the till
      const lost = page.getByRole('alert').filter({ hasText: 'terputus' });
      await expect(lost).toBeVisible();
      await seeApart(notice(page), lost);
      await seeThatItFits(page, `${size}-lost`);
    });
  });
}
