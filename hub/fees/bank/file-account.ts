import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { plainNmid } from '../../../domain/payments/nmid.ts';
import type { HubTables } from '../../database/tables.ts';
import {
  accountsHolding,
  everyHolding,
  findMallAccount,
  isMall,
  type MallAccount,
  mallCodes,
} from './account-store.ts';

/** Whose a file is, as far as somebody said. */
export interface AccountAsked {
  /** Null for the one whose number the file names. */
  readonly account: string | null;
  /** Of an account that is not set up yet; null for the only mall. */
  readonly mall: string | null;
}

/** The account of a file. */
export interface FileAccount extends MallAccount {
  /** Whether nobody set it up yet. */
  readonly isNew: boolean;
}

/** Fewer digits are no number of an account, but a code of its bank or of a branch. */
const NUMBER_MIN = 5;

/**
 * What may be the number of an account in its label, digits only: each group of digits, and
 * neighbours that `-`, `.` or a single blank joins. `BCA 014 0111222333` may be of three.
 */
export function numbersIn({ label }: Pick<MallAccount, 'label'>): string[] {
  return (label.match(/\d+(?:[ .-]\d+)*/g) ?? []).flatMap((run) => {
    const groups = run.split(/[ .-]/);
    return groups.flatMap((_, from) =>
      groups.slice(from).map((__, more) => groups.slice(from, from + more + 1).join('')),
    );
  });
}

/** Those of which a file of the account has to name one; none where no number stands in it. */
export function neededNumbers(account: Pick<MallAccount, 'label'>): string[] {
  return numbersIn(account).filter(({ length }) => length >= NUMBER_MIN);
}

/** The account of this code. @throws LapakError FEE_ACCOUNT_UNKNOWN */
export async function needAccount(db: Kysely<HubTables>, account: string): Promise<MallAccount> {
  const found = await findMallAccount(db, account);
  if (!found) throw new LapakError('FEE_ACCOUNT_UNKNOWN', { account });
  return found;
}

/**
 * The account that a bank file is of: the one that was named, else the one that has its number in
 * its label or as its code, which may be closed by now. One that nobody set up yet is to be made,
 * of the mall that was named or of the only one.
 * @param number as the file tells it, digits only; null where it does not
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER where an account of another mall or
 *   holding has its number for a code, MALL_UNKNOWN, BANK_ACCOUNT_NEEDED
 */
export async function accountOfStatement(
  db: Kysely<HubTables>,
  asked: AccountAsked,
  number: string | null,
): Promise<FileAccount> {
  if (asked.account !== null) {
    return { ...(await needAccount(db, asked.account)), isNew: false };
  }
  const fitting = (await everyHolding(db, 'bank')).filter(
    (one) =>
      (number !== null ? numbersIn(one).includes(number) : !one.isClosed) &&
      (asked.mall === null || one.mall === asked.mall),
  );
  const open = fitting.filter(({ isClosed }) => !isClosed);
  const known = open.length > 0 ? open : fitting;
  const [only] = known;
  if (only && known.length === 1) return { ...only, isNew: false };
  if (number === null || only)
    throw new LapakError('BANK_ACCOUNT_NEEDED', { number: number ?? '–' });
  const mall = await mallOf(db, asked.mall, number);
  const account = number.slice(0, 32);
  const coded = await findMallAccount(db, account);
  if (coded) {
    const isFit = coded.holds === 'bank' && coded.mall === mall;
    if (!isFit) throw new LapakError('FEE_ACCOUNT_OTHER', { account });
    return { ...coded, isNew: false };
  }
  const blank = { qris: '', profile: '', isClosed: false };
  return { account, mall, holds: 'bank', label: number, ...blank, isNew: true };
}

/**
 * The account of a settlement file: the one that was named, else the one whose static QRIS says a
 * merchant id of the file, of the mall that was named; null where there is none.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER
 */
export async function accountOfSettlement(
  db: Kysely<HubTables>,
  { account, mall }: AccountAsked,
  nmids: ReadonlySet<string>,
): Promise<MallAccount | null> {
  if (account !== null) {
    const named = await needAccount(db, account);
    if (named.holds !== 'qris') throw new LapakError('FEE_ACCOUNT_OTHER', { account });
    return named;
  }
  const known = await accountsHolding(db, 'qris');
  const own = known.find(
    (one) =>
      (mall === null || one.mall === mall) &&
      [...nmids].some((nmid) => nmid !== '' && one.qris.includes(plainNmid(nmid))),
  );
  return own ?? null;
}

/**
 * The mall that was named, else the only one.
 * @param number of the account that is of it, for the words
 * @throws LapakError MALL_UNKNOWN, BANK_ACCOUNT_NEEDED
 */
export async function mallOf(
  db: Kysely<HubTables>,
  named: string | null,
  number: string,
): Promise<string> {
  if (named !== null) {
    if (!(await isMall(db, named))) throw new LapakError('MALL_UNKNOWN', { mall: named });
    return named;
  }
  const [only, ...others] = await mallCodes(db, 2);
  if (only === undefined || others.length > 0)
    throw new LapakError('BANK_ACCOUNT_NEEDED', { number });
  return only;
}
