import { expect, type Locator, type Page } from '@playwright/test';
import { press, type } from './keyboard.ts';
import { type Lapak, openRegister, test } from './lapak.ts';
import { ani, approvalOn, askWho, budi, sari, whoOn } from './people.ts';
import { linesOf, paidOn, sheetOf } from './register-page.ts';
import {
  buttonOn,
  cardOn,
  noSheet,
  openSheetOf,
  piecesOf,
  pressSeen,
  reportOn,
  seen,
  sheetOn,
  shiftsOn,
} from './shift-page.ts';

/**
 * A whole day of a stall with an owner, a supervisor and a cashier, once by keys alone and once by
 * touch alone: set up, open, sell, refused, allowed, drop, hand over, count short, close.
 */

test.use({ hasShift: false });

type Person = typeof budi | typeof ani;

const dialogOn = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const receiverOn = (page: Page) => dialogOn(page, 'Siapa yang menerima laci?');

/** What the day has come to, on the screen, on paper, and in the book. */
async function seeTheDay(page: Page, { calls }: Lapak): Promise<void> {
  const papers = page.getByRole('article').filter({ hasText: 'LAPORAN Z' });
  await expect(papers).toHaveCount(2);
  const last = papers.filter({ hasText: 'Z-000002' });
  await expect(last).toContainText('Budi');
  await expect(last).toContainText(/Selisih\s+-Rp3\.000/);
  await expect(papers.filter({ hasText: 'Z-000001' })).toContainText('Diserahkan ke');
  await calls.staff.signIn({ staff: 'kasir-1', pin: sari.pin });
  const [first, second] = [
    await calls.shifts.z({ number: '1' }),
    await calls.shifts.z({ number: 'last' }),
  ];
  expect(first).toMatchObject({
    cashier: 'kasir-3',
    noSales: 1,
    sums: { sales: { count: 1, totalRupiah: 45_000 } },
    cash: { floatRupiah: 100_000, outRupiah: 50_000, expectedRupiah: 95_000 },
    closing: { z: 1, differenceRupiah: 0, handedTo: 'kasir-2' },
  });
  expect(first.cash?.moves).toMatchObject([
    { cashier: 'kasir-3', approver: 'kasir-2', reason: 'look', amountRupiah: 0 },
    { cashier: 'kasir-3', approver: null, reason: 'safe-drop', amountRupiah: -50_000 },
  ]);
  expect(second).toMatchObject({
    cashier: 'kasir-2',
    cash: { floatRupiah: 95_000, expectedRupiah: 113_000 },
    closing: { z: 2, countedRupiah: 110_000, differenceRupiah: -3_000, reason: 'change-mistake' },
  });
  const anything = { from: null, to: null, cashier: null, topic: null, text: '', cursor: '' };
  const { entries } = await calls.journal.trail({ ...anything, onlyApproved: true, limit: 10 });
  expect(entries).toMatchObject([{ cashier: 'kasir-3', approver: 'kasir-2' }]);
}

