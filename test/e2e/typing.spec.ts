import { expect } from '@playwright/test';
import { press, scan, type } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { cartOf, nextOn, paidOn, payExactly, sheetOf, takeMoneyOn } from './register-page.ts';

test('what is typed over a marked amount takes its place', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  const received = page.getByRole('textbox', { name: 'Uang diterima' });
  const marks = [
    () => received.dblclick(),
    () => page.keyboard.press('Control+a'),
    () => page.keyboard.press('Shift+Home'),
  ];
  for (const mark of marks) {
    await scan(page, barcode.kopi);
    await expect(cartOf(page)).toContainText('Rp45.000');
    await press(page, 'F9');
    await expect(sheetOf(page)).toBeVisible();
    await type(page, '1');
    await mark();
    await type(page, '10');
    await expect(received).toHaveValue('10');
    await mark();
    await press(page, 'Backspace');
    await expect(received).toHaveValue('');

    await type(page, '1');
    await page.keyboard.press('Home');
    await mark();
    await type(page, '75000');
    await expect(received).toHaveValue('75.000');
    await takeMoneyOn(page).click();
    await expect(paidOn(page)).toContainText('Rp30.000');
    await nextOn(page).click();
  }
});

test('what is typed under a menu or a panel changes nothing', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await type(page, '++');
  await press(page, 'Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.getByRole('button', { name: /^Printer:/ }).click();
  const panel = page.getByRole('dialog', { name: 'Printer struk' });
  await panel.getByRole('radio').first().focus();
  await type(page, '+batik');
  await expect(panel.getByRole('radio').first()).toBeFocused();

  await scan(page, barcode.sambal);
  await expect(cartOf(page)).toContainText('Rp72.500');
});

test('a quantity touched on the pad is meant, whichever key comes next', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: /^Keripik/ }).click();
  for (const [digit, key, due] of [
    ['3', 'F9', 'Rp54.000'],
    ['4', 'ArrowUp', 'Rp72.000'],
  ] as const) {
    await page.getByRole('button', { name: /^Jumlah / }).click();
    await page.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click();
    await press(page, key);
    await expect(cartOf(page)).toContainText(due);
    if (key === 'F9') await press(page, 'Escape');
  }
});

test('digits on the paid screen are shown, and count for the product that is touched', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await payExactly(page);
  await type(page, '4');
  await expect(paidOn(page).getByLabel('Jumlah berikutnya')).toHaveText('4');
  await page.getByRole('button', { name: /^Keripik/ }).click();
  await expect(cartOf(page)).toContainText('Rp72.000');
});
