import type { KeyPressed } from '../../../domain/sales/register-events.ts';
import {
  CODE_PAUSE_MS,
  stretchOf,
  TYPED_PAUSE_MS,
  type KeyPlace,
} from '../../../domain/sales/scan.ts';
import { isCovered } from '../is-covered.ts';
import { register } from './register-store.ts';

/** A text field with this attribute is the place that it names; others are fields of a form. */
const PLACE = 'data-key-place';
/** A scanner types into a field with this attribute: it has the characters and the Enter. */
const SCANS = 'data-scans';
/** What the register itself lays over the page. */
const OF_REGISTER = '[data-of-register]';

/**
 * Hands the keys of the window to the register before anything else sees them, with their own time
 * stamps: a computer that is late changes nothing. @returns the act that ends it
 */
export function listenToKeys(): () => void {
  const listener = new KeyListener();
  const onKeyDown = (event: KeyboardEvent): void => listener.take(event);
  const onPointerDown = (event: PointerEvent): void => register.pointerDown(event.timeStamp);
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('pointerdown', onPointerDown, true);
  const offRestore = register.on('restoreField', () => listener.restore());
  return () => {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('pointerdown', onPointerDown, true);
    offRestore();
    listener.stop();
  };
}

/** An amount has no caret: what is typed comes behind it, or in place of it when it is selected. */
function toEnd(field: TextField | undefined): void {
  field?.setSelectionRange(field.value.length, field.value.length);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

class KeyListener {
  /** As it was before the first key that may be of a scan. */
  #field: { readonly field: TextField; readonly value: string } | undefined;
  /** What had the focus then. */
  #focused: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  take(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (event.ctrlKey && !['z', 'l'].includes(event.key.toLowerCase())) return;
    const field = textFieldOf(event.target);
    if (field?.hasAttribute(SCANS) && isTyped(event)) return;
    const pressed = pressedOf(event, field);
    const isTaken = register.tell(pressed);
    if (isTaken !== 'no') event.preventDefault();
    if (isTaken !== 'no' && pressed.place === 'amount') toEnd(field);
    if (isTaken === 'all') event.stopImmediatePropagation();
    const keys = stretchOf(register.now().keys);
    if (keys.length === 1 && keys[0]?.atMs === event.timeStamp) {
      this.#field = field && { field, value: field.value };
      this.#focused = document.activeElement;
    }
    clearTimeout(this.#timer);
    if (keys.length === 0) return;
    // As late as this key was handled, the next one may be: so much longer is waited for it.
    const lateMs = Math.max(0, performance.now() - event.timeStamp);
    this.#wait(TYPED_PAUSE_MS + lateMs, TYPED_PAUSE_MS);
  }

  restore(): void {
    const before = this.#field;
    this.#field = undefined;
    if (!before) leaveSearch(this.#focused);
    if (!before || before.field.value === before.value) return;
    const { field, value } = before;
    // React listens to the event but compares with the value it set: set it past its own setter.
    const of = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(of.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number, pausedMs: number): void {
    this.#timer = setTimeout(() => {
      // Keys that came while the page was busy are handled before the next turn, and end this.
      this.#timer = setTimeout(() => {
        if (isInputPending()) return this.#wait(TYPED_PAUSE_MS, pausedMs);
        register.tell({ kind: 'pause', pausedMs });
        if (pausedMs < CODE_PAUSE_MS) this.#wait(CODE_PAUSE_MS - pausedMs, CODE_PAUSE_MS);
      });
    }, ms);
  }
}

/** The first keys of a scan that were taken for words have brought the focus into the search. */
function leaveSearch(before: Element | null): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement) || placeOf(focused) !== 'search') return;
  focused.blur();
  if (before instanceof HTMLElement) before.focus();
}

function isTyped({ key }: KeyboardEvent): boolean {
  return [...key].length === 1 || key === 'Enter';
}

function pressedOf(event: KeyboardEvent, field: TextField | undefined): KeyPressed {
  const target = event.target instanceof Element ? event.target : document.body;
  return {
    kind: 'key',
    key: event.ctrlKey ? `Ctrl+${event.key}` : event.key,
    atMs: event.timeStamp,
    isRepeat: event.repeat,
    place: placeOf(field),
    isSelected: field !== undefined && field.selectionStart !== field.selectionEnd,
    isOnButton: target.closest('button, a, select, [role="button"], [role="tab"]') !== null,
    usesArrows: target.closest('select, textarea, [type="radio"], [role="tab"]') !== null,
    isCovered: isCovered(event, OF_REGISTER),
  };
}

/** Kinds of input that no text is typed into. */
const notTyped: readonly string[] = ['radio', 'checkbox', 'button', 'submit', 'file', 'range'];

function textFieldOf(target: EventTarget | null): TextField | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  const isTyped = target instanceof HTMLInputElement && !notTyped.includes(target.type);
  return isTyped ? target : undefined;
}

function placeOf(field: TextField | undefined): KeyPlace {
  if (!field) return 'page';
  const name = field.getAttribute(PLACE);
  return name === 'search' || name === 'amount' ? name : 'field';
}

/** Whether a key waits that has not been handed on yet (Chromium only). */
function isInputPending(): boolean {
  // Not in the types of the DOM yet.
  const { scheduling } = navigator as { scheduling?: { isInputPending?: () => boolean } };
  return scheduling?.isInputPending?.() ?? false;
}
