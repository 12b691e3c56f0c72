import { z } from 'zod';
import { ActId, RecordHash, RecordText } from '../journal/values.ts';
import { BusinessDate } from '../time.ts';
import { ChargeKind, ClosureReason, NoticeLevel } from './kinds.ts';
import { Period } from './period.ts';

/** Rupiah, more than nothing. */
const Amount = z.int().min(1).max(1_000_000_000_000);
const AmountOrNone = z.int().min(0).max(1_000_000_000_000);
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/);

/** How electricity is charged: so much a month, or by the meter. */
const Electricity = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('fixed'), amount: AmountOrNone }),
  /** `rateMilli`: thousandths of a rupiah for one kWh. */
  z.strictObject({ basis: z.literal('metered'), rateMilli: z.int().min(0).max(1_000_000_000) }),
]);

/** For each month begun after the grace, of the principal only; never more than the cap of it. */
const Penalty = z.strictObject({
  rateBp: z.int().min(1).max(10_000),
  graceDays: z.int().min(0).max(365),
  capBp: z.int().min(1).max(10_000),
});

/** What a mall charges from a month on, until the next plan. */
export const PlanDetails = z.strictObject({
  kind: z.literal('plan'),
  from: Period,
  electricity: Electricity,
  /** Rupiah a month. */
  cleaning: AmountOrNone,
  /** Day of the month on which it is due. */
  dueDay: z.int().min(1).max(28),
  /** Whether a month that a contract covers in part is charged by its days. */
  isProrated: z.boolean(),
  penalty: Penalty.optional(),
});
export type FeePlan = Omit<z.output<typeof PlanDetails>, 'kind'>;

/** The three digits that a stall adds to what it pays. */
const CodeDetails = z.strictObject({ kind: z.literal('code'), code: z.int().min(1).max(999) });

/** Where money of a mall is: a bank account, what a QRIS acquirer holds, the office's drawer. */
const AccountDetails = z.strictObject({
  kind: z.literal('account'),
  account: Code,
  holds: z.enum(['bank', 'qris', 'cash']),
  /** `BCA 1234567890`, as it stands on bills; empty for cash. */
  label: RecordText,
  /** What its static QRIS says, of one that takes QRIS. */
  qris: RecordText.optional(),
  /** Profile of its files; empty to try all. */
  profile: RecordText,
  isClosed: z.boolean(),
});

/** The meter of a stall at the end of a month. Thousandths of a kWh. */
const ReadingDetails = z.strictObject({
  kind: z.literal('reading'),
  period: Period,
  meter: RecordText,
  from: AmountOrNone,
  to: AmountOrNone,
  /** Between the two the counter began anew: it had shown this much. Absent where it did not. */
  rollover: Amount.optional(),
  /** Nobody could read it. */
  isEstimate: z.boolean(),
  photo: RecordHash.optional(),
});

/** The mall's own bill for electricity. Thousandths of a kWh; rupiah. */
const MeterBillDetails = z.strictObject({
  kind: z.literal('meter-bill'),
  period: Period,
  usedMilli: AmountOrNone,
  amount: AmountOrNone,
});

/** What of its arrears a stall pays by when: penalties rest while it does. */
const InstalmentsDetails = z.strictObject({
  kind: z.literal('instalments'),
  parts: z
    .array(z.strictObject({ due: BusinessDate, amount: Amount }))
    .min(1)
    .max(36),
});

/** Most charges that one letter is about. */
export const NOTICE_LINES_MAX = 200;

/** A charge in a letter: a letter says for ever what it said when it was written. */
export const NoticeLine = z.strictObject({
  charge: ActId,
  period: Period,
  kind: ChargeKind,
  due: BusinessDate,
  /** Rupiah that were open then. */
  open: Amount,
});

const NoticeDetails = z.strictObject({
  kind: z.literal('notice'),
  level: NoticeLevel,
  /** `SP1/TC/2026/0007` */
  number: RecordText,
  /** What was overdue when it was written: the sum of what it is about. */
  owed: Amount,
  /** The charges that it is about, with what was open of each when it was written. */
  about: z.array(NoticeLine).min(1).max(NOTICE_LINES_MAX),
  /** By when it is to be paid. */
  until: BusinessDate,
});

