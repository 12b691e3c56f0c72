import type { PlainTextKey, Translator } from '../text.ts';

/** A means of payment in words; one that this program does not know by its own name. */
export function tenderWords(kind: string, speaker: Translator): string {
  const key = Object.hasOwn(tenderKeys, kind) ? tenderKeys[kind] : undefined;
  return key === undefined ? kind : speaker.text(key);
}

const tenderKeys: Readonly<Record<string, PlainTextKey>> = {
  cash: 'payments.cash',
  qris: 'payments.kind.qris',
  card: 'payments.kind.card',
  transfer: 'payments.kind.transfer',
  credit: 'payments.kind.credit',
  exchange: 'payments.kind.exchange',
};

/** A tender, with what was told of it beside its amount. */
export interface TenderDetails {
  readonly kind: string;
  readonly state?: string | undefined;
  readonly bank?: string | undefined;
  readonly approval?: string | undefined;
  readonly last?: string | undefined;
  readonly reference?: string | undefined;
}

/** `BCA ••••1234 · 012345`; empty where there is nothing to say. */
export function tenderDetails(tender: TenderDetails): string {
  const { bank, approval, last, reference } = tender;
  const card = [bank, last === undefined ? undefined : `****${last}`].filter(Boolean).join(' ');
  return [card, approval, reference].filter(Boolean).join(' · ');
}
