/** Why a cell keeps its row out; its words are `organisation.reason.<reason>`. */
export type OrganisationReason =
  | 'quote'
  | 'lineTooLong'
  | 'cellsWrong'
  | 'missing'
  | 'tooLong'
  | 'codeInvalid'
  | 'codeCase'
  | 'twice'
  | 'numberInvalid'
  | 'numberTooLarge'
  | 'numberNegative'
  | 'rupiahFraction'
  | 'sizeInvalid'
  | 'dateInvalid'
  | 'dateDoubtful'
  | 'datesReversed'
  | 'regionUnknown'
  | 'mallUnknown'
  | 'unitUnknown'
  | 'memberUnknown'
  | 'stallUnknown'
  | 'nmidInvalid'
  | 'villageInvalid'
  | 'villageUnknown'
  | 'mallOther'
  | 'mallFixed'
  | 'stallTaken'
  | 'unitTaken';

/** A cell of the file that keeps its row out. */
export interface Refusal {
  /** Line of the file; 1 is the first. */
  readonly line: number;
  /** Key of the column; empty when the whole row is meant. */
  readonly column: string;
  readonly reason: OrganisationReason;
  /** What stood there, shortened. */
  readonly value: string;
  /** What it meets: a line of the file, a code, a contract. */
  readonly other: string;
}
