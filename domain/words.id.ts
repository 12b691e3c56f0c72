import { catalogId } from './catalog/text.id.ts';
import { cliId } from './cli/text.id.ts';
import { historyId } from './history/text.id.ts';
import { inventoryId } from './inventory/text.id.ts';
import { journalId } from './journal/text.id.ts';
import { paymentsId } from './payments/text.id.ts';
import { printingId } from './printing/text.id.ts';
import { salesId } from './sales/text.id.ts';
import { settingsId } from './settings/text.id.ts';
import { shiftsId } from './shifts/text.id.ts';
import { staffId } from './staff/text.id.ts';
import { systemId } from './system/text.id.ts';
import { tablesId } from './tables/text.id.ts';

/** Every word of Lapak in Indonesian, by key. */
export const wordsId = {
  ...catalogId,
  ...cliId,
  ...historyId,
  ...inventoryId,
  ...journalId,
  ...paymentsId,
  ...printingId,
  ...salesId,
  ...settingsId,
  ...shiftsId,
  ...staffId,
  ...systemId,
  ...tablesId,
} as const;
export type TextKey = keyof typeof wordsId;
