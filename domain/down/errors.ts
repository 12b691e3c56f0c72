import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const downErrors = {
  /** At the hub: no announcement, template or request has this id. */
  DOWN_ITEM_UNKNOWN: {
    textKey: 'error.downItemUnknown',
    data: z.strictObject({ id: z.string() }),
  },
  REGION_UNKNOWN: {
    textKey: 'error.regionUnknown',
    data: z.strictObject({ region: z.string() }),
  },
  MALL_UNKNOWN: { textKey: 'error.mallUnknown', data: z.strictObject({ mall: z.string() }) },
  /** At the hub: its last date has passed, so that no till would show it. */
  ANNOUNCEMENT_OVER: { textKey: 'error.announcementOver', data: z.strictObject({}) },
  /** At the hub: the details of this record are there already. */
  BODY_THERE: { textKey: 'error.bodyThere', data: z.strictObject({ mark: z.string() }) },
  TEMPLATE_TOO_LONG: {
    textKey: 'error.templateTooLong',
    data: z.strictObject({ maxCharacters: z.int() }),
  },
  /** At the hub: not one row of it could come into a catalog. */
  TEMPLATE_NO_ROWS: { textKey: 'error.templateNoRows', data: z.strictObject({}) },
  /** At the hub: its numbers can be read in two ways, which every till would ask its owner. */
  TEMPLATE_DOUBTFUL: {
    textKey: 'error.templateDoubtful',
    data: z.strictObject({ column: z.string(), example: z.string() }),
  },
  /** At the till: the mall has withdrawn it. */
  TEMPLATE_GONE: { textKey: 'error.templateGone', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
