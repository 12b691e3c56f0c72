import { expect } from '@playwright/test';
import { press } from './keyboard.ts';
import { goTo } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { openNewest, receiptOn, refundOn, sell } from './refund-page.ts';
import { test } from './restarts.ts';

test('where paper is asked about first, what comes back is offered as a sale is', async ({
  page,
  lapak,
}) => {
  const receipt = { print: 'ask', footer: '', hasQr: true, hasQris: false } as const;
  await lapak.calls.settings.change({ receipt });
  await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F9');
  const sheet = refundOn(page);
  await sheet.getByLabel('Kopi Gayo 200 g yang kembali').fill('1');
  await sheet.getByLabel('Alasan').fill('Salah rasa');
  await sheet.getByRole('button', { name: /^Kembalikan Rp45\.000/ }).click();
  await expect(sheet).toBeHidden();
  const back = await lapak.calls.sales.receipt({ number: 'last' });
  const paper = receiptOn(page, back);
  await expect(paper.getByRole('status')).toHaveText('Struk belum dicetak');
  await page.setViewportSize({ width: 1024, height: 600 });
  await seeThatItFits(page, '1024x600-back-unprinted');
  await expect(paper.getByRole('button', { name: 'Cetak struk' })).toBeVisible();
  await press(page, 'F8');
  await expect(paper.getByRole('status')).toBeHidden();
  await expect(paper.getByRole('button', { name: 'Cetak ulang' })).toBeVisible();

  await page.reload(); // nothing is known of its paper yet
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const isTold = document.body.innerText.includes('Struk belum dicetak');
      if (isTold) document.documentElement.dataset['told'] = 'unprinted';
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await goTo(page, 'Penjualan');
  await page.getByRole('option', { name: back.number }).click();
  await expect(paper.getByRole('button', { name: 'Cetak ulang' })).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-told');
  expect(await lapak.calls.printing.nextPaper({ number: back.number })).toEqual({ isCopy: true });
});
