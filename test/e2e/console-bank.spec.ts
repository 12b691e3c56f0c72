import { expect } from '@playwright/test';
import { HUB_NINE_MS } from '../support/hub-server.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { test } from './console-hub.ts';
import {
  bankOf,
  bcaFile,
  chargeStalls,
  codedMonth,
  countKeys,
  openBank,
  stallOf,
  takeFile,
} from './console-bank.ts';
import { seeThatItFits } from './picture.ts';

test.use({ trade: 'none' });

test('50 payments that carry a code take fewer than 60 keys, the file included', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 50);
  await openBank(page, hub);
  const keys = countKeys(page);
  const { dialog, main, rows, said } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(50)), { keys });
  await expect(rows.first()).toBeVisible();
  await keys.press('a');
  await expect(dialog).toContainText('Jumlahnya Rp50.001.275.');
  await keys.press('Enter');
  await expect(said.filter({ hasText: '50 mutasi diterima, Rp50.001.275.' })).toBeVisible();
  expect(keys.count).toBeLessThan(60);
  await expect(main.getByRole('link', { name: /BCA|0111222333/ })).toContainText('beres');
  const { db } = hub.database;
  const credits = await db.selectFrom('fee_credit').select(['stall', 'kuitansi_number']).execute();
  expect(new Set(credits.map(({ stall }) => stall)).size).toBe(50);
  expect(new Set(credits.map(({ kuitansi_number }) => kuitansi_number)).size).toBe(50);
});

test('A and Enter in one breath accept all that is ticked', async ({ page, hub }) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  const { dialog, rows, said, active } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(2)));
  await expect(active).toContainText('Rp1.000.001');
  const list = page.locator(':focus');
  await expect(list).toContainText('Rp1.000.001');
  await Promise.all([page.keyboard.press('a'), page.keyboard.press('Enter')]);
  await expect(said.filter({ hasText: '2 mutasi diterima, Rp2.000.003.' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(rows.nth(0)).toContainText('KW/TC/2026/000001');
  await expect(list).toContainText('Rp1.000.001');
});

test('rows are accepted one by one with Enter, and the last is undone', async ({ page, hub }) => {
  await chargeStalls(hub, 3);
  await openBank(page, hub);
  const { rows, active, said, panel, dialog } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(3)));
  await expect(active).toContainText('Rp1.000.001');
  await expect(panel).toContainText('Angka 001 di ujung jumlah adalah kodenya');
  await page.keyboard.press('Enter');
  await expect(active).toContainText('Rp1.000.002');
  await expect(rows.nth(0)).toContainText('KW/TC/2026/000001');
  await page.getByRole('button', { name: 'Kuitansi' }).click();
  const paper = dialog.getByRole('article');
  await expect(paper).toContainText('KW/TC/2026/000001');
  await expect(dialog.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute('href', /wa\.me/);
  await seeThatItFits(page, 'console-bank-kuitansi');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'untuk TC-K02 diterima' })).toContainText('000002');
  await page.keyboard.press('Control+z');
  await expect(active).toContainText('Rp1.000.002');
  await expect(active.getByRole('img', { name: 'Bertanda' })).toBeVisible();
  await expect(said.filter({ hasText: 'untuk TC-K01 diterima' })).toBeVisible();
});

test('a second press of Enter right behind the first accepts nothing more', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  const { rows, active, said } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(2)));
  await expect(active).toContainText('Rp1.000.001');
  await rows.first().evaluate(async () => {
    for (const timeStamp of [1000, 1180]) {
      const init = { key: 'Enter', bubbles: true, cancelable: true };
      const press = new KeyboardEvent('keydown', init);
      Object.defineProperty(press, 'timeStamp', { value: timeStamp }); // however slow the computer
      document.activeElement?.dispatchEvent(press);
      // What the first has done is painted before the second, as on a quick computer.
      await new Promise((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(painted));
      });
    }
  });
  await expect(said.filter({ hasText: 'untuk TC-K01 diterima' })).toBeVisible();
  await expect(active).toContainText('Rp1.000.002');
  await expect(active.getByRole('img', { name: 'Bertanda' })).toBeVisible();
});

test('another suggestion is chosen by a digit or an arrow, another stall by its name', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 3);
  await openBank(page, hub);
  const { active, panel, dialog, said } = bankOf(page);
  const row = ['2026-11-05', 'TRSF E-BANKING CR TC-K02-2611', 1_000_001] as const;
  await takeFile(page, bcaFile([row]));
  const chosen = panel.getByRole('button', { pressed: true });
  await expect(chosen).toContainText('TC-K0');
  await expect(active.getByRole('img', { name: 'Bertanda' })).toHaveCount(0);
  const first = await chosen.innerText();
  await page.keyboard.press('2');
  await expect(chosen).not.toHaveText(first);
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toHaveText(first, { useInnerText: true });
  await page.keyboard.press('f');
  await expect(dialog.getByRole('searchbox', { name: 'Cari lapak' })).toBeFocused();
  await page.keyboard.type('Kios 03');
  await dialog.getByRole('button', { name: 'Kios 03' }).click();
  await expect(chosen).toContainText('TC-K03');
  await expect(chosen).toContainText('Dipilih sendiri');
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'untuk TC-K03 diterima' })).toBeVisible();
});

