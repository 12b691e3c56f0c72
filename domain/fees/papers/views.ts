import type { AgeBand, Ageing } from '../ageing.ts';
import type { ChargeKind, CreditKind, NoticeLevel, PaymentKind } from '../kinds.ts';

/** Who owes or pays, as papers name it. */
export interface PaperStall {
  /** `TC-A12` */
  readonly code: string;
  readonly name: string;
  /** On its door: `A12`; empty where it has none. */
  readonly number: string;
  readonly mall: string;
  /** The member whose stall it is; empty where that is not known. */
  readonly member: string;
}

/** Who writes, at the head of a paper and under it. */
export interface PaperIssuer {
  /** `Pengelola Thamrin City` */
  readonly name: string;
  /** Address, telephone: below the name. */
  readonly lines: readonly string[];
  /** Where it is signed: `Jakarta`; empty where that is not known. */
  readonly place: string;
  /** Who signs; empty leaves a line to write on. */
  readonly signer: string;
}

/** What is charged for a month, or what is still open of it. */
export interface PaperCharge {
  readonly kind: ChargeKind;
  /** `YYYY-MM` */
  readonly period: string;
  readonly due: string;
  readonly amountRupiah: number;
  /** How it came: `112,5 kWh × Rp1.444,70`; empty for nothing to say. */
  readonly basis: string;
}

/** What one stall is to pay for one month. */
export interface BillPaper {
  readonly issuer: PaperIssuer;
  readonly stall: PaperStall;
  readonly number: string;
  readonly period: string;
  readonly on: string;
  readonly due: string;
  /** Of the month, whether paid or not. */
  readonly charges: readonly PaperCharge[];
  /** What of these charges was paid before the bill was written. */
  readonly paidRupiah: number;
  /** What is open from months before. */
  readonly arrears: readonly PaperCharge[];
  /** What was paid ahead, and is taken off. */
  readonly advanceRupiah: number;
  /** 1 to 999: added to the sum, so that the payer is known by it. */
  readonly uniqueCode: number;
  /** `TC-A12-2611` */
  readonly remark: string;
  /** `BCA 1234567890 a.n. Pengelola Thamrin City`, each in a line. */
  readonly accounts: readonly string[];
  /** What the mall's static QRIS says; null for none. */
  readonly qris: string | null;
}

/** What happened between a stall and its mall; above 0 it owes more by it, below 0 less. */
export type StatementLine = {
  readonly on: string;
  readonly amountRupiah: number;
} & (
  | { readonly what: 'charge'; readonly kind: ChargeKind; readonly period: string }
  /** `number`: of the kuitansi; empty for none. */
  | { readonly what: 'credit'; readonly kind: CreditKind; readonly number: string }
  | { readonly what: 'refund' }
  /** What is as if it had not been, in the words of whoever did it. */
  | { readonly what: 'reversal'; readonly note: string }
);

/** What a stall owed, what came to it, what it owes. */
export interface StatementPaper {
  readonly issuer: PaperIssuer;
  readonly stall: PaperStall;
  /** Both dates belong to it. */
  readonly from: string;
  readonly until: string;
  readonly openingRupiah: number;
  /** By date. */
  readonly lines: readonly StatementLine[];
  /** What is open at its end, by how long it is overdue. */
  readonly ageing: Ageing;
  /** Paid ahead at its end: closing = ageing − this. */
  readonly advanceRupiah: number;
}

/** That money was received. */
export interface KuitansiPaper {
  readonly issuer: PaperIssuer;
  readonly stall: PaperStall;
  /** `KW/TC/2026/000017` */
  readonly number: string;
  readonly on: string;
  readonly means: PaymentKind;
  readonly amountRupiah: number;
  /** What it went to; the rest of the amount is paid ahead. */
  readonly paid: readonly Pick<PaperCharge, 'kind' | 'period' | 'amountRupiah' | 'basis'>[];
  /** The signed code of kuitansi-code.ts; null where no hub signed it. */
  readonly code: string | null;
  /** Not its first paper: marked SALINAN. */
  readonly isCopy: boolean;
  /** When and why it was taken back: marked BATAL. Null where it holds. */
  readonly cancelled: { readonly on: string; readonly reason: string } | null;
}

/** The kuitansi of a mall, of one month of payment. */
export interface KuitansiListPaper {
  readonly issuer: PaperIssuer;
  readonly mall: string;
  readonly period: string;
  /** The newest first, or as the list on the screen stands. */
  readonly rows: readonly (Pick<KuitansiPaper, 'stall' | 'number' | 'on' | 'means'> & {
    readonly amountRupiah: number;
    readonly isCancelled: boolean;
  })[];
}

/** A letter to a stall that is late. */
export interface NoticePaper {
  readonly issuer: PaperIssuer;
  readonly stall: PaperStall;
  readonly level: NoticeLevel;
  /** `SP1/TC/2026/000004` */
  readonly number: string;
  readonly on: string;
  /** By when it is to be paid. */
  readonly until: string;
  /** What was open of each charge when it was written. */
  readonly owed: readonly PaperCharge[];
  readonly remark: string;
  readonly accounts: readonly string[];
  /** The letters before it about the same, oldest first. */
  readonly earlier: readonly Pick<NoticePaper, 'level' | 'number' | 'on'>[];
  /** It was handed over before: marked SALINAN. */
  readonly isCopy: boolean;
  /** What the mall does after an SP3; empty for what every contract has. */
  readonly follows: string;
}

/** What is open of each stall of a mall, by how long it is overdue. */
export interface AgeingPaper {
  readonly issuer: PaperIssuer;
  readonly mall: string;
  readonly on: string;
  /** Only stalls that owe something this old; null for all. */
  readonly band: AgeBand | null;
  /** Only stalls whose code, number or name has this in it; empty for all. */
  readonly text: string;
  /** The most overdue first, or as the list on the screen stands. */
  readonly rows: readonly { readonly stall: PaperStall; readonly ageing: Ageing }[];
}
