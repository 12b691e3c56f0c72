import type { z } from 'zod';
import { catalogErrors } from './catalog/errors.ts';
import { cliErrors } from './cli/errors.ts';
import { downErrors } from './down/errors.ts';
import { enrolmentErrors } from './enrolment/errors.ts';
import { feesErrors } from './fees/errors.ts';
import { mattersErrors } from './fees/matters/errors.ts';
import { bankRowErrors } from './fees/bank/manage-errors.ts';
import { bankErrors } from './fees/bank/errors.ts';
import { feesTillErrors } from './fees/till-errors.ts';
import { hubErrors } from './hub-program/errors.ts';
import { inventoryErrors } from './inventory/errors.ts';
import { journalErrors } from './journal/errors.ts';
import { organisationErrors } from './organisation/errors.ts';
import { paymentsErrors } from './payments/errors.ts';
import { printingErrors } from './printing/errors.ts';
import { salesErrors } from './sales/errors.ts';
import { shiftsErrors } from './shifts/errors.ts';
import { staffErrors } from './staff/errors.ts';
import { syncErrors } from './sync/errors.ts';
import { systemErrors } from './system/errors.ts';
import { tablesErrors } from './tables/errors.ts';

/** Every failure that a person can meet, once. Only the edge turns a code into words. */
export const lapakErrors = {
  ...bankRowErrors,
  ...bankErrors,
  ...catalogErrors,
  ...cliErrors,
  ...downErrors,
  ...enrolmentErrors,
  ...feesErrors,
  ...mattersErrors,
  ...feesTillErrors,
  ...hubErrors,
  ...inventoryErrors,
  ...journalErrors,
  ...organisationErrors,
  ...paymentsErrors,
  ...printingErrors,
  ...salesErrors,
  ...shiftsErrors,
  ...staffErrors,
  ...syncErrors,
  ...systemErrors,
  ...tablesErrors,
} as const;

export type LapakErrorCode = keyof typeof lapakErrors;
export type LapakErrorData<C extends LapakErrorCode> = z.infer<(typeof lapakErrors)[C]['data']>;

/** An expected failure with its typed facts. Its message is for the log, in English. */
export class LapakError<C extends LapakErrorCode = LapakErrorCode> extends Error {
  override readonly name = 'LapakError';
  readonly code: C;
  readonly data: LapakErrorData<C>;

  constructor(code: C, data: LapakErrorData<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.code = code;
    this.data = data;
  }
}

/** The oRPC error map of a call that can fail with these codes. */
export function pickErrors<C extends LapakErrorCode>(
  ...codes: C[]
): { [K in C]: { data: (typeof lapakErrors)[K]['data'] } } {
  const entries = codes.map((code) => [code, { data: lapakErrors[code].data }]);
  return Object.fromEntries(entries); // the keys are exactly `codes`
}
