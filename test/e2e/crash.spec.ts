import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';

/** Opens the list of keys, which fails. */
async function crash(page: Page): Promise<void> {
  const whole = await page.evaluateHandle(() => Array.prototype.map);
  await page.evaluate(() => {
    Array.prototype.map = new Proxy(Array.prototype.map, {
      apply: (map, list: unknown[], given: unknown[]): unknown => {
        const [row] = list;
        const isOfKeys = typeof row === 'object' && row !== null && 'shown' in row;
        if (isOfKeys) throw new Error('planted crash');
        return Reflect.apply(map, list, given);
      },
    });
  });
  await press(page, 'F1'); // a list of keys is drawn
  await expect(page.getByText('Layar ini tersendat.')).toBeVisible();
  await whole.evaluate((map) => {
    Array.prototype.map = map;
  });
}

test('errors of the screen are in the log of the till', async ({ page, lapak }) => {
  const log = () => readFileSync(join(lapak.dataDir, 'lapak.log'), 'utf8');
  await openRegister(page, lapak.url);

  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted\nerror');
    });
    void Promise.reject(new Error('planted rejection'));
  });
  await expect.poll(log).toMatch(/ERROR the screen crashed \(error\): planted \| error \| /);
  await expect.poll(log).toContain('the screen crashed (rejection): planted rejection');

  await crash(page);
  await expect.poll(log).toMatch(/the screen crashed \(render\): planted crash \| Error: .* at /);
  expect(log()).toMatch(/ at KeyList \(/); // the component that it was in
});

test('nothing stands against the page that a crash leaves', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await crash(page);
  await seeNothingAgainstAxe(page);
});
