import type { Generated } from 'kysely';

export interface FeeStatementTable {
  id: string;
  account: string;
  sha256: string;
  file: string;
  from_date: string;
  to_date: string;
  opening_sen: number | null;
  closing_sen: number | null;
  row_count: number;
  added: number;
}

export interface BankRowTable {
  id: string;
  account: string;
  statement: string;
  on_date: string;
  line: number;
  amount_sen: number;
  /** Whole rupiah of it. */
  amount: number;
  balance_sen: number | null;
  description: string;
  reference: string;
  sender: string;
  withheld: Generated<number>;
  used: Generated<number>;
  /** The last date on which it was used or given back; empty before any. */
  used_on: Generated<string>;
}

export interface BankUseTable {
  act: string;
  line: number;
  bank_row: string;
  amount: number;
  /** The act that had booked it before its row came. */
  of_act: string | null;
  /** The act whose use this gives back; null of a use. */
  undoes: string | null;
}

/**
 * What an act posted to an account, and what rows of the bank say of it: below nothing for what
 * left the account.
 */
export interface FeePairingTable {
  account: string;
  act: string;
  position: number;
  on_date: string;
  posted: number;
  paired: number;
  /** The first date of what was posted and paired, a row counting from its own date on. */
  first_on: string;
  last_on: string;
}

export interface FeeSettledTable {
  id: string;
  statement: string;
  nmid: string;
  on_date: string;
  line: number;
  gross_sen: number;
  net_sen: number;
  content: string;
}

export interface FeeSenderTable {
  mall: string;
  sender: string;
  stall: string;
  times: number;
}

export interface FeeProfileTable {
  name: string;
  content: string;
  changed_at_ms: number;
}

export interface FeeSignatureTable {
  act: string;
  account: string;
  of_date: string;
  name: string;
}
