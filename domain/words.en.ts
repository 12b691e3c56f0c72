import { auditEn } from './audit/text.en.ts';
import { catalogEn } from './catalog/text.en.ts';
import { catalogPageEn } from './catalog/page/text.en.ts';
import { cliEn } from './cli/text.en.ts';
import { consoleBankEn } from './console/bank/text.en.ts';
import { consoleTeachEn } from './console/bank/teach/text.en.ts';
import { consoleDatesEn } from './console/dates/text.en.ts';
import { consoleDevicesEn } from './console/devices/text.en.ts';
import { consoleFailuresEn } from './console/failures/text.en.ts';
import { noticesEn } from './console/notices/text.en.ts';
import { consoleEn } from './console/text.en.ts';
import { downPageEn } from './down/page/text.en.ts';
import { downEn } from './down/text.en.ts';
import { enrolmentEn } from './enrolment/text.en.ts';
import { consoleFeesIssuerEn } from './console/fees/issuer/text.en.ts';
import { consoleFeesMattersEn } from './console/fees/matters/text.en.ts';
import { consoleFeesStallEn } from './console/fees/stall/text.en.ts';
import { consoleFeesEn } from './console/fees/text.en.ts';
import { kuitansiPageEn } from './fees/check-page/text.en.ts';
import { receiptPageEn } from './journal/check-page/text.en.ts';
import { checkPageEn } from './tlog/check-page/text.en.ts';
import { feesEn } from './fees/text.en.ts';
import { feeMattersEn } from './fees/matters/text.en.ts';
import { bankRowsEn } from './fees/bank/rows/text.en.ts';
import { bankEn } from './fees/bank/text.en.ts';
import { papersEn } from './fees/papers/text.en.ts';
import { feesPageEn } from './fees/till-page/text.en.ts';
import { historyEn } from './history/text.en.ts';
import { hubEn } from './hub-program/text.en.ts';
import { inventoryEn } from './inventory/text.en.ts';
import { journalEn } from './journal/text.en.ts';
import { trailEn } from './journal/trail-text.en.ts';
import { organisationEn } from './organisation/text.en.ts';
import { paymentsEn } from './payments/text.en.ts';
import { printingEn } from './printing/text.en.ts';
import { salesEn } from './sales/text.en.ts';
import { settingsEn } from './settings/text.en.ts';
import { claimsPageEn } from './payments/claims-page/text.en.ts';
import { paymentsPageEn } from './payments/page/text.en.ts';
import { printingPageEn } from './printing/page/text.en.ts';
import { salesPageEn } from './sales/page/text.en.ts';
import { settingsPageEn } from './settings/page/text.en.ts';
import { shiftsPageEn } from './shifts/page/text.en.ts';
import { shiftsEn } from './shifts/text.en.ts';
import { staffEn } from './staff/text.en.ts';
import { staffPageEn } from './staff/page/text.en.ts';
import { syncPageEn } from './sync/page/text.en.ts';
import { syncEn } from './sync/text.en.ts';
import { systemEn } from './system/text.en.ts';
import { tablesEn } from './tables/text.en.ts';
import type { TextKey } from './words.id.ts';

/** Every word of Lapak in English, by key. */
export const wordsEn: Record<TextKey, string> = {
  ...auditEn,
  ...bankRowsEn,
  ...bankEn,
  ...catalogEn,
  ...catalogPageEn,
  ...cliEn,
  ...consoleEn,
  ...noticesEn,
  ...consoleBankEn,
  ...consoleTeachEn,
  ...consoleDatesEn,
  ...consoleDevicesEn,
  ...consoleFeesEn,
  ...consoleFeesStallEn,
  ...consoleFeesMattersEn,
  ...consoleFeesIssuerEn,
  ...consoleFailuresEn,
  ...downEn,
  ...downPageEn,
  ...enrolmentEn,
  ...feesEn,
  ...feeMattersEn,
  ...feesPageEn,
  ...historyEn,
  ...hubEn,
  ...checkPageEn,
  ...kuitansiPageEn,
  ...receiptPageEn,
  ...papersEn,
  ...inventoryEn,
  ...journalEn,
  ...trailEn,
  ...organisationEn,
  ...paymentsEn,
  ...printingEn,
  ...salesEn,
  ...settingsEn,
  ...shiftsEn,
  ...claimsPageEn,
  ...paymentsPageEn,
  ...printingPageEn,
  ...salesPageEn,
  ...settingsPageEn,
  ...shiftsPageEn,
  ...staffEn,
  ...syncEn,
  ...staffPageEn,
  ...syncPageEn,
  ...systemEn,
  ...tablesEn,
};
