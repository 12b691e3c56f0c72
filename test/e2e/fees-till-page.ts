import { expect, type Locator, type Page } from '@playwright/test';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { addDays, businessDate, zones } from '../../domain/time.ts';
import { mallActs } from '../support/mall-acts.ts';
import { MALL_QRIS } from '../support/papers.ts';
import { goTo, type Lapak, openRegister } from './lapak.ts';
import { reportTo, type StallHub } from './stall-hub.ts';

/** Business date, as the till and its hub have it. */
export const today = businessDate(Date.now(), zones.WIB, 3);
/** The month that is charged, and when it is due. */
export const month = periodOf(today);
export const due = addDays(today, 12);

/** Parts of the page of fees. */
export const owedOn = (page: Page): Locator => page.getByRole('region', { name: 'Harus dibayar' });
export const sheetOn = (page: Page): Locator => page.getByRole('dialog', { name: 'Iuran' });
/** Opens a part of the page of fees. */
export const tab = (page: Page, name: string): Promise<void> =>
  page.getByText(name, { exact: true }).click();

/** A mall with a bank account and a QRIS, that has charged this month, due in twelve days. */
export async function charged(hub: StallHub): Promise<ReturnType<typeof mallActs>> {
  const mall = mallActs(hub.parts);
  await mall.account('bca', 'bank', 'BCA 1234567890 a.n. Pengelola Thamrin City');
  await mall.account('qris', 'qris', 'QRIS Thamrin City', MALL_QRIS);
  await mall.plan(addMonths(month, -2), 300_000, today);
  await mall.code(17);
  await mall.charge(month, 'TC-A12', due);
  return mall;
}

/** Opens the page of a till that has heard what its mall charged. */
export async function openCharged(page: Page, lapak: Lapak, hub: StallHub) {
  const mall = await charged(hub);
  await reportTo(hub, lapak);
  await openRegister(page, lapak.url);
  await goTo(page, 'Iuran');
  await expect(owedOn(page)).toContainText('Rp1.000.000');
  return mall;
}
