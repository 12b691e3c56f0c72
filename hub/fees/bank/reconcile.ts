import type { Kysely } from 'kysely';
import {
  type Difference,
  EXPLAINED_MAX,
  type Reconciliation,
  type SignOff,
} from '../../../domain/fees/bank/reconciliation.ts';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import type { Hub } from '../../hub.ts';
import { hubToday } from '../../reports/read-day.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { bookedUntil, goneElsewhere, rowSums } from './books-store.ts';
import { needAccount } from './file-account.ts';
import { findSignOff, insertSignature, listSignOffs } from './sign-off-store.ts';
import { balanceAt } from './statement-store.ts';
import { postingsUnsaid, rowsUnsaid, type Unpaired } from './unpaired-store.ts';

type Sums = Omit<Reconciliation, 'signOffs'>;

const noneGone = { withheld: 0, paidOut: 0 };

/**
 * The balance of an account as the bank tells it and as the books have it at the end of a date,
 * with what explains the difference, row by row.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN
 */
export async function reconcile(
  hub: Pick<Hub, 'database'>,
  account: string,
  date: string,
): Promise<Reconciliation> {
  return readAs(hub.database.reports, 'every-stall', async (db) => {
    const sums = await reconcileIn(db, account, date);
    return { ...sums, signOffs: await listSignOffs(db, account, date) };
  });
}

async function reconcileIn(db: Kysely<HubTables>, code: string, date: string): Promise<Sums> {
  const { account, label, mall, holds } = await needAccount(db, code);
  const bank = await balanceAt(db, account, date);
  const book = await bookedUntil(db, { account, mall }, date);
  const { amountSen, fractionsSen, first } = await rowSums(db, account, date);
  const rows = await rowsUnsaid(db, account, date, EXPLAINED_MAX);
  const postings = await postingsUnsaid(db, account, date, EXPLAINED_MAX);
  const openingSen = first && first.on <= date ? (first.openingSen ?? 0) : 0;
  const bankSen = bank?.balanceSen ?? openingSen + amountSen;
  const gapSen = bankSen - openingSen - amountSen;
  const gone = holds === 'qris' ? await goneElsewhere(db, account, date) : noneGone;
  const others = [
    ...ofFiles('opening', first?.on ?? null, openingSen),
    ...ofFiles('gap', null, gapSen),
    ...ofFiles('sen', null, fractionsSen),
    ...ofFiles('withheld', null, 100 * gone.withheld),
    ...ofFiles('paid-out', null, 100 * gone.paidOut),
  ];
  const listed = [
    ...rows.listed.map((one) => told('row', one)),
    ...postings.listed.map((one) => told('posting', one)),
  ].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  const differenceSen = bankSen - 100 * book;
  const explainedSen =
    others.reduce((sum, { amountSen: sen }) => sum + sen, 0) + 100 * (rows.total + postings.total);
  return {
    account,
    label,
    mall,
    date,
    bankSen: bank?.balanceSen ?? null,
    bankOn: bank?.on ?? null,
    book,
    differenceSen,
    differences: [...others, ...listed].slice(0, EXPLAINED_MAX),
    count: others.length + rows.count + postings.count,
    unexplainedSen: differenceSen - explainedSen,
  };
}

function ofFiles(kind: Difference['kind'], on: string | null, amountSen: number): Difference[] {
  if (amountSen === 0) return [];
  return [{ kind, on, amountSen, text: '', row: null, act: null, stall: null }];
}

function told(kind: 'row' | 'posting', { amount, ...one }: Unpaired): Difference {
  return { ...one, kind, amountSen: 100 * amount };
}

/** A reconciliation that is signed off. */
export interface Signing {
  readonly id: string;
  readonly account: string;
  readonly date: string;
  /** As they were seen. */
  readonly bankSen: number;
  readonly book: number;
  readonly name: string;
}

/**
 * Signs a reconciliation off, with the name of who answers for it: the name is kept beside the
 * record, not in it. Sent again it is the first.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_DATE_AHEAD, ACT_ID_REUSED,
 *   RECONCILIATION_CHANGED where it is other than was seen
 */
export function signOff({ hub, by }: Doing, asked: Signing): Promise<SignOff> {
  const today = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const { id, account, date, name, ...seen } = asked;
    if (await isDone(id, 'sign-off', { account, date, ...seen })) return signOffWith(trx, id);
    if (date > today) throw new LapakError('FEE_DATE_AHEAD', { on: date });
    const { bankSen, book, mall } = await reconcileIn(trx, account, date);
    if (bankSen !== asked.bankSen || book !== asked.book) {
      throw new LapakError('RECONCILIATION_CHANGED', {});
    }
    const details = { kind: 'sign-off', account, date, bankSen, book } as const;
    await append([{ id, act: 'sign-off', mall, on: today, note: '', details }]);
    await insertSignature(trx, { act: id, account, date, name });
    return signOffWith(trx, id);
  });
}

async function signOffWith(db: Kysely<HubTables>, id: string): Promise<SignOff> {
  const made = await findSignOff(db, id);
  assert(made !== undefined, 'what was signed is there');
  return made;
}

/** Sign-offs of an account, the newest first. */
export function readSignOffs({ database }: Pick<Hub, 'database'>, account: string) {
  return readAs(database.reports, 'every-stall', (db) => listSignOffs(db, account, null));
}
