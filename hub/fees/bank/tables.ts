import type { Generated } from 'kysely';

export interface FeeStatementTable {
  id: string;
  account: string;
  sha256: string;
  file: string;
  from_date: string;
  to_date: string;
  opening: number | null;
  closing: number | null;
  row_count: number;
  added: number;
}

export interface BankRowTable {
  id: string;
  account: string;
  statement: string;
  on_date: string;
  line: number;
  amount: number;
  balance: number | null;
  description: string;
  reference: string;
  sender: string;
  withheld: Generated<number>;
  more: string | null;
  used: Generated<number>;
}

export interface BankUseTable {
  act: string;
  line: number;
  bank_row: string;
  amount: number;
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
  name: string;
}
