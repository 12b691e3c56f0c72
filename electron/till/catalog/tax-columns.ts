import type { TaxKind, TaxTerms } from '../../../domain/sales/tax.ts';
import type { Flag } from './product-tables.ts';

/** A product's own tax as its row has it; both null where it is taxed as its stall. */
export interface TaxColumns {
  readonly taxKind: TaxKind | null;
  readonly taxIsAdded: Flag | null;
}

/** The tax that a row has; null for that of the stall. */
export function taxOfRow({ taxKind, taxIsAdded }: TaxColumns): TaxTerms | null {
  return taxKind === null ? null : { kind: taxKind, isAdded: taxIsAdded === 1 };
}

/** The columns of a tax; undefined is that of the stall. */
export function columnsOfTax(tax: TaxTerms | undefined): TaxColumns {
  if (!tax) return { taxKind: null, taxIsAdded: null };
  return { taxKind: tax.kind, taxIsAdded: tax.isAdded ? 1 : 0 };
}
