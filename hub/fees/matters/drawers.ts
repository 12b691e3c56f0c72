import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import type { OfficeDrawer } from '../../../domain/fees/matters/drawer-contract.ts';
import { moneyAccount } from '../../../domain/fees/postings.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { leastFrom } from '../bank/books-store.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { type KnownAct, newestActs } from './act-store.ts';
import { balanceOf, cashAccounts, findAccount, type KeptAccount } from './month-store.ts';
import type { FeeReader } from './notices.ts';

/** Counts that are looked through for the newest of each drawer of a mall. */
const COUNTS_MAX = 200;

/** What should be in the drawers of a mall's office. */
export async function listDrawers(hub: FeeReader, mall: string): Promise<OfficeDrawer[]> {
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const counts = await newestCounts(db, mall);
    const drawers: OfficeDrawer[] = [];
    for (const account of await cashAccounts(db, mall)) {
      drawers.push(await shownDrawer(db, account, counts));
    }
    return drawers;
  });
}

/** A count of a drawer. */
export interface CountOrder {
  readonly account: string;
  readonly id: string;
  /** Rupiah. */
  readonly counted: number;
  readonly note: string;
}

/**
 * Counts a drawer and posts the difference, once.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, MONTH_CLOSED, ACT_ID_REUSED
 */
export function countDrawer(hub: FeeParts, by: string, order: CountOrder): Promise<OfficeDrawer> {
  const { account, id, counted, note } = order;
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const drawer = await drawerWith(trx, account);
    const { mall } = drawer;
    if (!(await isDone(id, 'drawer-count', order))) {
      const expected = await expectedIn(trx, { mall, account });
      const details = { kind: 'count', account, expected, counted } as const;
      const movements = differenceOf(account, counted - expected);
      await append([{ id, act: 'drawer-count', mall, on, note, ...movements, details }]);
    }
    return shownDrawer(trx, drawer, await newestCounts(trx, mall));
  });
}

/** Cash that goes to the bank. */
export interface BankingOrder {
  readonly account: string;
  readonly id: string;
  /** A bank account of the same mall. */
  readonly to: string;
  /** Rupiah. */
  readonly amount: number;
  readonly on: string;
  readonly note: string;
}

/**
 * Takes cash from a drawer to an account at a bank, once.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, DRAWER_SHORT, MONTH_CLOSED, FEE_DATE_AHEAD,
 *   ACT_ID_REUSED
 */
export function bankCash(hub: FeeParts, by: string, order: BankingOrder): Promise<OfficeDrawer> {
  const { account, id, to, amount, on, note } = order;
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const drawer = await drawerWith(trx, account);
    const { mall } = drawer;
    if (!(await isDone(id, 'cash-bank', order))) {
      const bank = await findAccount(trx, to);
      if (bank?.mall !== mall || bank.holds !== 'bank' || bank.isClosed) {
        throw new LapakError('FEE_ACCOUNT_UNKNOWN', { account: to });
      }
      if (on > hubToday(hub)) throw new LapakError('FEE_DATE_AHEAD', { on });
      await assertInDrawer(trx, { mall, account }, { on, amount });
      const movements = [{ from: moneyAccount(account), to: moneyAccount(to), amount }];
      await append([{ id, act: 'cash-bank', mall, on, note, movements }]);
    }
    return shownDrawer(trx, drawer, await newestCounts(trx, mall));
  });
}

/**
 * Refuses cash that was not there on its date, or that went out since.
 * @throws LapakError DRAWER_SHORT with the least that was in the drawer from that date on
 */
export async function assertInDrawer(
  db: Kysely<HubTables>,
  drawer: { readonly mall: string; readonly account: string },
  { on, amount }: { readonly on: string; readonly amount: number },
): Promise<void> {
  const expected = await leastFrom(db, drawer, on);
  if (amount > expected) throw new LapakError('DRAWER_SHORT', { expected });
}

/** Rupiah that the books say are in a drawer. */
export function expectedIn(
  db: Kysely<HubTables>,
  { mall, account }: { readonly mall: string; readonly account: string },
): Promise<number> {
  return balanceOf(db, mall, moneyAccount(account));
}

/** A count of a drawer, and where it stands in the hub's journal. */
type PlacedCount = NonNullable<OfficeDrawer['last']> & { readonly position: number };

/** The newest count of each drawer of a mall, by account. */
export async function newestCounts(
  db: Kysely<HubTables>,
  mall: string,
): Promise<Map<string, PlacedCount>> {
  const counts = new Map<string, PlacedCount>();
  for (const act of await newestActs(db, { mall, act: 'drawer-count', limit: COUNTS_MAX })) {
    const count = countOf(act);
    if (count && !counts.has(count.account)) {
      counts.set(count.account, { ...count.said, position: act.position });
    }
  }
  return counts;
}

function countOf({ details, on, by }: KnownAct) {
  if (details?.kind !== 'count') return undefined;
  const { account, expected, counted } = details;
  const said = { on, by, expected, counted, difference: counted - expected };
  return { account, said };
}

function differenceOf(account: string, difference: number) {
  if (difference === 0) return {};
  const [drawer, other] = [moneyAccount(account), 'drawer-difference'];
  const amount = Math.abs(difference);
  const movement =
    difference > 0 ? { from: other, to: drawer, amount } : { from: drawer, to: other, amount };
  return { movements: [movement] };
}

async function shownDrawer(
  db: Kysely<HubTables>,
  { code: account, mall, label }: KeptAccount,
  counts: ReadonlyMap<string, PlacedCount>,
): Promise<OfficeDrawer> {
  const expected = await expectedIn(db, { mall, account });
  const newest = counts.get(account);
  if (!newest) return { account, label, expected, last: null };
  const { position: _, ...last } = newest;
  return { account, label, expected, last };
}

/** @throws LapakError FEE_ACCOUNT_UNKNOWN */
async function drawerWith(db: Kysely<HubTables>, account: string): Promise<KeptAccount> {
  const found = await findAccount(db, account);
  if (found?.holds !== 'cash') throw new LapakError('FEE_ACCOUNT_UNKNOWN', { account });
  return found;
}
