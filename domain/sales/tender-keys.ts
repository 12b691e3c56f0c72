import type { TenderState } from '../payments/tender.ts';
import type { PlainTextKey } from '../text.ts';

/** The keys of a payment whose money is looked for, as it obeys them and F1 lists them. */
export const tenderKeys = [
  { key: 'F8', state: 'claimed', shown: ['F8'], textKey: 'payments.keyClaimed' },
  { key: 'F9', state: 'verified', shown: ['F9'], textKey: 'payments.keyVerified' },
] as const satisfies readonly {
  readonly key: string;
  readonly state: TenderState;
  /** As it stands on the keyboard. */
  readonly shown: readonly [string];
  readonly textKey: PlainTextKey;
}[];
