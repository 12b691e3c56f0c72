import { isValidBarcode } from '../catalog/barcode.ts';
import { SMALLEST_COIN_RUPIAH } from '../payments/cash.ts';

/**
 * Tells a barcode scanner that types like a keyboard from a person. Keys are judged by their own
 * time stamps, in milliseconds: a busy computer that hands them on late changes nothing.
 */

/** Where a key goes: to the page itself (a button too), or to a text field. */
export type KeyPlace = 'page' | 'search' | 'amount' | 'field';

/** What the keyboard, and the clock beside it, say. */
export type ScanInput =
  | {
      readonly kind: 'character';
      readonly character: string;
      readonly atMs: number;
      readonly place: KeyPlace;
    }
  /** The Enter or Tab that a scanner sends behind a code, if any. */
  | { readonly kind: 'suffix'; readonly atMs: number }
  /** No key has come for so long, and none waits to be handled. */
  | { readonly kind: 'pause'; readonly pausedMs: number }
  /** Any other key, or a touch. */
  | { readonly kind: 'other' };

/** What the keys turned out to be. */
export type ScanOutput =
  /**
   * `undo`: what some of its characters did when they were told as typed: since the last pause,
   * where only those are the code, or by all keys.
   * `isWhole`: a suffix ended it and nothing came just before it, so no part of it can be missing.
   */
  | {
      readonly kind: 'scan';
      readonly code: string;
      readonly undo: 'nothing' | 'stretch' | 'keys';
      readonly isWhole: boolean;
    }
  /** Typed by hand; `before` was typed just before it, with nothing else in between. */
  | { readonly kind: 'typed'; readonly text: string; readonly before: string };

interface KeyAt {
  readonly character: string;
  readonly atMs: number;
}

/** The keys that may still be, or become part of, a code. */
export interface ScanState {
  readonly place: KeyPlace;
  /** Characters with nothing else in between, oldest first. */
  readonly keys: readonly KeyAt[];
  /** How many of them were told as typed. */
  readonly typed: number;
  /** When the last scan ended. */
  readonly scannedAtMs: number;
  /** When the last scan ended that no suffix did: perhaps the first part of a longer code. */
  readonly partAtMs: number;
}

export interface ScanStep {
  readonly state: ScanState;
  readonly outputs: readonly ScanOutput[];
  /** Whether the key was a scanner's suffix, which must do nothing else. */
  readonly isSwallowed: boolean;
}

/** Fewer characters are no barcode. */
const CODE_MIN = 4;
/** The shortest printed barcode, EAN-8; no quantity and no likely amount is as long. */
const LONG_CODE_MIN = 8;
/** USB scanners send a key every 1 to 30 ms; no hand is as fast for four keys. */
const USB_GAP_MS = 35;
/** Bluetooth scanners send one every 20 to 60 ms; no hand is as fast for eight. */
export const BLUETOOTH_GAP_MS = 60;
/** A pause that one code does not have in it, whatever held the scanner up. */
export const CODE_PAUSE_MS = 300;
/** A pause after which keys that do not look like a scan are told as typed. */
export const TYPED_PAUSE_MS = 100;
/** An Enter so soon after a scan comes from the scanner, not from the person. */
const SUFFIX_MS = 500;
/** Keys so soon before a code may be a part of it that got lost on the way. */
const PART_MS = 1_000;
/** A printed barcode read off at this speed is no amount of money that somebody types. */
const SLOW_SCANNER_GAP_MS = 150;
/** What acts at once when it is typed alone or behind a number: `3*`, `+`, `/`, `10%`. */
const ACT = /^[\d.,]*[*+/%-]/;

export const noKeys: ScanState = {
  place: 'page',
  keys: [],
  typed: 0,
  scannedAtMs: Number.NEGATIVE_INFINITY,
  partAtMs: Number.NEGATIVE_INFINITY,
};

/** Whether a text that was typed outside of any field is rather a code than words. */
export function isCodeLike(text: string): boolean {
  return text.length >= CODE_MIN && /\d/.test(text) && !/\s/.test(text);
}

/** Takes what comes next. Keys of a field are never told as typed: the field has them. */
export function stepScan(state: ScanState, input: ScanInput): ScanStep {
  switch (input.kind) {
    case 'character':
      return onCharacter(state, input);
    case 'suffix':
      return onSuffix(state, input);
    case 'pause':
      return onPause(state, input.pausedMs);
    case 'other':
      return withoutKeys(endStretch(state));
  }
}

