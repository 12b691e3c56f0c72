import type { FeeBody } from '../../domain/fees/body.ts';
import type { FeeDetailsOf } from '../../domain/fees/details.ts';
import type { Tx } from '../database/transact.ts';
import { ofStall } from './of-stall.ts';

/** That a credit note is for a closure, or for a dispute. */
export async function saveRelief(
  trx: Tx,
  body: FeeBody,
  { of }: FeeDetailsOf<'relief'>,
): Promise<void> {
  const { act, stall } = ofStall(body);
  await trx.insertInto('fee_relief').values({ act, stall, of_act: of }).execute();
}
