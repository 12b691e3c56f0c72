import { LapakError } from '../../../domain/errors.ts';
import type { FeeOutcome } from '../../../domain/fees/manage/shapes.ts';
import { readAs } from '../../database/transact.ts';
import { accountFor } from '../accounts.ts';
import { actOfStall, type Doing } from '../act-of-stall.ts';
import { draftPayments } from '../book-payment.ts';
import { derivedId } from '../derived-id.ts';
import { claimWith } from './messages.ts';

/** A claim whose payment was seen to have come. */
export interface ClaimPayment {
  /** Id of its message. */
  readonly message: string;
  /** Of the payment, client-made: sent again it is the same. */
  readonly id: string;
  /** Rupiah that came, whatever was claimed. */
  readonly amount: number;
  /** The date on which it came; null for today. */
  readonly on: string | null;
  /** Null for the only account that takes what came as it did. */
  readonly account: string | null;
}

/**
 * Books the payment of a claim and answers the claim with its kuitansi, in one transaction: whoever
 * comes second to a claim books nothing.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, and as actOfStall() and accountFor()
 */
export async function bookClaim({ hub, by }: Doing, claim: ClaimPayment): Promise<FeeOutcome> {
  const { message: of, id, amount, account: named } = claim;
  const { stall } = await readAs(hub.database.db, 'every-stall', (db) => claimWith(db, of));
  const asked = { ...claim, stall, note: '' };
  return actOfStall({ hub, by }, 'bookClaim', asked, async ({ trx, mall, on, today }) => {
    const { said, answeredBy } = await claimWith(trx, of);
    if (answeredBy !== null) throw new LapakError('FEE_MATTER_DONE', {});
    const { account, made } = await accountFor(trx, { mall, on }, said.how, named);
    const payment = { id, mall, stall, on, note: '', kind: said.how, amount, account };
    const payments = await draftPayments(trx, [payment]);
    const answers = payments.map(({ credits: [{ id: credit, kuitansi: note }] }) => {
      const details = { kind: 'claim', of, outcome: 'booked', credit } as const;
      const settle = { id: derivedId(id, of), act: 'claim-settle', details } as const;
      return { ...settle, mall, stall, on: today, note };
    });
    return [...made, ...payments, ...answers];
  });
}
