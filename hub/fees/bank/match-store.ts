import { type Kysely, sql } from 'kysely';
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
  const names = new Map<string, string[]>();
  for (const { stall, name } of rows) {
    const own = names.get(stall);
    if (own) own.push(name);
    else names.set(stall, [name]);
  }
  return names;
}

/** What is still to be paid by the stalls of a mall, by what is due first. */
async function openChargesIn(
  db: Kysely<HubTables>,
  mall: string,
): Promise<Map<string, MatchCharge[]>> {
  const rows = await db
    .selectFrom('fee_charge')
    .where('mall', '=', mall)
    .where(sql<boolean>`is_reversed = 0 AND amount - settled > 0`)
    .select(['id', 'stall', 'due_on as due', 'period'])
    .select(sql<ChargeKind>`kind`.as('kind')) // only project-fee.ts writes it
    .select(sql<number>`amount - settled`.as('open'))
    .orderBy('due_on')
    .orderBy('id')
    .limit(OPEN_MAX)
    .execute();
  return Map.groupBy(rows, ({ stall }) => stall);
}
