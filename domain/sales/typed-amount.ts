import { RUPIAH_MAX } from '../money.ts';

/**
 * The amount that a text may stand for, without its sign: `45000`, `45.000`, `Rp45.000`.
 * @returns undefined for anything else
 */
export function typedAmount(text: string): number | undefined {
  const digits = /^[-−]?(?:rp)?\s*(\d+|\d{1,3}(?:\.\d{3})+)$/i.exec(text.trim())?.[1];
  const amount = Number(digits?.replaceAll('.', ''));
  return amount <= RUPIAH_MAX ? amount : undefined; // NaN is not
}
