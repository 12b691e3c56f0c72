import { issuerCalls } from './manage/issuer-calls.ts';
import { mallCalls } from './manage/mall-calls.ts';
import { meterCalls } from './manage/meter-calls.ts';
import { moneyCalls } from './manage/money-calls.ts';
import { paperCalls } from './manage/paper-calls.ts';
import { stallCalls } from './manage/stall-calls.ts';

/** What a manager does with charges, payments, deposits and meters, and what the console shows. */
export const feesContract = {
  ...mallCalls,
  ...issuerCalls,
  ...stallCalls,
  ...paperCalls,
  ...moneyCalls,
  ...meterCalls,
};
