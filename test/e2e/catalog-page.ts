import type { Locator, Page } from '@playwright/test';
import { goTo, openRegister } from './lapak.ts';

export async function openCatalog(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Barang');
  await page.getByRole('heading', { name: 'Barang', exact: true }).waitFor();
}

export const sheetOf = (page: Page): Locator => page.getByRole('dialog');

export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row', { name: new RegExp(name) });
