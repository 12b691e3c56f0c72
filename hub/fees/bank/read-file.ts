import {
  builtInProfiles,
  isSettlementProfile,
  isStatementProfile,
} from '../../../domain/fees/bank/built-in-profiles.ts';
import type { Profile } from '../../../domain/fees/bank/profile.ts';
import { rejectAhead, rejectPaidAhead } from '../../../domain/fees/bank/reject-ahead.ts';
import type { SettlementFile } from '../../../domain/fees/bank/settlement.ts';
import type { StatementFile } from '../../../domain/fees/bank/statement.ts';
import { LapakError } from '../../../domain/errors.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import { type SheetOnce, sheetOnce } from '../../../node/fees/bank/open-by-profile.ts';
import { readSettlement } from '../../../node/fees/bank/read-settlement.ts';
import { readStatement } from '../../../node/fees/bank/read-statement.ts';

/** A file as somebody gives it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a file is to be read. */
export interface ReadHow {
  /** Profiles that were saved at the hub. */
  readonly own: readonly Profile[];
  /** The only profile to read it by; null for the one that fits. */
  readonly profile: Profile | null;
  /** Numbers of which the account that it is of has one, digits only; none for any. */
  readonly accounts: readonly string[];
  /** Whether it is of an account that takes QRIS. */
  readonly isOfQris: boolean;
  /** Last day that it can have rows of. */
  readonly endsOn: string;
}

/** A file that was taken apart. */
export type ReadBankFile = { readonly name: string; readonly sha256: string } & (
  | { readonly kind: 'statement'; readonly read: StatementFile }
  | { readonly kind: 'settlement'; readonly read: SettlementFile }
);

/**
 * The profile of this id; null for none.
 * @throws LapakError BANK_PROFILE_UNKNOWN
 */
export function profileOf(own: readonly Profile[], id: string | null): Profile | null {
  if (id === null || id === '') return null;
  const found = [...own, ...builtInProfiles].find((profile) => profile.id === id);
  if (!found) throw new LapakError('BANK_PROFILE_UNKNOWN', { profile: id });
  return found;
}

/**
 * Takes a file of a bank apart, or one of an acquirer: by its profile, else as what it looks like.
 * @throws LapakError what readStatement() and readSettlement() throw
 */
export async function readBankFile(given: GivenFile, how: ReadHow): Promise<ReadBankFile> {
  const of = { name: given.name, sha256: hashOf(given.bytes) };
  const file = { ...given, sheet: sheetOnce(given.bytes) };
  const { profile, isOfQris } = how;
  if (profile?.kind === 'settlement' || (isOfQris && profile === null)) {
    return { ...of, ...(await settlement(file, how)) };
  }
  if (profile !== null) return { ...of, ...(await statement(file, how)) };
  const found = await statement(file, how).catch(unlessUnknown);
  if (found && !isWithoutBalances(found.read)) return { ...of, ...found };
  const other = await settlement(file, how).catch(unlessUnknown);
  if (other && (!found || isOfMerchant(other.read))) return { ...of, ...other };
  if (!found) throw new LapakError('STATEMENT_UNKNOWN', {});
  return { ...of, ...found };
}

/** A table of days and sums alone: of a bank, or of an acquirer. */
function isWithoutBalances({ account, openingSen, closingSen }: StatementFile): boolean {
  return account === null && openingSen === null && closingSen === null;
}

/** Has what no bank has: merchant ids, or what an acquirer kept. */
function isOfMerchant({ rows }: SettlementFile): boolean {
  return rows.some(({ nmid, feeSen }) => nmid !== '' || feeSen !== 0);
}

interface OpenFile extends GivenFile {
  readonly sheet: SheetOnce;
}

async function statement({ name: fileName, bytes, sheet }: OpenFile, how: ReadHow) {
  const { own, profile, accounts, endsOn } = how;
  const read = await readStatement(bytes, {
    fileName,
    sheet,
    accounts,
    endsOn,
    profiles: own.filter(isStatementProfile),
    ...(profile && isStatementProfile(profile) && { profile }),
  });
  return { kind: 'statement', read: rejectAhead(read, endsOn) } as const;
}

async function settlement({ name: fileName, bytes, sheet }: OpenFile, how: ReadHow) {
  const { own, profile, endsOn } = how;
  const read = await readSettlement(bytes, {
    fileName,
    sheet,
    profiles: own.filter(isSettlementProfile),
    ...(profile && isSettlementProfile(profile) && { profile }),
  });
  return { kind: 'settlement', read: rejectPaidAhead(read, endsOn) } as const;
}

/** @throws what is no STATEMENT_UNKNOWN */
function unlessUnknown(error: unknown): null {
  if (error instanceof LapakError && error.code === 'STATEMENT_UNKNOWN') return null;
  throw error;
}