/** The keys since the last pause: those that one scan may consist of. */
export function stretchOf({ keys }: ScanState): readonly KeyAt[] {
  const from = keys.findLastIndex(
    ({ atMs }, i) => i > 0 && atMs - (keys[i - 1]?.atMs ?? atMs) > CODE_PAUSE_MS,
  );
  return keys.slice(Math.max(from, 0));
}

function onCharacter(
  before: ScanState,
  { character, atMs, place }: Extract<ScanInput, { kind: 'character' }>,
): ScanStep {
  const lastAtMs = before.keys.at(-1)?.atMs ?? atMs;
  const isPaused = atMs - lastAtMs > CODE_PAUSE_MS;
  const isElsewhere = before.place !== place;
  const ended = isPaused || isElsewhere ? endStretch(before) : unchanged(before);
  const { state, outputs } =
    isElsewhere || (place !== 'page' && isPaused) ? withoutKeys(ended) : ended;
  const next = { ...state, place, keys: [...state.keys, { character, atMs }] };
  // No scanner sends a star: it ends a quantity, and the next key may be the first of a code.
  const told = character === '*' ? reportTyped(next) : unchanged(next);
  return { ...told, outputs: [...outputs, ...told.outputs] };
}

function onSuffix(state: ScanState, { atMs }: Extract<ScanInput, { kind: 'suffix' }>): ScanStep {
  const code = codeBefore(state, atMs);
  if (code !== undefined) {
    return { ...reportScan(state, code, { atMs, hasSuffix: true }), isSwallowed: true };
  }
  const ended = withoutKeys(endStretch(state));
  return { ...ended, isSwallowed: atMs - ended.state.scannedAtMs <= SUFFIX_MS };
}

/**
 * The keys of the code that a suffix ends, if it is one. What is a code, by place and speed:
 *
 * | a key each | page | amount | search, field |
 * |---|---|---|---|
 * | 35 ms, or 60 with a suffix or 8 characters | 4 characters | 4 | 4 with a digit, ended |
 * | up to 150 ms | 8 digits | letters, an EAN, no sum of coins | an EAN |
 * | slower, with a suffix | 8 characters | – | – |
 */
function codeBefore(state: ScanState, atMs: number): readonly KeyAt[] | undefined {
  const stretch = stretchOf(state);
  const isInTime = atMs - (stretch.at(-1)?.atMs ?? atMs) <= CODE_PAUSE_MS;
  if (isInTime && isScan(stretch, state.place, atMs)) return stretch;
  if (state.place !== 'page') return isSlowScan(stretch, state.place) ? stretch : undefined;
  const whole = textOf(state.keys);
  // Whoever sends eight characters and a suffix to the page means a code, at whatever speed.
  const isLong = whole.length >= LONG_CODE_MIN && !/[\s,]/.test(whole);
  return isLong ? state.keys : undefined;
}

/** Whether digits that came slowly are of a scanner all the same. */
function isSlowScan(keys: readonly KeyAt[], place: KeyPlace): boolean {
  if (place === 'amount') return isNoCash(keys);
  const text = textOf(keys);
  const isLongNumber = /^\d+$/.test(text) && keys.length >= LONG_CODE_MIN;
  // Into a field long numbers are typed by hand as well: of a telephone (08…, 62…).
  const isCode = place === 'page' || (isEan(text) && !/^(08|62)/.test(text));
  return isLongNumber && isCode && gapsOf(keys).every(isOfSlowScanner);
}

/**
 * Whether what came at this speed is no sum of money: it has letters in it, or is long and no sum
 * that coins make, or is an EAN or UPC number.
 */
function isNoCash(keys: readonly KeyAt[]): boolean {
  const text = textOf(keys);
  const gaps = gapsOf(keys);
  const meanMs = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (keys.length < CODE_MIN || !isOfSlowScanner(meanMs)) return false;
  if (/[^\d.,]/.test(text)) return true;
  if (!/^\d{8,}$/.test(text)) return false;
  const isSum = !text.startsWith('0') && isOfCoins(keys);
  // Of eight digits one in ten is an EAN-8 by chance; few of those end in two zeros.
  const isRound = text.length === LONG_CODE_MIN && text.endsWith('00');
  return !isSum || (isEan(text) && !isRound);
}

function isEan(text: string): boolean {
  return /^(\d{8}|\d{12,13})$/.test(text) && isValidBarcode(text);
}

function isOfSlowScanner(gapMs: number): boolean {
  return gapMs <= SLOW_SCANNER_GAP_MS;
}

function gapsOf(keys: readonly KeyAt[]): number[] {
  return keys.slice(1).map(({ atMs }, i) => atMs - (keys[i]?.atMs ?? atMs));
}

