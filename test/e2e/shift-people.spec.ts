import { expect } from '@playwright/test';
import { press, type } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';
import { ani, approvalOn, askWho, budi, sari, sellerOn, signIn, whoOn } from './people.ts';
import {
  buttonOn,
  countOnly,
  noSheet,
  openShiftScreen,
  piecesOf,
  pressSeen,
  reportOn,
  seen,
  sheetOn,
} from './shift-page.ts';

/** What one person fills in is not the next one's, whoever comes to the window. */

test.use({ pinUse: 'guarded' });

test.beforeEach(async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await signIn(page, ani);
  await openShiftScreen(page);
});

const hundreds = 'Rp100.000';

test('a count stays with its person, over whoever comes in between', async ({ page }) => {
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toBeFocused();
  await type(page, '7');
  await expect(piecesOf(page, hundreds)).toHaveValue('7');
  await signIn(page, budi);
  await noSheet(page);
  await expect(page.getByText('Hitungan Ani disimpan di jendela ini')).toBeVisible();
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toBeFocused();
  await expect(piecesOf(page, hundreds)).toHaveValue('');
  await type(page, '2');
  await expect(piecesOf(page, hundreds)).toHaveValue('2');
  await signIn(page, ani);
  await noSheet(page);
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toHaveValue('7');
});

test('who signs out in the middle of a count goes on with it, and nobody else does', async ({
  page,
}) => {
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toBeFocused();
  await type(page, '7');
  await expect(piecesOf(page, hundreds)).toHaveValue('7');
  await askWho(page);
  await press(page, '0');
  await expect(sellerOn(page)).toHaveAccessibleName(/Belum masuk/);
  await noSheet(page);
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toBeFocused();
  await expect(piecesOf(page, hundreds)).toHaveValue('');
  await type(page, '5');
  await expect(piecesOf(page, hundreds)).toHaveValue('5');
  // Who signs in then has counted it.
  await signIn(page, sari);
  await expect(piecesOf(page, hundreds)).toHaveValue('5');
  await pressSeen(page, 'Escape');
  await noSheet(page);
  await signIn(page, ani);
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toHaveValue('7');
});

test('nobody closes with what another counted and wrote', async ({ page }) => {
  await press(page, 'F9');
  await countOnly(page, hundreds, 3);
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet).toContainText('LebihRp300.000');
  await sheet.getByText('Salah hitung').click();
  await page.getByRole('textbox', { name: 'Keterangan' }).fill('catatan Ani');
  await signIn(page, budi);
  await noSheet(page);
  await expect(reportOn(page)).toBeHidden();
  await press(page, 'F9');
  await expect(piecesOf(page, hundreds)).toHaveValue('');
});

test('an amount that one person typed is not recorded by the next', async ({ page, lapak }) => {
  await press(page, 'F4');
  await expect(page.getByRole('radio').first()).toBeFocused();
  await press(page, ' ');
  await press(page, 'Enter');
  await type(page, '50000');
  await signIn(page, budi);
  await noSheet(page);
  await expect(page.getByText('Yang diketik Ani belum dicatat, dan dibuang.')).toBeVisible();
  const owner = lapak.calls;
  await owner.staff.signIn({ staff: sari.id, pin: sari.pin });
  expect((await owner.shifts.x({ shift: 1 })).cash?.inRupiah).toBe(0);
});

test('one figure chooses one person, whoever else can be chosen', async ({ page }) => {
  const figure = 'aria-keyshortcuts';
  await press(page, 'F12');
  await expect(whoOn(page).getByRole('button', { name: /^Ani/ })).toHaveAttribute(figure, '3');
  await press(page, 'F12');
  await signIn(page, sari);
  await press(page, 'F2');
  await countOnly(page, hundreds, 0);
  await pressSeen(page, 'Enter');
  const receiver = page.getByRole('dialog', { name: 'Siapa yang menerima laci?' });
  await expect(receiver.getByRole('button', { name: /^Ani/ })).toHaveAttribute(figure, '3');
  await expect(receiver.getByRole('button', { name: /^Budi/ })).toHaveAttribute(figure, '2');
  await seen(page);
  await type(page, ani.key);
  await expect(receiver.getByText('PIN Ani')).toBeVisible();
});

test.describe('with a printer that is gone', () => {
  test.use({ printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

  test('a drawer that does not open is told, with what opens it', async ({ page }) => {
    await press(page, 'F9');
    await buttonOn(page, 'Buka laci untuk dihitung').click();
    await expect(page.getByText('printer tidak menjawab: buka laci dengan kuncinya')).toBeVisible();
    await pressSeen(page, 'Escape');
    await noSheet(page);
    await press(page, 'F6');
    await expect(page.getByRole('radio').first()).toBeFocused();
    await press(page, ' ');
    await buttonOn(page, 'Buka laci').last().click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, budi.key + budi.pin);
    await expect(page.getByText('printer tidak menjawab: buka laci dengan kuncinya')).toBeVisible();
  });
});
