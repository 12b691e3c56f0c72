import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Actor } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import { type Beginning, beginnings, type Done } from '../../../domain/catalog/contract.ts';
import { type CatalogProduct, groupByProduct } from '../../../domain/catalog/group-rows.ts';
import { countOf } from '../../../domain/journal/trail.ts';
import { openTable } from '../../../node/tables/read-table.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { writeAct } from '../journal/write-journal.ts';
import { findRecordByNumber } from '../sales/sale-store.ts';
import { settingReader, writeSetting } from '../settings/setting-store.ts';
import { noClaims } from '../../../domain/catalog/file-claims.ts';
import type { ImportParts } from './import-catalog.ts';
import { lookAtCatalog } from './look-at-catalog.ts';
import { planProduct } from '../../../domain/catalog/plan-product.ts';
import { countProducts } from './product-store.ts';
import { readCatalog } from '../../../domain/catalog/read-catalog.ts';
import { saveProduct } from './save-product.ts';

const KEY = 'beginning';
const Kept = z.object({ stall: z.enum(beginnings).nullable() });

/** With what the stall began; null before anybody has said so. */
const readBeginning = settingReader(KEY, (kept) => {
  return Kept.safeParse(kept).data ?? { stall: null };
});

/** Where the sample stall is, and whether a person is asked before a new stall has it. */
export interface SampleStall {
  readonly resourcesDir: string;
  readonly isAsked: boolean;
}

/** Whether the till is new: it has no product, never sold, and never began with anything. */
export function isUnbegun(tx: Tx): boolean {
  const hasSold = findRecordByNumber(tx, 'last') !== undefined;
  const isEmpty = countProducts(tx) === 0 && !hasSold;
  return isEmpty && readBeginning(tx).stall === null;
}

/**
 * Begins a new stall, with the sample stall or with nothing, and remembers it: samples that were
 * deleted never come back. A stall that has begun is left alone. All of it is one transaction, so
 * that a till that is killed meanwhile is still new. @throws LapakError CLOCK_WRONG
 */
export async function beginStall(
  till: ImportParts,
  actor: Actor,
  { resourcesDir }: Pick<SampleStall, 'resourcesDir'>,
  stall: Beginning,
): Promise<Done> {
  if (!read(till, isUnbegun)) return {};
  const file = join(resourcesDir, 'sample-stall.csv');
  const rows = stall === 'sample' ? await readSamples(readFileSync(file, 'utf8')) : [];
  const added = writeAct(till, actor, (tx, tell) => {
    if (!isUnbegun(tx)) return 0; // another window was quicker
    writeSetting(tx, KEY, { stall });
    const products = addSamples(tx, rows, till.clock());
    tell({ act: 'stall-begin', changes: [countOf('products', products)] });
    return products;
  });
  till.checkpointer.wrote();
  till.news.catalog.catalogChanged();
  till.log.info(`a new stall: ${added} sample products`);
  return {};
}

/** The products of a sample stall's file. */
export async function readSamples(content: string): Promise<CatalogProduct[]> {
  const read = await readCatalog(openTable(content), null, () => false);
  assert('file' in read, 'the numbers of the sample stall have one meaning');
  return groupByProduct(read.file.rows);
}

/** Adds samples. @returns how many */
export function addSamples(tx: Tx, samples: readonly CatalogProduct[], atMs: UtcMs): number {
  const claims = noClaims();
  for (const sample of samples) {
    saveProduct(tx, planProduct(lookAtCatalog(tx), sample, claims), { atMs, isSample: true });
  }
  return samples.length;
}
