import { z } from 'zod';
import { BusinessDate } from '../time.ts';
import { ChargeKind, ClosureReason, CreditKind, NoticeLevel } from './kinds.ts';
import { Period } from './period.ts';
import { FeeMessageContent } from './messages-contract.ts';

/** Most of each kind in one answer, the newest. */
export const SHOWN_MAX = 500;

const Sum = z.int();
const Id = z.string();
const listOf = <T extends z.ZodType>(of: T) => z.array(of).max(SHOWN_MAX);

/** When and why something was taken back; null where it holds. */
const Reversed = z.strictObject({ on: BusinessDate, note: z.string() }).nullable();

/** Something that the stall owes, or owed. */
export const ShownCharge = z.strictObject({
  id: Id,
  period: Period,
  kind: ChargeKind,
  on: BusinessDate,
  due: BusinessDate,
  amountRupiah: Sum,
  settledRupiah: Sum,
  /** How it came: the tariff, what the meter counted. */
  basis: z.string(),
  isReversed: z.boolean(),
  reversed: Reversed,
  isDisputed: z.boolean(),
});
export type ShownCharge = z.output<typeof ShownCharge>;

/** What took from it. */
export const ShownCredit = z.strictObject({
  id: Id,
  kind: CreditKind,
  on: BusinessDate,
  amountRupiah: Sum,
  /** What of it went to charges, or back. */
  usedRupiah: Sum,
  /** Of a payment its number; null of others. */
  kuitansi: z.string().nullable(),
  note: z.string(),
  /** Of a stall alone: where the till counted that money before; null for elsewhere. */
  takenFrom: z.enum(['set-aside', 'drawer']).nullable(),
  /** What it paid, by month and kind. */
  paid: z.array(
    z.strictObject({ period: Period, kind: ChargeKind, amountRupiah: Sum, basis: z.string() }),
  ),
  isReversed: z.boolean(),
  reversed: Reversed,
  /** Whether it was printed here: the next paper is a copy. */
  isPrinted: z.boolean(),
});
export type ShownCredit = z.output<typeof ShownCredit>;

/** What was given back of what the stall paid ahead. */
const ShownRefund = z.strictObject({
  id: Id,
  on: BusinessDate,
  amountRupiah: Sum,
  reversed: Reversed,
});

/** A letter of the mall, as it was written. */
const ShownNotice = z.strictObject({
  id: Id,
  /** Of its record in the hub's journal. */
  position: z.int(),
  level: NoticeLevel,
  number: z.string(),
  on: BusinessDate,
  owedRupiah: Sum,
  until: BusinessDate,
  /** What was open of each charge then. */
  lines: z.array(
    z.strictObject({ period: Period, kind: ChargeKind, due: BusinessDate, amountRupiah: Sum }),
  ),
  /** Whether somebody of this stall has opened it, or took it otherwise. */
  isSeen: z.boolean(),
  note: z.string(),
});
export type ShownNotice = z.output<typeof ShownNotice>;

const ShownDispute = z.strictObject({
  id: Id,
  about: Id,
  on: BusinessDate,
  note: z.string(),
  outcome: z.enum(['open', 'upheld', 'rejected', 'withdrawn']),
  /** What the mall says to it; empty before it does. */
  answer: z.string(),
});
export type ShownDispute = z.output<typeof ShownDispute>;

/** When nobody, or this stall, could trade. */
export const ShownClosure = z.strictObject({
  id: Id,
  why: ClosureReason,
  from: BusinessDate,
  to: BusinessDate,
  note: z.string(),
  isOfMall: z.boolean(),
  /** Whether a till of this stall stamped it: then it can take it back. */
  isOwn: z.boolean(),
});
export type ShownClosure = z.output<typeof ShownClosure>;

/** What is charged from a month on. */
export const ShownPlan = z.strictObject({
  id: Id,
  /** Of its record in the hub's journal, or in the till's own. */
  position: z.int(),
  on: BusinessDate,
  from: Period,
  /** Rupiah a month; null where the meter says. */
  electricityRupiah: Sum.nullable(),
  /** Thousandths of a rupiah for one kWh; null where it is fixed. */
  rateMilli: Sum.nullable(),
  cleaningRupiah: Sum,
  dueDay: z.int(),
  isProrated: z.boolean(),
  penalty: z.strictObject({ rateBp: z.int(), graceDays: z.int(), capBp: z.int() }).nullable(),
  /** Whether somebody of this stall has said that they saw it. */
  isSeen: z.boolean(),
});
export type ShownPlan = z.output<typeof ShownPlan>;

