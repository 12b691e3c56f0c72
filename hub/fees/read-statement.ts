import type { ChargeKind, CreditKind } from '../../domain/fees/kinds.ts';
import {
  type Statement,
  STATEMENT_LINES_MAX,
  type StatementLine,
} from '../../domain/fees/manage/paper-calls.ts';
import { LapakError } from '../../domain/errors.ts';
import { readAs } from '../database/transact.ts';
import { stallOfFees } from './act-store.ts';
import { sumAgeing } from './ageing-store.ts';
import type { FeeReader } from './read-month.ts';
import { memberOn } from './stall-store.ts';
import { countMoves, listMoves, openingOf } from './statement-store.ts';

/** Which days of which stall, both included. */
export interface StatementAsked {
  readonly stall: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What a stall was charged and paid between two dates: opening + charges − credits = closing.
 * @throws LapakError STALL_UNKNOWN, STATEMENT_TOO_LONG
 */
export function readStatement(
  { database }: Pick<FeeReader, 'database'>,
  { stall: code, from, to }: StatementAsked,
): Promise<Statement> {
  return readAs(database.reports, 'every-stall', async (db) => {
    const found = await stallOfFees(db, code);
    if (!found) throw new LapakError('STALL_UNKNOWN', { stall: code });
    const { code: stall, name, number, mall, mallName } = found;
    const lines = await countMoves(db, stall, { from, to });
    const most = STATEMENT_LINES_MAX;
    if (lines > most) throw new LapakError('STATEMENT_TOO_LONG', { lines, most });
    const opening = await openingOf(db, stall, from);
    const moves = await listMoves(db, stall, { from, to, limit: most });
    let [balance, charges, credits] = [opening, 0, 0];
    const told = moves.map(({ kind, ...move }): StatementLine => {
      balance += move.amount;
      if (isCharge(move.what, kind)) charges += move.amount;
      else credits -= move.amount;
      return { ...move, kind: kind as ChargeKind | CreditKind, balance }; // of its table
    });
    const wanted = { of: { stall }, on: to, isPast: true };
    const { stalls: _, total, ...ageing } = await sumAgeing(db, wanted);
    const memberName = await memberOn(db, stall, to);
    const named = { stall, name, number, mall, mallName, memberName };
    const sums = { opening, charges, credits, closing: balance };
    return { ...named, from, to, ...sums, lines: told, ageing, advance: total - balance };
  });
}

const chargeKindsOf: ReadonlySet<string> = new Set<ChargeKind>([
  'electricity',
  'cleaning',
  'penalty',
  'opening',
  'other',
]);

/** Whether a line is of a charge or a refund: the reversal of either is of it. */
function isCharge(what: StatementLine['what'], kind: string): boolean {
  return what === 'charge' || what === 'refund' || chargeKindsOf.has(kind);
}
