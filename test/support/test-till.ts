import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewUnit, addProduct } from '../../electron/till/catalog/product-store.ts';
import { write } from '../../electron/till/database/write.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import type { Till } from '../../electron/till/till.ts';

/** 23 November 2026, 10:00 in Jakarta. */
const TEN_O_CLOCK_MS = Date.UTC(2026, 10, 23, 3, 0);

/** A till on a folder of its own, with a clock that stands until it is set. */
export interface TestTill {
  readonly till: Till;
  readonly dataDir: string;
  readonly clock: { now: number };
  /** Closes the till and opens it again on the same folder. */
  reopen(): Promise<Till>;
  close(): Promise<void>;
}

/** Opens an empty till in a new folder. */
export async function openTestTill(): Promise<TestTill> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-till-'));
  const clock = { now: TEN_O_CLOCK_MS };
  const open = () => openTill({ dataDir, clock: () => clock.now });
  let till = await open();
  return {
    till,
    dataDir,
    clock,
    reopen: async () => {
      if (till.db.open) await closeTill(till);
      till = await open();
      return till;
    },
    close: async () => {
      if (till.db.open) await closeTill(till);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Puts a product on the shelf. @returns product.id */
export function stockProduct(
  till: Till,
  product: { code: string; name: string; category?: string; units: NewUnit[] },
): number {
  return write(till, (tx) =>
    addProduct(tx, { category: '', ...product, createdAtMs: till.clock() }),
  );
}

/** A unit without barcodes: `aUnit('pcs', 1, 45_000)`. */
export function aUnit(unit: string, factor: number, priceRupiah: number, barcodes: string[] = []) {
  return { unit, factorMilli: factor * 1000, priceRupiah, barcodes };
}
