import { catalogId } from './catalog/text.id.ts';
import { enrolmentId } from './enrolment/text.id.ts';
import { inventoryId } from './inventory/text.id.ts';
import { journalId } from './journal/text.id.ts';
import { paymentsId } from './payments/text.id.ts';
import { printingId } from './printing/text.id.ts';
import { salesId } from './sales/text.id.ts';
import { settingsId } from './settings/text.id.ts';
import { shiftsId } from './shifts/text.id.ts';
import { staffId } from './staff/text.id.ts';
import { syncId } from './sync/text.id.ts';
import { systemId } from './system/text.id.ts';
import { tablesId } from './tables/text.id.ts';

/**
 * The words that the till's screen begins with, in Indonesian. What one of its pages says alone is
 * loaded with that page, and what only other programs say stands in words.id.ts.
 */
export const tillWordsId = {
  ...catalogId,
  ...enrolmentId,
  ...inventoryId,
  ...journalId,
  ...paymentsId,
  ...printingId,
  ...salesId,
  ...settingsId,
  ...shiftsId,
  ...staffId,
  ...syncId,
  ...systemId,
  ...tablesId,
} as const;
