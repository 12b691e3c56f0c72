import { z } from 'zod';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { lineOfText } from '../../line-of-text.ts';
import { BusinessDate } from '../../time.ts';
import { PlanDetails } from '../details.ts';
import { ageBands } from '../ageing.ts';
import { ChargeKind } from '../kinds.ts';
import { Period } from '../period.ts';
import {
  AgeingSums,
  ChargeState,
  cursor,
  FEE_PAGE_MAX,
  NamedStall,
  newAct,
  ofMall,
  ofPeriod,
  text,
} from './shapes.ts';

/** Most malls, plans or accounts of one list. */
export const FEE_LIST_MAX = 500;

const Plan = PlanDetails.omit({ kind: true });

/** Sums of the charges of a month. Rupiah */
const MonthSums = z.strictObject({
  /** Stalls that were charged. */
  stalls: z.int(),
  charged: z.int(),
  settled: z.int(),
  open: z.int(),
  overdue: z.int(),
});
export type MonthSums = z.output<typeof MonthSums>;

const FeeMall = z.strictObject({
  mall: OrganisationCode,
  name: z.string(),
  /** The month that is now. */
  period: Period,
  /** Stalls that have a contract in it. */
  contracted: z.int(),
  month: MonthSums,
  /** Of all months. */
  owed: z.int(),
  advance: z.int(),
  deposit: z.int(),
  isClosed: z.boolean(),
  /** Day of the month on which the hub charges by itself; null where a person does. */
  chargeDay: z.int().nullable(),
});
export type FeeMall = z.output<typeof FeeMall>;

/** A run of charges: what it did, or would do. Rupiah; lists have their first 200. */
const ChargeRun = z.strictObject({
  mall: OrganisationCode,
  period: Period,
  /** Whether it was done. */
  isApplied: z.boolean(),
  plan: Plan,
  /** Stalls that are charged now. */
  charged: z.int(),
  /** Stalls of a contract that have all their charges of the month. */
  there: z.int(),
  /** Stalls without a contract in the month. */
  withoutContract: z.int(),
  /** Of now, by kind. */
  sums: z.record(ChargeKind, z.int()),
  total: z.int(),
  /** Advances that pay for them at once. */
  advancesUsed: z.int(),
  /** Stalls that got their unique code, and those for which none was left. */
  codesGiven: z.int(),
  withoutCode: z.int(),
  /** Charged by the tariff of their contract, where the plan says another. */
  tariffDiffers: z
    .array(z.strictObject({ ...NamedStall.shape, tariff: z.int(), plan: z.int() }))
    .max(FEE_PAGE_MAX),
  tariffDiffersCount: z.int(),
  /** Metered, and not read yet: their electricity is charged by a later run. */
  withoutReading: z.array(NamedStall).max(FEE_PAGE_MAX),
  withoutReadingCount: z.int(),
});
export type ChargeRun = z.output<typeof ChargeRun>;

const PeriodCharge = z.strictObject({
  id: z.uuid(),
  kind: ChargeKind,
  amount: z.int(),
  settled: z.int(),
  due: BusinessDate,
  basis: z.string(),
  isDisputed: z.boolean(),
});

/** A stall in a month. */
const StallMonth = z.strictObject({
  ...NamedStall.shape,
  state: ChargeState,
  amount: z.int(),
  settled: z.int(),
  open: z.int(),
  /** The first date on which something of it is due. */
  due: BusinessDate,
  charges: z.array(PeriodCharge),
});
export type StallMonth = z.output<typeof StallMonth>;

const AgeingStall = z.strictObject({
  ...NamedStall.shape,
  total: z.int(),
  bands: AgeingSums,
  /** The oldest date on which something open was due. */
  oldestDue: BusinessDate,
  advance: z.int(),
});
export type AgeingStall = z.output<typeof AgeingStall>;

const FeeAccount = z.strictObject({
  account: OrganisationCode,
  holds: z.enum(['bank', 'qris', 'cash']),
  label: z.string(),
  /** What its static QRIS says; empty for none. */
  qris: z.string(),
  /** Profile of its files; empty to try all. */
  profile: z.string(),
  isClosed: z.boolean(),
  /** What the books say is in it. Rupiah */
  balance: z.int(),
});
export type FeeAccount = z.output<typeof FeeAccount>;

