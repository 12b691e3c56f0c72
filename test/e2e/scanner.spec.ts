import { expect } from '@playwright/test';
import { press, scan, scanOn, type } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { cartOf, linesOf, paidOn } from './register-page.ts';

test('a code is a product at any speed, whatever button has the focus', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: /^Batik Tulis Lasem/ }).click();
  await expect(cartOf(page)).toContainText('Rp350.000');

  await scan(page, barcode.kopi, { gapMs: 60 }); // over Bluetooth
  await expect(cartOf(page)).toContainText('Rp395.000');
  await scan(page, barcode.kopi, { gapMs: 120 }); // on a very busy computer
  await expect(cartOf(page)).toContainText('Rp440.000');
  await scan(page, barcode.sambal, { gapMs: 280 }); // read off the label by a person

  await expect(cartOf(page)).toContainText('Rp467.500');
  await expect(linesOf(page)).toHaveCount(3);
});

test('keys that wait while the page is busy are still one scan', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.evaluate(() => {
    let keys = 0;
    addEventListener('keydown', () => {
      keys += 1;
      const until = performance.now() + 700;
      while (keys % 5 === 0 && performance.now() < until);
    });
  });

  await scan(page, barcode.kopi);
  await scan(page, barcode.batik, { gapMs: 60 });

  await expect(cartOf(page)).toContainText('Rp395.000');
  await expect(linesOf(page)).toHaveCount(2);
});

test('a code of which the first letters come up in the search is still one scan', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const search = page.getByRole('searchbox', { name: 'Cari barang' });
  await scan(page, 'KO', { gapMs: 8, suffix: [] });
  await expect(search).toHaveValue('KO'); // the rest is late
  await expect(search).toBeFocused();

  await scanOn(page, 'PI-01', { gapMs: 8 });

  await expect(cartOf(page)).toContainText('Rp45.000');
  await expect(search).toHaveValue('');
  await expect(search).not.toBeFocused();
  await type(page, '3*');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp180.000');
});

test('lesson 15: a scan is found whatever the shelf shows, and leaves the shelf', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const shelf = page.getByRole('tabpanel', { name: 'Daftar barang' }).getByRole('button');
  await page.getByRole('tab', { name: /^Sambal/ }).click();
  await expect(shelf).toHaveCount(1);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await expect(shelf).toHaveCount(1);
  await page.getByRole('tab', { name: /^Semua/ }).click();
  await expect(shelf).toHaveCount(4);
  await page.getByRole('searchbox', { name: 'Cari barang' }).fill('zzz');
  await expect(shelf).toHaveCount(0);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp395.000');
});

test('a count, no suffix and a Tab are understood of a scanner', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);

  await type(page, '3*');
  await scan(page, barcode.kopi, { gapMs: 200 });
  await expect(cartOf(page)).toContainText('Rp135.000');

  await scan(page, barcode.sambal, { suffix: [] });
  await scan(page, barcode.batik, { suffix: [] });
  await expect(cartOf(page)).toContainText('Rp512.500');

  await press(page, 'F2');
  await scan(page, barcode.kopi, { suffix: ['Tab'] });
  await expect(cartOf(page)).toContainText('Rp557.500');
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeFocused();
});

test('a slow scanner is understood whatever it sends behind a code', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi, { gapMs: 120, suffix: ['Tab'] });
  await expect(cartOf(page)).toContainText('Rp45.000');
  await scan(page, barcode.kopi, { gapMs: 110, suffix: [] });
  await expect(cartOf(page)).toContainText('Rp90.000');

  await page.getByRole('button', { name: /^Kosongkan/ }).click();
  await scan(page, barcode.sambal, { gapMs: 120, suffix: ['Tab'] }); // over the question
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(cartOf(page)).toContainText('Rp117.500');

  await press(page, 'F9');
  await scan(page, barcode.batik, { gapMs: 110, suffix: [] });
  await expect(page.getByRole('dialog')).toContainText('Batik Tulis Lasem');
  await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('');
  await scan(page, 'BTK-250000', { gapMs: 90 }); // its figures are no cash
  await expect(page.getByRole('alert')).toContainText('BTK-250000');
  await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('');
  await expect(paidOn(page)).toBeHidden();
});

test('what is scanned into the open sheet is no cash, nor is the Enter behind it', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: /^Batik Tulis Lasem/ }).click();
  await press(page, 'F9');
  const received = page.getByRole('textbox', { name: 'Uang diterima' });
  await expect(received).toBeFocused();

  for (const code of ['ABCDEF', '1234567', '8990000000005']) {
    await scan(page, code, { gapMs: 37, suffix: ['Enter', 'Enter'] });
    await expect(page.getByRole('alert')).toContainText(code);
    await expect(received).toHaveValue('');
  }
  await type(page, '400000');

  await expect(received).toHaveValue('400.000');
  await expect(paidOn(page)).toBeHidden();
  expect(await lapak.totals()).toMatchObject({ sales: 0 });
});
