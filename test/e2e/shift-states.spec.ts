import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RolePermission } from '../../domain/permissions.ts';
import { openShell } from '../support/open-shell.ts';
import { openTestShift } from '../support/test-till.ts';
import { press, type } from './keyboard.ts';
import { fillStall, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { ani, approvalOn, budi, sari, signIn } from './people.ts';
import { paidOn, payExactly, sheetOf, takeMoneyOn } from './register-page.ts';
import {
  buttonOn,
  cardOn,
  countOnly,
  noSheet,
  openSheetOf,
  openShiftScreen,
  piecesOf,
  pressSeen,
  reportOn,
  seen,
  sheetOn,
  shiftsOn,
} from './shift-page.ts';

const DAY_MS = 24 * 3_600_000;

const kopi = (page: Page) => page.getByRole('tabpanel').getByRole('button', { name: /^Kopi Gayo/ });

test('a shift that was left open overnight is said in words, and closed by nobody', async ({
  page,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-overnight-'));
  const clock = () => Date.now() - DAY_MS;
  await fillStall(dataDir, { address: 'virtual', columns: 32 }, { clock });
  const shell = await openShell(dataDir);
  try {
    await openRegister(page, shell.url);
    await page.getByRole('button', { name: 'Shift dari kemarin' }).click();
    await expect(cardOn(page).getByRole('status')).toContainText(
      'Shift dari kemarin masih terbuka.',
    );
    await seeThatItFits(page, 'shift-overnight');
    await press(page, 'F3');
    await kopi(page).click();
    await press(page, 'F9');
    await expect(sheetOf(page)).toBeVisible(); // it sells on in that shift
  } finally {
    await shell.close();
    rmSync(dataDir, { recursive: true });
  }
});

test('a shift of days ago says how many', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-overnight-'));
  const clock = () => Date.now() - 3 * DAY_MS;
  await fillStall(dataDir, { address: 'virtual', columns: 32 }, { clock });
  const shell = await openShell(dataDir);
  try {
    await openRegister(page, shell.url);
    await page.getByRole('button', { name: 'Shift terbuka 3 hari' }).click();
    await expect(cardOn(page).getByRole('status')).toContainText('sudah 3 hari');
  } finally {
    await shell.close();
    rmSync(dataDir, { recursive: true });
  }
});

test('a shift that was opened in another window is seen at once', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-window-'));
  await fillStall(dataDir, { address: 'virtual', columns: 32 }, { hasShift: false });
  const shell = await openShell(dataDir);
  try {
    await openRegister(page, shell.url);
    await kopi(page).click();
    await press(page, 'F9');
    await expect(openSheetOf(page)).toBeVisible();
    if (shell.till) openTestShift(shell.till);
    await expect(sheetOf(page)).toBeVisible(); // the payment that was asked for
    await expect(openSheetOf(page)).toBeHidden();
  } finally {
    await shell.close();
    rmSync(dataDir, { recursive: true });
  }
});

