import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';
import { setAccount } from '../../hub/fees/mall-acts.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addStall } from '../../hub/organisation/stall-store.ts';
import { ONE_POINT_PNG, openFees, seeAtSizes, test } from './console-fees-hub.ts';
import type { ConsoleHub } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

test('what is open stands by its age, and leads to who owes it', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/ageing');
  const { main, dialog, title, button } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Jumlah menurut umur' });
  await expect(sums).toContainText('Rp5.350.000');
  const rows = main.getByRole('list', { name: 'Lapak yang berutang' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await seeAtSizes(page, 'ageing');
  await button('Cetak').click();
  await expect(dialog.getByRole('article')).toContainText('UMUR TUNGGAKAN');
  await expect(dialog.getByRole('article')).toContainText('5.350.000');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await sums.getByRole('button', { name: /^61-90 hari/ }).click();
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').click();
  await expect(title).toHaveText('Songket Palembang Warisan Nenek');
  await expect(main.getByRole('list', { name: 'Tagihan terbuka' })).toContainText('September');
});

test('the paper has every stall that the list finds, and says what it was narrowed to', async ({
  page,
  hub,
  office: { doing },
}) => {
  await addLateStalls(hub, doing);
  await openFees(page, hub, 'TC/ageing');
  const { main, dialog, button } = consoleOf(page);
  const paper = dialog.getByRole('article');
  await button('Cetak').click();
  await expect(paper).toContainText('202 lapak');
  await expect(paper).not.toContainText('Hanya lapak');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await main.getByRole('searchbox').fill('batik');
  await expect(main.getByRole('list', { name: 'Lapak yang berutang' })).toContainText('Batik Sari');
  await button('Cetak').click();
  await expect(paper).toContainText('1 lapak');
  await expect(paper).toContainText('Hanya lapak yang cocok denganbatik');
});

test('letters are issued to all that can get one, though they are more than a call takes', async ({
  page,
  hub,
  office: { doing },
}) => {
  await addLateStalls(hub, doing);
  await openFees(page, hub, 'TC/ageing?only=letters');
  const { main, button } = consoleOf(page);
  await button('Tampilkan berikutnya').click();
  await expect(button('Tampilkan berikutnya')).toHaveCount(0);
  await main.getByLabel('Pilih semua yang dapat terbit').check();
  await button('Terbitkan 202 surat').click();
  await expect(main.getByRole('status')).toContainText('202 surat terbit.');
});

test('a letter can be kept or sent once it is known where the stall can pay', async ({
  page,
  hub,
  office: { doing },
}) => {
  const account = { account: 'bca-tc', holds: 'bank', label: 'BCA 1234567890' } as const;
  const rest = { qris: '', profile: '', isClosed: false, note: '' };
  await setAccount(doing, { id: randomUUID(), mall: 'TC', ...account, ...rest });
  await openFees(page, hub, 'TC/ageing?only=letters');
  const { main, dialog, button } = consoleOf(page);
  await main.getByLabel('Pilih semua yang dapat terbit').check();
  await button('Terbitkan 2 surat').click();
  await button('Surat yang sudah terbit').click();
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  await page.route('**/v1/fees/malls/TC/accounts*', async (route) => {
    asked.resolve();
    await goOn.promise;
    await route.continue();
  });
  await main.getByRole('button', { name: 'Lihat surat' }).first().click();
  await asked.promise;
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('article')).toHaveCount(0);
  goOn.resolve();
  await expect(dialog.getByRole('article')).toContainText('BCA 1234567890');
});

test('letters are issued together, printed, and handed over with a photo', async ({
  page,
  hub,
  office,
}) => {
  await openFees(page, hub, 'TC/ageing?only=letters');
  const { main, dialog, button } = consoleOf(page);
  await main.getByLabel('Pilih semua yang dapat terbit').check();
  await seeNothingAgainstAxe(page);
  await button('Terbitkan 2 surat').click();
  await expect(main.getByRole('status')).toContainText('2 surat terbit.');
  await expect(main.getByRole('list', { name: 'Lapak yang terlambat' })).toContainText(
    'Surat yang lalu belum diserahkan.',
  );
  await button('Surat yang sudah terbit').click();
  const letters = main.getByRole('list', { name: 'Surat yang sudah terbit' });
  const batik = letters.getByRole('listitem').filter({ hasText: 'Batik Sari' });
  await batik.getByRole('button', { name: 'Lihat surat' }).click();
  await expect(dialog.getByRole('article')).toContainText('SURAT PENGINGAT');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await batik.getByRole('button', { name: 'Catat penyerahan' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'bukti.png',
    mimeType: 'image/png',
    buffer: Buffer.from(ONE_POINT_PNG, 'base64'),
  });
  await expect(dialog.getByRole('img', { name: 'Foto dari Foto bukti' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Catat penyerahan' }).click();
  await expect(batik).toContainText('Diserahkan 29/11/2026, Langsung');
  await batik.getByRole('button', { name: 'Lihat foto' }).click();
  await expect(dialog.getByRole('img', { name: /^Foto dari PGT/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await office.takeCash('TC-B01', 1_600_000);
  await batik.getByRole('button', { name: 'Lihat surat' }).click();
  await expect(dialog.getByRole('article')).toContainText('SALINAN');
  await expect(dialog.getByRole('article')).toContainText('Rp1.600.000');
  await expect(dialog).toContainText('Rp0 masih terbuka hari ini.');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await seeAtSizes(page, 'letters');
});

test.describe('of a mall that charged nothing', () => {
  test.use({ fees: 'leased' });

  test('each list says what fills it', async ({ page, hub }) => {
    await openFees(page, hub, 'TC/ageing');
    const { main, button } = consoleOf(page);
    await expect(main).toContainText('Tidak ada yang berutang');
    await button('Surat yang perlu terbit').click();
    await expect(main).toContainText('Tidak ada yang terlambat');
    await button('Surat yang sudah terbit').click();
    await expect(main).toContainText('Belum ada surat');
    await seeNothingAgainstAxe(page);
  });
});

/** As many more stalls as a page has, each with a charge that is late. */
async function addLateStalls({ database: { db } }: ConsoleHub, { hub, by }: Doing): Promise<void> {
  const codes = Array.from({ length: FEE_PAGE_MAX }, (_, at) => `TC-X${at}`);
  for (const code of codes) {
    await addStall(db, { code, mall: 'TC', number: '', name: `Kios ${code}` });
  }
  const charge = { period: '2026-11', kind: 'other', amount: 50_000, due: '2026-11-10' } as const;
  const drafts = codes.map((stall) => ({
    id: randomUUID(),
    act: 'charge' as const,
    mall: 'TC',
    stall,
    on: '2026-11-01',
    note: '',
    charges: [{ ...charge, id: randomUUID(), basis: '' }],
  }));
  await writeFees(hub, by, (book) => book.append(drafts));
}
