import { expect, type Locator, type Page } from '@playwright/test';
import { rupiah } from '../../domain/money.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import type { Calls } from '../support/calls.ts';
import { anUnusedId } from '../support/test-till.ts';
import { press } from './keyboard.ts';
import { barcode, goTo, type Lapak, openRegister } from './lapak.ts';

/** Two kopi and a batik shirt, paid before the page was opened. */
export async function sell(calls: Calls, tenders?: Tender[]): Promise<Receipt> {
  const lines = [await lineOf(calls, barcode.kopi, 2), await lineOf(calls, barcode.batik, 1)];
  const total = lines.reduce(
    (sum, line) => sum + line.priceRupiah * (line.quantityMilli / 1000),
    0,
  );
  const id = anUnusedId();
  await calls.sales.openCart({ wanted: null, fresh: id });
  return calls.sales.ringUp({
    id,
    lines,
    tenders: tenders ?? [{ kind: 'cash', amountRupiah: rupiah(total) }],
    expectedTotalRupiah: rupiah(total),
  });
}

async function lineOf(calls: Calls, code: string, pieces: number) {
  const { product, unit } = await calls.catalog.findBarcode({ barcode: code });
  const priceRupiah = product.units.find((one) => one.unit === unit)?.priceRupiah ?? rupiah(0);
  return { code: product.code, unit, quantityMilli: pcs(pieces), priceRupiah };
}

/** A receipt that is open beside the list. */
export const receiptOn = (page: Page, { number }: Pick<Receipt, 'number'>) =>
  page.getByRole('complementary', { name: `Struk ${number}` });
/** The sheet of a refund. */
export const refundOn = (page: Page) =>
  page.getByRole('dialog', { name: /^Pengembalian dari struk/ });

/** Opens the newest receipt on the screen of sales. */
export async function openNewest(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Penjualan');
  await page.getByRole('listbox', { name: 'Daftar penjualan' }).waitFor();
  await page.getByRole('option').first().waitFor();
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await page.getByRole('complementary', { name: /^Struk/ }).waitFor();
}

/** Sells, and opens the sheet of its refund. @returns how many of its coffee come back, focused */
export async function openRefund(page: Page, lapak: Lapak): Promise<Locator> {
  await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F9');
  const coffee = refundOn(page).getByLabel('Kopi Gayo 200 g yang kembali');
  await expect(coffee).toBeFocused();
  return coffee;
}
