import type { CashlessKind } from '../payments/tender.ts';
import type { PlainTextKey } from '../text.ts';
import { backKeys } from './back-keys.ts';
import { dayKeys } from './day-keys.ts';
import { type KeyRow, registerKeys } from './register-keys.ts';
import { tenderKeys } from './tender-keys.ts';
import { typedKeys } from './typed-keys.ts';

type HelpRow = NonNullable<KeyRow['help']>;

/** The keys of one screen or sheet, under its name. */
export interface KeySection {
  readonly of: 'register' | 'pay' | 'tender' | 'paid' | 'sales' | 'back';
  readonly titleKey: PlainTextKey;
  readonly rows: readonly HelpRow[];
}

/**
 * Every key of the counter and what it does, from the tables that are obeyed, but for the keys that
 * every list has; of payments only those that the stall takes. The screen that is open comes first.
 */
export function keySections(
  open: 'register' | 'sales',
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
  ];
  const isBack = ({ of }: KeySection): boolean => of === 'sales' || of === 'back';
  if (open === 'register') return sections;
  return [...sections.filter(isBack), ...sections.filter((one) => !isBack(one))];
}

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
