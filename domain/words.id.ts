import { auditId } from './audit/text.id.ts';
import { catalogPageId } from './catalog/page/text.id.ts';
import { cliId } from './cli/text.id.ts';
import { consoleBankId } from './console/bank/text.id.ts';
import { consoleTeachId } from './console/bank/teach/text.id.ts';
import { consoleDatesId } from './console/dates/text.id.ts';
import { consoleDevicesId } from './console/devices/text.id.ts';
import { consoleFailuresId } from './console/failures/text.id.ts';
import { noticesId } from './console/notices/text.id.ts';
import { consoleId } from './console/text.id.ts';
import { consoleFeesIssuerId } from './console/fees/issuer/text.id.ts';
import { consoleFeesMattersId } from './console/fees/matters/text.id.ts';
import { consoleFeesStallId } from './console/fees/stall/text.id.ts';
import { consoleFeesId } from './console/fees/text.id.ts';
import { kuitansiPageId } from './fees/check-page/text.id.ts';
import { receiptPageId } from './journal/check-page/text.id.ts';
import { checkPageId } from './tlog/check-page/text.id.ts';
import { papersId } from './fees/papers/text.id.ts';
import { downPageId } from './down/page/text.id.ts';
import { downId } from './down/text.id.ts';
import { feesId } from './fees/text.id.ts';
import { feeMattersId } from './fees/matters/text.id.ts';
import { bankRowsId } from './fees/bank/rows/text.id.ts';
import { bankId } from './fees/bank/text.id.ts';
import { feesPageId } from './fees/till-page/text.id.ts';
import { historyId } from './history/text.id.ts';
import { hubId } from './hub-program/text.id.ts';
import { trailId } from './journal/trail-text.id.ts';
import { organisationId } from './organisation/text.id.ts';
import { claimsPageId } from './payments/claims-page/text.id.ts';
import { paymentsPageId } from './payments/page/text.id.ts';
import { printingPageId } from './printing/page/text.id.ts';
import { salesPageId } from './sales/page/text.id.ts';
import { settingsPageId } from './settings/page/text.id.ts';
import { shiftsPageId } from './shifts/page/text.id.ts';
import { staffPageId } from './staff/page/text.id.ts';
import { syncPageId } from './sync/page/text.id.ts';
import { tillWordsId } from './till-words.id.ts';

/** Every word of Lapak in Indonesian, by key. */
export const wordsId = {
  ...tillWordsId,
  ...auditId,
  ...bankRowsId,
  ...bankId,
  ...catalogPageId,
  ...cliId,
  ...consoleId,
  ...noticesId,
  ...consoleBankId,
  ...consoleTeachId,
  ...consoleDatesId,
  ...consoleDevicesId,
  ...consoleFeesId,
  ...consoleFeesStallId,
  ...consoleFeesMattersId,
  ...consoleFeesIssuerId,
  ...consoleFailuresId,
  ...downId,
  ...downPageId,
  ...feesId,
  ...feeMattersId,
  ...feesPageId,
  ...historyId,
  ...hubId,
  ...checkPageId,
  ...kuitansiPageId,
  ...receiptPageId,
  ...papersId,
  ...organisationId,
  ...claimsPageId,
  ...paymentsPageId,
  ...printingPageId,
  ...salesPageId,
  ...settingsPageId,
  ...shiftsPageId,
  ...staffPageId,
  ...syncPageId,
  ...trailId,
} as const;
export type TextKey = keyof typeof wordsId;