test.describe('by keys alone', () => {
  /** Goes by Tab until this has the focus. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await seen(page);
    await expect(target).toBeVisible();
    for (let at = 0; at < 40; at += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(page, 'Tab');
      await expect(page.locator(':focus')).toHaveCount(1);
    }
    throw new Error('Tab does not lead there');
  }

  async function pressOn(page: Page, target: Locator): Promise<void> {
    await tabTo(page, target);
    await press(page, 'Enter');
  }

  /** Opens a screen by the menu. */
  async function goByMenu(page: Page, name: string): Promise<void> {
    await press(page, 'F10');
    const item = page.getByRole('menuitem', { name, exact: true });
    await expect(item).toBeVisible();
    for (let at = 0; at < 12; at += 1) {
      await press(page, 'ArrowDown');
      if (await item.evaluate((element) => element === document.activeElement)) break;
    }
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
  }

  /** Types a PIN, twice for a new one. */
  async function typePin(page: Page, pin: string, times: 1 | 2 = 1): Promise<void> {
    for (let at = 0; at < times; at += 1) {
      if (at > 0) await expect(page.getByText(/^Sekali lagi/)).toBeVisible();
      await type(page, pin);
    }
  }

  async function addPerson(page: Page, who: Person, role: 'up' | 'stays') {
    await press(page, 'F4');
    await expect(page.getByRole('textbox', { name: 'Nama', exact: true })).toBeFocused();
    await type(page, who.name);
    await press(page, 'Tab');
    if (role === 'up') await press(page, 'ArrowUp');
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Tambah staf' }));
    await pressOn(page, buttonOn(page, 'Beri PIN'));
    await expect(page.getByText(`PIN baru untuk ${who.name}`)).toBeVisible();
    await typePin(page, who.pin, 2);
    await expect(page.getByText(`PIN ${who.name} disimpan.`)).toBeVisible();
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  /** From the first row of a count: so many of some values, in their order; then the button. */
  async function typeCount(page: Page, pieces: Readonly<Record<string, number>>): Promise<void> {
    const rows = ['100.000', '50.000', '20.000', '10.000', '5.000', '2.000', '1.000'];
    await expect(piecesOf(page, 'Rp100.000')).toBeFocused();
    for (const value of [...rows, '500', '200', '100']) {
      if (pieces[value] !== undefined) await type(page, String(pieces[value]));
      await press(page, 'Enter');
    }
  }

  async function sell(page: Page, words: string): Promise<void> {
    await type(page, words);
    await press(page, 'Enter');
    await expect(linesOf(page)).toHaveCount(1);
    await press(page, 'F9');
    await expect(sheetOf(page)).toBeVisible();
    await press(page, 'Enter');
    await expect(paidOn(page)).toBeVisible();
    await pressSeen(page, 'Enter');
    await expect(paidOn(page)).toBeHidden();
  }

  test('a day goes from the first PIN to the Z on paper', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await goByMenu(page, 'Staf');
    await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Buat PIN pemilik' }));
    await expect(page.getByRole('textbox', { name: 'Nama pemilik' })).toBeFocused();
    await type(page, sari.name);
    await press(page, 'Enter');
    await expect(page.getByText('PIN baru untuk Bu Sari')).toBeVisible();
    await typePin(page, sari.pin, 2);
    await pressOn(page, buttonOn(page, 'Sudah saya simpan'));
    await addPerson(page, budi, 'up');
    await addPerson(page, ani, 'stays');

    await askWho(page);
    await seen(page);
    await type(page, ani.key + ani.pin);
    await expect(page.getByText('Sekarang yang berjualan: Ani.')).toBeVisible();
    await press(page, 'F3');
    await expect(cardOn(page)).toContainText('Shift belum dibuka');
    await press(page, 'F9');
    await expect(buttonOn(page, 'Buka shift').last()).toBeFocused();
    await press(page, 'ArrowDown');
    await typeCount(page, { '10.000': 10 });
    await pressSeen(page, 'Enter');
    await noSheet(page);
    await expect(cardOn(page)).toContainText('DipegangAni');
    await press(page, 'F3');
    await sell(page, 'kopi');

    await press(page, 'F3');
    await press(page, 'F6');
    await expect(page.getByRole('radio', { name: 'Laci dilihat' })).toBeFocused();
    await press(page, ' ');
    await press(page, 'Enter');
    await press(page, 'Enter');
    await expect(buttonOn(page, 'Buka laci').last()).toBeFocused();
    await press(page, 'Enter');
    await expect(approvalOn(page)).toBeVisible();
    await press(page, 'Escape');
    await expect(approvalOn(page)).toBeHidden();
    await expect(sheetOn(page, 'Buka laci')).toBeVisible();
    await press(page, 'Enter');
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();
    await noSheet(page);

    await press(page, 'F5');
    await expect(page.getByRole('radio', { name: 'Setor ke brankas' })).toBeFocused();
    await press(page, ' ');
    await press(page, 'Enter');
    await type(page, '50000');
    await press(page, 'Enter');
    await expect(page.getByText('Kas keluar Rp50.000 sudah dicatat.')).toBeVisible();
    await noSheet(page);

    await press(page, 'F2');
    await typeCount(page, { '10.000': 9, '5.000': 1 });
    await pressSeen(page, 'Enter');
    await expect(sheetOn(page, 'Serah terima')).toContainText('Pas');
    await pressSeen(page, 'Enter');
    await expect(receiverOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(sheetOn(page, 'Serah terima')).toContainText(
      'Laci 1 sekarang dipegang Budi, shift 2.',
    );
    await pressSeen(page, 'Enter');
    await noSheet(page);
    await expect(cardOn(page)).toContainText('DipegangBudi');
    await press(page, 'F3');
    await sell(page, 'keripik');

    await press(page, 'F3');
    await press(page, 'F9');
    await typeCount(page, { '10.000': 11 });
    await pressSeen(page, 'Enter');
    const sheet = sheetOn(page, 'Tutup shift');
    await expect(sheet.getByRole('region', { name: 'Hasil hitungan' })).toContainText(
      'KurangRp3.000',
    );
    await seen(page);
    await press(page, 'ArrowDown');
    await expect(page.getByRole('radio', { name: 'Salah kembalian' })).toBeChecked();
    await press(page, 'Enter');
    await press(page, 'Enter');
    await expect(buttonOn(page, 'Tutup shift').last()).toBeFocused();
    await press(page, 'Enter');
    await expect(sheet).toContainText('Z-000002');
    await pressSeen(page, 'Enter');
    await noSheet(page);
    await expect(shiftsOn(page)).toHaveCount(2);
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await expect(reportOn(page).getByRole('heading', { name: 'Laporan Z-000002' })).toBeVisible();
    await press(page, 'Escape');
    await press(page, 'F3');
    await press(page, 'F6');
    await seeTheDay(page, lapak);
  });
});

test.describe('by touch alone', () => {
  test.use({ hasTouch: true });

  const tap = (target: Locator) => target.tap();

  async function goByMenu(page: Page, name: string): Promise<void> {
    await tap(buttonOn(page, 'Menu'));
    await tap(page.getByRole('menuitem', { name, exact: true }));
    if (name !== 'Kasir') {
      await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
    }
  }

  /** Touches figures of a pad. */
  async function tapDigits(page: Page, pad: string, digits: readonly string[]): Promise<void> {
    const figures = page.getByRole('group', { name: pad });
    for (const digit of digits) {
      await tap(figures.getByRole('button', { name: digit, exact: true }));
    }
  }

  /** What the system's own keys on the screen write. */
  async function write(page: Page, field: Locator, text: string): Promise<void> {
    await tap(field);
    await page.keyboard.insertText(text);
  }

  async function tapPin(page: Page, pin: string, times: 1 | 2 = 1): Promise<void> {
    for (let at = 0; at < times; at += 1) {
      if (at > 0) await expect(page.getByText(/^Sekali lagi/)).toBeVisible();
      await tapDigits(page, 'Angka PIN', [...pin]);
    }
  }

  async function addPerson(page: Page, who: Person, role: string) {
    await tap(buttonOn(page, 'Tambah staf').first());
    await write(page, page.getByRole('textbox', { name: 'Nama', exact: true }), who.name);
    await page.getByRole('combobox', { name: 'Peran' }).selectOption(role);
    await tap(page.getByRole('dialog').getByRole('button', { name: 'Tambah staf' }));
    await tap(buttonOn(page, 'Beri PIN'));
    await tapPin(page, who.pin, 2);
    await expect(page.getByText(`PIN ${who.name} disimpan.`)).toBeVisible();
    await tap(page.getByRole('dialog').getByRole('button', { name: /^Tutup/ }));
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  async function tapCount(page: Page, pieces: Readonly<Record<string, number>>): Promise<void> {
    for (const [value, count] of Object.entries(pieces)) {
      await tap(page.getByRole('dialog').getByText(`Rp${value}`, { exact: true }).first());
      await tapDigits(page, 'Papan angka', [...String(count)]);
    }
  }

  async function choosePerson(page: Page, dialog: Locator, who: Person) {
    await tap(dialog.getByRole('button', { name: new RegExp(`^${who.name}`) }));
    await tapPin(page, who.pin);
  }

  async function sell(page: Page, product: RegExp): Promise<void> {
    await tap(page.getByRole('tabpanel').getByRole('button', { name: product }));
    await tap(buttonOn(page, 'Bayar'));
    await tap(buttonOn(page, 'Terima pembayaran'));
    await expect(paidOn(page)).toBeVisible();
    await tap(buttonOn(page, 'Penjualan berikutnya'));
  }

  test('a day goes from the first PIN to the Z on paper', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await goByMenu(page, 'Staf');
    await tap(page.getByRole('main').getByRole('button', { name: 'Buat PIN pemilik' }));
    await write(page, page.getByRole('textbox', { name: 'Nama pemilik' }), sari.name);
    await tap(buttonOn(page, 'Lanjut'));
    await tapPin(page, sari.pin, 2);
    await tap(buttonOn(page, 'Sudah saya simpan'));
    await addPerson(page, budi, 'supervisor');
    await addPerson(page, ani, 'cashier');

    await tap(page.getByRole('banner').getByRole('button', { name: /Sari/ }));
    await choosePerson(page, whoOn(page), ani);
    await expect(page.getByText('Sekarang yang berjualan: Ani.')).toBeVisible();
    await goByMenu(page, 'Shift');
    await tap(cardOn(page).getByRole('button', { name: 'Buka shift' }));
    await tapCount(page, { '10.000': 10 });
    await tap(openSheetOf(page).getByRole('button', { name: 'Buka shift' }));
    await expect(cardOn(page)).toContainText('DipegangAni');
    await goByMenu(page, 'Kasir');
    await sell(page, /^Kopi Gayo/);

    await tap(page.getByRole('button', { name: /^Shift sejak/ }));
    await tap(buttonOn(page, 'Buka laci'));
    await tap(page.getByText('Laci dilihat'));
    const look = sheetOn(page, 'Buka laci');
    await tap(look.getByRole('button', { name: 'Buka laci' }));
    await tap(approvalOn(page).getByRole('button', { name: 'Tutup' }));
    await expect(approvalOn(page)).toBeHidden();
    await tap(look.getByRole('button', { name: 'Buka laci' }));
    await choosePerson(page, approvalOn(page), budi);
    await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();

    await tap(buttonOn(page, 'Kas keluar'));
    await tap(page.getByText('Setor ke brankas'));
    await tapDigits(page, 'Papan angka', ['5', '0', '000']);
    await tap(buttonOn(page, 'Catat kas keluar'));
    await expect(page.getByText('Kas keluar Rp50.000 sudah dicatat.')).toBeVisible();

    await tap(buttonOn(page, 'Serah terima'));
    await tapCount(page, { '10.000': 9, '5.000': 1 });
    await tap(buttonOn(page, 'Selesai menghitung'));
    await tap(buttonOn(page, 'Serahkan laci'));
    await choosePerson(page, receiverOn(page), budi);
    await expect(sheetOn(page, 'Serah terima')).toContainText(
      'Laci 1 sekarang dipegang Budi, shift 2.',
    );
    await tap(buttonOn(page, 'Selesai'));
    await goByMenu(page, 'Kasir');
    await sell(page, /^Keripik/);

    await goByMenu(page, 'Shift');
    await tap(buttonOn(page, 'Tutup shift'));
    const sheet = sheetOn(page, 'Tutup shift');
    await tapCount(page, { '10.000': 11 });
    await tap(buttonOn(page, 'Selesai menghitung'));
    await expect(sheet).toContainText('KurangRp3.000');
    await tap(sheet.getByText('Salah kembalian'));
    await tap(sheet.getByRole('button', { name: 'Tutup shift' }));
    await expect(sheet).toContainText('Z-000002');
    await tap(buttonOn(page, 'Selesai'));
    await expect(shiftsOn(page)).toHaveCount(2);
    await goByMenu(page, 'Kasir');
    await tap(page.getByRole('button', { name: 'Kertas struk' }));
    await seeTheDay(page, lapak);
  });
});
