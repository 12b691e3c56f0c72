import { z } from 'zod';
import { lineOfText, storable } from '../../line-of-text.ts';
import { RUPIAH_MAX } from '../../money.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { Period } from '../period.ts';

/** Most of one page of anything of fees. */
export const FEE_PAGE_MAX = 200;
/** Longest note of an act. */
export const FEE_NOTE_MAX = 200;

/** Rupiah, more than nothing. */
export const FeeAmount = z.int().min(1).max(RUPIAH_MAX);

export const ofMall = { mall: OrganisationCode };
export const ofStall = { stall: OrganisationCode };

/** `nextCursor` of the page before; empty for the first. */
export const cursor = storable(100).default('');

/** A part of the code, number or name of a stall; empty for all. */
export const text = storable(60).default('');

/** What every act says: its client-made id (the same again answers with the first result). */
export const newAct = {
  id: z.uuid().refine((id) => id === id.toLowerCase()),
  note: lineOfText(0, FEE_NOTE_MAX).default(''),
};
/** An act that says why. */
export const newActWhy = { ...newAct, note: lineOfText(1, FEE_NOTE_MAX) };

/** The date on which an act counts: today or before, in a month that is open; null for today. */
export const onDate = { on: BusinessDate.nullable().default(null) };

/** What every act of a stall can meet. */
export const wrongAct = ['STALL_UNKNOWN', 'MONTH_CLOSED', 'FEE_DATE_AHEAD'] as const;

/** The account that money comes to or goes from; null for the only one that fits. */
export const account = { account: OrganisationCode.nullable().default(null) };

/** What can be wrong with it. */
export const wrongAccount = [
  'FEE_ACCOUNT_UNKNOWN',
  'FEE_ACCOUNT_OTHER',
  'FEE_ACCOUNT_NEEDED',
] as const;

/** What a stall is called, and where it is. */
export const NamedStall = z.strictObject({
  stall: OrganisationCode,
  name: z.string(),
  /** As it stands on its door; empty where it has none. */
  number: z.string(),
});

/** How a stall stands after an act. Rupiah */
export const FeeOutcome = z.strictObject({
  /** Of the act. */
  id: z.uuid(),
  on: BusinessDate,
  /** What it made: ids to go on with. */
  charges: z.array(z.uuid()),
  credits: z.array(z.uuid()),
  /** `KW/TC/2026/000017` of a payment; empty for others. */
  kuitansi: z.string(),
  /** What the stall owes now, whenever it is due. */
  owed: z.int(),
  advance: z.int(),
  deposit: z.int(),
});
export type FeeOutcome = z.output<typeof FeeOutcome>;

/** So much to a charge, as a manager says. */
export const ByHand = z.strictObject({ charge: z.uuid(), amount: FeeAmount });

/** What is open, by how long it is overdue. Rupiah */
export const AgeingSums = z.strictObject({
  current: z.int(),
  to30: z.int(),
  to60: z.int(),
  to90: z.int(),
  over90: z.int(),
});

/** What is not paid: `disputed` before `overdue` before `open`. */
export const chargeStates = ['open', 'paid', 'overdue', 'disputed'] as const;
export const ChargeState = z.enum(chargeStates);
export type ChargeState = z.output<typeof ChargeState>;

/** A month of a mall. */
export const ofPeriod = { ...ofMall, period: Period };
