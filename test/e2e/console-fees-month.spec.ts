import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setPlan } from '../../hub/fees/mall-acts.ts';
import { giveKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';

/** As a mall usually charges. */
const plan = {
  from: '2026-01',
  electricity: { basis: 'fixed', amount: 700_000 },
  cleaning: 300_000,
  dueDay: 10,
  isProrated: false,
} as const;

test.describe('of a mall that charged nothing yet', () => {
  test.use({ fees: 'leased' });

  test('the run is shown first, then done; what differs is named', async ({
    page,
    hub,
    office,
  }) => {
    await setPlan(office.doing, { id: randomUUID(), note: '', mall: 'TC', plan });
    await openFees(page, hub);
    const { main, dialog, title } = consoleOf(page);
    await expect(title).toHaveText('November 2026');
    await expect(main).toContainText('November 2026 belum ditagih');
    const looks: string[] = [];
    page.on('request', (request) => {
      const asked = `${request.url()} ${request.postData() ?? ''}`;
      if (asked.includes('dry-run')) looks.push(asked);
    });
    await page.keyboard.press('t');
    await expect(dialog).toContainText('Belum ada yang dicatat');
    await expect(dialog).toContainText('Tarif kontrak berbeda dari tarif mal');
    await expect(dialog).toContainText('Songket Palembang Warisan Nenek');
    await expect(dialog.getByRole('button', { name: 'Tagih 4 lapak' })).toBeFocused();
    await seeNothingAgainstAxe(page);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText('Sudah dicatat.');
    expect(looks).toHaveLength(1); // it is not looked at again behind what was done
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    const rows = main.getByRole('list', { name: 'Lapak bulan ini' }).getByRole('listitem');
    await expect(rows).toHaveCount(4);
    await page.keyboard.press('t');
    await expect(dialog).toContainText('Tidak ada yang perlu ditagih');
  });

  test('the empty month says how it is filled', async ({ page, hub }) => {
    await openFees(page, hub);
    await expect(consoleOf(page).button('Tagih November 2026')).toHaveCount(2);
    await seeNothingAgainstAxe(page);
  });
});

test('a month says what was charged and paid, and is narrowed to a state', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, 'TC/month?period=2026-10');
  const { main } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Ringkasan bulan' });
  await expect(sums).toContainText('Rp4.250.000');
  const rows = main.getByRole('list', { name: 'Lapak bulan ini' }).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await sums.getByRole('button', { name: /Lewat tempo/ }).click();
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/only=overdue/);
  await main.getByRole('searchbox', { name: 'Cari lapak' }).fill('songket');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').click();
  await expect(consoleOf(page).title).toHaveText('Songket Palembang Warisan Nenek');
});

test('the pages of fees are opened by figures, and sent by their address', async ({
  page,
  hub,
}) => {
  await openFees(page, hub);
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/#\/fees\/TC\/ageing$/);
  await page.keyboard.press('8');
  await expect(consoleOf(page).title).toHaveText('Pembukuan');
  await page.reload();
  await expect(consoleOf(page).title).toHaveText('Pembukuan');
});

test('a month fits into every size, and axe finds nothing', async ({ page, hub }) => {
  await openFees(page, hub);
  await expect(consoleOf(page).main.getByRole('listitem').first()).toBeVisible();
  await seeAtSizes(page, 'month');
});

test('a hub that does not answer is said, and what was read stays', async ({ page, hub }) => {
  await openFees(page, hub);
  const { main } = consoleOf(page);
  await expect(main.getByRole('listitem')).toHaveCount(4);
  await page.route('**/v1/fees/**', (route) => route.abort());
  await page.keyboard.press('t');
  const { dialog } = consoleOf(page);
  await expect(dialog.getByRole('alert')).toContainText('Belum terbaca');
  await page.keyboard.press('Escape');
  await expect(main.getByRole('listitem')).toHaveCount(4);
  await main.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await expect(main.getByRole('alert')).toContainText('Belum terbaca');
  await page.unroute('**/v1/fees/**');
  await main.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(main.getByRole('listitem')).toHaveCount(4);
});