function onPause(state: ScanState, pausedMs: number): ScanStep {
  if (pausedMs >= CODE_PAUSE_MS) return endStretch(state);
  return isScan(stretchOf(state), state.place) ? unchanged(state) : reportTyped(state);
}

/** Judges the last stretch, behind which no key of the same code can come any more. */
function endStretch(state: ScanState): ScanStep {
  const stretch = stretchOf(state);
  const isCode = isScan(stretch, state.place) || isSlowScan(stretch, state.place);
  if (!isCode) return reportTyped(state);
  return reportScan(state, stretch, { atMs: stretch.at(-1)?.atMs ?? 0, hasSuffix: false });
}

/** @param suffixAtMs when Enter or Tab came behind them, if one did */
function isScan(stretch: readonly KeyAt[], place: KeyPlace, suffixAtMs?: number): boolean {
  const [first] = stretch;
  const last = stretch.at(-1);
  if (!first || !last || stretch.length < CODE_MIN) return false;
  const isLong = stretch.length >= LONG_CODE_MIN;
  const hasSuffix = suffixAtMs !== undefined;
  const gaps = stretch.length - (hasSuffix ? 0 : 1);
  const meanMs = ((suffixAtMs ?? last.atMs) - first.atMs) / gaps;
  if (meanMs > (isLong || hasSuffix ? BLUETOOTH_GAP_MS : USB_GAP_MS)) return false;
  if (place === 'page') return true;
  // One key of a pad types `000` at once: a sum is a scan only where no gap is a hand's.
  if (place === 'amount') return !isShortSum(stretch) || isEvenlyFast(stretch, suffixAtMs);
  // Into a field words may come at once as well: from a dictation, or pasted key by key.
  const text = textOf(stretch);
  return (isLong || hasSuffix) && /\d/.test(text) && !/\s/.test(text);
}

function isShortSum(keys: readonly KeyAt[]): boolean {
  return /^[1-9]\d*$/.test(textOf(keys)) && keys.length < LONG_CODE_MIN && isOfCoins(keys);
}

function isOfCoins(keys: readonly KeyAt[]): boolean {
  return Number(textOf(keys)) % SMALLEST_COIN_RUPIAH === 0;
}

function isEvenlyFast(keys: readonly KeyAt[], suffixAtMs: number | undefined): boolean {
  const lastAtMs = keys.at(-1)?.atMs ?? 0;
  const suffixGap = suffixAtMs === undefined ? [] : [suffixAtMs - lastAtMs];
  return [...gapsOf(keys), ...suffixGap].every((gap) => gap <= BLUETOOTH_GAP_MS);
}

function reportScan(
  state: ScanState,
  code: readonly KeyAt[],
  end: { readonly atMs: number; readonly hasSuffix: boolean },
): ScanStep {
  const { keys, place } = state;
  const fromMs = code[0]?.atMs ?? end.atMs;
  const beforeMs = Math.max(keys.at(-code.length - 1)?.atMs ?? -Infinity, state.partAtMs);
  const older = keys.length - code.length;
  const wasTyped = place === 'page' && state.typed > older;
  const output = {
    kind: 'scan',
    code: textOf(code),
    undo: !wasTyped ? 'nothing' : older > 0 ? 'stretch' : 'keys',
    isWhole: end.hasSuffix && fromMs - beforeMs > PART_MS,
  } as const;
  const partAtMs = end.hasSuffix ? state.partAtMs : end.atMs;
  return {
    state: { ...noKeys, place, scannedAtMs: end.atMs, partAtMs },
    outputs: [output],
    isSwallowed: false,
  };
}

function reportTyped(state: ScanState): ScanStep {
  const text = textOf(state.keys.slice(state.typed));
  if (text === '' || state.place !== 'page') return unchanged(state);
  const output = { kind: 'typed', text, before: textOf(state.keys.slice(0, state.typed)) } as const;
  const told = { ...state, typed: state.keys.length };
  const next = ACT.test(textOf(state.keys)) ? withoutKeys(unchanged(told)) : unchanged(told);
  return { ...next, outputs: [output] };
}

function unchanged(state: ScanState): ScanStep {
  return { state, outputs: [], isSwallowed: false };
}

/** What was typed so far has nothing to do with what comes. */
function withoutKeys(step: ScanStep): ScanStep {
  return { ...step, state: { ...step.state, keys: [], typed: 0 } };
}

/** The characters of keys. */
export function textOf(keys: readonly KeyAt[]): string {
  return keys.map(({ character }) => character).join('');
}
