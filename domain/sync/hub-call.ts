import { oc } from '@orpc/contract';
import { type LapakErrorCode, pickErrors } from '../errors.ts';
import { mattersStatuses } from '../fees/matters/statuses.ts';

/** Who may make a call to the hub. */
export interface HubAccess {
  /**
   * `device`: a till, by its signature (RFC 9421); `administrator`: a person, by the session of the
   * console; `anybody`: what a code or the call itself proves.
   */
  readonly by: 'device' | 'administrator' | 'anybody';
}

/** The HTTP status of each failure that the hub answers with. Source: RFC 9110 §15. */
export const hubStatuses = {
  ...mattersStatuses,
  INPUT_INVALID: 400,
  INPUT_TOO_LONG: 400,
  REQUEST_UNSIGNED: 401,
  SIGN_IN_NEEDED: 401,
  LINK_WRONG: 403,
  DEVICE_WAITING: 403,
  DEVICE_REVOKED: 403,
  ENROLMENT_CODE_WRONG: 403,
  ENROLMENT_UNPROVEN: 403,
  STALL_UNKNOWN: 404,
  DEVICE_UNKNOWN: 404,
  RECORD_UNKNOWN: 404,
  REGION_UNKNOWN: 404,
  MALL_UNKNOWN: 404,
  DOWN_ITEM_UNKNOWN: 404,
  BODY_THERE: 409,
  ORGANISATION_CHANGED: 409,
  DEVICE_ELSEWHERE: 409,
  BATCH_TOO_LARGE: 413,
  TEMPLATE_TOO_LONG: 413,
  ANNOUNCEMENT_OVER: 422,
  CSV_BROKEN: 422,
  CSV_EMPTY: 422,
  CSV_COLUMN_MISSING: 422,
  CSV_COLUMN_TWICE: 422,
  TEMPLATE_NO_ROWS: 422,
  TEMPLATE_DOUBTFUL: 422,
  NUMBER_STYLE_DOUBTFUL: 422,
  ORGANISATION_KIND_UNKNOWN: 422,
  ORGANISATION_HEADER_BELOW: 422,
  CHARGE_UNKNOWN: 404,
  CREDIT_UNKNOWN: 404,
  BOOKED_UNKNOWN: 404,
  INSTALMENTS_NONE: 404,
  FEE_ACCOUNT_UNKNOWN: 404,
  READING_NONE: 404,
  KUITANSI_UNKNOWN: 404,
  MONTH_CLOSED: 409,
  CHARGE_EXCEEDED: 409,
  CHARGE_THERE: 409,
  CREDIT_EXCEEDED: 409,
  CREDIT_REFUNDED: 409,
  ALLOCATION_EXCEEDED: 409,
  ALLOCATION_BOUND: 409,
  ADVANCE_EXCEEDED: 409,
  OWED_CHANGED: 409,
  DEPOSIT_EXCEEDED: 409,
  REVERSED_ALREADY: 409,
  INSTALMENTS_EXCEED: 409,
  INSTALMENTS_THERE: 409,
  PLAN_LATE: 409,
  FEE_ACCOUNT_OTHER: 409,
  READING_THERE: 409,
  ACT_ID_REUSED: 409,
  READING_CHARGED: 409,
  STATEMENT_TOO_LONG: 413,
  FEE_DATE_AHEAD: 422,
  FEE_ACCOUNT_NEEDED: 422,
  CHARGE_AHEAD: 422,
  READING_BACKWARDS: 422,
  READING_LARGE: 422,
  READING_APART: 422,
  READING_OUT_OF_ORDER: 409,
  FILE_TOO_LARGE: 413,
  TABLE_TOO_LONG: 413,
  WORKBOOK_UNFOLDS: 413,
  WORKBOOK_BROKEN: 422,
  WORKBOOK_LOCKED: 422,
  STATEMENT_UNKNOWN: 422,
  STATEMENT_FORMAT_KNOWN: 422,
  STATEMENT_PDF: 422,
  STATEMENT_UNFIT: 422,
  STATEMENT_BROKEN: 422,
  STATEMENT_YEAR_UNKNOWN: 422,
  STATEMENT_CURRENCY: 422,
  STATEMENT_ACCOUNTS: 422,
  STATEMENT_NUMBERS_DOUBTFUL: 422,
  BANK_ROW_UNKNOWN: 404,
  BANK_USE_UNKNOWN: 404,
  BANK_PROFILE_UNKNOWN: 404,
  BANK_FILE_CHANGED: 409,
  BANK_ROW_USED: 409,
  BANK_PROFILE_USED: 409,
  RECONCILIATION_CHANGED: 409,
  BANK_ACCOUNT_NEEDED: 422,
  BANK_QRIS_NEEDED: 422,
  BANK_ROW_WENT_OUT: 422,
  BANK_PARTS_WRONG: 422,
  BANK_EXPLANATION_UNFIT: 422,
  BANK_BOOKED_UNKNOWN: 422,
  BANK_REFUND_UNBOOKED: 422,
  BANK_PROFILE_WRONG: 422,
  TOO_MANY_REQUESTS: 429,
  UNSIGNED_TOO_MUCH: 429,
  FAULT: 500,
  HUB_BUSY: 503,
  HUB_FULL: 507,
} as const satisfies Partial<Record<LapakErrorCode, number>>;
export type HubErrorCode = keyof typeof hubStatuses;

/** The oRPC error map of a call to the hub that can fail with these codes. */
export function pickHubErrors<C extends HubErrorCode>(...codes: C[]) {
  const errors = pickErrors(...codes);
  const entries = codes.map((code) => [code, { ...errors[code], status: hubStatuses[code] }]);
  // The keys are exactly `codes`.
  return Object.fromEntries(entries) as {
    [K in C]: ReturnType<typeof pickErrors<C>>[K] & { status: (typeof hubStatuses)[K] };
  };
}

/** Starts a call to the hub: who may make it, and the failures that any call can meet. */
export function hubCall(by: HubAccess['by']) {
  return oc
    .$meta<HubAccess>({ by })
    .errors(
      pickHubErrors(
        'FAULT',
        'INPUT_INVALID',
        'INPUT_TOO_LONG',
        'HUB_BUSY',
        'HUB_FULL',
        'TOO_MANY_REQUESTS',
        ...(by === 'device' ? (['REQUEST_UNSIGNED'] as const) : []),
        ...(by === 'administrator' ? (['SIGN_IN_NEEDED', 'ACT_ID_REUSED'] as const) : []),
      ),
    );
}