test('the kuitansi of a month are found by number, opened, and saved as a list', async ({
  page,
  hub,
}) => {
  await openFees(page, hub);
  const { main, dialog } = consoleOf(page);
  await main.getByRole('button', { name: 'Kuitansi', exact: true }).click();
  const rows = main.getByRole('list', { name: 'Kuitansi bulan ini' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(main.getByRole('region', { name: 'Ringkasan kuitansi' })).toContainText(
    'Rp7.900.000',
  );
  await seeAtSizes(page, 'kuitansi');
  await main.getByRole('button', { name: 'Cetak daftar kuitansi' }).click();
  await expect(dialog.getByRole('article')).toContainText('DAFTAR KUITANSI');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Simpan XLSX' }).click();
  expect((await saved).suggestedFilename()).toBe('kuitansi-2026-11.xlsx');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await main.getByRole('searchbox', { name: 'Cari kuitansi' }).fill('2026/000002');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: /^Lihat kuitansi/ }).click();
  const paper = dialog.getByRole('article');
  await expect(paper).toContainText('KW/TC/2026/000002');
  await seeNothingAgainstAxe(page);
  // It is an original until it was given out once.
  await expect(paper).not.toContainText('SALINAN');
  const kuitansi: string[] = [];
  page.on('download', (download) => kuitansi.push(download.suggestedFilename()));
  await dialog.getByRole('button', { name: 'Simpan PDF' }).dblclick();
  await expect(paper).toContainText('SALINAN');
  expect(kuitansi).toEqual([expect.stringMatching(/000002.*\.pdf$/)]);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await rows.getByRole('button', { name: /^Lihat kuitansi/ }).click();
  await expect(paper).toContainText('SALINAN');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await main.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await expect(main).toContainText('Tidak ada kuitansi yang cocok');
});

test('an original leaves once: of a page that shows it still, or by WhatsApp', async ({
  page,
  hub,
  office,
}) => {
  await openFees(page, hub);
  const { main, dialog } = consoleOf(page);
  const paper = dialog.getByRole('article');
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await main.getByRole('button', { name: 'Kuitansi', exact: true }).click();
  const open = (stall: string): Promise<void> =>
    main.getByRole('button', { name: new RegExp(`^Lihat kuitansi.*${stall}`) }).click();
  const [first, second] = await hub.database.db
    .selectFrom('fee_credit')
    .select(['id', 'kuitansi_number as number'])
    .where('kuitansi_number', 'is not', null)
    .orderBy('kuitansi_number')
    .execute();

  await open('2026/000001');
  await expect(paper).toContainText('KW/TC/2026/000001');
  await giveKuitansi(office.doing, first?.id ?? '');
  await dialog.getByRole('button', { name: 'Simpan PDF' }).click();
  await expect(dialog.getByRole('alert')).toContainText('diserahkan dari halaman lain');
  await expect(paper).toContainText('SALINAN');
  await seeAtSizes(page, 'kuitansi-given-elsewhere');
  expect(saved).toEqual([]);
  await dialog.getByRole('button', { name: 'Simpan PDF' }).click();
  await expect.poll(() => saved.length).toBe(1);
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();

  await open('2026/000002');
  await expect(paper).not.toContainText('SALINAN');
  const held = Promise.withResolvers<void>();
  await page.route('**/v1/fees/kuitansi/*/giving', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }));
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('link', { name: 'Kirim lewat WhatsApp' }).click(),
  ]);
  expect(tab.url()).toBe('about:blank'); // nothing leaves before the hub knows
  held.resolve();
  await tab.waitForURL(/^https:\/\/wa\.me\/\?text=.*000002/);
  await expect(paper).toContainText('SALINAN');
  const { number } = await hub.database.db
    .selectFrom('fee_given')
    .innerJoin('fee_credit', 'id', 'credit')
    .where('credit', '=', second?.id ?? '')
    .select('kuitansi_number as number')
    .executeTakeFirstOrThrow();
  expect(number).toBe(second?.number);
});
