import type { PlainTextKey } from '../text.ts';

/** What a key does in the sheet of a refund: wherever the keyboard is, or in a quantity. */
export type BackAct = 'all' | 'exchange' | 'help' | 'more' | 'less' | 'next' | 'before';

/** The keys of the sheet of a refund, as it obeys them and F1 lists them. */
export const backKeys = [
  { acts: { '+': 'more', '-': 'less' }, shown: ['+', '−'], textKey: 'back.keyStep' },
  { acts: { F4: 'all' }, shown: ['F4'], textKey: 'back.keyAll' },
  {
    acts: { ArrowDown: 'next', Enter: 'next', ArrowUp: 'before' },
    shown: ['↓', 'Enter'],
    textKey: 'back.keyNext',
  },
  { acts: { F11: 'exchange' }, shown: ['F11'], textKey: 'back.exchange' },
  { acts: { F1: 'help' }, shown: ['F1'], textKey: 'screen.keys' },
] as const satisfies readonly {
  /** By the names that the browser has for the keys. */
  readonly acts: Readonly<Record<string, BackAct>>;
  /** As they stand on the keyboard. */
  readonly shown: readonly string[];
  readonly textKey: PlainTextKey;
}[];

const acts: ReadonlyMap<string, BackAct> = new Map(
  backKeys.flatMap((row) => Object.entries<BackAct>(row.acts)),
);

/** What a key does there; undefined where it does nothing of its own. */
export function backActOf(key: string): BackAct | undefined {
  return acts.get(key);
}
