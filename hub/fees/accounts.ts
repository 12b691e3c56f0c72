import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import type { FeeDetailsOf } from '../../domain/fees/details.ts';
import { accountsTaking, type PaymentKind } from '../../domain/fees/kinds.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import { accountsOfMall, findMallAccount, type MallAccount } from './bank/account-store.ts';
import { assertInDrawer } from './matters/drawers.ts';

const anyAccount: readonly MallAccount['holds'][] = ['bank', 'qris', 'cash'];

/** An account that money comes to, and the act that makes it where it was not there. */
export interface ChosenAccount {
  readonly account: string;
  readonly made: readonly FeeDraft[];
}

/**
 * The account that a payment came to: the one that was named, else the only one that takes it. The
 * office's drawer is made with the first act that needs it.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER, FEE_ACCOUNT_NEEDED
 */
export async function accountFor(
  trx: Tx,
  { mall, on }: Pick<FeeDraft, 'mall' | 'on'>,
  kind: PaymentKind,
  named: string | null,
): Promise<ChosenAccount> {
  const fits: readonly MallAccount['holds'][] = accountsTaking[kind];
  if (named !== null) {
    const { account } = await namedAccount(trx, mall, fits, named);
    return { account, made: [] };
  }
  const open = await openAccounts(trx, mall);
  const exact = open.filter(({ holds }) => holds === kind);
  const found = exact.length > 0 ? exact : open.filter(({ holds }) => fits.includes(holds));
  const [only] = found;
  if (only && found.length === 1) return { account: only.account, made: [] };
  if (only || kind !== 'cash') throw new LapakError('FEE_ACCOUNT_NEEDED', {});
  const account = `kantor-${mall.toLowerCase()}`.slice(0, 32);
  const taken = await findMallAccount(trx, account);
  if (taken) throw new LapakError('FEE_ACCOUNT_NEEDED', {}); // closed, or of another mall
  const details: FeeDetailsOf<'account'> = {
    kind: 'account',
    account,
    holds: 'cash',
    label: '',
    profile: '',
    isClosed: false,
  };
  const made = { id: randomUUID(), act: 'account-set', mall, on, note: '', details } as const;
  return { account, made: [made] };
}

/**
 * The account that a deposit came to: any that was named, else the office's drawer.
 * @throws LapakError as accountFor()
 */
export async function accountOfDeposit(
  trx: Tx,
  of: Pick<FeeDraft, 'mall' | 'on'>,
  named: string | null,
): Promise<ChosenAccount> {
  if (named === null) return accountFor(trx, of, 'cash', null);
  const { account } = await namedAccount(trx, of.mall, anyAccount, named);
  return { account, made: [] };
}

/**
 * The account that so much money goes out of: any that was named, else the office's drawer.
 * @param amount rupiah
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER, FEE_ACCOUNT_NEEDED, DRAWER_SHORT
 */
export async function accountFrom(
  trx: Tx,
  { mall, on, amount }: Pick<FeeDraft, 'mall' | 'on'> & { readonly amount: number },
  named: string | null,
): Promise<string> {
  const { account, holds } =
    named === null ? await onlyDrawer(trx, mall) : await namedAccount(trx, mall, anyAccount, named);
  if (holds === 'cash') await assertInDrawer(trx, { mall, account }, { on, amount });
  return account;
}

/** @throws LapakError FEE_ACCOUNT_NEEDED where the mall has no drawer that is open, or several */
async function onlyDrawer(trx: Tx, mall: string): Promise<MallAccount> {
  const drawers = (await openAccounts(trx, mall)).filter(({ holds }) => holds === 'cash');
  const [only] = drawers;
  if (!only || drawers.length > 1) throw new LapakError('FEE_ACCOUNT_NEEDED', {});
  return only;
}

async function openAccounts(trx: Tx, mall: string): Promise<MallAccount[]> {
  return (await accountsOfMall(trx, mall)).filter(({ isClosed }) => !isClosed);
}

async function namedAccount(
  trx: Tx,
  mall: string,
  fits: readonly MallAccount['holds'][],
  account: string,
): Promise<MallAccount> {
  const found = await findMallAccount(trx, account);
  if (!found) throw new LapakError('FEE_ACCOUNT_UNKNOWN', { account });
  const isFit = found.mall === mall && !found.isClosed && fits.includes(found.holds);
  if (!isFit) throw new LapakError('FEE_ACCOUNT_OTHER', { account });
  return found;
}
