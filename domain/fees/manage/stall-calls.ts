import { z } from 'zod';
import { Pseudonym } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { EFFECTS_MAX, FeeBody } from '../body.ts';
import { ChargeKind, CreditKind } from '../kinds.ts';
import { Period } from '../period.ts';
import { AgeingSums, ChargeState, cursor, FEE_PAGE_MAX, NamedStall, ofStall } from './shapes.ts';

/** Most charges, credits or contracts that one look at a stall has: the newest. */
export const STALL_ROWS_MAX = 200;

/** What a stall was charged, and what of it is settled. Rupiah */
export const StallCharge = z.strictObject({
  id: z.uuid(),
  period: Period,
  kind: ChargeKind,
  amount: z.int(),
  settled: z.int(),
  on: BusinessDate,
  due: BusinessDate,
  /** How it came; empty for a sum. */
  basis: z.string(),
  state: ChargeState,
});
export type StallCharge = z.output<typeof StallCharge>;

/** So much of a credit for a charge, as it stands now. Rupiah */
const GoesTo = z.strictObject({
  charge: z.uuid(),
  period: Period,
  kind: ChargeKind,
  amount: z.int(),
});
export type GoesTo = z.output<typeof GoesTo>;

const StallCredit = z.strictObject({
  id: z.uuid(),
  kind: CreditKind,
  amount: z.int(),
  used: z.int(),
  on: BusinessDate,
  /** Code of the account; empty where no money came. */
  account: z.string(),
  /** `KW/TC/2026/000017` of a payment; empty for others. */
  kuitansi: z.string(),
  isReversed: z.boolean(),
  /** What it settles, the oldest due first, as far as one act goes; of one reversed nothing. */
  goesTo: z.array(GoesTo).max(EFFECTS_MAX),
});
export type StallCredit = z.output<typeof StallCredit>;

const StallContract = z.strictObject({
  from: BusinessDate,
  /** Last day; null while it has no end. */
  to: BusinessDate.nullable(),
  member: z.string(),
  memberName: z.string(),
  unit: z.string(),
  /** Rupiah a month. */
  tariff: z.int(),
});

/** What of its arrears a stall pays by when, and whether it does. */
const Instalments = z.strictObject({
  /** Id of the act that agreed it. */
  id: z.uuid(),
  from: BusinessDate,
  parts: z.array(z.strictObject({ due: BusinessDate, amount: z.int() })),
  /** What it paid since. Rupiah */
  paid: z.int(),
  /** False once a part was due and not paid: penalties run again. */
  isKept: z.boolean(),
});

/** Money of a deposit, + taken, − given back or used; or what was given back of an advance. */
const MoneyOut = z.strictObject({
  id: z.uuid(),
  /** Rupiah */
  amount: z.int(),
  on: BusinessDate,
  account: z.string(),
  isReversed: z.boolean(),
});

const StallView = z.strictObject({
  ...NamedStall.shape,
  mall: OrganisationCode,
  mallName: z.string(),
  /** Rupiah, whenever it is due. */
  owed: z.int(),
  overdue: z.int(),
  ageing: AgeingSums,
  advance: z.int(),
  deposit: z.int(),
  /** Three digits of its own; null before it has them. */
  code: z.int().nullable(),
  /** What it writes with a transfer this month: `TC-A12-2611`. */
  remark: z.string(),
  /** The newest first. */
  contracts: z.array(StallContract).max(STALL_ROWS_MAX),
  /** What is open, the oldest due first. */
  open: z.array(StallCharge).max(STALL_ROWS_MAX),
  /** What is paid, the newest first. */
  paid: z.array(StallCharge).max(STALL_ROWS_MAX),
  /** The newest first. */
  credits: z.array(StallCredit).max(STALL_ROWS_MAX),
  deposits: z.array(MoneyOut).max(STALL_ROWS_MAX),
  refunds: z.array(MoneyOut).max(STALL_ROWS_MAX),
  instalments: Instalments.nullable(),
});
export type StallView = z.output<typeof StallView>;

/** An act of a stall, as the signed journal has it. */
const FeeHistoryEntry = z.strictObject({
  /** Its place in the journal of the hub. */
  position: z.int(),
  /** UTC ms */
  atMs: z.int(),
  by: Pseudonym,
  body: FeeBody.omit({ salt: true }),
});
export type FeeHistoryEntry = z.output<typeof FeeHistoryEntry>;

/** What a manager sees of one stall. */
export const stallCalls = {
  stall: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/stalls/{stall}',
      tags: ['fees'],
      summary: 'What a stall owes and paid, its deposit, its contract and its unique code',
    })
    .input(z.strictObject(ofStall))
    .errors(pickHubErrors('STALL_UNKNOWN'))
    .output(StallView),

  /** What was done with a stall, the newest first. */
  acts: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/stalls/{stall}/acts',
      tags: ['fees'],
      summary: 'The acts of fees of a stall, the newest first',
    })
    .input(z.strictObject({ ...ofStall, cursor }))
    .errors(pickHubErrors('STALL_UNKNOWN'))
    .output(
      z.strictObject({
        acts: z.array(FeeHistoryEntry).max(FEE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),
};
