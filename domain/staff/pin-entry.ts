import { BLUETOOTH_GAP_MS, CODE_PAUSE_MS, noKeys, stepScan } from '../sales/scan.ts';

/**
 * So long nothing comes behind a PIN before it is tried: of a slow scanner the next figure would.
 * ms
 */
export const PIN_PAUSE_MS = 170;
/** Figures of a PIN. */
export const PIN_LENGTH = 6;
/** The key that chooses nobody. */
const OUT_KEY = '0';

/** The person whom each figure chooses. */
type Choices = ReadonlyMap<string, string>;

const nobody: Choices = new Map();

interface TypedAt {
  readonly character: string;
  /** Time stamp of the key itself. */
  readonly atMs: number;
}

/** What a person has said so far. */
interface Said {
  /** Who it is; null while that is to be chosen. */
  readonly chosen: string | null;
  /** Whether nobody is to be signed in any more. */
  readonly isOut: boolean;
  /** Of the PIN; one more than it has says that it is none. */
  readonly digits: string;
}

/** Somebody says who they are, by keys or by touch. */
export interface PinEntry extends Said {
  /** Keys that may still be of a scanner. */
  readonly keys: readonly TypedAt[];
  /** As it was before the first of them. */
  readonly before: Said;
}

/** What has come of the keys. */
export type PinOutcome =
  | { readonly kind: 'nothing' }
  /** They were a scanner's: nothing of them is a choice or a PIN. */
  | { readonly kind: 'scan'; readonly code: string }
  /** More figures than a PIN has, or a slow scanner's: they are gone. */
  | { readonly kind: 'tooLong' }
  /** A PIN as fast as a scanner's code: it is none, and nobody is told its figures. */
  | { readonly kind: 'tooFast' }
  | { readonly kind: 'out' }
  | { readonly kind: 'chosen'; readonly staff: string }
  | { readonly kind: 'pin'; readonly staff: string; readonly pin: string };

export interface PinStep {
  readonly entry: PinEntry;
  readonly outcome: PinOutcome;
}

/** Nothing said yet, or only who it is. */
export function startEntry(chosen: string | null = null): PinEntry {
  const said: Said = { chosen, isOut: false, digits: '' };
  return { ...said, keys: [], before: said };
}

/**
 * A figure by key: it shows at once, and counts when the pause behind it has told that no scanner
 * has sent it. @param choices the person whom each figure chooses
 */
export function typeInEntry(entry: PinEntry, key: TypedAt, choices: Choices): PinEntry {
  const { keys, before } = entry;
  const said = saidIn(entry);
  const marked = keys.length === 0 ? said : before;
  return { ...sayFigure(said, key.character, choices), keys: [...keys, key], before: marked };
}

/** Whether a key that comes then comes behind a pause, and not with those before it. */
export function isPaused({ keys }: PinEntry, atMs: number): boolean {
  const last = keys.at(-1);
  return last !== undefined && atMs - last.atMs >= PIN_PAUSE_MS;
}

/** The keys so far have ended: by a pause, or by a key that is no figure. */
export function settleEntry(entry: PinEntry): PinStep {
  const { keys, before } = entry;
  const code = scannedCode(keys);
  if (code === undefined) return conclude({ ...entry, keys: [] }, before.chosen);
  // So slow a hand is as well: what may be a PIN and more is not told as a code to anybody.
  const outcome: PinOutcome = isSlow(keys)
    ? { kind: 'tooLong' }
    : mayBePin(entry, code)
      ? { kind: 'tooFast' }
      : { kind: 'scan', code };
  return { entry: { ...before, keys: [], before }, outcome };
}

/** A figure by touch counts at once. */
export function touchInEntry(entry: PinEntry, figure: string): PinStep {
  const settled = settleEntry(entry).entry;
  return conclude({ ...settled, ...sayFigure(saidIn(settled), figure, nobody) }, settled.chosen);
}

/** The last figure goes. */
export function eraseInEntry(entry: PinEntry): PinEntry {
  const settled = settleEntry(entry).entry;
  return { ...settled, digits: settled.digits.slice(0, -1) };
}

function saidIn({ chosen, isOut, digits }: PinEntry): Said {
  return { chosen, isOut, digits };
}

function sayFigure(said: Said, character: string, choices: Choices): Said {
  if (said.isOut || !/^\d$/.test(character)) return said;
  if (said.chosen !== null) {
    return { ...said, digits: (said.digits + character).slice(0, PIN_LENGTH + 1) };
  }
  if (character === OUT_KEY) return { ...said, isOut: true };
  return { ...said, chosen: choices.get(character) ?? null };
}

function conclude(entry: PinEntry, chosenBefore: string | null): PinStep {
  const { chosen, isOut, digits } = entry;
  if (isOut) return { entry: startEntry(), outcome: { kind: 'out' } };
  if (digits.length > PIN_LENGTH) {
    return { entry: startEntry(chosen), outcome: { kind: 'tooLong' } };
  }
  if (chosen !== null && digits.length === PIN_LENGTH) {
    return { entry, outcome: { kind: 'pin', staff: chosen, pin: digits } };
  }
  const isNew = chosen !== null && chosen !== chosenBefore;
  return { entry, outcome: isNew ? { kind: 'chosen', staff: chosen } : { kind: 'nothing' } };
}

/** Whether a code could be somebody's PIN, with the figure that chose them or without. */
function mayBePin({ chosen, before }: PinEntry, code: string): boolean {
  const length = before.chosen === null ? PIN_LENGTH + 1 : PIN_LENGTH;
  return chosen !== null && /^\d+$/.test(code) && code.length <= length;
}

function isSlow(keys: readonly TypedAt[]): boolean {
  const [first] = keys;
  const last = keys.at(-1);
  if (!first || !last) return false;
  return (last.atMs - first.atMs) / (keys.length - 1) > BLUETOOTH_GAP_MS;
}

/** The code that a scanner has sent with these keys, by the rules of the register's page. */
function scannedCode(keys: readonly TypedAt[]): string | undefined {
  let scan = noKeys;
  for (const key of keys) scan = stepScan(scan, { kind: 'character', place: 'page', ...key }).state;
  const { outputs } = stepScan(scan, { kind: 'pause', pausedMs: CODE_PAUSE_MS });
  return outputs.find((output) => output.kind === 'scan')?.code;
}
