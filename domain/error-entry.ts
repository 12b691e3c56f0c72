import type { z } from 'zod';

/**
 * One expected failure: the key of its words (in every `text.*.ts`) and the facts the words need. A
 * name, of a person or a product, is always the fact `name`: it stays out of the log.
 */
export interface ErrorEntry {
  readonly textKey: string;
  readonly data: z.ZodObject;
}
