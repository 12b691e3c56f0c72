import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Beginning, beginnings, type Done } from '../../../domain/catalog/contract.ts';
import type { Log } from '../../../node/log.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { countRecords } from '../journal/record-store.ts';
import { settingReader, writeSetting } from '../settings/setting-store.ts';
import { importCatalog, type ImportParts } from './import-catalog.ts';
import { countProducts } from './product-store.ts';

/** A journal of one record has only been started. */
const RECORDS_OF_A_NEW_TILL = 1;

const KEY = 'beginning';
const Kept = z.object({ stall: z.enum(beginnings).nullable() });

/** With what the stall began; null before anybody has said so. */
const readBeginning = settingReader(KEY, (kept) => {
  return Kept.safeParse(kept).data ?? { stall: null };
});

/** What filling a stall uses of the till. */
type SampleParts = ImportParts & { readonly log: Log };

/** Where the sample stall is, and whether a person is asked before a new stall has it. */
export interface SampleStall {
  readonly resourcesDir: string;
  readonly isAsked: boolean;
}

/** Whether the till is new: it has no product, never sold, and never began with anything. */
export function isUnbegun(tx: Tx): boolean {
  const isEmpty = countProducts(tx) === 0 && countRecords(tx) <= RECORDS_OF_A_NEW_TILL;
  return isEmpty && readBeginning(tx).stall === null;
}

/**
 * Begins a new stall, with the sample stall or with nothing, and remembers it: samples that were
 * deleted never come back. A stall that has begun is left alone.
 */
export async function beginStall(
  till: SampleParts,
  { resourcesDir }: Pick<SampleStall, 'resourcesDir'>,
  stall: Beginning,
): Promise<Done> {
  if (!read(till, isUnbegun)) return {};
  if (stall === 'sample') await importSamples(till, resourcesDir);
  write(till, (tx) => writeSetting(tx, KEY, { stall }));
  return {};
}

async function importSamples(till: SampleParts, resourcesDir: string): Promise<void> {
  const content = readFileSync(join(resourcesDir, 'sample-stall.csv'), 'utf8');
  for await (const event of importCatalog(till, { content, mode: 'apply', isSample: true })) {
    if (event.type === 'done') till.log.info(`sample stall: ${event.report.added} products`);
  }
}
