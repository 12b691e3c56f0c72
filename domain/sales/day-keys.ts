import type { PlainTextKey } from '../text.ts';

/** What a key of the screen of the sales does; the rest are those of every list. */
export type DayAct =
  | 'help'
  | 'scope'
  | 'before'
  | 'after'
  | 'claims'
  | 'savePdf'
  | 'send'
  | 'refund'
  | 'void';

/** The keys of the screen of the sales, as it obeys them and F1 lists them. */
export const dayKeys = [
  { act: 'scope', key: 'F4', shown: ['F4'], textKey: 'day.keyScope' },
  { act: 'before', key: 'PageUp', shown: ['PgUp'], textKey: 'day.before' },
  { act: 'after', key: 'PageDown', shown: ['PgDn'], textKey: 'day.after' },
  { act: 'claims', key: 'F5', shown: ['F5'], textKey: 'screen.claims' },
  { act: 'refund', key: 'F9', shown: ['F9'], textKey: 'day.keyRefund' },
  { act: 'void', key: 'F11', shown: ['F11'], textKey: 'day.keyVoid' },
  { act: 'savePdf', key: 'F6', shown: ['F6'], textKey: 'day.keyPdf' },
  { act: 'send', key: 'F7', shown: ['F7'], textKey: 'day.whatsApp' },
  { act: 'help', key: 'F1', shown: ['F1'], textKey: 'screen.keys' },
] as const satisfies readonly {
  readonly act: DayAct;
  readonly key: string;
  /** As it stands on the keyboard. */
  readonly shown: readonly [string];
  readonly textKey: PlainTextKey;
}[];