test.describe('with people who have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('a cashier sees no report, but with the leave of one who may', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await kopi(page).click();
    await payExactly(page);
    await openShiftScreen(page);
    await expect(shiftsOn(page)).toHaveCount(0);
    await press(page, 'F7');
    const ask = reportOn(page).getByRole('button', { name: 'Minta izin' });
    await expect(ask).toBeFocused();
    const refused = reportOn(page).getByRole('heading', { name: 'Perlu izin' });
    const [said, asked] = [await refused.boundingBox(), await ask.boundingBox()];
    expect((asked?.y ?? 0) - (said?.y ?? 0)).toBeLessThan(120); // one group
    await press(page, 'Enter');
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(reportOn(page).getByRole('region', { name: 'Ringkasan' })).toContainText(
      'OMZETRp45.000',
    );
    await expect(reportOn(page)).toContainText('Isi laci tidak ditampilkan.');
    const scrolls = reportOn(page).locator('[tabindex="0"]');
    await expect(scrolls).toBeFocused(); // the arrows scroll it
    // What was lent to one person is not for the next, nor for the same one later.
    await signIn(page, sari);
    await expect(reportOn(page)).toBeHidden();
    await signIn(page, ani);
    await expect(buttonOn(page, 'Minta izin').first()).toBeVisible();
    await expect(page.getByText('OMZET')).toHaveCount(0);
    // What a close answers may be seen by who closed.
    await press(page, 'F9');
    await countOnly(page, 'Rp5.000', 9);
    await expect(sheetOn(page, 'Tutup shift')).toContainText('Pas');
    await sheetOn(page, 'Tutup shift').getByRole('button', { name: 'Tutup shift' }).click();
    await buttonOn(page, 'Lihat laporan').click();
    await expect(reportOn(page).getByRole('heading', { name: 'Laporan Z-000001' })).toBeVisible();
  });

  test('a cashier sees the shifts with the leave of one who may, and nobody after them', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await openShiftScreen(page);
    await buttonOn(page, 'Minta izin').click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(shiftsOn(page)).toHaveText([/^Terbuka/]);
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await expect(reportOn(page).getByRole('button', { name: 'Minta izin' })).toBeVisible();
    await press(page, 'Escape');
    await expect(shiftsOn(page)).toHaveCount(1);
    // Once a shift was closed the list that was lent would be wrong.
    await press(page, 'F9');
    await countOnly(page, 'Rp5.000', 0);
    await sheetOn(page, 'Tutup shift').getByRole('button', { name: 'Tutup shift' }).click();
    await buttonOn(page, 'Selesai').click();
    await noSheet(page);
    await expect(shiftsOn(page)).toHaveCount(0);
    await buttonOn(page, 'Minta izin').click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(shiftsOn(page)).toHaveText([/^Z-000001/]);
    await signIn(page, budi);
    await signIn(page, ani);
    await expect(buttonOn(page, 'Minta izin')).toBeVisible();
    await expect(shiftsOn(page)).toHaveCount(0);
  });

  test.describe('without a shift', () => {
    test.use({ hasShift: false });

    test('who may sell but not open a shift has it opened by leave, and sells on', async ({
      page,
      lapak,
    }) => {
      const { staff } = lapak.calls;
      await staff.signIn({ staff: sari.id, pin: sari.pin });
      const permissions: RolePermission[] = ['sale.ring-up', 'catalog.read', 'printing.read'];
      const { id: role } = await staff.saveRole({ id: null, name: 'Jual saja', permissions });
      await staff.change({ staff: ani.id, name: ani.name, role });
      await openRegister(page, lapak.url);
      await signIn(page, ani);
      await kopi(page).click();
      await press(page, 'F9');
      await pressSeen(page, 'Enter');
      await expect(approvalOn(page)).toBeVisible();
      await press(page, 'Escape');
      await expect(approvalOn(page)).toBeHidden();
      await expect(openSheetOf(page)).toBeVisible();
      await pressSeen(page, 'Enter');
      await expect(approvalOn(page)).toBeVisible();
      await seen(page);
      await type(page, budi.key + budi.pin);
      await expect(sheetOf(page)).toBeVisible();
      await expect(openSheetOf(page)).toBeHidden();
      await seen(page);
      await takeMoneyOn(page).click();
      await expect(paidOn(page)).toBeVisible();
    });
  });
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 683, height: 384 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ hasShift: false });

    test(`the screens of the shift fit at ${size}`, async ({ page, lapak }) => {
      await openRegister(page, lapak.url);
      await kopi(page).click();
      await page.setViewportSize(viewport);
      await press(page, 'F9');
      await expect(openSheetOf(page)).toBeVisible();
      await seen(page);
      await expect(buttonOn(page, 'Buka shift, lalu bayar')).toBeInViewport({ ratio: 1 });
      if (viewport.height >= 600) {
        await expect(piecesOf(page, 'Rp100.000')).toBeInViewport({ ratio: 1 });
        await expect(piecesOf(page, 'Rp100')).toBeInViewport({ ratio: 1 });
      }
      await seeThatItFits(page, `${size}-shift-open`);
      await press(page, 'Enter');
      await expect(sheetOf(page)).toBeVisible();
      await seen(page);
      await press(page, 'Enter');
      await expect(paidOn(page)).toBeVisible(); // while it is recorded no key leads away
      await seen(page);
      await press(page, 'Enter');
      await openShiftScreen(page);
      await seen(page);
      await seeThatItFits(page, `${size}-shift`);
      await press(page, 'F4');
      await expect(sheetOn(page, 'Kas masuk')).toBeVisible();
      await seen(page);
      await expect(buttonOn(page, 'Pilih sebabnya dulu')).toBeInViewport({ ratio: 1 });
      await seeThatItFits(page, `${size}-shift-in`);
      await press(page, 'Escape');
      await noSheet(page);
      await press(page, 'F7');
      await expect(reportOn(page).getByRole('region', { name: 'Per jam' })).toBeVisible();
      await seeThatItFits(page, `${size}-shift-report`);
      await press(page, 'Escape');
      await press(page, 'F9');
      await seen(page);
      await seeThatItFits(page, `${size}-shift-count`);
      await countOnly(page, 'Rp20.000', 2);
      await expect(sheetOn(page, 'Tutup shift')).toContainText('Kurang');
      await seen(page);
      await expect(buttonOn(page, 'Pilih sebabnya dulu')).toBeInViewport({ ratio: 1 });
      await seeThatItFits(page, `${size}-shift-result`);
    });
  });
}

for (const viewport of [
  { width: 800, height: 600 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`the list of shifts has room for who, when and how much at ${size}`, async ({
      page,
      lapak,
    }) => {
      const { shifts, staff, settings } = lapak.calls;
      await staff.change({ staff: 'kasir-1', name: 'Maharani Kusumawardhani', role: 'owner' });
      await settings.change({ drawers: 2 });
      const count = [{ valueRupiah: 100_000, pieces: 300 }] as const;
      await shifts.count({ shift: 1, count: [...count] });
      const order = { id: randomUUID(), shift: 1, note: '', carts: 'carry' } as const;
      await shifts.close({ ...order, reason: 'unknown' });
      await openRegister(page, lapak.url);
      await openShiftScreen(page);
      const row = shiftsOn(page).filter({ hasText: 'Z-000001' });
      await expect(row).toContainText('Rp30.000.000');
      for (const part of ['Maharani Kusumawardhani', /\d\d:\d\d–\d\d:\d\d/, 'Rp30.000.000']) {
        const words = row.getByText(part).first();
        await expect(words).toBeInViewport({ ratio: 1 });
        const cut = await words.evaluate((one) => one.scrollWidth - one.clientWidth);
        expect(cut).toBeLessThanOrEqual(0);
        expect((await words.boundingBox())?.width).toBeGreaterThan(60);
      }
      await seeThatItFits(page, `shift-list-${size}`);
    });
  });
}