/** What a manager does with a mall: its plan, its month, its accounts. */
export const mallCalls = {
  /** Each mall with its month. */
  malls: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls',
      tags: ['fees'],
      summary: 'Each mall with what is charged and open this month',
    })
    .output(z.strictObject({ today: BusinessDate, malls: z.array(FeeMall).max(FEE_LIST_MAX) })),

  /** The plans of a mall, the newest first, and what counts where it has none. */
  plans: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/plans',
      tags: ['fees'],
      summary: 'The fee plans of a mall by their first month, the newest first',
    })
    .input(z.strictObject(ofMall))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        plans: z.array(Plan).max(FEE_LIST_MAX),
        /** What a stall is charged before the first plan. */
        usual: Plan,
        /** The first month of which nothing was charged yet: a new plan begins there or later. */
        nextFrom: Period,
      }),
    ),

  /** Sets what a mall charges from a month on. */
  setPlan: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/malls/{mall}/plans',
      tags: ['fees'],
      summary: 'Sets what a mall charges from a month on',
    })
    .input(z.strictObject({ ...newAct, ...ofMall, plan: Plan }))
    .errors(pickHubErrors('MALL_UNKNOWN', 'PLAN_LATE'))
    .output(Plan),

  /** Sets the day of the month on which the hub charges by itself, once a month. */
  setChargeDay: hubCall('administrator')
    .route({
      method: 'PUT',
      path: '/fees/malls/{mall}/charge-day',
      tags: ['fees'],
      summary: 'Sets the day of the month on which the hub charges a mall by itself',
    })
    .input(z.strictObject({ ...ofMall, day: z.int().min(1).max(28).nullable() }))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(z.strictObject({ chargeDay: z.int().nullable() })),

  /** Charges the stalls of a mall for a month, or tells what that would do; again: what is new. */
  chargeMonth: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/malls/{mall}/months/{period}/charges',
      tags: ['fees'],
      summary: 'Charges the stalls of a mall for a month, or tells what that would do',
    })
    .input(z.strictObject({ ...ofPeriod, mode: z.enum(['dry-run', 'apply']) }))
    .errors(pickHubErrors('MALL_UNKNOWN', 'MONTH_CLOSED', 'FEE_DATE_AHEAD'))
    .output(ChargeRun),

  /** The stalls that were charged for a month, by their code. */
  month: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/months/{period}',
      tags: ['fees'],
      summary: 'What the stalls of a mall were charged for a month, and what is open of it',
    })
    .input(
      z.strictObject({ ...ofPeriod, text, state: ChargeState.nullable().default(null), cursor }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        isClosed: z.boolean(),
        /** Of all stalls, whatever the page shows; of the first page only. */
        sums: MonthSums.extend({ states: z.record(ChargeState, z.int()) }).nullable(),
        stalls: z.array(StallMonth).max(FEE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** What stalls owe by how long it is overdue; those that owe most first. */
  ageing: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/ageing',
      tags: ['fees'],
      summary: 'What the stalls of a mall owe, by how long it is overdue',
    })
    .input(
      z.strictObject({
        ...ofMall,
        /** As it stood at the end of this date; null for today. */
        on: BusinessDate.nullable().default(null),
        /** Only stalls that owe something this old. */
        band: z.enum(ageBands).nullable().default(null),
        text,
        cursor,
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        on: BusinessDate,
        /** Of all stalls; of the first page only. */
        sums: z.strictObject({ stalls: z.int(), total: z.int(), bands: AgeingSums }).nullable(),
        stalls: z.array(AgeingStall).max(FEE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Gives each stall of a mall that has none its unique code: it keeps it for ever. */
  giveCodes: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/malls/{mall}/codes',
      tags: ['fees'],
      summary: 'Gives each stall of a mall that has none its unique code',
    })
    .input(z.strictObject(ofMall))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(z.strictObject({ given: z.int(), withoutCode: z.int() })),

  accounts: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/accounts',
      tags: ['fees'],
      summary: 'Where the money of a mall is',
    })
    .input(z.strictObject(ofMall))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(z.strictObject({ accounts: z.array(FeeAccount).max(FEE_LIST_MAX) })),

  setAccount: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/malls/{mall}/accounts',
      tags: ['fees'],
      summary: 'Adds or changes an account of a mall',
    })
    .input(
      z.strictObject({
        ...newAct,
        ...ofMall,
        account: OrganisationCode,
        holds: z.enum(['bank', 'qris', 'cash']),
        label: lineOfText(0, 60),
        qris: z.string().max(512).default(''),
        profile: lineOfText(0, 60).default(''),
        isClosed: z.boolean().default(false),
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN', 'FEE_ACCOUNT_OTHER', 'DRAWER_NOT_EMPTY'))
    .output(FeeAccount),
};
