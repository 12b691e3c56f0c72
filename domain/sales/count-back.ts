import { formatQuantity, type Milli, milli } from '../quantity.ts';
import { readQuantity } from './typed-quantity.ts';

/** A line of a sale, what of it can come back still, and what is typed of that. */
export interface LineBack {
  /** Of its product; empty of a quick item. */
  readonly code: string;
  readonly unit: string;
  readonly leftMilli: Milli;
  /** Empty for nothing. */
  readonly text: string;
}

/** What was scanned, also of a product that is no longer sold. */
export interface ScannedBack {
  readonly code: string;
  readonly unit: string;
}

/** Why a scan counts onto no line of a sale. */
export type NotCounted = 'notHere' | 'otherUnit' | 'allBack';

/** A quantity as it is typed: no point between the thousands. */
export function asTyped(quantityMilli: Milli): string {
  return quantityMilli === 0 ? '' : formatQuantity(quantityMilli).replaceAll('.', '');
}

/** One more of a line that comes back, or one less: never above what is left, nor below nothing. */
export function stepBack({ leftMilli, text }: Omit<LineBack, 'code' | 'unit'>, by: 1 | -1): string {
  const next = Math.max(0, (readQuantity(text) ?? 0) + by * ONE);
  return asTyped(milli(Math.min(leftMilli, next)));
}

/**
 * The line that a scan counts one more of: the first with its product and unit of which anything is
 * left. A piece is never counted as the dozen that was sold.
 */
export function lineOfScan(
  lines: readonly LineBack[],
  { code, unit }: ScannedBack,
): { readonly at: number } | { readonly why: NotCounted } {
  const ofProduct = lines.filter((line) => line.code === code);
  const ofUnit = ofProduct.filter((line) => line.unit === unit);
  const line = ofUnit.find(({ leftMilli, text }) => (readQuantity(text) ?? 0) < leftMilli);
  if (line) return { at: lines.indexOf(line) };
  if (ofProduct.length === 0) return { why: 'notHere' };
  return { why: ofUnit.length === 0 ? 'otherUnit' : 'allBack' };
}

const ONE = 1_000;
