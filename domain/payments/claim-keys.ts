import type { ClaimState } from '../journal/tender-state-body.ts';
import type { PlainTextKey } from '../text.ts';

/** What a key of the screen of the claims does, beside saying what became of those chosen. */
export type ClaimAct = 'toggle' | 'report' | 'settled' | 'help';

interface ShownKey {
  /** By the name that the browser has for it. */
  readonly key: string;
  /** As it stands on the keyboard. */
  readonly shown: readonly string[];
  readonly textKey: PlainTextKey;
}

/** What can be said of the claims that are chosen, as the screen obeys it and F1 lists it. */
export const claimStateKeys = [
  { state: 'verified', key: 'F6', shown: ['F6'], textKey: 'claims.verify' },
  { state: 'missing', key: 'F7', shown: ['F7'], textKey: 'claims.missing' },
  { state: 'claimed', key: 'F8', shown: ['F8'], textKey: 'claims.reopen' },
] as const satisfies readonly (ShownKey & { readonly state: ClaimState })[];

/** The other keys of the screen. */
export const claimKeys = [
  { act: 'toggle', key: ' ', shown: ['␣'], textKey: 'claims.keyToggle' },
  { act: 'report', key: 'F4', shown: ['F4'], textKey: 'claims.reportTitle' },
  { act: 'settled', key: 'F5', shown: ['F5'], textKey: 'claims.hubTitle' },
  { act: 'help', key: 'F1', shown: ['F1'], textKey: 'screen.keys' },
] as const satisfies readonly (ShownKey & { readonly act: ClaimAct })[];
