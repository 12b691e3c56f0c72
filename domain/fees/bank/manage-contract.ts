import { z } from 'zod';
import { storable } from '../../line-of-text.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { Hash, OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { AccountCode, BankRow } from './bank-row.ts';
import { checkCalls } from './check-contract.ts';
import { rowCalls } from './row-contract.ts';
import { ImportReport } from './import-report.ts';
import { profileCalls } from './profile-contract.ts';
import { UploadedFile, wrongFile } from './uploaded-file.ts';
import { BANK_PAGE_MAX, BankCursor, newAct, SearchText } from './inputs.ts';

/** Most accounts that are listed. */
export const ACCOUNTS_MAX = 500;

const AccountHolds = z.enum(['bank', 'qris', 'cash']);

/** An account that files come of, with the last one. */
export const BankAccount = z.strictObject({
  account: AccountCode,
  mall: OrganisationCode,
  holds: AccountHolds,
  /** As it stands on bills: `BCA 1234567890`. */
  label: z.string(),
  /** Id of the profile of its files; empty to try all. */
  profile: z.string(),
  isClosed: z.boolean(),
  /** The file that reaches furthest; null before the first. */
  last: z
    .strictObject({
      file: z.string(),
      from: BusinessDate,
      to: BusinessDate,
      closingSen: z.int().nullable(),
      importedAtMs: z.int(),
    })
    .nullable(),
  /** Rows of which something is left to be said. */
  waiting: z.int(),
});
export type BankAccount = z.output<typeof BankAccount>;

/** A payment by QRIS as the acquirer settled it. */
export const SettledRow = z.strictObject({
  row: Hash,
  provider: z.string(),
  nmid: z.string(),
  terminal: z.string(),
  reference: z.string(),
  invoice: z.string(),
  issuer: z.string(),
  kind: z.enum(['payment', 'refund', 'adjustment', 'other']),
  /** UTC ms; null where the file does not tell. */
  paidAtMs: z.int().nullable(),
  /** The provider's local date; null where the file does not tell. */
  paidOn: BusinessDate.nullable(),
  settledOn: BusinessDate.nullable(),
  grossSen: z.int(),
  netSen: z.int(),
});
export type SettledRow = z.output<typeof SettledRow>;

/** Accounts, files and their rows. */
const files = {
  accounts: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/accounts',
      tags: ['bank'],
      summary: 'Accounts with their last file and how many rows wait',
    })
    .input(z.strictObject({ mall: OrganisationCode.nullable().default(null) }))
    .output(z.strictObject({ accounts: z.array(BankAccount).max(ACCOUNTS_MAX) })),

  /** Takes a file of a bank or an acquirer in, or tells what that would do. */
  import: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/imports',
      tags: ['bank'],
      summary: 'Imports a bank or settlement file, or tells what that would do',
    })
    .input(
      z.strictObject({
        ...newAct,
        ...UploadedFile,
        /** Null: the account whose number the file names. */
        account: AccountCode.nullable().default(null),
        /** Whose the account is when the file's is not set up yet; null: the only mall. */
        mall: OrganisationCode.nullable().default(null),
        /** Id of the only profile to read it by; null: the account's, else the one that fits. */
        profile: z.string().max(40).nullable().default(null),
        /** Last day that it can have rows of, for dates without a year; null: today. */
        endsOn: BusinessDate.nullable().default(null),
        /** `dry-run` writes nothing. */
        mode: z.enum(['dry-run', 'apply']),
        /** `apply`: the digest that its dry run answered; null compares nothing. */
        seen: Hash.nullable().default(null),
        /** Takes a file that does not add up, though never one with rejected rows. */
        isUnbalancedTaken: z.boolean().default(false),
        /** Of the reasons. */
        language: z.enum(['id', 'en']),
      }),
    )
    .errors(
      pickHubErrors(
        ...wrongFile,
        'BANK_PROFILE_UNKNOWN',
        'FEE_ACCOUNT_UNKNOWN',
        'FEE_ACCOUNT_OTHER',
        'MALL_UNKNOWN',
        'BANK_ACCOUNT_NEEDED',
        'BANK_QRIS_NEEDED',
        'BANK_FILE_CHANGED',
      ),
    )
    .output(ImportReport),

  /** Rows of an account, the oldest first. */
  rows: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/accounts/{account}/rows',
      tags: ['bank'],
      summary: 'Rows of an account with what they may be',
    })
    .input(
      z.strictObject({
        account: AccountCode,
        which: z.enum(['waiting', 'used', 'all']).default('waiting'),
        /** A part of the description or reference, or an amount in rupiah. */
        text: SearchText,
        cursor: BankCursor,
      }),
    )
    .errors(pickHubErrors('FEE_ACCOUNT_UNKNOWN'))
    .output(z.strictObject({ rows: z.array(BankRow).max(BANK_PAGE_MAX), nextCursor: z.string() })),

  /** Payments by QRIS as files told them, the newest first. */
  settlements: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/settlements/{nmid}',
      tags: ['bank'],
      summary: 'Settled payments of a merchant',
    })
    .input(
      z.strictObject({
        nmid: storable(40),
        cursor: BankCursor,
      }),
    )
    .output(
      z.strictObject({ rows: z.array(SettledRow).max(BANK_PAGE_MAX), nextCursor: z.string() }),
    ),
};

/** Files of banks, what their rows are, and whether the books agree with them. */
export const bankContract = { ...files, ...profileCalls, ...rowCalls, ...checkCalls };
