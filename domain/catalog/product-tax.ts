import { type TaxKind, taxKinds, type TaxTerms } from '../sales/tax.ts';
import type { ShelfProduct } from './product.ts';

/** How a product may be taxed: as its stall is, or by a tax of its own. */
export const taxChoices = ['stall', ...taxKinds] as const;

/** What is said of the tax of a product; of `stall` and `none` nothing is added. */
export interface TaxChoice {
  readonly kind: TaxKind | 'stall';
  readonly isAdded: boolean;
}

/** What a cell may call each of them; the first is what we call it. */
const wordsOf = {
  stall: ['lapak', 'seperti lapak', 'stall', 'as the stall'],
  none: ['tidak', 'tidak kena', 'tanpa pajak', 'bebas', 'none'],
  ppn: ['ppn', 'vat'],
  'ppn-luxury': ['ppn mewah', 'ppn barang mewah', 'ppn luxury'],
  pbjt: ['pbjt', 'pb1', 'pb 1'], // PB1 was its name before UU 1/2022
} as const satisfies Record<TaxChoice['kind'], readonly string[]>;

/**
 * Reads a tax as people write it: `ppn` is in the price, `ppn+` is added to it; `lapak` is that of
 * the stall. @returns undefined for what is none
 */
export function readTax(cell: string): TaxChoice | undefined {
  const folded = cell.toLowerCase().replace(/[\s_-]+/g, ' ');
  const name = folded.replace(/ ?\+$/, '').trim();
  const isAdded = folded.endsWith('+');
  const kind = taxChoices.find((known) => wordsOf[known].some((word) => word === name));
  return kind === undefined || (isAdded && !canBeAdded(kind)) ? undefined : { kind, isAdded };
}

/** The tax as its cell has it: what readTax() reads back. Undefined is that of the stall. */
export function writeTax({ kind, isAdded }: TaxChoice = { kind: 'stall', isAdded: false }): string {
  return `${wordsOf[kind][0]}${isAdded && canBeAdded(kind) ? '+' : ''}`;
}

/** Whether there is anything to add to a price. */
export function canBeAdded(kind: TaxChoice['kind']): boolean {
  return kind !== 'stall' && kind !== 'none';
}

/** The tax that a product has after a row that says this of it; undefined is that of the stall. */
export function taxAfter(
  { tax }: { readonly tax: TaxChoice | null },
  known: Pick<ShelfProduct, 'tax'> | undefined,
): TaxTerms | undefined {
  if (tax === null) return known?.tax;
  const { kind, isAdded } = tax;
  return kind === 'stall' ? undefined : { kind, isAdded };
}