test('a row is split over several stalls, to the rupiah', async ({ page, hub }) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  const { active, dialog, said, rows } = bankOf(page);
  await takeFile(page, bcaFile([['2026-11-06', 'SETORAN BU TUTI TC-K01-2611', 1_500_000]]));
  await expect(active).toContainText('TC-K01');
  await page.keyboard.press('s');
  await expect(dialog.getByLabel('Jumlah untuk TC-K01')).toHaveValue('1.000.000');
  await expect(dialog.getByRole('status').first()).toHaveText('Sisa Rp500.000');
  await dialog.getByRole('button', { name: 'Bagi' }).click();
  await expect(dialog.getByRole('alert')).toContainText('harus tepat Rp1.500.000');
  await dialog.getByRole('searchbox', { name: 'Cari lapak' }).fill('Kios 02');
  await dialog.getByRole('button', { name: 'Kios 02' }).click();
  await expect(dialog.getByLabel('Jumlah untuk TC-K02')).toHaveValue('500.000');
  await expect(dialog.getByRole('status').first()).toHaveText('Pas');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'console-bank-split');
  await dialog.getByRole('button', { name: 'Bagi' }).click();
  await expect(said.filter({ hasText: 'dibagi untuk 2 lapak' })).toBeVisible();
  await expect(rows.first()).toContainText('TC-K01, TC-K02');
  const booked = await hub.database.db
    .selectFrom('fee_credit')
    .select(['stall', 'amount'])
    .orderBy('stall')
    .execute();
  expect(booked).toEqual([
    { stall: 'TC-K01', amount: 1_000_000 },
    { stall: 'TC-K02', amount: 500_000 },
  ]);
});

test('what is no payment is explained, found again by a filter, and undone there', async ({
  page,
  hub,
}) => {
  await chargeStalls(hub, 1);
  await openBank(page, hub);
  const { active, dialog, said, part, rows, panel } = bankOf(page);
  await takeFile(
    page,
    bcaFile([
      ['2026-11-05', 'BIAYA ADM', -15_000],
      ['2026-11-28', 'BUNGA', 5_500],
    ]),
  );
  await expect(active).toContainText('−Rp15.000');
  await page.keyboard.press('Enter'); // money that went out pays nothing
  await page.keyboard.press('e');
  await expect(dialog.getByRole('button', { name: 'Biaya bank' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'Rp15.000 sudah dijelaskan.' })).toBeVisible();
  await expect(active).toContainText('Rp5.500');
  await page.keyboard.press('e');
  await expect(dialog.getByRole('button', { name: 'Bunga' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'Rp5.500 sudah dijelaskan.' })).toBeVisible();
  await part(/^Dijelaskan/).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Cari mutasi' }).fill('bunga');
  await expect(rows).toHaveCount(1);
  await panel.getByRole('button', { name: 'Batalkan' }).click();
  await expect(panel).toContainText('dibatalkan');
  await part(/^Menunggu/).click();
  await expect(rows).toHaveCount(1);
  await expect(active).toContainText('Rp5.500');
});

test('rows of which nothing came are told until the next act', async ({ page, hub, browser }) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  await takeFile(page, bcaFile(codedMonth(2)));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const other = await context.newPage();
  await other.clock.setFixedTime(HUB_NINE_MS);
  await openBank(other, hub);
  await expect(bankOf(other).active).toContainText('Rp1.000.001');
  await page.keyboard.press('Enter');
  await expect(bankOf(page).said.filter({ hasText: stallOf(1).stall })).toBeVisible();
  const { dialog, main } = bankOf(other);
  await other.keyboard.press('a');
  await expect(dialog).toContainText('Jumlahnya Rp2.000.003.');
  await other.keyboard.press('Enter');
  await expect(main).toContainText('1 mutasi tidak jadi');
  await other.keyboard.press('Control+z');
  await expect(main).not.toContainText('tidak jadi');
  await context.close();
});

test('of two managers who accept the same row, one is told so in a sentence', async ({
  page,
  hub,
  browser,
}) => {
  await chargeStalls(hub, 1);
  await openBank(page, hub);
  await takeFile(page, bcaFile(codedMonth(1)));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const other = await context.newPage();
  await other.clock.setFixedTime(HUB_NINE_MS);
  await openBank(other, hub);
  await expect(bankOf(other).active).toContainText('Rp1.000.001');
  await page.keyboard.press('Enter');
  await expect(bankOf(page).said.filter({ hasText: stallOf(1).stall })).toBeVisible();
  await other.keyboard.press('Enter');
  const told = bankOf(other).main.getByRole('alert').first();
  await expect(told).toContainText('Baris ini sudah dipakai; sisanya Rp0.');
  const credits = await hub.database.db.selectFrom('fee_credit').select('id').execute();
  expect(credits).toHaveLength(1);
  await context.close();
});
