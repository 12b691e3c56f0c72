import { BANK_PAGE_MAX } from '../../../domain/fees/bank/inputs.ts';
import type { Sender } from '../../../domain/fees/bank/check-contract.ts';
import {
  ACCOUNTS_MAX,
  type BankAccount,
  type SettledRow,
} from '../../../domain/fees/bank/manage-contract.ts';
import { plainNmid } from '../../../domain/payments/nmid.ts';
import { readAs } from '../../database/transact.ts';
import type { Hub } from '../../hub.ts';
import { parseRowPlace, writeRowPlace } from './read-rows.ts';
import { contentOf } from './settled-content.ts';
import { listSenders, type SenderPlace } from './sender-store.ts';
import { furthestStatement, listAccounts, pageOfSettled } from './statement-store.ts';

type ReadParts = Pick<Hub, 'database'>;

/** Accounts of a mall or of all, with their furthest files and how many rows wait. */
export async function readAccounts(
  { database }: ReadParts,
  mall: string | null,
): Promise<BankAccount[]> {
  return readAs(database.reports, 'every-stall', async (db) => {
    const found: BankAccount[] = [];
    for (const row of await listAccounts(db, mall, ACCOUNTS_MAX)) {
      const { holds, waiting, is_closed: closed, ...account } = row;
      const last = (await furthestStatement(db, account.account)) ?? null;
      const held = holds as BankAccount['holds']; // as its CHECK says
      found.push({ ...account, holds: held, isClosed: closed === 1, last, waiting: waiting ?? 0 });
    }
    return found;
  });
}

/** Who paid for which stall before, by name. */
export async function readSenders(
  { database }: ReadParts,
  { mall, text, cursor }: { readonly mall: string; readonly text: string; readonly cursor: string },
): Promise<{ senders: Sender[]; nextCursor: string }> {
  const after = parseSenderPlace(cursor);
  const senders = await readAs(database.reports, 'every-stall', (db) =>
    listSenders(db, { mall, text }, after, BANK_PAGE_MAX),
  );
  const last = senders.length < BANK_PAGE_MAX ? undefined : senders.at(-1);
  return { senders, nextCursor: last ? `${last.stall}|${last.sender}` : '' };
}

function parseSenderPlace(cursor: string): SenderPlace | null {
  const [, stall, sender] = /^([A-Za-z0-9.-]{1,32})\|(.+)$/.exec(cursor) ?? [];
  return stall === undefined || sender === undefined ? null : { stall, sender };
}

/**
 * Payments by QRIS to a merchant as files told them, the newest first.
 * @param merchant its id as somebody has written it, or whatever a file had in its place
 */
export async function readSettled(
  { database }: ReadParts,
  { nmid: merchant, cursor }: { readonly nmid: string; readonly cursor: string },
): Promise<{ rows: SettledRow[]; nextCursor: string }> {
  const nmid = plainNmid(merchant);
  const page = await readAs(database.reports, 'every-stall', (db) =>
    pageOfSettled(db, nmid, parseRowPlace(cursor), BANK_PAGE_MAX),
  );
  const last = page.length < BANK_PAGE_MAX ? undefined : page.at(-1);
  return {
    rows: page.map((kept) => {
      const { row, grossSen, netSen } = kept;
      return { ...contentOf(kept), row, nmid, grossSen, netSen };
    }),
    nextCursor: last ? writeRowPlace(last) : '',
  };
}
