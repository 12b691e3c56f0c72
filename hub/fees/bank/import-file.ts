import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ImportReport } from '../../../domain/fees/bank/import-report.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeDraft } from '../../../domain/fees/body.ts';
import type { Language } from '../../../domain/settings/settings.ts';
import { translator } from '../../../domain/translator.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { type FeeBook, type FeeParts, writeFees } from '../write-fee.ts';
import { findMallAccount, type MallAccount } from './account-store.ts';
import {
  type AccountAsked,
  accountOfSettlement,
  accountOfStatement,
  mallOf,
  neededNumbers,
} from './file-account.ts';
import { digestOf, type PlannedFile, reportOf } from './import-words.ts';
import { planSettlement } from './plan-settlement.ts';
import { planStatement } from './plan-statement.ts';
import { readOwnProfiles } from './profiles.ts';
import { type GivenFile, profileOf, type ReadBankFile, readBankFile } from './read-file.ts';
import { moveRows, renameRows } from './rename-store.ts';
import { insertBankRows } from './row-store.ts';
import { insertSettled, insertStatement, isFileKnown } from './statement-store.ts';
import { tellSettled } from './tell-settled.ts';

/** How a file is to be taken in. */
export interface ImportHow extends AccountAsked {
  /** Of the act, client-made; left out, any. */
  readonly id?: string;
  /** Pseudonym of who does it. */
  readonly by: string;
  /** Id of the only profile to read it by; null for the account's, else the one that fits. */
  readonly profile: string | null;
  /** Last day that it can have rows of, not behind today; null for today. */
  readonly endsOn: string | null;
  readonly mode: 'dry-run' | 'apply';
  /** What its dry run foretold; null compares nothing. */
  readonly seen: string | null;
  readonly isUnbalancedTaken: boolean;
  readonly language: Language;
}

/**
 * Takes a file of a bank or an acquirer in, or tells what that would do. What is there already is
 * known again, whatever its description says now, which it takes while nobody used it; of a broken
 * file nothing is taken.
 * @throws LapakError what readBankFile() throws, FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER,
 *   MALL_UNKNOWN, BANK_ACCOUNT_NEEDED, BANK_QRIS_NEEDED, BANK_PROFILE_UNKNOWN, BANK_FILE_CHANGED,
 *   ACT_ID_REUSED, HUB_BUSY, HUB_FULL
 */
export async function importBankFile(
  hub: FeeParts,
  file: GivenFile,
  how: ImportHow,
): Promise<ImportReport> {
  const { db } = hub.database;
  const today = hubToday(hub);
  const { own, named } = await readAs(db, 'every-stall', async (reading) => ({
    own: await readOwnProfiles(reading),
    named: how.account === null ? undefined : await findMallAccount(reading, how.account),
  }));
  const read = await readBankFile(file, {
    own,
    profile: profileOf(own, how.profile ?? named?.profile ?? null),
    accounts: named ? neededNumbers(named) : [],
    isOfQris: named?.holds === 'qris',
    endsOn: how.endsOn !== null && how.endsOn < today ? how.endsOn : today,
  });
  const plan = (reading: Kysely<HubTables>) => planFile(reading, read, how, today);
  const speaker = translator(how.language);
  if (how.mode === 'dry-run') {
    return reportOf(await readAs(db, 'every-stall', plan), read, speaker);
  }
  return writeFees(hub, how.by, async (book) => {
    const planned = await plan(book.trx);
    const isOther = how.seen !== null && how.seen !== digestOf(planned);
    if (isOther && planned.added.length + planned.settled.length > 0) {
      throw new LapakError('BANK_FILE_CHANGED', {});
    }
    await keep(book, read, planned, { id: how.id ?? randomUUID(), today });
    return reportOf(planned, read, speaker);
  });
}

async function planFile(
  db: Kysely<HubTables>,
  file: ReadBankFile,
  how: ImportHow,
  today: string,
): Promise<PlannedFile> {
  if (file.kind === 'statement') {
    const account = await accountOfStatement(db, how, file.read.account);
    const planned = await planStatement(db, account.account, file.read, how.isUnbalancedTaken);
    const isAgain = await isFileKnown(db, account.account, file.sha256);
    const of = { account, mall: account.mall, isNew: account.isNew, isAgain, settled: [] };
    return { ...planned, ...of, renamed: isAgain ? [] : planned.renamed };
  }
  const nmids = new Set(file.read.rows.map(({ nmid }) => nmid));
  const account = await accountOfSettlement(db, how, nmids);
  const mall = account?.mall ?? (await mallOf(db, how.mall, '–'));
  const planned = await planSettlement(db, account, file.read, today);
  const isAgain = account === null || (await isFileKnown(db, account.account, file.sha256));
  return { ...planned, account, mall, isNew: false, isAgain, moved: [], renamed: [], gaps: [] };
}

/** Nothing is written where nothing comes in and the file reaches no further than others. */
async function keep(
  { trx, nowMs, append, isDone }: FeeBook,
  file: ReadBankFile,
  planned: PlannedFile,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<void> {
  const { account, mall, added, settled, refusal } = planned;
  if (refusal !== null || (await isDone(id, 'statement-import', { sha256: file.sha256 }))) return;
  if (planned.isAgain && added.length + settled.length === 0) return;
  const period = periodOf(planned, file) ?? { from: today, to: today };
  const { openingSen = null, closingSen = null } = file.kind === 'statement' ? file.read : {};
  const rows = file.read.rows.length;
  const said = {
    id,
    act: 'statement-import',
    mall,
    on: today,
    note: '',
    details: {
      kind: 'import',
      sha256: file.sha256,
      rows,
      ...period,
      ...(account && { account: account.account }),
      ...(openingSen !== null && { openingSen }),
      ...(closingSen !== null && { closingSen }),
    },
  } as const;
  await append([...(planned.isNew && account ? [accountSet(account, today)] : []), said]);
  if (account) {
    const { name, sha256 } = file;
    const of = { id, account: account.account, sha256, file: name, ...period };
    await insertStatement(trx, { ...of, openingSen, closingSen, rows, added: added.length });
    await moveRows(trx, planned.moved);
    await insertBankRows(trx, id, added);
    await renameRows(trx, id, planned.renamed);
  }
  await insertSettled(trx, id, settled);
  await tellSettled(trx, settled, { today, nowMs });
}

function periodOf({ added, settled }: PlannedFile, file: ReadBankFile) {
  if (file.kind === 'statement') return file.read.period;
  const days = [...added, ...settled].map(({ on }) => on).sort();
  const [from] = days;
  return from === undefined ? null : { from, to: days.at(-1) ?? from };
}

function accountSet({ isClosed, ...account }: MallAccount, on: string): FeeDraft {
  const { account: code, mall, holds, label, profile } = account;
  return {
    id: randomUUID(),
    act: 'account-set',
    mall,
    on,
    note: '',
    details: { kind: 'account', account: code, holds, label, profile, isClosed },
  };
}
