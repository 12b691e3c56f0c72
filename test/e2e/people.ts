import { expect, type Locator, type Page } from '@playwright/test';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Till } from '../../electron/till/till.ts';
import { callsOf } from '../support/calls.ts';
import { press, type } from './keyboard.ts';

/** The people of a stall with PINs, in the order of their keys. */
export const sari = {
  id: 'kasir-1',
  name: 'Bu Sari',
  role: 'owner',
  key: '1',
  pin: '482915',
} as const;
export const budi = {
  id: 'kasir-2',
  name: 'Budi',
  role: 'supervisor',
  key: '2',
  pin: '615038',
} as const;
export const ani = {
  id: 'kasir-3',
  name: 'Ani',
  role: 'cashier',
  key: '3',
  pin: '739102',
} as const;

/** Gives a stall its people, by the calls that the screen makes. @returns the recovery code */
export async function giveStaff(
  book: { readonly till: Till; readonly dataDir: string },
  pinUse: Settings['pinUse'],
): Promise<string> {
  const calls = callsOf(book);
  await calls.settings.change({ pinUse });
  await calls.staff.change({ staff: sari.id, name: sari.name, role: sari.role });
  for (const { name, role } of [budi, ani]) await calls.staff.add({ name, role });
  for (const { id, pin } of [budi, ani]) await calls.staff.setPin({ staff: id, pin });
  const { recoveryCode } = await calls.staff.setPin({ staff: sari.id, pin: sari.pin });
  return recoveryCode ?? '';
}

export const whoOn = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Siapa yang berjualan?' });
export const lockOn = (page: Page): Locator => page.getByRole('dialog', { name: /^Terkunci/ });
export const approvalOn = (page: Page): Locator =>
  page.getByRole('dialog', { name: /perlu izin$/ });
/** The button of the bar that says who sells. */
export const sellerOn = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /Siapa yang berjualan/ });

/** Presses the key of another person, and waits until there is somebody to choose. */
export async function askWho(page: Page): Promise<void> {
  await press(page, 'F12');
  await expect(whoOn(page).locator('[data-tiles] button').first()).toBeVisible();
}

/** Signs somebody in by keyboard alone. */
export async function signIn(
  page: Page,
  { key, pin, name }: Readonly<Record<'key' | 'pin' | 'name', string>>,
): Promise<void> {
  await askWho(page);
  await type(page, key + pin);
  await expect(sellerOn(page)).toHaveAccessibleName(new RegExp(name));
  await expect(whoOn(page)).toBeHidden();
}

/** Touches the figures of a PIN. */
export async function touchPin(page: Page, pin: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'Angka PIN' });
  for (const figure of pin) await pad.getByRole('button', { name: figure, exact: true }).click();
}
