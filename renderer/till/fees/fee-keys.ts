import type { PlainTextKey } from '../../../domain/text.ts';

/** What a key of the page of fees does. */
export type FeeAct = 'help' | 'tabs' | 'seen' | 'putAside' | 'claim' | 'statement' | 'pay';

/** The keys of the page, as it obeys them and F1 lists them. */
export const feeKeys = [
  { act: 'help', key: 'F1', textKey: 'fees.keyHelp' },
  { act: 'tabs', key: 'F2', textKey: 'fees.keyTabs' },
  { act: 'seen', key: 'F4', textKey: 'fees.keySeen' },
  { act: 'putAside', key: 'F6', textKey: 'fees.keyPutAside' },
  { act: 'claim', key: 'F7', textKey: 'fees.claim' },
  { act: 'statement', key: 'F8', textKey: 'fees.keyStatement' },
  { act: 'pay', key: 'F9', textKey: 'fees.pay' },
] as const satisfies readonly {
  readonly act: FeeAct;
  readonly key: string;
  readonly textKey: PlainTextKey;
}[];

/** The key of an act, as it stands on its button. */
export function keyOf(act: FeeAct): string {
  return feeKeys.find((row) => row.act === act)?.key ?? '';
}
