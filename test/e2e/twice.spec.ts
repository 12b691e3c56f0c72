import { expect, type Page } from '@playwright/test';
import { doubleClick, type Hand, holdEnter, tapTwice } from './hands.ts';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { cartOf, linesOf, nextOn, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';

// Most of it is waiting, as long as a hand waits.
test.describe.configure({ mode: 'parallel' });

/** From a switch that bounces to a slow double click. */
const GAPS_MS = [20, 60, 120, 250, 400] as const;

/** What a hand does, and how often a control that may be touched again and again has acted. */
const hands: Readonly<Record<string, { readonly hand: Hand; readonly acts: 1 | 2 }>> = {
  'a double tap': { hand: tapTwice, acts: 2 },
  'a double click': { hand: doubleClick, acts: 2 },
  'Enter held down': { hand: holdEnter, acts: 1 },
};

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const received = (page: Page) => page.getByRole('textbox', { name: 'Uang diterima' });
const quantityOn = (page: Page) => button(page, /^Jumlah \d/);

for (const [words, { hand, acts }] of Object.entries(hands)) {
  test(`${words} on what fills a cart does no more than was meant`, async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    for (const gapMs of GAPS_MS) {
      const twice = (target: Parameters<Hand>[1]) => hand(page, target, gapMs);
      await button(page, /^Batik/).click();
      await twice(button(page, /^Kopi Gayo/));
      await expect(quantityOn(page)).toHaveText(String(acts));
      await twice(button(page, 'Tambah satu'));
      await expect(quantityOn(page)).toHaveText(String(2 * acts));
      await twice(button(page, 'Kurangi satu'));
      await expect(quantityOn(page)).toHaveText(String(acts));
      if (hand !== holdEnter) {
        // A line and the digits are for fingers: Enter has another meaning there.
        await twice(linesOf(page).first());
        await expect(page.getByRole('group', { name: /^Baris terpilih: Batik/ })).toBeVisible();
        await linesOf(page).last().click();
        await quantityOn(page).click();
        await twice(page.getByRole('dialog').getByRole('button', { name: '3', exact: true }));
        await twice(button(page, 'Pakai jumlah ini'));
        await expect(page.getByRole('dialog')).toBeHidden();
        await expect(linesOf(page).last()).toContainText('33');
        await expect(linesOf(page).first()).toContainText('Rp350.000');
      }

      await scan(page, barcode.sambal);
      await expect(linesOf(page)).toHaveCount(3);
      await linesOf(page).nth(1).click();
      await twice(button(page, /^Hapus Kopi/));
      await expect(linesOf(page)).toHaveCount(2); // the one below has come to its place

      const question = page.getByRole('dialog', { name: 'Kosongkan keranjang?' });
      await twice(button(page, 'Kosongkan'));
      await expect(question).toBeVisible();
      await twice(question.getByRole('button', { name: 'Jangan' }));
      await expect(question).toBeHidden();
      await expect(linesOf(page)).toHaveCount(2);
      await button(page, 'Kosongkan').click();
      await twice(question.getByRole('button', { name: 'Kosongkan' }));
      await expect(cartOf(page)).toContainText('Keranjang kosong');
      await twice(button(page, 'Urungkan langkah terakhir'));
      await expect(linesOf(page)).toHaveText([/Batik.*Rp350.000$/, /Sambal.*Rp27.500$/]);
      await button(page, 'Kosongkan').click();
      await question.getByRole('button', { name: 'Kosongkan' }).click();
    }
    expect(await lapak.totals()).toMatchObject({ sales: 0 });
  });

  test(`${words} on what takes the money does no more than was meant`, async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    for (const gapMs of GAPS_MS) {
      const twice = (target: Parameters<Hand>[1]) => hand(page, target, gapMs);
      await scan(page, barcode.kopi);
      await expect(cartOf(page)).toContainText('Rp45.000');
      await twice(button(page, 'Bayar'));
      await expect(sheetOf(page)).toBeVisible();
      await expect(received(page)).toHaveValue('');
      await twice(sheetOf(page).getByRole('button', { name: 'Tutup' }));
      await expect(sheetOf(page)).toBeHidden();
      await expect(cartOf(page)).toContainText('Rp45.000');

      await press(page, 'F9');
      await twice(button(page, /100\.000/));
      await expect(received(page)).toHaveValue('100.000');
      await twice(sheetOf(page).getByRole('button', { name: '7', exact: true }));
      await expect(received(page)).toHaveValue('77'.slice(0, acts));
      await twice(button(page, 'Hapus satu angka'));
      await expect(received(page)).toHaveValue('');
      await scan(page, barcode.sambal);
      await twice(button(page, 'Tambahkan ke keranjang ini'));
      await expect(sheetOf(page)).toContainText('Rp72.500');
      await scan(page, '8990000000005');
      await twice(button(page, 'Mengerti'));
      await expect(page.getByRole('alert')).toBeHidden();

      const question = page.getByRole('alertdialog');
      await received(page).fill('90000000');
      await twice(takeMoneyOn(page));
      await expect(question).toBeVisible();
      await twice(question.getByRole('button', { name: /^Periksa lagi/ }));
      await expect(question).toBeHidden();
      await takeMoneyOn(page).click();
      await twice(question.getByRole('button', { name: 'Betul, terima' }));
      await expect(paidOn(page)).toContainText('Rp89.927.500');
      await twice(nextOn(page));
      await expect(cartOf(page)).toContainText('Keranjang kosong');

      await button(page, /^Keripik/).click();
      await button(page, 'Bayar').click();
      await received(page).fill('20000');
      await twice(takeMoneyOn(page));
      await expect(paidOn(page)).toContainText('Rp2.000');
      await scan(page, barcode.kopi);
      await expect(cartOf(page)).toContainText('Rp45.000');
      await twice(cartOf(page).getByRole('button', { name: 'Mengerti' }));
      await expect(cartOf(page)).not.toContainText('Kembalian');
      await expect(cartOf(page)).toContainText('Rp45.000');
      await button(page, /^Hapus Kopi/).click();
    }
    const totals = { sales: 10, salesTotalRupiah: 5 * (72_500 + 18_000) };
    expect(await lapak.totals()).toMatchObject(totals);
  });
}
