import { z } from 'zod';
import { lineOfText } from '../../line-of-text.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { PhotoBytes } from '../matters/values.ts';
import { Period } from '../period.ts';
import {
  cursor,
  FEE_PAGE_MAX,
  NamedStall,
  newAct,
  newActWhy,
  ofMall,
  ofPeriod,
  ofStall,
  text,
  wrongAct,
} from './shapes.ts';

/** Thousandths of a kWh: a counter of seven figures. */
const Metered = z.int().min(0).max(9_999_999_999);

/** Months of one list of bills. */
export const METER_MONTHS_MAX = 60;

/** What a meter showed. Thousandths of a kWh. */
const Reading = z.strictObject({
  /** Id of the act that took it. */
  id: z.uuid(),
  period: Period,
  meter: z.string(),
  from: z.int(),
  to: z.int(),
  used: z.int(),
  isEstimate: z.boolean(),
  /** SHA-256 of the photo; empty for none. */
  photo: z.string(),
});
export type Reading = z.output<typeof Reading>;

/** A stall in the round of readings of a month. */
const ReadStall = z.strictObject({
  ...NamedStall.shape,
  /** Of this month; null while it is not read. */
  reading: Reading.nullable(),
  /** The newest of a month before. */
  last: Reading.nullable(),
  /** What it takes in a usual month; null before there are any. */
  usual: z.int().nullable(),
});
export type ReadStall = z.output<typeof ReadStall>;

/** The mall's own electricity of a month against the meters of its stalls. */
const MeterMonth = z.strictObject({
  period: Period,
  /** Of the mall's own bill; null while it is not there. kWh in thousandths; rupiah. */
  used: z.int().nullable(),
  amount: z.int().nullable(),
  /** Of the stalls that were read, and how many that are. */
  stallsUsed: z.int(),
  stallsRead: z.int(),
  estimated: z.int(),
  /** Electricity that stalls were charged. Rupiah */
  charged: z.int(),
  /** What the mall was billed and no stall took; null without its bill. */
  loss: z.int().nullable(),
  /** Of the mall's bill. Basis points */
  lossBp: z.int().nullable(),
});
export type MeterMonth = z.output<typeof MeterMonth>;

/** What a manager does with meters. */
export const meterCalls = {
  /** The stalls that have a contract in a month, by code, with what their meters showed. */
  readings: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/months/{period}/readings',
      tags: ['fees'],
      summary: 'What the meters of the stalls of a mall showed at the end of a month',
    })
    .input(z.strictObject({ ...ofPeriod, text, cursor }))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        /** Of the whole mall; of the first page only. */
        sums: z.strictObject({ stalls: z.int(), read: z.int(), used: z.int() }).nullable(),
        stalls: z.array(ReadStall).max(FEE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  takeReading: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/readings',
      tags: ['fees'],
      summary: 'Takes the reading of a meter',
    })
    .input(
      z.strictObject({
        ...newAct,
        ...ofStall,
        period: Period,
        meter: lineOfText(0, 40).default(''),
        /** Null: where the last one ended, or nothing. */
        from: Metered.nullable().default(null),
        to: Metered,
        /** Where the counter began anew: the highest that it had shown; null where it did not. */
        rollover: Metered.min(1).nullable().default(null),
        isEstimate: z.boolean().default(false),
        /** Of the meter; null for none. */
        photo: PhotoBytes.nullable().default(null),
        /** Whether what is unusual about it was seen to be right. */
        isConfirmed: z.boolean().default(false),
      }),
    )
    .errors(
      pickHubErrors(
        ...wrongAct,
        'READING_THERE',
        'READING_BACKWARDS',
        'READING_LARGE',
        'READING_APART',
        'READING_OUT_OF_ORDER',
        'PHOTO_WRONG',
      ),
    )
    .output(Reading),

  /** As if it had not been taken: another can be. */
  takeBackReading: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/readings/{period}/reversal',
      tags: ['fees'],
      summary: 'Takes a reading back',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall, period: Period }))
    .errors(pickHubErrors(...wrongAct, 'READING_NONE', 'READING_CHARGED'))
    .output(Reading),

  /** The mall's own bills against the meters of its stalls, the newest month first. */
  meterBills: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/meter-bills',
      tags: ['fees'],
      summary: 'What electricity a mall was billed, what its stalls took, and what is lost',
    })
    .input(z.strictObject(ofMall))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(z.strictObject({ months: z.array(MeterMonth).max(METER_MONTHS_MAX) })),

  setMeterBill: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/malls/{mall}/meter-bills',
      tags: ['fees'],
      summary: 'Notes what electricity a mall was billed for a month',
    })
    .input(z.strictObject({ ...newAct, ...ofPeriod, used: Metered, amount: Metered }))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(MeterMonth),
};
