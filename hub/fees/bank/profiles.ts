import type { Kysely } from 'kysely';
import { builtInProfiles } from '../../../domain/fees/bank/built-in-profiles.ts';
import type { ProfileTrial } from '../../../domain/fees/bank/import-report.ts';
import type { ListedProfile } from '../../../domain/fees/bank/profile-contract.ts';
import { Profile } from '../../../domain/fees/bank/profile.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Language } from '../../../domain/settings/settings.ts';
import { translator } from '../../../domain/translator.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs, transact } from '../../database/transact.ts';
import type { Hub } from '../../hub.ts';
import { hubToday } from '../../reports/read-day.ts';
import { firstReasons } from './import-words.ts';
import { accountReadBy } from './account-store.ts';
import { deleteOwnProfile, ownProfiles, saveOwnProfile } from './profile-store.ts';
import { type GivenFile, profileOf, readBankFile } from './read-file.ts';

/** Rows of a trial that are told. */
const TRIED_ROWS = 20;

type ProfileParts = Pick<Hub, 'database' | 'clock'>;

/** Profiles that were saved at this hub. */
export async function readOwnProfiles(db: Kysely<HubTables>): Promise<Profile[]> {
  return (await ownProfiles(db)).map((content) => Profile.parse(JSON.parse(content)));
}

/** All profiles, those of the hub first. */
export async function listProfiles({ database }: ProfileParts): Promise<ListedProfile[]> {
  const own = await readAs(database.db, 'no-stall', readOwnProfiles);
  return [
    ...own.map((profile) => listedOf(profile, true)),
    ...builtInProfiles.map((profile) => listedOf(profile, false)),
  ];
}

/** A profile as the text that saveProfile() takes. @throws LapakError BANK_PROFILE_UNKNOWN */
export async function readProfile({ database }: ProfileParts, id: string): Promise<string> {
  const own = await readAs(database.db, 'no-stall', readOwnProfiles);
  const found = profileOf(own, id);
  if (!found) throw new LapakError('BANK_PROFILE_UNKNOWN', { profile: id });
  return JSON.stringify(found, null, 2);
}

/**
 * Forgets a profile of the hub's own; rows that were read by it stay.
 * @throws LapakError BANK_PROFILE_UNKNOWN, BANK_PROFILE_USED
 */
export async function forgetProfile({ database }: ProfileParts, id: string): Promise<void> {
  await transact(database, 'no-stall', async (trx) => {
    const reader = await accountReadBy(trx, id);
    if (reader) throw new LapakError('BANK_PROFILE_USED', { label: reader.label });
    if (!(await deleteOwnProfile(trx, id))) {
      throw new LapakError('BANK_PROFILE_UNKNOWN', { profile: id });
    }
  });
}

/**
 * Saves a profile of the hub's own, in place of one of that id.
 * @throws LapakError BANK_PROFILE_WRONG, also for the id of one that comes with Lapak
 */
export async function saveProfile(
  { database, clock }: ProfileParts,
  content: string,
): Promise<ListedProfile> {
  const profile = parseProfile(content);
  if (builtInProfiles.some(({ id }) => id === profile.id)) {
    throw new LapakError('BANK_PROFILE_WRONG', { detail: `id ${profile.id}` });
  }
  const nowMs = clock();
  await transact(database, 'no-stall', (trx) =>
    saveOwnProfile(trx, profile.id, JSON.stringify(profile), nowMs),
  );
  return listedOf(profile, true);
}

/** What is tried. */
export interface Trial {
  /** The profile, as text. */
  readonly profile: string;
  readonly file: GivenFile;
  readonly endsOn: string | null;
  readonly language: Language;
}

/**
 * What a profile makes of a file; nothing is written.
 * @throws LapakError BANK_PROFILE_WRONG, and what readBankFile() throws
 */
export async function tryProfile(hub: ProfileParts, trial: Trial): Promise<ProfileTrial> {
  const profile = parseProfile(trial.profile);
  const endsOn = trial.endsOn ?? hubToday(hub);
  const { kind, read } = await readBankFile(trial.file, {
    own: [],
    profile,
    accounts: [],
    isOfQris: false,
    endsOn,
  });
  const speaker = translator(trial.language);
  const said = {
    rowCount: read.rows.length,
    rejectedRows: new Set(read.rejected.map(({ row }) => row)).size,
    ...firstReasons(read, speaker),
  };
  if (kind === 'statement') {
    const { account, openingSen, closingSen, isBalanced: balanced } = read;
    const rows = read.rows.slice(0, TRIED_ROWS).map((row) => ({ ...row }));
    return { ...said, ...sumsOf(read.rows), account, openingSen, closingSen, balanced, rows };
  }
  const all = read.rows.map((row) => ({
    row: row.row,
    on: row.paidOn ?? row.settledOn,
    amountSen: row.grossSen,
    balanceSen: null,
    description: [row.merchant, row.issuer, row.terminal].filter(Boolean).join(' '),
    reference: row.reference,
    isPending: false,
  }));
  const isWhole = read.rejected.length === 0;
  const none = { account: null, openingSen: null, closingSen: null };
  const rows = all.slice(0, TRIED_ROWS);
  return { ...said, ...sumsOf(all), ...none, balanced: isWhole, rows };
}

interface SummedRow {
  readonly on: string | null;
  readonly amountSen: number;
}

/** What came in and went out, and the days of it. */
function sumsOf(rows: readonly SummedRow[]) {
  let [inSen, outSen] = [0, 0];
  let [from, to]: [string | null, string | null] = [null, null];
  for (const { on, amountSen } of rows) {
    if (amountSen > 0) inSen += amountSen;
    else outSen -= amountSen;
    if (on === null) continue;
    if (from === null || on < from) from = on;
    if (to === null || on > to) to = on;
  }
  return { inSen, outSen, from, to };
}

/** @throws LapakError BANK_PROFILE_WRONG */
function parseProfile(content: string): Profile {
  const parsed = Profile.safeParse(parseJson(content));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = issue ? `${issue.path.join('.')} ${issue.message}`.trim() : '';
  throw new LapakError('BANK_PROFILE_WRONG', { detail });
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new LapakError('BANK_PROFILE_WRONG', { detail: 'JSON' });
  }
}

function listedOf({ id, name, kind }: Profile, isOwn: boolean): ListedProfile {
  return { id, name, kind, isOwn };
}
