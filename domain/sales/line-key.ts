import { QUICK_CODE } from '../catalog/quick.ts';

/** What tells one line from another. */
interface KeyedLine {
  readonly code: string;
  readonly unit: string;
  readonly name?: string | undefined;
  readonly agreedRupiah?: number | undefined;
}

/**
 * What tells one line from another: a product, unit and price come once in a cart; so do a quick
 * item's name and price.
 */
export function lineKey({ code, unit, name, agreedRupiah }: KeyedLine): string {
  if (code === QUICK_CODE) return JSON.stringify([code, name, agreedRupiah]);
  return JSON.stringify(agreedRupiah === undefined ? [code, unit] : [code, unit, agreedRupiah]);
}
