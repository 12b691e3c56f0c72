import { z } from 'zod';
import { ClaimFinder, ClaimState } from '../journal/tender-state-body.ts';
import { lineOfText } from '../line-of-text.ts';
import { Rupiah, RupiahSum } from '../money.ts';
import { BusinessDate } from '../time.ts';
import { TENDER_TEXT_MAX } from './tender.ts';

/** Most open claims that a list shows; the sums are of all. */
export const CLAIMS_MAX = 500;
/** Most claims that were found out that a list shows. */
export const FOUND_MAX = 100;
/** How long a claim that was found out stays in the list, to mend a mistake. */
export const FOUND_DAYS = 14;
/** Most claims that one act tells of: each is signed, and a sale waits for all of them. */
export const VERIFIED_MAX = 500;
/** Longest note of why money is missing. Letters */
export const CLAIM_NOTE_MAX = 120;

/** A tender of a sale: the receipt's number, and the tender's place in it from 0. */
export const TenderPlace = z.strictObject({
  number: z.string().min(1).max(60),
  tender: z.int().min(0).max(99),
});
export type TenderPlace = z.output<typeof TenderPlace>;

/** What names a tender among the others, also in a page. */
export function placeId({ number, tender }: TenderPlace): string {
  return `${number}-${tender}`;
}

/** What was found out of a claimed tender, as the newest record about it says. */
export const FoundState = z.strictObject({
  state: ClaimState,
  by: ClaimFinder,
  /** Empty without one. */
  reference: z.string(),
  note: z.string(),
  atMs: z.int(),
  /** Pseudonym of who said so. */
  cashier: z.string(),
});
export type FoundState = z.output<typeof FoundState>;

/** A tender that was claimed when it was paid, and what is known of it now. */
export const Claim = z.strictObject({
  ...TenderPlace.shape,
  kind: z.string(),
  amountRupiah: Rupiah,
  /** What was told of it when it was paid; empty without one. */
  reference: z.string(),
  soldAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  /** Pseudonym of who took it. */
  cashier: z.string(),
  /** Null where nothing was ever found out of it. */
  found: FoundState.nullable(),
});
export type Claim = z.output<typeof Claim>;

/** What is known of a claim now. */
export function stateOf({ found }: Pick<Claim, 'found'>): ClaimState {
  return found?.state ?? 'claimed';
}

/** So many of one kind, and what they come to. */
const ClaimSum = z.strictObject({ kind: z.string(), count: z.int(), amountRupiah: RupiahSum });
export type ClaimSum = z.output<typeof ClaimSum>;

/** The claims of a stall. */
export const ClaimList = z.strictObject({
  /** Of which nothing is known: the newest first, as a bank's app lists them. */
  open: z.array(Claim).max(CLAIMS_MAX),
  /** All that are open, by kind. */
  sums: z.array(ClaimSum),
  /** What was found out in the last days, the newest first. */
  found: z.array(Claim).max(FOUND_MAX),
});
export type ClaimList = z.output<typeof ClaimList>;

/** How many claims are open and what they come to. */
const OpenSum = z.strictObject({ count: z.int(), amountRupiah: RupiahSum });

/** What a bar, and the close of a shift, tell of open claims. */
export const OpenClaims = z.strictObject({
  ...OpenSum.shape,
  /** Of each shift that has any, the newest first. */
  shifts: z.array(z.strictObject({ shift: z.int(), ...OpenSum.shape })).max(50),
});
export type OpenClaims = z.output<typeof OpenClaims>;

const note = lineOfText(0, CLAIM_NOTE_MAX).default('');

/** What somebody says of one claim. `seen` is what their screen showed of it. */
const Finding = z.strictObject({
  ...TenderPlace.shape,
  seen: ClaimState,
  state: ClaimState,
  reference: lineOfText(0, TENDER_TEXT_MAX).default(''),
  note,
});
export type Finding = z.output<typeof Finding>;

/** Several at once, in one act. */
export const VerifyOrder = z.strictObject({
  id: z.uuid().transform((id) => id.toLowerCase()),
  findings: z.array(Finding).min(1).max(VERIFIED_MAX),
});
export type VerifyOrder = z.output<typeof VerifyOrder>;

/** What an act of verifying came to. */
export const Verified = z.strictObject({
  claims: z.array(z.strictObject({ ...TenderPlace.shape, state: ClaimState })),
});
export type Verified = z.output<typeof Verified>;
