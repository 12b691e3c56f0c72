import { expect } from '@playwright/test';
import { bankOf, bcaFile, chargeStalls, openBank, takeFile } from './console-bank.ts';
import { test } from './console-hub.ts';
import { seeThatItFits } from './picture.ts';

test.use({ trade: 'none' });

const ACCEPT = '**/v1/bank/rows/*/payments';
const EXPLAIN = '**/v1/bank/rows/*/explanations';

test('a row that the hub did not take has the keys again, with what was typed and why', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  const { active, dialog, panel, said } = bankOf(page);
  await takeFile(
    page,
    bcaFile([
      ['2026-11-05', 'SETORAN BU TUTI TC-K01-2611', 1_500_000],
      ['2026-11-06', 'BIAYA ADM', -15_000],
      ['2026-11-28', 'BUNGA', 5_500],
    ]),
  );
  await expect(active).toContainText('Rp1.500.000');
  const held = Promise.withResolvers<void>();
  await page.route(ACCEPT, async (route) => {
    await held.promise;
    await route.abort();
  });
  await page.keyboard.press('s');
  await dialog.getByLabel('Jumlah untuk TC-K01').fill('900000');
  await dialog.getByRole('searchbox', { name: 'Cari lapak' }).fill('Kios 02');
  await dialog.getByRole('button', { name: 'Kios 02' }).click();
  await expect(dialog.getByLabel('Jumlah untuk TC-K02')).toHaveValue('600.000');
  await dialog.getByRole('button', { name: 'Bagi' }).click();
  await expect(active).toContainText('−Rp15.000'); // the keys went on at once
  await page.keyboard.press('e');
  await dialog.getByLabel('Keterangan').fill('November');
  held.resolve();
  const why = panel.getByRole('alert');
  await expect(page.locator('[data-failed]').first()).toBeVisible();
  await expect(dialog).toContainText('−Rp15.000'); // what is open stays of its own row
  await page.unroute(ACCEPT);
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'Rp15.000 sudah dijelaskan.' })).toBeVisible();
  await expect(active).toContainText('Rp1.500.000');
  await expect(why).toBeVisible();
  await seeThatItFits(page, 'console-bank-row-failed');
  await page.keyboard.press('End');
  await expect(active).toContainText('Rp5.500');
  await expect(why).toHaveCount(0); // it is said at its own row
  await page.keyboard.press('Home');
  await expect(why).toBeVisible();
  await page.keyboard.press('s');
  await expect(dialog.getByLabel('Jumlah untuk TC-K01')).toHaveValue(/^900\.?000$/);
  await expect(dialog.getByLabel('Jumlah untuk TC-K02')).toHaveValue('600.000');
  await dialog.getByRole('button', { name: 'Bagi' }).click();
  await expect(said.filter({ hasText: 'dibagi untuk 2 lapak' })).toBeVisible();
  await expect(page.locator('[data-failed]')).toHaveCount(0);
});

test('what a row was said to be is typed once, also where the hub did not take it', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 1);
  await openBank(page, hub);
  const { active, dialog, panel } = bankOf(page);
  await takeFile(
    page,
    bcaFile([
      ['2026-11-05', 'BIAYA ADM', -15_000],
      ['2026-11-28', 'BUNGA', 5_500],
    ]),
  );
  await page.route(EXPLAIN, (route) => route.abort());
  await expect(active).toContainText('−Rp15.000');
  await page.keyboard.press('e');
  await dialog.getByLabel('Jumlah').fill('14000');
  await dialog.getByLabel('Keterangan').fill('tanpa meterai');
  await dialog.getByRole('button', { name: 'Catat' }).click();
  await expect(panel.getByRole('alert')).toBeVisible();
  await expect(active).toContainText('−Rp15.000');
  await page.keyboard.press('e');
  await expect(dialog.getByLabel('Jumlah')).toHaveValue('14.000');
  await expect(dialog.getByLabel('Keterangan')).toHaveValue('tanpa meterai');
});
