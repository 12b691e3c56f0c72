import type { DownKind } from './item.ts';

/** What a till keeps of one kind of item, whatever its hub says: a stall's disk is its own. */
export interface KeptBound {
  /** Most items: beyond them the oldest go, of those first that are over. */
  readonly itemsMax: number;
  /** Most bytes of one as JSON in UTF-8; a longer one is not kept. */
  readonly bytesMax: number;
}

/** Of all together some 60 MB. `other`: of every kind that a newer program knows. */
export const keptBounds: Readonly<Record<DownKind | 'other', KeptBound>> = {
  announcement: { itemsMax: 200, bytesMax: 16 * 1024 },
  'product-template': { itemsMax: 40, bytesMax: 1024 * 1024 },
  'key-list': { itemsMax: 10, bytesMax: 512 * 1024 },
  'body-request': { itemsMax: 1_000, bytesMax: 4 * 1024 },
  'fee-record': { itemsMax: 10_000, bytesMax: 160 * 1024 },
  merchant: { itemsMax: 2, bytesMax: 1024 },
  // Its payments are rows, whose number is bounded: what cannot be read as such is an item.
  settled: { itemsMax: 10, bytesMax: 256 * 1024 },
  other: { itemsMax: 100, bytesMax: 64 * 1024 },
};

/** Most records of a business date whose details leave because an auditor asks for them. */
export const BODIES_A_DAY_MAX = 500;

/** Under which bound an item stands. */
export function boundedAs(kind: string): DownKind | 'other' {
  return kinds.find((known) => known === kind) ?? 'other';
}

const kinds = Object.keys(keptBounds) as (keyof typeof keptBounds)[]; // its own keys
