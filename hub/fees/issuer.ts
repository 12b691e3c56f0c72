import type { MallIssuer } from '../../domain/fees/manage/issuer-calls.ts';
import { readAs } from '../database/transact.ts';
import { appendAct } from '../journal/append-act.ts';
import type { Doing } from './act-of-stall.ts';
import { findIssuer, saveIssuer } from './issuer-store.ts';
import { assertMall } from './matters/place-store.ts';
import type { FeeReader } from './read-month.ts';
import { writeFees } from './write-fee.ts';

const nobody: MallIssuer = { address: '', telephone: '', place: '', signer: '' };

/** Who writes the papers of a mall. @throws LapakError MALL_UNKNOWN */
export function readIssuer(
  { database }: Pick<FeeReader, 'database'>,
  mall: string,
): Promise<MallIssuer> {
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    return (await findIssuer(db, mall)) ?? nobody;
  });
}

/**
 * Sets who writes the papers of a mall. Whoever is named there can be erased again: the journal has
 * that it was set, and by whom, not what.
 * @throws LapakError MALL_UNKNOWN
 */
export function setIssuer(
  { hub, by }: Doing,
  { mall, ...issuer }: MallIssuer & { readonly mall: string },
): Promise<MallIssuer> {
  return writeFees(hub, by, async ({ trx, nowMs }) => {
    await assertMall(trx, mall);
    await saveIssuer(trx, mall, issuer);
    await appendAct(trx, hub.identity, { act: 'issuer-set', by, subject: mall }, nowMs);
    return issuer;
  });
}
