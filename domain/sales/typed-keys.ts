import type { KeyRow } from './register-keys.ts';

type TypedKey = NonNullable<KeyRow['help']>;

/** What the typed characters do, for the list of keys: they come by the scanner's reading. */
export const typedKeys = [
  { shown: ['Enter'], textKey: 'sales.keyAdd' },
  { shown: ['3', '*'], textKey: 'sales.keyMultiply' },
  { shown: ['+', '−'], textKey: 'sales.keyStep' },
  { shown: ['10', '%'], textKey: 'sales.keyPercent' },
  { shown: ['Esc'], textKey: 'sales.keyEscape' },
] as const satisfies readonly TypedKey[];
