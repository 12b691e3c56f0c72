import { checkStatement } from '../../../domain/fees/bank/check-statement.ts';
import type { DaySpan } from '../../../domain/fees/bank/bank-date.ts';
import type {
  RejectedRow,
  StatementFile,
  StatementNote,
  StatementRow,
} from '../../../domain/fees/bank/statement.ts';
import { LapakError } from '../../../domain/errors.ts';

/** One of the statements of a file that may have several, such as one a day. */
export interface SingleStatement {
  readonly account: string | null;
  readonly id: string;
  readonly period: DaySpan;
  readonly openingSen: number | null;
  readonly closingSen: number | null;
  readonly rows: readonly StatementRow[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * The statements of one account.
 * @param wanted numbers that it may have; none for any
 * @throws LapakError STATEMENT_ACCOUNTS when there are several and none was asked for, or others
 */
export function ofAccount(
  statements: readonly SingleStatement[],
  wanted: readonly string[],
): SingleStatement[] {
  const accounts = [...new Set(statements.map(({ account }) => account))];
  const [only = null, ...others] = accounts;
  if (accounts.length === 0) throw new LapakError('STATEMENT_UNKNOWN', {});
  if (others.length === 0 && (wanted.length === 0 || only === null)) return [...statements];
  const found = wanted.find((account) => accounts.includes(account));
  if (found !== undefined) return statements.filter(({ account }) => account === found);
  const told = accounts.filter((known) => known !== null).slice(0, 5);
  throw new LapakError('STATEMENT_ACCOUNTS', { accounts: told.join(', ') });
}

/**
 * Statements of an account as one, oldest first: each must open at what the one before closed at.
 * @param profile id of the format
 */
export function joinStatements(
  profile: string,
  statements: readonly SingleStatement[],
): StatementFile {
  const end = ({ period }: SingleStatement) => period.to ?? period.from ?? '';
  const ordered = statements.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
  const notes: StatementNote[] = [];
  for (const [at, { openingSen, rows, closingSen }] of ordered.entries()) {
    const before = ordered[at - 1];
    const row = rows[0]?.row ?? 0;
    if (before && before.closingSen !== openingSen) notes.push({ row, note: 'statementsApart' });
    if (ordered.length > 1 && closingSen === null) notes.push({ row, note: 'closingMissing' });
  }
  const [first] = ordered;
  const last = ordered.at(-1);
  return checkStatement({
    profile: { id: profile },
    account: first?.account ?? null,
    statementId: first === last ? (first?.id ?? null) : `${first?.id ?? ''} … ${last?.id ?? ''}`,
    period: { from: first?.period.from ?? null, to: last?.period.to ?? null },
    rows: ordered.flatMap(({ rows }) => rows),
    rejected: ordered.flatMap(({ rejected }) => rejected),
    stated: {
      opening: first?.openingSen ?? null,
      closing: last?.closingSen ?? null,
      credits: null,
      debits: null,
    },
    isComplete: true,
    notes,
  });
}
