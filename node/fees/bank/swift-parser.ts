import { createRequire } from 'node:module';

/** A number of the parser: exact, unlike a float. */
export interface SwiftAmount {
  times(factor: number): SwiftAmount;
  toNumber(): number;
}

/** A line of a statement with its remarks. */
export interface SwiftTransaction {
  /** Value date, UTC. */
  readonly date: Date;
  /** Booking date in the year of the value date; empty without one. */
  readonly entryDate: Date | '';
  /** In whole units with two decimals; a reversal of a credit is below nothing. */
  readonly amount: SwiftAmount;
  readonly reference: string;
  readonly bankReference: string;
  readonly extraDetails: string;
  readonly detailSegments: readonly string[];
}

/** One statement of a file; a tag that it has not is undefined. */
export interface SwiftStatement {
  readonly transactionReference?: string;
  readonly accountIdentification?: string;
  readonly number?: { readonly statement: string; readonly sequence: string };
  readonly currency?: string;
  readonly openingBalanceDate?: Date;
  readonly closingBalanceDate?: Date;
  readonly openingBalance?: SwiftAmount;
  readonly closingBalance?: SwiftAmount;
  readonly transactions: readonly SwiftTransaction[];
}

interface SwiftParser {
  parse(input: { readonly data: string; readonly type: 'mt940' }): SwiftStatement[];
}

const require = createRequire(import.meta.url);
const parser = require('swiftmessageparser') as SwiftParser; // the package brings no types

/** Takes an MT940 text apart. @throws Error on the first tag that it cannot read */
export function parseSwift(data: string): SwiftStatement[] {
  return parser.parse({ data, type: 'mt940' });
}
