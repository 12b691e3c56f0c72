import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { payExactly } from './register-page.ts';
import { reportOn } from './shift-page.ts';

test('a report is saved as a PDF within the policy of the page, and can be read', async ({
  page,
  lapak,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text()); // also what the policy refuses
  });
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await payExactly(page);
  await press(page, 'F3');
  await page.getByRole('button', { name: 'Laporan X' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan PDF' }).click(),
  ]);

  expect(download.suggestedFilename()).toBe('laporan-X-1.pdf');
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  expect(text.replace(/\s+/g, ' ')).toContain('Penjualan 1 45.000 Pengembalian 0 0 OMZET Rp45.000');
  expect(refused).toEqual([]);
});

test('on a narrow screen the report keeps its acts and its way out in one row', async ({
  page,
  lapak,
}) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await openRegister(page, lapak.url);
  await press(page, 'F3');
  await page.getByRole('button', { name: 'Laporan X' }).click();
  const head = reportOn(page).locator('header');
  const rows = [];
  for (const name of ['Cetak', 'Simpan PDF', 'Tutup']) {
    const box = await head.getByRole('button', { name }).boundingBox();
    rows.push(Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2));
  }
  expect(rows).toEqual([rows[0], rows[0], rows[0]]);
  const [out, all] = [head.getByRole('button', { name: 'Tutup' }), head];
  const rightOf = async (one: Locator) => {
    const box = await one.boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  expect(await rightOf(out)).toBe(await rightOf(all));
});
