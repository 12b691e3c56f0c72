import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './keyboard.ts';

/** What stands on the screens of the shift, by what a person calls it. */
export const sheetOn = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
export const openSheetOf = (page: Page): Locator => sheetOn(page, 'Buka shift');
export const piecesOf = (page: Page, value: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${value}( |$)`) });
export const buttonOn = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
export const shiftsOn = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Daftar shift' }).getByRole('option');
export const reportOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Laporan shift' });
export const cardOn = (page: Page): Locator => page.getByRole('region', { name: 'Keadaan shift' });

/** Waits until no sheet lies over the screen: the next key is the screen's. */
export async function noSheet(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits until whatever has come up takes what is meant for it. */
export async function seen(page: Page): Promise<void> {
  await expect(page.locator('[data-fresh]').filter({ visible: true })).toHaveCount(0);
}

/** Presses a key on something that was seen. */
export async function pressSeen(page: Page, key: string): Promise<void> {
  await seen(page);
  await press(page, key);
}

/** Goes to the shift's screen from wherever the page is. */
export async function openShiftScreen(page: Page): Promise<void> {
  await press(page, 'F3');
  await expect(page.getByRole('heading', { name: 'Shift', exact: true })).toBeVisible();
  await expect(cardOn(page)).toBeVisible();
}

/** Counts so many of one piece in the sheet that is open, and takes the count. */
export async function countOnly(page: Page, value: string, pieces: number): Promise<void> {
  await piecesOf(page, value).fill(String(pieces));
  await buttonOn(page, 'Selesai menghitung').click();
}