/** That a notice was handed over. */
const DeliveryDetails = z.strictObject({
  kind: z.literal('delivery'),
  of: ActId,
  how: z.enum(['hand', 'till', 'whatsapp', 'post']),
  photo: RecordHash.optional(),
});

const DisputeDetails = z.strictObject({
  kind: z.literal('dispute'),
  /** Id of the charge or reading. */
  about: ActId,
  photo: RecordHash.optional(),
});

const DisputeSettleDetails = z.strictObject({
  kind: z.literal('dispute-settle'),
  of: ActId,
  outcome: z.enum(['upheld', 'rejected', 'withdrawn']),
});

/** Of a stall; of the whole mall where the record names none. Both dates belong to it. */
const ClosureDetails = z.strictObject({
  kind: z.literal('closure'),
  why: ClosureReason,
  from: BusinessDate,
  to: BusinessDate,
});

/** Ends or takes back something that an earlier act began. */
export const EndDetails = z.strictObject({ kind: z.literal('end'), of: ActId });

const MonthDetails = z.strictObject({
  kind: z.literal('month'),
  month: Period,
  /** For whom it was done by who did it: only the federation reopens a month. */
  behalf: z.literal('federation').optional(),
});

const ImportDetails = z.strictObject({
  kind: z.literal('import'),
  /** Absent of settlements of stalls' own merchant ids. */
  account: Code.optional(),
  /** Of the file's bytes. */
  sha256: RecordHash,
  rows: z.int().min(0),
  from: BusinessDate,
  to: BusinessDate,
  /** Hundredths of a rupiah, as banks count; absent where the file does not tell. */
  openingSen: z.int().optional(),
  closingSen: z.int().optional(),
});

/** What a row of a bank file is that is no payment of a stall. */
const ExplainDetails = z.strictObject({
  kind: z.literal('explain'),
  account: Code,
  row: RecordHash,
  as: z.enum([
    'bank-fee',
    'interest',
    'cash-bank',
    'settlement',
    'refund',
    'other-in',
    'other-out',
  ]),
  /** How much of the row, whichever way it goes. */
  amount: Amount,
  /** The act that had booked it before its row came: cash banked, a refund. */
  of: ActId.optional(),
});

/** The office's drawer. */
const CountDetails = z.strictObject({
  kind: z.literal('count'),
  account: Code,
  expected: z.int(),
  counted: AmountOrNone,
});

const SignOffDetails = z.strictObject({
  kind: z.literal('sign-off'),
  account: Code,
  date: BusinessDate,
  /** Hundredths of a rupiah, as banks count. */
  bankSen: z.int(),
  book: z.int(),
});

const ClaimDetails = z.strictObject({
  kind: z.literal('claim'),
  of: ActId,
  outcome: z.enum(['booked', 'refused']),
  /** The credit that it was booked as. */
  credit: ActId.optional(),
});

/** That a credit note is for a closure, or for a dispute that was upheld. */
const ReliefDetails = z.strictObject({ kind: z.literal('relief'), of: ActId });

/** What an act says beside what it does to what a stall owes. */
export const FeeDetails = z.discriminatedUnion('kind', [
  PlanDetails,
  CodeDetails,
  AccountDetails,
  ReadingDetails,
  MeterBillDetails,
  InstalmentsDetails,
  NoticeDetails,
  DeliveryDetails,
  DisputeDetails,
  DisputeSettleDetails,
  ClosureDetails,
  EndDetails,
  MonthDetails,
  ImportDetails,
  ExplainDetails,
  CountDetails,
  SignOffDetails,
  ClaimDetails,
  ReliefDetails,
]);
export type FeeDetails = z.output<typeof FeeDetails>;
export type FeeDetailsOf<K extends FeeDetails['kind']> = Extract<FeeDetails, { kind: K }>;
