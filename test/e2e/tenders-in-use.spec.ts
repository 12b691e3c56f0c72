import { expect, type Page } from '@playwright/test';
import { STALL_QRIS } from '../support/qris.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan } from './keyboard.ts';
import { barcode, goTo, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf, paidOn, sheetOf, takeMoneyOn } from './register-page.ts';

const kindsOn = (page: Page) =>
  sheetOf(page).getByRole('group', { name: 'Bayar tanpa tunai' }).getByRole('button');
const saveOn = (page: Page) => page.getByRole('button', { name: 'Simpan' });

async function openPayment(page: Page): Promise<void> {
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await expect(sheetOf(page)).toBeVisible();
}

test('the payment offers what the stall takes, by touch, by key and in the list of keys', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const group = page.getByRole('region', { name: 'Cara bayar' });
  await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await group.getByRole('checkbox', { name: 'Kartu' }).uncheck();
  await group.getByRole('checkbox', { name: 'Transfer' }).uncheck();
  await saveOn(page).click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  await goTo(page, 'Kasir');
  await openPayment(page);
  // A voucher that the stall itself gave out is always taken.
  await expect(kindsOn(page)).toHaveText([/^QRIS/, /^Voucher/]);
  await press(page, 'F8');
  await expect(sheetOf(page)).toContainText('Harus dibayar'); // no card is asked for
  await press(page, 'F6');
  await expect(page.getByRole('button', { name: /^Uang sudah masuk/ })).toBeVisible();
  await press(page, 'Escape');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toBeVisible();
  await press(page, 'F1');
  const keys = page.getByRole('dialog');
  await expect(keys).toContainText('F6QRIS');
  await expect(keys).not.toContainText('Kartu');
});

test('a cart that holds what is not taken any more is paid', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openPayment(page);
  await press(page, '5');
  await press(page, 'F11');
  await page.getByRole('textbox', { name: 'Jumlah' }).fill('20000');
  await page.getByRole('button', { name: /^Uang sudah masuk/ }).click();
  await expect(sheetOf(page)).toContainText('SisaRp25.000');
  const tenders = { qris: false, card: false, transfer: false };
  await lapak.calls.settings.change({ tenders });
  await expect(kindsOn(page)).toHaveText([/^Voucher/]);
  await expect(sheetOf(page)).toContainText('SisaRp25.000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Transfer');
  expect(await lapak.calls.sales.receipt({ number: 'last' })).toMatchObject({
    tenders: [
      { kind: 'transfer', amountRupiah: 20_000 },
      { kind: 'cash', amountRupiah: 25_000 },
    ],
  });
});

test('the QRIS on receipts can be wanted once the stall has one', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const wish = page.getByRole('checkbox', { name: 'Cetak QRIS lapak' });
  await expect(wish).toBeDisabled();
  await expect(wish).toHaveAccessibleDescription(/Isi QRIS lapak dulu/);
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await expect(wish).toBeEnabled();
  await expect(wish).not.toBeChecked();
  await wish.check();
  await saveOn(page).click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  expect((await lapak.calls.settings.read()).receipt).toMatchObject({ hasQris: true });
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    for (const language of ['id', 'en'] as const) {
      test(`fewer ways to pay are whole at ${size} in ${language}`, async ({ page, lapak }) => {
        await lapak.calls.settings.change({ language });
        await page.goto(lapak.url);
        await page.getByRole('searchbox').waitFor();
        await scan(page, barcode.kopi);
        await expect(page.getByRole('option')).toHaveCount(1);
        await press(page, 'F9');
        const buttons = page.getByRole('dialog').locator('[aria-keyshortcuts="F6"]');
        for (const [name, tenders] of [
          ['qris', { qris: true, card: false, transfer: false }],
          ['cash', { qris: false, card: false, transfer: false }],
        ] as const) {
          await lapak.calls.settings.change({ tenders });
          await expect(buttons).toHaveCount(tenders.qris ? 1 : 0);
          await seeThatItFits(page, `${size}-pay-only-${name}-${language}`);
          await seeNothingAgainstAxe(page);
        }
        await press(page, 'Escape');
        await page.getByRole('button', { name: 'Menu', exact: true }).click();
        await seeThatItFits(page, `${size}-menu-${language}`);
        await page
          .getByRole('menuitem', { name: language === 'id' ? 'Pengaturan' : 'Settings' })
          .click();
        const group = page.getByRole('region', {
          name: language === 'id' ? 'Cara bayar' : 'Ways to pay',
        });
        await group.scrollIntoViewIfNeeded();
        await seeThatItFits(page, `${size}-tenders-in-use-${language}`);
        await seeNothingAgainstAxe(page);
      });
    }
  });
}