/** The meter at the end of a month. Thousandths of a kWh. */
const ShownReading = z.strictObject({
  id: Id,
  period: Period,
  meter: z.string(),
  fromMilli: Sum,
  toMilli: Sum,
  usedMilli: Sum,
  isEstimate: z.boolean(),
  isDisputed: z.boolean(),
});

/** Where money can be sent. */
const ShownAccount = z.strictObject({
  account: z.string(),
  holds: z.enum(['bank', 'qris', 'cash']),
  label: z.string(),
  /** What its static QRIS says; null where it has none. */
  qris: z.string().nullable(),
});

/** Something that the stall told its mall. */
export const ShownMessage = z.strictObject({
  id: Id,
  madeAtMs: z.int(),
  message: FeeMessageContent,
  hasPhoto: z.boolean(),
  /**
   * `refused`: the hub does not take it; `reason` is the code that it says, as of one that waits
   * because this day had too many. `unsent` and `former`: it was for the hub before, which never
   * had it, or did.
   */
  state: z.enum(['waiting', 'sent', 'refused', 'answered', 'unsent', 'former']),
  reason: z.string(),
  /** What the mall made of it: `booked`, `refused`, `upheld` ...; empty before it did. */
  outcome: z.string(),
  /** Why, in the mall's words; empty where it says nothing. */
  answer: z.string(),
  /** Of a claim without an answer: the kuitansi of the payment that came for it; else empty. */
  came: z.string(),
  /** Whether somebody has read that it was refused. */
  isAcknowledged: z.boolean(),
});
export type ShownMessage = z.output<typeof ShownMessage>;

/** The stall's saving for its fees. */
export const SetAside = z.strictObject({
  balanceRupiah: Sum,
  todayRupiah: Sum,
  /** What has to be there by when; null where nothing is owed or foreseen. */
  plan: z
    .strictObject({
      targetRupiah: Sum,
      due: BusinessDate,
      days: z.int(),
      perDayRupiah: Sum,
      leftTodayRupiah: Sum,
    })
    .nullable(),
});
export type SetAside = z.output<typeof SetAside>;

/** What of its arrears the stall agreed to pay by when; penalties rest while it is kept. */
export const ShownInstalments = z.strictObject({
  id: Id,
  on: BusinessDate,
  isKept: z.boolean(),
  parts: z.array(z.strictObject({ due: BusinessDate, amountRupiah: Sum, paidRupiah: Sum })),
});
export type ShownInstalments = z.output<typeof ShownInstalments>;

/** What a stall owes and paid, as one ledger says it. */
export const ShownLedger = z.strictObject({
  owedRupiah: Sum,
  overdueRupiah: Sum,
  /**
   * What is to be paid now, once what was paid ahead is taken off: all that is owed, or while
   * instalments are kept what of them and of other charges is due next.
   */
  payableRupiah: Sum,
  advanceRupiah: Sum,
  depositRupiah: Sum,
  /** What is due next, charged or foreseen; null for nothing. */
  next: z.strictObject({ amountRupiah: Sum, due: BusinessDate, isCharged: z.boolean() }).nullable(),
  instalments: ShownInstalments.nullable(),
  charges: listOf(ShownCharge),
  credits: listOf(ShownCredit),
  refunds: listOf(ShownRefund),
  notices: listOf(ShownNotice),
  disputes: listOf(ShownDispute),
  closures: listOf(ShownClosure),
  plans: listOf(ShownPlan),
  readings: listOf(ShownReading),
  accounts: listOf(ShownAccount),
  /** Three digits that the stall adds to what it pays; null where it has none. */
  code: z.int().nullable(),
});
export type ShownLedger = z.output<typeof ShownLedger>;

/** All that the till knows of fees. */
export const FeesState = z.strictObject({
  /** Who keeps the ledger: the hub, the stall alone, or nobody yet. */
  keeper: z.enum(['hub', 'own', 'none']),
  today: BusinessDate,
  /** When the hub last said that this is all; null for never. UTC ms */
  heardAtMs: z.int().nullable(),
  /** `TC-A12-2611`; empty without a hub. */
  remark: z.string(),
  ledger: ShownLedger,
  /** What the stall kept alone before its hub did; null where it kept nothing. */
  former: ShownLedger.nullable(),
  setAside: SetAside,
  messages: listOf(ShownMessage),
  /** What the hub told that does not check, and why: it is not counted. */
  doubted: listOf(z.strictObject({ position: z.int(), fault: z.string() })),
});
export type FeesState = z.output<typeof FeesState>;
