import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const organisationErrors = {
  /** The titles of a file do not tell what it holds; these would, one each. */
  ORGANISATION_KIND_UNKNOWN: {
    textKey: 'error.organisationKindUnknown',
    data: z.strictObject({ titles: z.string() }),
  },
  /** The column titles stand below another line, such as a heading over the whole table. */
  ORGANISATION_HEADER_BELOW: {
    textKey: 'error.organisationHeaderBelow',
    data: z.strictObject({ line: z.int(), titles: z.int() }),
  },
  /** What an import would change is not what the dry run of it foretold. */
  ORGANISATION_CHANGED: { textKey: 'error.organisationChanged', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
