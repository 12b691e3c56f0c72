import { theOwner } from '../../domain/actor.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { checkDigit } from '../../domain/catalog/barcode.ts';
import type { PrinterSettings } from '../../domain/printing/printer.ts';
import type { SaleTotals } from '../../domain/sales/contract.ts';
import { importCatalog } from '../../electron/till/catalog/import-catalog.ts';
import { write } from '../../electron/till/database/write.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { readTotals } from '../../electron/till/sales/procedures.ts';
import { writeSetting } from '../../electron/till/settings/setting-store.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { openShell } from '../support/open-shell.ts';
import { painted } from './keyboard.ts';
import { giveStaff } from './people.ts';
import { openTestShift } from '../support/test-till.ts';

/** Barcodes of the stall that these tests sell in. */
export const barcode = {
  kopi: ean('899100000001'),
  batik: ean('899100000002'),
  sambal: ean('899100000003'),
};

const catalog = `kode;nama;kategori;satuan;isi;harga;barcode;stok
KOPI-01;Kopi Gayo 200 g;Kopi;pcs;1;45.000;${barcode.kopi};50
BTK-01;Batik Tulis Lasem;Batik;pcs;1;350.000;${barcode.batik};8
SBL-01;Sambal Roa Manado;Sambal;pcs;1;27.500;${barcode.sambal};30
SBL-01;Sambal Roa Manado;Sambal;lusin;12;300.000;;
KRP-01;Keripik Tempe Malang;Keripik;pcs;1;18.000;;40
`;

/** A till of its own for each test, in a browser shell of its own that this process serves. */
export interface Lapak {
  readonly url: string;
  readonly dataDir: string;
  /** The calls of a page that is not on the screen, by the owner while nobody has a PIN. */
  readonly calls: Calls;
  /** Of the owner; empty where nobody has a PIN. */
  readonly recoveryCode: string;
  /** Closes the shell and adds up what is in the book. */
  totals(): Promise<SaleTotals>;
}

interface Options {
  /** What the till prints to from the start. */
  readonly printer: PrinterSettings;
  /** Four products with known barcodes, the sample stall of a first start, or a person is asked. */
  readonly stall: 'small' | 'sample' | 'asked';
  /** Whether a shift is open from the start, so that a sale needs nothing more. */
  readonly hasShift: boolean;
  /** `unset`: nobody has a PIN; else the people of people.ts, and when a PIN is asked for. */
  readonly pinUse: 'unset' | Settings['pinUse'];
}

export const test = base.extend<Options & { lapak: Lapak }>({
  printer: [{ address: 'virtual', columns: 32 }, { option: true }],
  stall: ['small', { option: true }],
  hasShift: [true, { option: true }],
  pinUse: ['unset', { option: true }],
  page: async ({ page }, use) => {
    await waitWhileFresh(page);
    await use(page);
  },
  lapak: async ({ printer, stall, hasShift, pinUse }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-e2e-'));
    if (stall === 'small') await fillStall(dataDir, printer, { hasShift });
    const shell = await openShell(dataDir, { asksForSamples: stall === 'asked' });
    if (hasShift && shell.till) openTestShift(shell.till);
    const book = shell.till && { till: shell.till, dataDir };
    const recoveryCode = book && pinUse !== 'unset' ? await giveStaff(book, pinUse) : '';
    let isOpen = true;
    const close = async (): Promise<void> => {
      if (isOpen) await shell.close();
      isOpen = false;
    };
    await use({
      url: shell.url,
      get calls() {
        if (!shell.till) throw new Error('the till did not open');
        return callsOf({ till: shell.till, dataDir });
      },
      dataDir,
      recoveryCode,
      totals: async () => {
        await close();
        const till = await openTill({ dataDir, clock: Date.now });
        const totals = readTotals(till);
        await closeTill(till);
        return totals;
      },
    });
    await close();
    rmSync(dataDir, { recursive: true });
  },
});

/** What is new on the screen takes no touch yet: from now on each act waits until it does. */
async function waitWhileFresh(page: Page): Promise<void> {
  const fresh = page.locator('[data-fresh]').filter({ visible: true }); // of no hidden screen
  await page.addLocatorHandler(fresh.first(), async () => {});
}

/** Makes a till with four products in this folder, and an open shift. */
export async function fillStall(
  dataDir: string,
  printer: PrinterSettings,
  { hasShift = true, clock = Date.now } = {},
): Promise<void> {
  const till = await openTill({ dataDir, clock });
  for await (const event of importCatalog(till, theOwner, { content: catalog, mode: 'apply' })) {
    if (event.type === 'done' && event.report.rejected.length > 0) {
      throw new Error(JSON.stringify(event.report.rejected));
    }
  }
  write(till, (tx) => writeSetting(tx, 'printer', printer));
  if (hasShift) openTestShift(till);
  await closeTill(till);
}

function ean(digits: string): string {
  return `${digits}${checkDigit(digits)}`;
}

/** Opens the till in a page, and waits until it can sell. */
export async function openRegister(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('searchbox', { name: 'Cari barang' }).waitFor();
  await painted(page); // what is drawn hears keys once it is painted
}

/** Opens the till in another tab, which has what this one keeps, as a duplicated tab has. */
export async function openOtherTab(page: Page): Promise<Page> {
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => void open('/')),
  ]);
  await waitWhileFresh(other);
  await other.getByRole('searchbox', { name: 'Cari barang' }).waitFor();
  return other;
}

/** Goes to a screen by the menu. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: screen, exact: true }).click();
}
