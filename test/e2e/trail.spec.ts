import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { theOwner } from '../../domain/actor.ts';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import { changeProduct } from '../../electron/till/catalog/change-catalog.ts';
import { readProduct } from '../../electron/till/catalog/procedures.ts';
import { write } from '../../electron/till/database/write.ts';
import { actDraft, writeJournal } from '../../electron/till/journal/write-journal.ts';
import { correctStock } from '../../electron/till/inventory/correct-stock.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { insertPerson } from '../../electron/till/staff/staff-store.ts';
import type { Till } from '../../electron/till/till.ts';
import { seenProduct } from '../../domain/catalog/contract.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { endTestShift } from '../support/end-test-shift.ts';
import { openShell } from '../support/open-shell.ts';
import { bookPieces, bookPiecesTimes } from '../support/test-till.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, type } from './keyboard.ts';
import { fillStall, goTo, openRegister, test as base } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

const sari = { ...theOwner, cashier: 'kasir-2' };

interface Trail {
  readonly url: string;
  /** Calls of another page of the owner's. */
  owner(): Calls;
}

/** A stall where a few people have done a few things. */
const test = base.extend<{ trail: Trail }>({
  trail: async ({ printer }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-trail-'));
    await fillStall(dataDir, printer);
    const till = await openTill({ dataDir, clock: Date.now });
    fillTrail(till);
    await closeTill(till);
    const shell = await openShell(dataDir, { asksForSamples: false });
    const owner = () => callsOf({ till: shell.till ?? till, dataDir });
    await use({ url: shell.url, owner });
    await shell.close();
    rmSync(dataDir, { recursive: true });
  },
});

function fillTrail(till: Till): void {
  const createdAtMs = till.clock();
  write(till, (tx) => insertPerson(tx, { name: 'Sari Dewi', role: 'cashier', createdAtMs }));
  bookPiecesTimes(till, 90, 1, { cashier: 'kasir-2' });
  const { product } = readProduct(till, { code: 'SBL-01' });
  const units = product.units.map((unit) => ({ ...unit, priceRupiah: rupiah(29_000) }));
  const draft = { code: 'SBL-01', name: 'Sambal Roa', category: 'Sambal', units };
  changeProduct(till, theOwner, { draft, seen: seenProduct(product) });
  const seen = { code: 'KRP-01', seenMilli: pcs(40), reason: 'damaged' } as const;
  correctStock(till, sari, { ...seen, quantityMilli: pcs(3), note: 'Remuk di gudang' });
  writeJournal(till, (tx, append) => {
    const actor = { ...sari, approver: 'kasir-1' };
    const changes = [{ field: 'pinUse', from: 'guarded', to: 'always' }];
    append(actDraft(tx, actor, till.clock(), { act: 'settings-change', changes }));
  });
  endTestShift(till);
  bookPieces(till, 2);
}

const rows = (page: Page) =>
  page.getByRole('listbox', { name: /^Jejak audit/ }).getByRole('option');

