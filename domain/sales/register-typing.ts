import type { RegisterAct } from './register-acts.ts';
import { fixQuantity, stepSelected } from './register-cart.ts';
import { discountTyped } from './register-change.ts';
import { actOfKey, browserKeys } from './register-keys.ts';
import { applyPad, typeOnPad } from './register-pad.ts';
import { typeCash, writeCash } from './register-payment.ts';
import { takeScan, takeWords } from './register-scans.ts';
import { andThen, type KeyPressed, step, type Step } from './register-events.ts';
import { noSearch, type RegisterState } from './register-state.ts';
import {
  CODE_PAUSE_MS,
  isCodeLike,
  type KeyPlace,
  type ScanInput,
  type ScanOutput,
  type ScanState,
  stepScan,
  stretchOf,
  textOf,
  TYPED_PAUSE_MS,
} from './scan.ts';
import { TYPED_QUANTITY_MAX } from './typed-quantity.ts';

/** What a key comes to. */
export interface KeyStep extends Step {
  readonly isTaken: 'no' | 'default' | 'all';
  /** What the table of keys says that it does. */
  readonly act?: RegisterAct | undefined;
}

/** Reads a key: as part of a scan, as typed, or as one of the table. */
export function takeKey(state: RegisterState, pressed: KeyPressed): KeyStep {
  const { key, isCovered } = pressed;
  if (state.isCovered !== isCovered) return takeKey({ ...state, isCovered }, pressed);
  if (key === 'Shift' || key === 'CapsLock') return { ...step(state), isTaken: 'no' };
  // Held down it is no suffix, and would press the button that has the focus again and again.
  if (key === 'Enter' && pressed.isRepeat) return { ...step(state), isTaken: 'default' };
  if (key === 'Enter' || key === 'Tab') return takeSuffix(state, pressed, key);
  if ([...key].length === 1) return takeCharacter(state, pressed);
  return takeTableKey(readKeys(state, { kind: 'other' }), pressed);
}

/** Hands an input to the reading of scans, and does what comes of it. */
export function readKeys(state: RegisterState, input: ScanInput): Step {
  const { state: keys, outputs } = stepScan(state.keys, input);
  return takeOutputs({ ...state, keys }, outputs);
}

function takeSuffix(state: RegisterState, pressed: KeyPressed, key: 'Enter' | 'Tab'): KeyStep {
  const { atMs } = pressed;
  const scanned = stepScan(state.keys, { kind: 'suffix', atMs });
  const read = takeOutputs({ ...state, keys: scanned.state }, scanned.outputs);
  if (scanned.isSwallowed) return { ...read, isTaken: 'all' };
  if (key === 'Enter' && read.state.pad) {
    return { ...andThen(read, applyPad), isTaken: 'default' };
  }
  const whole = textOf(state.keys.keys);
  if (!isForTyping(state) && state.keys.place === 'page' && isCodeLike(whole)) {
    // Nobody types there: it is a short code off a slow scanner.
    const taken = andThen(read, (next) => takeScan(next, { code: whole, isWhole: true }));
    return { ...taken, isTaken: 'all' };
  }
  const { text, isFromPage } = read.state.search;
  if (key === 'Enter' && isFromPage && text !== state.search.text) {
    if (isCodeLike(text)) return { ...read, act: { on: 'code', code: text }, isTaken: 'default' };
    return { ...andThen(read, takeWords), isTaken: 'default' };
  }
  return takeTableKey(read, pressed);
}

function takeTableKey(read: Step, pressed: KeyPressed): KeyStep {
  const act = actOfKey(read.state, pressed);
  return { ...read, act, isTaken: act || browserKeys.includes(pressed.key) ? 'default' : 'no' };
}

function takeCharacter(state: RegisterState, pressed: KeyPressed): KeyStep {
  const { key: character, atMs, isRepeat } = pressed;
  const place = placeOf(state, pressed);
  const isOnPage = isPage(place);
  if (isRepeat || (character === ' ' && isOnPage && isAlone(state, atMs))) {
    // A space presses the button that has the focus, but not in the middle of a code.
    const read = isRepeat ? step(state) : readKeys(state, { kind: 'other' });
    return { ...read, isTaken: isRepeat && isOnPage ? 'default' : 'no' };
  }
  const read = readKeys(state, { kind: 'character', character, atMs, place });
  const isFirst = stretchOf(read.state.keys).length === 1;
  const marked = isFirst ? markBefore(read.state) : read.state;
  const typed =
    place === 'amount' && state.over === 'nothing' && /\d/.test(character)
      ? typeCash(pressed.isSelected ? emptied(marked) : marked, character)
      : step(marked);
  return {
    state: typed.state,
    effects: [...read.effects, ...typed.effects],
    isTaken: isOnPage ? 'default' : 'no',
  };
}

/** The payment without what is typed so far. */
function emptied(state: RegisterState): RegisterState {
  return writeCash(state, '', { isPasted: false }).state;
}

/**
 * While money is taken, keys are for the amount, whatever has the focus. A code that began before
 * the sheet came or went stays one code, and so does one of which a busy computer took the first
 * keys for words: it has the focus in the search by now.
 */
