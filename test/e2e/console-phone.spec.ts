import { expect } from '@playwright/test';
import { signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

test('what is wrong with a period stands below its dates, which are whole', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { main } = consoleOf(page);
  await main.getByRole('link', { name: /Kopi Gayo/ }).tap();
  const fields = ['Dari tanggal', 'Sampai tanggal'].map((name) =>
    main.getByRole('textbox', { name }),
  );
  await fields[0]?.fill('31/12/2026');
  await page.keyboard.press('Enter');
  const wrong = main.getByRole('alert').filter({ hasText: 'Tanggal awal' });
  await expect(wrong).toBeVisible();
  const top = (await wrong.boundingBox())?.y ?? 0;
  for (const field of fields) {
    const box = await field.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
    expect(await field.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  }
  await seeThatItFits(page, 'console-period-wrong-phone');
});

test('the way back to today begins where the title does', async ({ page, hub }) => {
  await signIn(page, hub);
  const { button, title } = consoleOf(page);
  await button('Hari sebelumnya').tap();
  const word = button('Hari ini').getByText('Hari ini');
  await expect(word).toBeVisible();
  expect((await word.boundingBox())?.x).toBeCloseTo((await title.boundingBox())?.x ?? 0, 0);
});
