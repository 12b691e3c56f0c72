import { catalogEn } from './catalog/text.en.ts';
import { cliEn } from './cli/text.en.ts';
import { historyEn } from './history/text.en.ts';
import { inventoryEn } from './inventory/text.en.ts';
import { journalEn } from './journal/text.en.ts';
import { paymentsEn } from './payments/text.en.ts';
import { printingEn } from './printing/text.en.ts';
import { salesEn } from './sales/text.en.ts';
import { settingsEn } from './settings/text.en.ts';
import { shiftsEn } from './shifts/text.en.ts';
import { staffEn } from './staff/text.en.ts';
import { systemEn } from './system/text.en.ts';
import { tablesEn } from './tables/text.en.ts';
import type { TextKey } from './words.id.ts';

/** Every word of Lapak in English, by key. */
export const wordsEn: Record<TextKey, string> = {
  ...catalogEn,
  ...cliEn,
  ...historyEn,
  ...inventoryEn,
  ...journalEn,
  ...paymentsEn,
  ...printingEn,
  ...salesEn,
  ...settingsEn,
  ...shiftsEn,
  ...staffEn,
  ...systemEn,
  ...tablesEn,
};
