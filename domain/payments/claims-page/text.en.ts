import type { claimsPageId } from './text.id.ts';

export const claimsPageEn: Record<keyof typeof claimsPageId, string> = {
  'error.claimChanged':
    'Somebody else has checked the payment of receipt {{number}} since this list was opened. Look at the list again.',
  'error.claimUnknown': 'Receipt {{number}} has no payment to be checked.',
  'error.reportOther':
    'This report no longer fits the payment of receipt {{number}}. Open the report again.',
  'error.reportUnknown':
    'This file is no report of QRIS payments: it has no columns of dates and amounts. Download the report of transactions from the QRIS provider as CSV or XLSX.',
};
