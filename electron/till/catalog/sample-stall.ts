import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../node/log.ts';
import { read } from '../database/write.ts';
import { countRecords } from '../journal/record-store.ts';

import { importCatalog, type ImportParts } from './import-catalog.ts';
import { countProducts } from './product-store.ts';

/** A journal of one record has only been started. */
const RECORDS_OF_A_NEW_TILL = 1;

/** Puts the sample stall into a new till: one with no product that never sold anything. */
export async function loadSampleStall(
  till: ImportParts & { readonly log: Log },
  resourcesDir: string,
): Promise<void> {
  const isNew = read(till, (tx) => {
    return countProducts(tx) === 0 && countRecords(tx) <= RECORDS_OF_A_NEW_TILL;
  });
  if (!isNew) return;
  const content = readFileSync(join(resourcesDir, 'sample-stall.csv'), 'utf8');
  for await (const event of importCatalog(till, { content, mode: 'apply' })) {
    if (event.type === 'done') till.log.info(`sample stall: ${event.report.added} products`);
  }
}
