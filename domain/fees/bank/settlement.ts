import type { SettledKind } from './profile.ts';
import type { RejectedRow, StatementNote } from './statement.ts';

/** One transaction that a QRIS provider settled. Sums are hundredths of a rupiah. */
export interface SettlementRow {
  /** Line of the file or sheet, 1 is the first. */
  readonly row: number;
  readonly provider: string;
  /** National merchant id of the QR, or empty; as are the texts below where the file has none. */
  readonly nmid: string;
  readonly merchant: string;
  readonly terminal: string;
  /** RRN, or the provider's own id of the transaction. */
  readonly reference: string;
  readonly invoice: string;
  readonly batch: string;
  readonly issuer: string;
  readonly kind: SettledKind;
  /** UTC ms; null where the file tells a day alone, or nothing. */
  readonly paidAtMs: number | null;
  /** The provider's local date, `YYYY-MM-DD`. */
  readonly paidOn: string | null;
  readonly settledOn: string | null;
  /** What the customer paid; below nothing in a refund. */
  readonly grossSen: number;
  /** Deductions: gross − fee − tax − other = net, always. */
  readonly feeSen: number;
  readonly taxSen: number;
  readonly otherSen: number;
  readonly netSen: number;
}

/** A settlement file as it was read. */
export interface SettlementFile {
  readonly profile: string;
  readonly provider: string;
  readonly rows: readonly SettlementRow[];
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly StatementNote[];
}
