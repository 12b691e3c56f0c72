/**
 * The types of record that sell, or give back: they have numbers, lines and tenders, and count. A
 * `refund` answers a sale in whole or in parts; a `void` takes one back whole in its own shift,
 * because it was rung up by mistake.
 */
export const saleTypes = ['sale', 'refund', 'void'] as const;
export type SaleType = (typeof saleTypes)[number];

/** Whether goods and money go back by a record of this type: a refund or a void. */
export function isBackType(type: string): type is 'refund' | 'void' {
  return type === 'refund' || type === 'void';
}