function placeOf(state: RegisterState, { place, isCovered, atMs }: KeyPressed): KeyPlace {
  const { phase, screen, over, keys } = state;
  if (place === 'field') return place;
  const isOpen = screen === 'register' && over === 'nothing' && !isCovered;
  const isPaying = phase.kind === 'paying' && isOpen;
  const now = isPaying ? 'amount' : place;
  if (now === 'search') return isOfPage(state, atMs) ? keys.place : now;
  const goesOn = !isAlone(state, atMs) && isPage(keys.place) && isPage(now);
  return goesOn ? keys.place : now;
}

/** Whether a key followed one of the page sooner than that can have been told as typed. */
function isOfPage({ keys }: RegisterState, atMs: number): boolean {
  return isPage(keys.place) && atMs - lastAtMs(keys) < TYPED_PAUSE_MS;
}

function isPage(place: KeyPlace): boolean {
  return place === 'page' || place === 'amount';
}

function isAlone({ keys }: RegisterState, atMs: number): boolean {
  return atMs - lastAtMs(keys) > CODE_PAUSE_MS;
}

function lastAtMs({ keys }: ScanState): number {
  return keys.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
}

/** Notes how things are before the first key of a stretch, which may be of a scan. */
function markBefore(state: RegisterState): RegisterState {
  const { phase, typed, typedBefore, keys } = state;
  const isOfKeys = keys.keys.length === 1;
  const before = { keys: isOfKeys ? typed : typedBefore.keys, stretch: typed };
  const marked = { ...state, typedBefore: before };
  return phase.kind === 'paying'
    ? { ...marked, phase: { ...phase, cashBefore: phase.cash } }
    : marked;
}

function takeOutputs(state: RegisterState, outputs: readonly ScanOutput[]): Step {
  return outputs.reduce(
    (before, output) => andThen(before, (next) => takeOutput(next, output)),
    step(state),
  );
}

function takeOutput(state: RegisterState, output: ScanOutput): Step {
  if (output.kind === 'typed' && state.pad) return step(typeOnPad(state, output.text));
  if (output.kind === 'typed') {
    return isForTyping(state) ? typeText(state, output.text, output.before) : step(state);
  }
  const restored = andThen(step(unwritten(state, output)), (next) =>
    step(next, { kind: 'restoreField' }),
  );
  // What was touched on an open pad is meant, as before any other act.
  return andThen(andThen(restored, applyPad), (next) => takeScan(next, output));
}

function isForTyping({ screen, over, isCovered }: RegisterState): boolean {
  return screen === 'register' && over === 'nothing' && !isCovered;
}

/** The state without what the keys of a scan have written into it. */
function unwritten(
  state: RegisterState,
  { undo }: Extract<ScanOutput, { kind: 'scan' }>,
): RegisterState {
  const { phase } = state;
  const typed = undo === 'nothing' ? state.typed : state.typedBefore[undo];
  const search = undo !== 'nothing' && state.search.isFromPage ? noSearch : state.search;
  if (phase.kind !== 'paying' || phase.order || state.keys.place !== 'amount') {
    return { ...state, typed, search };
  }
  return { ...state, typed, search, phase: { ...phase, cash: phase.cashBefore } };
}

/**
 * A number is the quantity that comes; `+`, `-` and `/` act alone or behind one; what has letters
 * in it is searched for, and may still become a code.
 */
function typeText(state: RegisterState, text: string, before: string): Step {
  const { kind } = state.phase;
  if (kind !== 'cart' && kind !== 'paid') return step(state);
  let done = step(state);
  let typed = before;
  for (const [i, character] of [...text].entries()) {
    if (character === '/' && isNumber(typed)) {
      return andThen(done, (next) => searchFor(next, [...text].slice(i + 1).join('')));
    }
    if (!isNumber(typed) || !/[\d.,*+%-]/.test(character)) {
      return andThen(done, (next) => searchFor(next, before + text));
    }
    done = andThen(done, (next) => typeCharacter(next, character));
    typed = /[+%-]/.test(character) ? '' : typed + character;
  }
  return done;
}

function typeCharacter(state: RegisterState, character: string): Step {
  if (character === '*') return fixQuantity(state);
  if (character === '+' || character === '-') {
    if (state.phase.kind !== 'cart') return step(state);
    return stepSelected(state, character === '+' ? 1 : -1);
  }
  if (character === '%') {
    const { text } = state.typed;
    return state.phase.kind === 'cart' && text !== ''
      ? discountTyped(state, text, 'percent')
      : step(state);
  }
  const text = (state.typed.text + character).slice(0, TYPED_QUANTITY_MAX);
  return step({ ...state, typed: { text, next: undefined } });
}

function searchFor(state: RegisterState, text: string): Step {
  const search = { text, isFromPage: text !== '' };
  // A quantity that was fixed is that of the product which is searched for.
  const typed = { text: '', next: state.typed.next };
  return step({ ...state, typed, search }, { kind: 'focusSearch' });
}

function isNumber(text: string): boolean {
  return /^[\d.,]*$/.test(text);
}
