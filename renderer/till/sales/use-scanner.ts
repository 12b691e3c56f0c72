import { useEffect, useEffectEvent } from 'react';
import {
  CODE_PAUSE_MS,
  noKeys,
  stepScan,
  stretchOf,
  TYPED_PAUSE_MS,
  type KeyPlace,
  type ScanInput,
  type ScanOutput,
} from '../../../domain/sales/scan.ts';

/**
 * A text field with this attribute, set to the name of its place, lets scans through and gets its
 * text back after one.
 */
const SCAN_THROUGH = 'data-scan-through';

/** What the keys of the window turned out to be. */
export interface ScannerHandlers {
  /** `wasTyped`: what onTyped was told since the last other key belonged to the code. */
  readonly onScan: (code: string, wasTyped: boolean) => void;
  /**
   * Characters typed by hand while no text field has the focus; `before` came just before them
   * and was told already.
   */
  readonly onTyped: (text: string, before: string) => void;
}

/**
 * Listens for a scanner at the window, before anything else sees the key: no focus is needed.
 * Text fields without SCAN_THROUGH are left alone altogether.
 */
export function useScanner({ onScan, onTyped }: ScannerHandlers): void {
  const tell = useEffectEvent((output: ScanOutput) => {
    if (output.kind === 'scan') onScan(output.code, output.wasTyped);
    else onTyped(output.text, output.before);
  });
  useEffect(() => {
    const listener = new ScanListener(tell);
    const onKeyDown = (event: KeyboardEvent): void => listener.take(event);
    const onPointerDown = (): void => listener.end();
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('pointerdown', onPointerDown, true);
      listener.stop();
    };
  }, []);
}

/** A field as it was before the first key that may be of a scan. */
interface FieldBefore {
  readonly input: HTMLInputElement;
  readonly value: string;
}

/** Hands the window's keys to the pure reading of scans, and does to the page what it says. */
class ScanListener {
  #state = noKeys;
  #field: FieldBefore | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: (output: ScanOutput) => void;

  constructor(tell: (output: ScanOutput) => void) {
    this.#tell = tell;
  }

  take(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Shift' || event.key === 'CapsLock') return; // between the keys of a code
    const input = textInputOf(event);
    const place = placeOf(event, input);
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (place === undefined) this.end();
      const { isSwallowed } = this.#step({
        kind: 'suffix',
        key: event.key,
        atMs: event.timeStamp,
      });
      if (isSwallowed) swallow(event);
    } else if (place === undefined || event.key.length > 1) this.end();
    else if (!event.repeat) this.#takeCharacter(event, place, input);
  }

  /** Nothing of what was typed so far belongs to what comes. */
  end(): void {
    this.#step({ kind: 'other' });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #takeCharacter(event: KeyboardEvent, place: KeyPlace, input: HTMLInputElement | undefined): void {
    const lastAtMs = this.#state.keys.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
    const isAlone = event.timeStamp - lastAtMs > CODE_PAUSE_MS;
    // A space presses the button that has the focus, but not in the middle of a code.
    if (event.key === ' ' && place === 'page' && isAlone) return this.end();
    this.#step({ kind: 'character', character: event.key, atMs: event.timeStamp, place });
    if (stretchOf(this.#state).length === 1) this.#field = input && { input, value: input.value };
    if (!input) event.preventDefault();
    // As late as this key was handled, the next one may be: so much longer is waited for it.
    const lateMs = Math.max(0, performance.now() - event.timeStamp);
    this.#wait(TYPED_PAUSE_MS + lateMs, TYPED_PAUSE_MS);
  }

  #wait(ms: number, pausedMs: number): void {
    this.#timer = setTimeout(() => {
      // Keys that came while the page was busy are handled before the next turn, and end this.
      this.#timer = setTimeout(() => {
        this.#step({ kind: 'pause', pausedMs });
        if (pausedMs < CODE_PAUSE_MS) this.#wait(CODE_PAUSE_MS - pausedMs, CODE_PAUSE_MS);
      });
    }, ms);
  }

  #step(input: ScanInput): { readonly isSwallowed: boolean } {
    clearTimeout(this.#timer);
    const { state, outputs, isSwallowed } = stepScan(this.#state, input);
    this.#state = state;
    for (const output of outputs) {
      if (output.kind === 'scan') restore(this.#field);
      this.#tell(output);
    }
    return { isSwallowed };
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function textInputOf({ target }: KeyboardEvent): HTMLInputElement | undefined {
  const isTyped = target instanceof HTMLInputElement && !notTyped.includes(target.type);
  return isTyped ? target : undefined;
}

/** Kinds of input that no text is typed into. */
const notTyped: readonly string[] = ['radio', 'checkbox', 'button', 'submit', 'file'];

/** @returns undefined for a text field that lets no scans through */
function placeOf(event: KeyboardEvent, input: HTMLInputElement | undefined): KeyPlace | undefined {
  if (!input) return event.target instanceof HTMLTextAreaElement ? undefined : 'page';
  const name = input.getAttribute(SCAN_THROUGH);
  return name === 'search' || name === 'amount' ? name : undefined;
}

function restore(field: FieldBefore | undefined): void {
  if (!field) return;
  // React listens to the event but compares with the value it set: set it past React's own setter.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field.input, field.value);
  field.input.dispatchEvent(new Event('input', { bubbles: true }));
}
