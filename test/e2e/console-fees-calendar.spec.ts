import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { MATTERS_PAGE_MAX } from '../../domain/fees/matters/values.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { stampClosure } from '../../hub/fees/matters/closures.ts';
import { grantRelief } from '../../hub/fees/matters/reliefs.ts';
import { addStall } from '../../hub/organisation/stall-store.ts';
import { lease } from '../support/fee-office.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('a power cut is stamped on its day, and a credit is granted for it once', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, 'TC/calendar');
  const { main, dialog } = consoleOf(page);
  await expect(main).toContainText('Tidak ada penutupan bulan ini');
  await main.getByRole('button', { name: 'Selasa, 3 November 2026' }).click();
  await dialog.getByLabel('Catatan').fill('gardu terbakar');
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    main.getByRole('button', { name: /^Selasa, 3 November 2026, Listrik padam/ }),
  ).toBeVisible();
  const row = main.getByRole('list', { name: 'Penutupan' }).getByRole('listitem');
  await expect(row).toContainText('Seluruh mal');
  await seeAtSizes(page, 'calendar');
  await row.getByRole('button', { name: 'Beri potongan' }).click();
  await expect(dialog).toContainText('1 dari 30 hari');
  await dialog.getByLabel('Batik Sari').uncheck();
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: /^Beri Rp/ }).click();
  await expect(dialog).toHaveCount(0);
  await row.getByRole('button', { name: 'Beri potongan' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Kopi Gayo' })).toContainText(
    'Sudah diberikan',
  );
});

test('a closure of one stall is taken back for a reason', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/calendar');
  const { main, dialog, button } = consoleOf(page);
  await button('Catat penutupan').first().click();
  await dialog.getByRole('button', { name: 'Satu lapak' }).click();
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toContainText('Pilih lapaknya dulu.');
  await dialog.getByRole('searchbox', { name: 'Cari lapak' }).fill('batik');
  await dialog.getByRole('button', { name: 'Batik Sari' }).click();
  await dialog.getByRole('button', { name: 'Catat penutupan' }).click();
  await expect(dialog).toHaveCount(0);
  const row = main.getByRole('list', { name: 'Penutupan' }).getByRole('listitem');
  await expect(row).toContainText('Batik Sari · TC-B01');
  await row.getByRole('button', { name: 'Cabut' }).click();
  await dialog.getByLabel('Alasan').fill('salah lapak');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('Dicabut');
});

test('a power cut of more stalls than a page has is granted to all, or told why not', async ({
  page,
  hub,
  office: { doing },
}) => {
  const codes = Array.from({ length: MATTERS_PAGE_MAX }, (_, at) => `TC-X${at}`);
  for (const code of codes) {
    await addStall(hub.database.db, { code, mall: 'TC', number: '', name: `Kios ${code}` });
  }
  await lease(
    hub.database,
    'TC',
    codes.map((stall) => ({ stall })),
  );
  await chargeMonth(doing, { mall: 'TC', period: '2026-11' });
  const day = { why: 'power-cut', from: '2026-11-03', to: '2026-11-03' } as const;
  const closure = randomUUID();
  const stamped = { id: closure, mall: 'TC', stall: null, note: 'gardu terbakar', ...day };
  await stampClosure(doing.hub, doing.by, stamped);
  await openFees(page, hub, 'TC/calendar');
  const { main, dialog } = consoleOf(page);
  const list = main.getByRole('list', { name: 'Penutupan' });
  await list.getByRole('button', { name: 'Beri potongan' }).click();
  await dialog.getByRole('button', { name: 'Tampilkan berikutnya' }).click();
  await expect(dialog.getByLabel('Kios TC-X99')).toBeChecked();
  const stalls = [{ id: randomUUID(), stall: 'TC-X99' }];
  await grantRelief(doing.hub, doing.by, { closure, stalls, note: 'gardu terbakar' });
  await dialog.getByRole('button', { name: /^Beri Rp/ }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'TC-X99 sudah diberi potongan oleh orang lain.',
  );
  await expect(dialog.getByText('Sudah diberikan', { exact: true })).toHaveCount(
    MATTERS_PAGE_MAX + 4,
  );
});
