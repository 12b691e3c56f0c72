import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { rupiah } from '../../domain/money.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { write } from '../../electron/till/database/write.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { changeSettings } from '../../electron/till/settings/stall-settings.ts';
import { startBrowserShell } from '../support/start-lapak.ts';
import { aLine, bookPieces } from '../support/test-till.ts';
import { aReceiptLink } from '../support/receipt-link.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan } from './keyboard.ts';
import { fillStall, goTo, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

interface Past {
  readonly url: string;
  /** Of three days, the oldest first. */
  readonly receipts: readonly Receipt[];
  /** What the QR of the oldest says. */
  readonly link: string;
}

const DAY_MS = 86_400_000;
const products = ['Kopi Gayo 200 g', 'Batik Tulis Lasem', 'Keripik Tempe Malang'];

/** A stall that has sold on three days; today nothing. */
const test = base.extend<{ past: Past; receiptLanguage: 'id' | 'en' }>({
  receiptLanguage: ['id', { option: true }],
  past: async ({ receiptLanguage }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-find-'));
    await fillStall(dataDir, { address: 'virtual', columns: 32 }, { hasShift: false });
    const till = await openTill({ dataDir, clock: Date.now });
    const stall = { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' };
    write(till, (tx) => changeSettings(tx, { stall, receiptLanguage }));
    const receipts = products.map((name, at) => {
      const lines = [{ ...aLine(1, `P-${at}`), name, priceRupiah: rupiah(45_000) }];
      const soldAtMs = Date.now() - (40 - 10 * at) * DAY_MS;
      return bookPieces(till, 1, { lines, soldAtMs, source: `INV-${at}` }).receipt;
    });
    const [oldest] = receipts;
    const link = oldest ? aReceiptLink(till, oldest) : '';
    await closeTill(till);
    const shell = await startBrowserShell(dataDir);
    await use({ url: shell.url, receipts, link });
    await shell.stop();
    rmSync(dataDir, { recursive: true });
  },
});

/** The leaf in a code, behind the total. */
const LEAF = /\*[0-9a-f]{32}\*(?=[A-Za-z0-9_-]{86}$)/;

const rows = (page: Page) =>
  page.getByRole('listbox', { name: 'Daftar penjualan' }).getByRole('option');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Cari penjualan' });
const receiptOn = (page: Page, { number }: { number: string }) =>
  page.getByRole('complementary', { name: `Struk ${number}` });

async function openSales(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Penjualan');
  await expect(search(page)).toBeVisible();
}

test('a sale of another day is found by number, product, code, amount and days', async ({
  page,
  past,
}) => {
  const [first, second, third] = past.receipts.map(({ number }) => new RegExp(number));
  if (!first || !second || !third) throw new Error('three days were sold on');
  await openSales(page, past.url);
  await search(page).fill('kopi');
  await page.getByRole('button', { name: 'Cari di semua hari' }).click();
  await expect(rows(page)).toHaveText([first]);
  for (const [text, found] of [
    ['tempe mal', [third]],
    ['p-1', [second]],
    [past.receipts[1]?.number.slice(-6) ?? '', [second]],
    ['45.000', [third, second, first]],
    ['', [third, second, first]],
  ] as const) {
    await search(page).fill(text);
    await expect(rows(page)).toHaveText([...found]);
  }
  const date = past.receipts[1]?.businessDate ?? '';
  await page.getByLabel('Dari').fill(date);
  await expect(rows(page)).toHaveText([third, second]);
  await page.getByLabel('Sampai').fill(date);
  await expect(rows(page)).toHaveText([second]);
  await search(page).fill('zzz');
  await expect(page.getByRole('heading', { name: /semua hari.*“zzz”/ })).toBeVisible();
  await press(page, 'F4');
  await expect(page.getByLabel('Dari')).toBeHidden();
});

test('the QR of a receipt opens it, scanned or pasted, and a false one is told', async ({
  page,
  past,
}) => {
  const [oldest] = past.receipts;
  if (!oldest) throw new Error('it was sold');
  await openSales(page, past.url);
  await scan(page, past.link);
  await expect(receiptOn(page, oldest)).toContainText('Kopi Gayo');
  await expect(rows(page)).toHaveText([new RegExp(oldest.number)]);
  await press(page, 'Escape');
  await search(page).fill(past.link);
  await expect(receiptOn(page, oldest)).toBeVisible();
  await search(page).fill(past.link.replace(LEAF, `*${'0123456789abcdef'.repeat(2)}*`));
  await expect(page.getByText(/tidak cocok dengan struk/)).toBeVisible();
});

test('a copy of a receipt is saved as a PDF, and sent as text to a number not kept', async ({
  page,
  past,
  context,
}) => {
  const [oldest] = past.receipts;
  if (!oldest) throw new Error('it was sold');
  await openSales(page, past.url);
  await scan(page, past.link);
  await expect(receiptOn(page, oldest)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'F6')]);
  expect(download.suggestedFilename()).toBe(`struk-${oldest.number}.pdf`);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  const words = text.replace(/\s+/g, ' ');
  expect(words).toContain('Kopi Gayo 200 g 1 pcs x 45.000 45.000');
  expect(words).toMatch(/No\. [^ ]+, [^ ]+ [^ ]+ WIB SALINAN /);

  await press(page, 'F7');
  const sheet = page.getByRole('dialog', { name: 'Kirim struk lewat WhatsApp' });
  await expect(sheet.getByLabel('Teks struk')).toHaveValue(/^\*Batik Bu Sari\*[^]*\nSALINAN\n/);
  const phone = sheet.getByLabel('Nomor WhatsApp pembeli');
  await phone.fill('021 555');
  await expect(sheet.getByRole('alert')).toContainText('bukan nomor ponsel');
  await phone.fill('+62 812-3456-7890');
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }));
  const [opened] = await Promise.all([context.waitForEvent('page'), phone.press('Enter')]);
  await opened.waitForURL(/^https:/);
  const link = new URL(opened.url());
  expect(link.origin + link.pathname).toBe('https://wa.me/6281234567890');
  expect(link.searchParams.get('text')).toContain(`No. ${oldest.number}`);
  await opened.close();
  await press(page, 'Escape');
  await expect(sheet).toBeHidden();
  await press(page, 'F7');
  await expect(phone).toHaveValue('');
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test(`all days, an open receipt and its message fit at ${size}`, async ({ page, past }) => {
    const [oldest] = past.receipts;
    if (!oldest) throw new Error('it was sold');
    await page.setViewportSize(viewport);
    await openSales(page, past.url);
    await press(page, 'F4');
    await expect(rows(page)).toHaveCount(3);
    await seeThatItFits(page, `${size}-find`);
    await seeNothingAgainstAxe(page);
    await scan(page, past.link);
    await expect(receiptOn(page, oldest)).toBeVisible();
    await seeThatItFits(page, `${size}-find-open`);
    await press(page, 'F7');
    await expect(page.getByRole('dialog')).toBeVisible();
    await seeThatItFits(page, `${size}-find-whatsapp`);
    await seeNothingAgainstAxe(page);
  });
}
