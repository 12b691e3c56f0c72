import type { Kysely } from 'kysely';
import type { ChargeKind } from '../../../domain/fees/kinds.ts';
import type { MatchCharge, MatchStall } from '../../../domain/fees/match-index.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most stalls of one mall. */
const STALLS_MAX = 20_000;
/** Most charges of a mall that are open at once. */
const OPEN_MAX = 1_000_000;

/**
 * The stalls of a mall with all that a payment may say of them.
 * @param since members whose contracts ended before are known no more
 */
export async function matchStalls(
  db: Kysely<HubTables>,
  mall: string,
  since: string,
): Promise<MatchStall[]> {
  const stalls = await db
    .selectFrom('stall')
    .leftJoin('fee_code', 'fee_code.stall', 'stall.code')
    .where('stall.mall', '=', mall)
    .select(['stall.code as stall', 'stall.name', 'fee_code.code'])
    .orderBy('stall.code')
    .limit(STALLS_MAX)
    .execute();
  const members = await membersOf(db, mall, since);
  const open = await openChargesIn(db, mall);
  return stalls.map((row) => ({
    ...row,
    members: members.get(row.stall) ?? [],
    open: open.get(row.stall) ?? [],
  }));
}

async function membersOf(
  db: Kysely<HubTables>,
  mall: string,
  since: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('contract')
    .innerJoin('member', 'member.code', 'contract.member')
    .where('contract.mall', '=', mall)
    .where((e) => e.or([e('contract.to_date', 'is', null), e('contract.to_date', '>=', since)]))
    .select(['contract.stall', 'member.name'])
    .distinct()
    .orderBy('contract.stall')
    .orderBy('member.name')
    .limit(STALLS_MAX)
    .execute();
  return grouped(
    rows,
    ({ stall }) => stall,
    ({ name }) => name,
  );
}

/** What is still to be paid by the stalls of a mall, by what is due first. */
async function openChargesIn(
  db: Kysely<HubTables>,
  mall: string,
): Promise<Map<string, MatchCharge[]>> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where('is_reversed', '=', 0)
    .whereRef('settled', '<', 'amount')
    .select(['id', 'stall', 'due_on as due', 'period', 'kind', 'amount', 'settled'])
    .orderBy('due_on')
    .orderBy('id')
    .limit(OPEN_MAX)
    .execute();
  return grouped(
    rows,
    ({ stall }) => stall,
    ({ id, due, period, kind, amount, settled }): MatchCharge => ({
      id,
      due,
      period,
      kind: kind as ChargeKind, // only project-fee.ts writes it
      open: amount - settled,
    }),
  );
}

function grouped<R, T>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  valueOf: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(valueOf(row));
    else groups.set(keyOf(row), [valueOf(row)]);
  }
  return groups;
}