async function openTrail(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Jejak audit');
  await expect(page.getByRole('heading', { name: 'Jejak audit', level: 1 })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

test('what was done is told in words, the newest first, with who allowed it', async ({
  page,
  trail,
}) => {
  await openTrail(page, trail.url);

  await expect(rows(page).nth(0)).toContainText(/kasir-1.*Penjualan.*Tunai.*Rp90\.000/s);
  await expect(rows(page).nth(1)).toContainText('Shift dibuka');
  await expect(rows(page).nth(2)).toContainText(
    /Diizinkan Sari Dewi.*Shift ditutup, laporan Z.*Z-000001.*sebab selisih: tidak diketahui/s,
  );
  await expect(rows(page).nth(3)).toContainText(/Laci dihitung.*Rp300\.000/s);
  await expect(rows(page).nth(5)).toContainText(/Laci: setor ke brankas.*Shift 1.*−Rp20\.000/s);
  await expect(rows(page).nth(6)).toContainText(
    /Sari Dewi.*Diizinkan kasir-1.*Pengaturan diubah.*pemakaian PIN: Tindakan penting → Selalu/s,
  );
  await expect(rows(page).nth(7)).toContainText(
    /Sari Dewi.*Stok dibetulkan.*KRP-01.*stok: 40 → 37.*alasan: Rusak/s,
  );
  await expect(rows(page).nth(8)).toContainText(/Barang disimpan.*SBL-01/s);
});

test('a row is opened for all that it has, by a touch or by keys', async ({ page, trail }) => {
  await openTrail(page, trail.url);
  const saved = rows(page).nth(8);
  await saved.click();
  await expect(saved).toContainText('di jurnal');
  await expect(saved).toContainText('harga (lusin): Rp300.000 → Rp29.000');
  await expect(saved).toContainText(/Catatan 1\.\d+ di jurnal/);

  await press(page, 'ArrowUp');
  await expect(rows(page).nth(7)).toHaveAttribute('aria-selected', 'true');
  await press(page, 'Enter');
  await expect(rows(page).nth(7)).toContainText('di jurnal');
  await expect(saved).not.toContainText('di jurnal');
  await press(page, 'Escape');
  await expect(rows(page).nth(7)).not.toContainText('di jurnal');
});

test('it is narrowed by topic, person, approval, words and dates, and shown whole again', async ({
  page,
  trail,
}) => {
  await openTrail(page, trail.url);
  await page.getByLabel('Topik').selectOption('Stok');
  await expect(rows(page)).toHaveText([/Stok dibetulkan/]);
  await page.getByLabel('Topik').selectOption('Semua topik');
  await page.getByLabel('Hanya yang diizinkan orang lain').check();
  await expect(rows(page)).toHaveText([
    /laporan Z/,
    /Laci dihitung/,
    /Barang disimpan/,
    /Pengaturan diubah/,
  ]);
  await page.getByLabel('Oleh').selectOption('Sari Dewi');
  await expect(rows(page)).toHaveText([/Pengaturan diubah/]);

  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(rows(page).nth(0)).toContainText('Penjualan');
  await press(page, 'F2');
  await type(page, 'remuk');
  await expect(rows(page)).toHaveText([/Remuk di gudang/]);
  await type(page, 'xx');
  await expect(page.getByRole('heading', { name: 'Tidak ada catatan yang cocok' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simpan CSV' })).toBeDisabled();

  await page.getByRole('main').getByRole('button', { name: 'Tampilkan semua' }).last().click();
  await page.getByLabel('Dari tanggal').fill('2026-01-02');
  await page.getByLabel('Sampai tanggal').fill('2026-01-01');
  await expect(page.getByRole('heading', { name: 'Tanggalnya terbalik' })).toBeVisible();
  await page.getByLabel('Dari tanggal').fill('2026-01-01');
  await expect(page.getByRole('heading', { name: 'Tidak ada catatan yang cocok' })).toBeVisible();
  await page.getByLabel('Sampai tanggal').fill('');
  await expect(rows(page).nth(0)).toContainText('Penjualan');
});

test('more comes as it is scrolled to, down to the start of the book', async ({ page, trail }) => {
  await openTrail(page, trail.url);
  const list = page.getByRole('listbox', { name: /^Jejak audit/ });
  await expect(async () => {
    await list.hover();
    await page.mouse.wheel(0, 5_000);
    await expect(rows(page).last()).toContainText('Buku dimulai', { timeout: 200 });
  }).toPass();
  await expect(rows(page).last()).toContainText('Lapak');
});

test('what is shown goes out as a file, which is written down itself', async ({ page, trail }) => {
  await openTrail(page, trail.url);
  await page.getByLabel('Topik').selectOption('Stok');
  await expect(rows(page)).toHaveCount(1);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan CSV' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('jejak-audit.csv');
  const lines = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('kasir-2;Sari Dewi;;;Stok;Stok dibetulkan;KRP-01;;Remuk di gudang;');

  await page.getByRole('button', { name: 'Tampilkan semua' }).click();
  await expect(rows(page).first()).toContainText(/Jejak audit diekspor.*topik: Stok/s);
});

test('what is done elsewhere comes when it is read again', async ({ page, trail }) => {
  await openTrail(page, trail.url);
  await goTo(page, 'Kasir');
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Kopi Gayo/ })
    .click();
  await page.getByRole('button', { name: 'Bayar', exact: true }).click();
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  await goTo(page, 'Jejak audit');
  await expect(rows(page).first()).toContainText('Rp45.000');
});

test('whoever may not read it is told so, and can sign in as somebody else', async ({
  page,
  trail,
}) => {
  await trail.owner().staff.setPin({ staff: 'kasir-1', pin: '738291' });
  await openRegister(page, trail.url);
  await goTo(page, 'Jejak audit');
  await expect(page.getByRole('heading', { name: /^Jejak audit hanya/ })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^kasir-1/ })
    .click();
  await type(page, '738291');
  await expect(rows(page).first()).toContainText(/kasir-1.*Masuk/s);
});

for (const [name, width, height] of [
  ['1366x768', 1366, 768],
  ['1024x600', 1024, 600],
  ['683x384', 683, 384],
] as const) {
  test(`the audit trail fits a screen of ${name}`, async ({ page, trail }) => {
    await page.setViewportSize({ width, height });
    await openTrail(page, trail.url);
    await rows(page).nth(2).click();
    await seeThatItFits(page, `trail-${name}`);
    await page.getByLabel('Topik').selectOption('Staf dan peran');
    await expect(page.getByRole('heading', { name: /^Tidak ada catatan/ })).toBeVisible();
    await seeThatItFits(page, `trail-none-${name}`);
  });
}

test('axe finds nothing against the audit trail', async ({ page, trail }) => {
  await openTrail(page, trail.url);
  await rows(page).nth(2).click();
  await seeNothingAgainstAxe(page);
});

test('a long name among those to choose from leaves the other choices their row', async ({
  page,
  trail,
}) => {
  const name = 'Raden Ayu Kusumawardhani Sastroamidjojo1'; // as long as a name may be
  await trail.owner().staff.add({ name, role: 'cashier' });
  await page.setViewportSize({ width: 800, height: 600 });
  await openRegister(page, trail.url);
  await goTo(page, 'Jejak audit');
  const choice = (label: string) => page.getByRole('combobox', { name: label });
  await choice('Oleh').selectOption(name);
  const [who, topic] = [await choice('Oleh').boundingBox(), await choice('Topik').boundingBox()];
  expect(topic?.y).toBe(who?.y);
  await seeThatItFits(page, 'trail-long-name');
});
