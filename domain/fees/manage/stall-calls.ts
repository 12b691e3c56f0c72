import { z } from 'zod';
import { Pseudonym } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { FeeBody } from '../body.ts';
import { ChargeKind, CreditKind, PaymentKind } from '../kinds.ts';
import { Period } from '../period.ts';
import {
  AgeingSums,
  ChargeState,
  cursor,
  FEE_PAGE_MAX,
  NamedStall,
  ofMall,
  ofStall,
  text,
} from './shapes.ts';

/** Most lines of one statement. */
export const STATEMENT_LINES_MAX = 2_000;
/** Most charges, credits or contracts that one look at a stall has: the newest. */
export const STALL_ROWS_MAX = 200;

const StallCharge = z.strictObject({
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
  deposits: z
    .array(
      z.strictObject({
        id: z.uuid(),
        /** + taken, − given back or used. */
        amount: z.int(),
        on: BusinessDate,
        account: z.string(),
        isReversed: z.boolean(),
      }),
    )
    .max(STALL_ROWS_MAX),
  refunds: z
    .array(
      z.strictObject({
        id: z.uuid(),
        amount: z.int(),
        on: BusinessDate,
        account: z.string(),
        isReversed: z.boolean(),
      }),
    )
    .max(STALL_ROWS_MAX),
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

const StatementLine = z.strictObject({
  on: BusinessDate,
  what: z.enum(['charge', 'credit', 'refund', 'reversal']),
  /** Of the charge or credit that it is of. */
  kind: z.union([ChargeKind, CreditKind]),
  /** Month of a charge; empty for others. */
  period: z.string(),
  kuitansi: z.string(),
  /** How it came, or why: of its act. */
  note: z.string(),
  /** More owed, or less. Rupiah */
  amount: z.int(),
  /** What is owed less what was paid ahead, after it. */
  balance: z.int(),
});
export type StatementLine = z.output<typeof StatementLine>;

const Statement = z.strictObject({
  ...NamedStall.shape,
  mall: OrganisationCode,
  mallName: z.string(),
  memberName: z.string(),
  from: BusinessDate,
  to: BusinessDate,
  /** closing = opening + charges − credits; below nothing where it paid ahead. Rupiah */
  opening: z.int(),
  /** Charges and refunds, less those that were reversed. */
  charges: z.int(),
  credits: z.int(),
  closing: z.int(),
  lines: z.array(StatementLine).max(STATEMENT_LINES_MAX),
  /** Of what is open at the end of the last day. */
  ageing: AgeingSums,
  /** What of the closing was paid ahead. */
  advance: z.int(),
});
export type Statement = z.output<typeof Statement>;

const KuitansiLine = z.strictObject({
  /** Id of the credit. */
  id: z.uuid(),
  /** `KW/TC/2026/000017` */
  kuitansi: z.string(),
  ...NamedStall.shape,
  on: BusinessDate,
  kind: PaymentKind,
  amount: z.int(),
  isReversed: z.boolean(),
});
export type KuitansiLine = z.output<typeof KuitansiLine>;

const Kuitansi = KuitansiLine.extend({
  mall: OrganisationCode,
  mallName: z.string(),
  memberName: z.string(),
  account: z.string(),
  accountLabel: z.string(),
  note: z.string(),
  by: Pseudonym,
  atMs: z.int(),
  /** What it paid for, as it stands now; of one that was taken back, until then. */
  paidFor: z
    .array(
      z.strictObject({
        period: Period,
        kind: ChargeKind,
        basis: z.string(),
        amount: z.int(),
      }),
    )
    .max(STALL_ROWS_MAX),
  /** What of it is advance, and what was given back. */
  advance: z.int(),
  refunded: z.int(),
  /** When it was taken back, and why; null where it holds. */
  reversed: z.strictObject({ on: BusinessDate, reason: z.string() }).nullable(),
  /** Place of its record in the journal of the hub. */
  position: z.int(),
  /** What its QR says, see kuitansi-code.ts; null for one that was taken back. */
  code: z.string().nullable(),
});
export type Kuitansi = z.output<typeof Kuitansi>;

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

  /** Opening + charges − credits = closing. Both dates are included. */
  statement: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/stalls/{stall}/statement',
      tags: ['fees'],
      summary: 'What a stall was charged and paid between two dates',
    })
    .input(z.strictObject({ ...ofStall, from: BusinessDate, to: BusinessDate }))
    .errors(pickHubErrors('STALL_UNKNOWN', 'STATEMENT_TOO_LONG'))
    .output(Statement),

  /** The kuitansi of a mall, the newest first. */
  kuitansi: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/kuitansi',
      tags: ['fees'],
      summary: 'The kuitansi of a mall, the newest first',
    })
    .input(
      z.strictObject({
        ...ofMall,
        text,
        /** Of one month of payment; null for all. */
        period: Period.nullable().default(null),
        cursor,
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        kuitansi: z.array(KuitansiLine).max(FEE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** All that its paper says. */
  oneKuitansi: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/kuitansi/{id}',
      tags: ['fees'],
      summary: 'One kuitansi, by the id of its payment',
    })
    .input(z.strictObject({ id: z.uuid() }))
    .errors(pickHubErrors('KUITANSI_UNKNOWN'))
    .output(Kuitansi),
};
