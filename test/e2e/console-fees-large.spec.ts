import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addMall } from '../../hub/organisation/stall-store.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';

const HALF_TRILLION = 500_000_000_000;

test('figures of half a trillion are not broken, in sums by age and on a kuitansi', async ({
  page,
  hub,
  office: { doing, takeCash },
}) => {
  await takeCash('TC-D04', HALF_TRILLION);
  const charge = { period: '2026-09', kind: 'other', amount: HALF_TRILLION } as const;
  const stall = { mall: 'TC', stall: 'TC-A12', on: '2026-11-01', note: '' };
  const charges = [{ ...charge, id: randomUUID(), due: '2026-09-10', basis: '' }];
  await writeFees(doing.hub, doing.by, ({ append }) =>
    append([{ ...stall, id: randomUUID(), act: 'charge', charges }]),
  );
  await openFees(page, hub, 'TC/ageing');
  const { main, dialog } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Jumlah menurut umur' });
  await seeAtSizes(page, 'ageing-large');
  await page.setViewportSize({ width: 1024, height: 600 });
  await seeOneLine(sums.getByRole('button').getByText('Rp500.'));
  await page.goto(`${hub.server.url}/#/fees/TC/month`);
  await main.getByRole('button', { name: 'Kuitansi', exact: true }).click();
  await main.getByRole('button', { name: /^Lihat kuitansi.*000004/ }).click();
  await seeAtSizes(page, 'kuitansi-large');
  await seeOneLine(dialog.getByRole('article').locator('strong').getByText('Rp500.'));
});

test('a long name of a mall leaves the tabs their room', async ({ page, hub }) => {
  const name = 'Pusat Grosir Tanah Abang Blok A Lantai Dasar Sayap Barat Jakarta Pusat';
  await addMall(hub.database.db, { code: 'TA', region: 'dki', name });
  await openFees(page, hub);
  await seeAtSizes(page, 'long-mall');
  await page.setViewportSize({ width: 1366, height: 768 });
  const box = await page.getByRole('combobox', { name: 'Mal' }).boundingBox();
  expect(box?.width).toBeLessThanOrEqual(256);
});

async function seeOneLine(figure: Locator): Promise<void> {
  const { lines, isInside } = await figure.first().evaluate((span) => {
    const range = document.createRange();
    range.selectNodeContents(span);
    const box = range.getBoundingClientRect();
    const parent = span.parentElement?.getBoundingClientRect();
    const tops = Array.from(range.getClientRects(), ({ top }) => Math.round(top));
    const isWithin = parent !== undefined && box.right <= parent.right + 1;
    return { lines: new Set(tops).size, isInside: isWithin };
  });
  expect({ lines, isInside }).toEqual({ lines: 1, isInside: true });
}
