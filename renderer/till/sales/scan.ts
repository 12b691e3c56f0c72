/**
 * Tells a barcode scanner that types like a keyboard from a person, by the time between keys.
 * A scanner sends a key every 1 to 30 ms and ends with Enter or Tab, or with nothing; the fastest
 * typists need 60 ms and more on average.
 */
export interface ScanRule {
  /** Mean time between the keys of a scan, at most. */
  readonly meanGapMs: number;
  /** Longest time between two keys of one scan: a busy computer may hold one up. */
  readonly longestGapMs: number;
  /** Shortest code that is taken for a scan when Enter or Tab ends it. */
  readonly endedMin: number;
  /** Shortest code that is taken for a scan when silence ends it. */
  readonly silentMin: number;
  /** Whether a code without a digit, or with a space in it, counts as words. */
  readonly isDigitNeeded: boolean;
}

/** While no text field has the focus. */
export const scanRule: ScanRule = {
  meanGapMs: 35,
  longestGapMs: 80,
  endedMin: 4,
  silentMin: 4,
  isDigitNeeded: false,
};

/** In a field that lets scans through, what a person may mean by the keys comes first. */
export const fieldRules = {
  search: { ...scanRule, silentMin: 8, isDigitNeeded: true },
  // Up to Rp9.999.999 an amount has seven digits; the shortest printed barcode, EAN-8, has eight.
  amount: { ...scanRule, endedMin: 8, silentMin: 8, isDigitNeeded: true },
} as const satisfies Record<string, ScanRule>;

/** Keys that have come close after each other and may become a scan. */
export interface HeldKeys {
  readonly text: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

export const noKeys: HeldKeys = { text: '', firstAtMs: 0, lastAtMs: 0 };

/** What the keys held so far turned out to be: a scanned code, or text typed by hand. */
export type Verdict =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'none' };

/** Takes a character. One that comes late begins anew, and what was held is judged. */
export function holdCharacter(
  held: HeldKeys,
  character: string,
  atMs: number,
  rule: ScanRule = scanRule,
): { readonly held: HeldKeys; readonly verdict: Verdict } {
  const isNext = held.text !== '' && atMs - held.lastAtMs <= rule.longestGapMs;
  if (!isNext) {
    return {
      held: { text: character, firstAtMs: atMs, lastAtMs: atMs },
      verdict: judge(held, 'silence', rule),
    };
  }
  return {
    held: { text: held.text + character, firstAtMs: held.firstAtMs, lastAtMs: atMs },
    verdict: { kind: 'none' },
  };
}

/** Judges what is held once it has ended; nothing is held afterwards. */
export function judge(
  held: HeldKeys,
  end: 'enter' | 'silence',
  rule: ScanRule = scanRule,
): Verdict {
  const { text } = held;
  if (text === '') return { kind: 'none' };
  const isFast = held.lastAtMs - held.firstAtMs <= (text.length - 1) * rule.meanGapMs;
  const isLong = text.length >= (end === 'enter' ? rule.endedMin : rule.silentMin);
  const isCode = !rule.isDigitNeeded || (/\d/.test(text) && !/\s/.test(text));
  return isFast && isLong && isCode ? { kind: 'scan', code: text } : { kind: 'typed', text };
}
