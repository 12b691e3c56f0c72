import { z } from 'zod';
import { Pseudonym } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { ChargeKind, CreditKind, PaymentKind } from '../kinds.ts';
import { Period } from '../period.ts';
import { AgeingSums, cursor, FEE_PAGE_MAX, NamedStall, ofMall, ofStall, text } from './shapes.ts';
import { STALL_ROWS_MAX, StallCharge } from './stall-calls.ts';

/** Most lines of one statement. */
export const STATEMENT_LINES_MAX = 2_000;

/** What a stall is to pay for a month, as it stands now. */
const StallBill = z.strictObject({
  period: Period,
  /** What it writes with a transfer for the month: `TC-A12-2611`. */
  remark: z.string(),
  /** What it was charged for the month, paid or not, by kind. */
  charges: z.array(StallCharge).max(STALL_ROWS_MAX),
  /** What is open from months before, the oldest due first. */
  arrears: z.array(StallCharge).max(STALL_ROWS_MAX),
});
export type StallBill = z.output<typeof StallBill>;

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

/** What kuitansi come to. Those that were taken back are in no total. */
const KuitansiSums = z.strictObject({
  kuitansi: z.int(),
  /** Rupiah */
  total: z.int(),
  /** How many of them were taken back. */
  reversed: z.int(),
});
export type KuitansiSums = z.output<typeof KuitansiSums>;

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
  /** When it was first given out: from then on it is a copy. Null until then. */
  givenOn: BusinessDate.nullable(),
  /** Place of its record in the journal of the hub. */
  position: z.int(),
  /** What its QR says, see kuitansi-code.ts; null for one that was taken back. */
  code: z.string().nullable(),
});
export type Kuitansi = z.output<typeof Kuitansi>;

/** What papers of stalls say: bills, statements, kuitansi. */
export const paperCalls = {
  /** The charges of one month, and what is open from before. */
  bill: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/stalls/{stall}/bills/{period}',
      tags: ['fees'],
      summary: 'What a stall was charged for a month, and what is open from before',
    })
    .input(z.strictObject({ ...ofStall, period: Period }))
    .errors(pickHubErrors('STALL_UNKNOWN'))
    .output(StallBill),

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
        /** A part of its number, or of the code, number or name of its stall; empty for all. */
        text,
        /** Of one month of payment; null for all. */
        period: Period.nullable().default(null),
        cursor,
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        /** Of all that match; of the first page only. */
        sums: KuitansiSums.nullable(),
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

  /** It is saved, printed or sent. Only the first time counts. */
  giveKuitansi: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/kuitansi/{id}/giving',
      tags: ['fees'],
      summary: 'A kuitansi is given out: from then on its paper is a copy',
    })
    .input(z.strictObject({ id: z.uuid() }))
    .errors(pickHubErrors('KUITANSI_UNKNOWN'))
    .output(
      z.strictObject({
        /** When it first was. */
        givenOn: BusinessDate,
        /** Whether that was this very call: its paper is the original. */
        isFirst: z.boolean(),
      }),
    ),
};
