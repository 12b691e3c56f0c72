import type { LineFault } from '../../tables/table.ts';

/** Why a line of a bank or settlement file is left out; its words are `bank.reason.<reason>`. */
export type BankReason =
  | LineFault
  | 'cellsWrong'
  | 'formula'
  | 'dateMissing'
  | 'dateInvalid'
  | 'dateDoubtful'
  | 'dateOutside'
  | 'amountMissing'
  | 'amountInvalid'
  | 'amountTooLarge'
  | 'amountTwice'
  | 'signMissing'
  | 'signUnknown'
  | 'balanceInvalid'
  | 'currencyOther';

/** What a person should know of a file that was read; its words are `bank.note.<note>`. */
export type BankNote =
  | 'amountZero'
  | 'balanceBroken'
  | 'openingMissing'
  | 'closingMissing'
  | 'totalDiffers'
  | 'statementsApart'
  | 'netDiffers'
  | 'notSettled';

/** A line that is left out. */
export interface RejectedRow {
  /** Line of the file or sheet, 1 is the first; of an XML file the number of the entry. */
  readonly row: number;
  /** Title of the cell's column as it stands; empty when the whole row is meant. */
  readonly column: string;
  readonly reason: BankReason;
  /** What stood there, shortened. */
  readonly value: string;
}

/** Something to be seen beside the rows. */
export interface StatementNote {
  /** As in RejectedRow; 0 when the whole file is meant. */
  readonly row: number;
  readonly note: BankNote;
}

interface AnyRow {
  /** As in RejectedRow. */
  readonly row: number;
  /** Hundredths of a rupiah (banks pay interest in sen); below nothing when it left the account. */
  readonly amountSen: number;
  /** The running balance after it; null in a file that has none. */
  readonly balanceSen: number | null;
  /** All remarks as one line. */
  readonly description: string;
  /** The bank's own reference, or empty. */
  readonly reference: string;
}

/** A row that the bank has booked. */
export interface BookedRow extends AnyRow {
  readonly isPending: false;
  /** Booking date, `YYYY-MM-DD`. */
  readonly on: string;
}

/** A row that the bank may still change or drop: it is shown, never kept. */
export interface PendingRow extends AnyRow {
  readonly isPending: true;
  readonly on: string | null;
}

export type StatementRow = BookedRow | PendingRow;

/** A bank file as it was read. */
export interface StatementFile {
  /** Id of the profile; `mt940` and `camt053` are formats of their own. */
  readonly profile: string;
  /** Number of the account, digits only; null where the file does not tell. */
  readonly account: string | null;
  /** The bank's id of this statement with its date, since banks count anew each year; or null. */
  readonly statementId: string | null;
  /** First and last day: as the file says, else of its rows; null without both. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Hundredths of a rupiah; null where neither a label nor a running balance tells. */
  readonly openingSen: number | null;
  /** The same at the end, without what is pending. */
  readonly closingSen: number | null;
  /** Whether the file states the balance itself, or its rows were asked. */
  readonly openingFrom: 'file' | 'rows' | null;
  readonly closingFrom: 'file' | 'rows' | null;
  /** opening + Σ booked rows − closing; null where one of them is not known. */
  readonly differenceSen: number | null;
  /** Nothing is missing: the difference is 0, every running balance chains, no row was left out. */
  readonly isBalanced: boolean;
  /** Oldest first. */
  readonly rows: readonly StatementRow[];
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly StatementNote[];
}

/** Characters of a rejected cell that are told. */
const VALUE_MAX = 60;

/** One line that is left out, with the beginning of what stood there. */
export function rejectedRow(
  row: number,
  column: string,
  reason: BankReason,
  value: string | number = '',
): RejectedRow {
  return { row, column, reason, value: String(value).trim().slice(0, VALUE_MAX) };
}
