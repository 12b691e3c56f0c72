import { Profile, type SettlementProfile, type StatementProfile } from './profile.ts';
import { anyBank } from './profiles/any-bank.ts';
import { bcaBusiness, bcaIndividual } from './profiles/bca.ts';
import { bniDirect, bniMobile } from './profiles/bni.ts';
import { briCms, briInternet } from './profiles/bri.ts';
import { mandiriKopra, mandiriLivin } from './profiles/mandiri.ts';
import { anyQris, danaSettlement, xenditTransactions } from './profiles/qris.ts';

/** Profiles that come with Lapak; of two that fit a file alike, the earlier is taken. */
export const builtInProfiles: readonly Profile[] = [
  bcaIndividual,
  bcaBusiness,
  mandiriKopra,
  mandiriLivin,
  bniDirect,
  bniMobile,
  briCms,
  briInternet,
  anyBank,
  danaSettlement,
  xenditTransactions,
  anyQris,
].map((data) => Profile.parse(data));

/** Whether a profile reads statements of a bank. */
export function isStatementProfile(profile: Profile): profile is StatementProfile {
  return profile.kind === 'statement';
}

/** Whether a profile reads settlements of a QRIS provider. */
export function isSettlementProfile(profile: Profile): profile is SettlementProfile {
  return profile.kind === 'settlement';
}
