import type { z } from 'zod';

/**
 * One expected failure: the key of its words (in every `text.*.ts`) and the facts the words need.
 */
export interface ErrorEntry {
  readonly textKey: string;
  readonly data: z.ZodObject;
}
