import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { openRegister, test } from './lapak.ts';

/** As a slow disk or a phone on the mall's network would have to bring it. */
const SCRIPT_BYTES_MAX = 300_000;

test('the register needs less than 300 kB of script; the rest comes when it is opened', async ({
  page,
  lapak,
}) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
  });
  await openRegister(page, lapak.url);
  const bodies = await Promise.all(scripts);
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(SCRIPT_BYTES_MAX);

  await page.getByRole('button', { name: /^Printer: / }).click();
  await page.getByRole('button', { name: 'Cetak halaman uji' }).waitFor();
  expect(scripts.length).toBeGreaterThan(bodies.length);
});
