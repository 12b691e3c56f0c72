import {
  builtInProfiles,
  isSettlementProfile,
} from '../../../domain/fees/bank/built-in-profiles.ts';
import { pickSettlement } from '../../../domain/fees/bank/pick-profile.ts';
import type { SettlementProfile } from '../../../domain/fees/bank/profile.ts';
import { readSettlementGrid } from '../../../domain/fees/bank/read-settlement-grid.ts';
import type { SettlementFile } from '../../../domain/fees/bank/settlement.ts';
import { openByProfile, type SheetOnce } from './open-by-profile.ts';

/** What is known of a settlement file beside its bytes. */
export interface SettlementOptions {
  readonly fileName?: string;
  /** The only profile to read it by; without one the file is looked at. */
  readonly profile?: SettlementProfile;
  /** Profiles of the mall's own, which are tried before those that come with Lapak. */
  readonly profiles?: readonly SettlementProfile[];
  /** As of OpenOptions. */
  readonly sheet?: SheetOnce;
}

/**
 * Reads a settlement file of a QRIS provider, CSV or XLSX, by a profile.
 * @throws LapakError those of openByProfile() and readSettlementGrid(), and nothing else
 */
export async function readSettlement(
  content: Uint8Array,
  { fileName, profile, profiles = [], sheet }: SettlementOptions,
): Promise<SettlementFile> {
  const opened = await openByProfile(content, {
    fileName,
    profile,
    sheet,
    profiles: [...profiles, ...builtInProfiles.filter(isSettlementProfile)],
    pick: pickSettlement,
  });
  return readSettlementGrid(opened.lines, opened.profile, opened.header);
}
