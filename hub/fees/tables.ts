import type { Generated } from 'kysely';
import type { Bytes } from '../database/ddl.ts';

export interface FeeActTable {
  id: string;
  position: number;
  act: string;
  mall: string;
  stall: string | null;
  on_date: string;
  at_ms: number;
  by_whom: string;
  note: string;
  details: string | null;
}

export interface FeeChargeTable {
  id: string;
  act: string;
  mall: string;
  stall: string;
  period: string;
  kind: string;
  amount: number;
  due_on: string;
  on_date: string;
  basis: string;
  settled: Generated<number>;
  is_reversed: Generated<number>;
  reversed_by: string | null;
  /** The last date of what settled it, gave that back or reversed it; its own before any. */
  changed_on: string;
  /** The first date of what settled it or gave that back; null before any. */
  settled_from: string | null;
}

export interface FeeCreditTable {
  id: string;
  act: string;
  mall: string;
  stall: string;
  kind: string;
  amount: number;
  on_date: string;
  account: string | null;
  kuitansi_year: number | null;
  kuitansi_number: number | null;
  bank_row: string | null;
  of_charge: string | null;
  withheld: Generated<number>;
  used: Generated<number>;
  is_reversed: Generated<number>;
  reversed_by: string | null;
}

export interface FeeAllocationTable {
  act: string;
  line: number;
  credit: string;
  charge: string;
  stall: string;
  amount: number;
  on_date: string;
}

export interface FeeRefundTable {
  id: string;
  act: string;
  credit: string;
  stall: string;
  amount: number;
  account: string;
  on_date: string;
  undoes: string | null;
}

export interface FeeDepositTable {
  id: string;
  act: string;
  mall: string;
  stall: string;
  amount: number;
  account: string | null;
  on_date: string;
  undoes: string | null;
}

export interface FeeDepositSumTable {
  stall: string;
  amount: number;
}

/** How the hub treats a mall by itself, and who writes its papers. */
export interface FeeMallTable {
  mall: string;
  /** Day of the month on which it charges; null where a person does. */
  charge_day: number | null;
  /** The first date on which it does: the next such day when that was set. */
  charge_from: string | null;
  /** The month that it charged last by itself; empty before the first. */
  charged_period: string;
  address: Generated<string>;
  telephone: Generated<string>;
  place: Generated<string>;
  signer: Generated<string>;
}

export interface FeeMonthTable {
  mall: string;
  month: string;
  is_closed: number;
  act: string;
}

export interface FeePostingTable {
  act: string;
  line: number;
  mall: string;
  month: string;
  on_date: string;
  debit: string;
  credit: string;
  stall: string | null;
  amount: number;
}

export interface FeePlanTable {
  mall: string;
  from_period: string;
  details: string;
  act: string;
}

export interface FeeCodeTable {
  mall: string;
  code: number;
  stall: string;
  act: string;
}

export interface FeeAccountTable {
  code: string;
  mall: string;
  holds: string;
  label: string;
  qris: string;
  profile: string;
  is_closed: number;
  act: string;
}

export interface FeeReadingTable {
  act: string;
  mall: string;
  stall: string;
  period: string;
  meter: string;
  from_milli: number;
  to_milli: number;
  used_milli: number;
  is_estimate: number;
  photo: string | null;
  is_reversed: Generated<number>;
}

export interface FeeMeterBillTable {
  mall: string;
  period: string;
  used_milli: number;
  amount: number;
  act: string;
}

export interface FeeNoticeTable {
  act: string;
  mall: string;
  stall: string;
  level: string;
  year: number;
  number: number;
  owed: number;
  on_date: string;
  until_date: string;
  delivered_on: string | null;
  delivered_how: string | null;
  delivered_photo: string | null;
}

export interface FeeDisputeTable {
  act: string;
  mall: string;
  stall: string;
  about: string;
  opened_on: string;
  photo: string | null;
  outcome: string | null;
  settled_by: string | null;
}

export interface FeeClosureTable {
  act: string;
  mall: string;
  stall: string | null;
  why: string;
  from_date: string;
  to_date: string;
  is_ended: Generated<number>;
}

export interface FeeInstalmentsTable {
  act: string;
  mall: string;
  stall: string;
  from_date: string;
  parts: string;
  is_ended: Generated<number>;
}

export interface FeeReliefTable {
  act: string;
  stall: string;
  of_act: string;
}

export interface FeeSeenTable {
  of_act: string;
  stall: string;
  act: string;
  on_date: string;
}

/** What each account took and gave in a month: sums of fee_posting. */
export interface FeeBookSumTable {
  mall: string;
  month: string;
  account: string;
  debit: number;
  credit: number;
}

export interface FeeMessageTable {
  id: string;
  stall: string;
  device: string;
  kind: string;
  content: string;
  photo: string | null;
  received_at_ms: number;
  answered_by: string | null;
}

/** When the kuitansi of a payment was first given out. */
export interface FeeGivenTable {
  credit: string;
  on_date: string;
  by_whom: string;
  at_ms: number;
}

export interface FeePhotoTable {
  sha256: string;
  stall: string;
  bytes: Bytes;
  at_ms: number;
}
