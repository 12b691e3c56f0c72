import { z } from 'zod';
import { importNotes, importReasons } from './import-reason.ts';

/** The fields of a product that a person fills in. */
export const draftFields = [
  'code',
  'name',
  'category',
  'unit',
  'factor',
  'price',
  'barcode',
  'floor',
  'tax',
] as const;

/** A field that keeps a product from being kept; its words are `import.reason.<reason>`. */
export const DraftFault = z.strictObject({
  /** Place of the unit that it is in; 0 for what is of the product as a whole. */
  unit: z.int(),
  field: z.enum(draftFields),
  reason: z.enum(importReasons),
  /** What stands there. */
  value: z.string(),
  /** The product that already has it, how many letters it may have, the other price; else empty. */
  other: z.string(),
});
export type DraftFault = z.output<typeof DraftFault>;

/** What a person should know of a product that was kept; its words are `import.note.<note>`. */
export const DraftNote = z.strictObject({
  note: z.enum(importNotes),
  value: z.string(),
  other: z.string(),
});
export type DraftNote = z.output<typeof DraftNote>;
