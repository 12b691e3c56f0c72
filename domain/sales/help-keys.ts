import { claimKeys, claimStateKeys } from '../payments/claim-keys.ts';
import type { CashlessKind } from '../payments/tender.ts';
import type { PlainTextKey } from '../text.ts';
import { backKeys } from './back-keys.ts';
import { dayKeys } from './day-keys.ts';
import { type KeyRow, registerKeys } from './register-keys.ts';
import { tenderKeys } from './tender-keys.ts';
import { typedKeys } from './typed-keys.ts';

type HelpRow = NonNullable<KeyRow['help']>;

/** The screens and sheets that the list of keys opens over. */
export type KeysOver = 'register' | 'sales' | 'back' | 'claims';

/** The keys of one screen or sheet, under its name. */
export interface KeySection {
  readonly of: KeysOver | 'pay' | 'tender' | 'paid';
  readonly titleKey: PlainTextKey;
  readonly rows: readonly HelpRow[];
}

/**
 * Every key of the counter and what it does, from the tables that are obeyed, but for the keys that
 * every list has; of payments only those that the stall takes. What is open comes first.
 */
export function keySections(
  open: KeysOver,
  tenders: readonly CashlessKind[],
): readonly KeySection[] {
  const known = registerKeys.filter(({ act }) => act.on !== 'tender' || tenders.includes(act.kind));
  const by = Map.groupBy(known, ({ scenes: [first] }) => {
    return first === 'pay' || first === 'paid' ? first : 'register';
  });
  const sections: readonly KeySection[] = [
    {
      of: 'register',
      titleKey: 'screen.register',
      rows: [...typedKeys, ...helpOf(by.get('register'))],
    },
    { of: 'pay', titleKey: 'payments.title', rows: helpOf(by.get('pay')) },
    ...(isLookedFor(tenders)
      ? [{ of: 'tender', titleKey: 'payments.keyTender', rows: tenderKeys } as const]
      : []),
    { of: 'paid', titleKey: 'payments.paid', rows: helpOf(by.get('paid')) },
    { of: 'sales', titleKey: 'screen.sales', rows: [...listKeys, ...dayKeys] },
    { of: 'back', titleKey: 'day.refund', rows: backKeys },
    { of: 'claims', titleKey: 'screen.claims', rows: claimRows },
  ];
  const first = firstOf[open];
  const place = ({ of }: KeySection): number =>
    first.includes(of) ? first.indexOf(of) : first.length;
  return sections.toSorted((one, other) => place(one) - place(other));
}

/** What comes first over each screen and sheet. */
const firstOf: Readonly<Record<KeysOver, readonly KeySection['of'][]>> = {
  register: [],
  sales: ['sales', 'back'],
  back: ['back', 'sales'],
  claims: ['claims', 'sales'],
};

function helpOf(rows: readonly KeyRow[] = []): readonly HelpRow[] {
  return rows.flatMap(({ help }) => help ?? []);
}

/** Whether money may have to be looked for before it is known to have come. */
function isLookedFor(tenders: readonly CashlessKind[]): boolean {
  return tenders.includes('qris') || tenders.includes('transfer');
}

/** Of every list, written anew: renderer/till/use-list-keys.ts obeys them. */
const listKeys = [
  { shown: ['F2'], textKey: 'day.search' },
  { shown: ['↑', '↓', 'Enter'], textKey: 'day.keyOpen' },
  { shown: ['F8'], textKey: 'printing.reprint' },
  { shown: ['Esc'], textKey: 'day.keyClose' },
] as const satisfies readonly HelpRow[];

/** Of the screen of the claims, with what it has of every list. */
const claimRows = [
  { shown: ['↑', '↓'], textKey: 'claims.keyMove' },
  { shown: ['Enter'], textKey: 'claims.keyEnter' },
  ...claimStateKeys,
  ...claimKeys,
  { shown: ['Esc'], textKey: 'claims.keyClose' },
] as const satisfies readonly HelpRow[];
