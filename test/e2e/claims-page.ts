import { expect, type Page } from '@playwright/test';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Calls } from '../support/calls.ts';
import { anUnusedId } from '../support/test-till.ts';
import { goTo, openRegister } from './lapak.ts';

/** Sells a kopi for Rp45.000, paid by QRIS that is only claimed. @returns its receipt number */
export async function sellClaimed(
  { sales }: Pick<Calls, 'sales'>,
  reference = '',
): Promise<string> {
  const total = rupiah(45_000);
  const named = reference === '' ? {} : { reference };
  const { number } = await sales.ringUp({
    id: anUnusedId(),
    lines: [{ code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1), priceRupiah: total }],
    tenders: [{ kind: 'qris', amountRupiah: total, state: 'claimed', ...named }],
    expectedTotalRupiah: total,
  });
  return number;
}

export const listOn = (page: Page) =>
  page.getByRole('listbox', { name: 'Pembayaran yang perlu dicek' });
export const rowsOn = (page: Page) => listOn(page).getByRole('option');
export const lampOn = (page: Page) => page.getByRole('button', { name: /belum dicek: pembayaran/ });
export const sheetOn = (page: Page) => page.getByRole('dialog', { name: 'Cek pembayaran' });

/** On the list of claims. */
export async function openClaims(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Cek pembayaran');
  await expect(page.getByRole('heading', { name: 'Cek pembayaran', level: 1 })).toBeVisible();
}
