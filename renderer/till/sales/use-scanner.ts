import { useEffect, useEffectEvent } from 'react';
import {
  fieldRules,
  holdCharacter,
  judge,
  noKeys,
  scanRule,
  type HeldKeys,
  type ScanRule,
  type Verdict,
} from './scan.ts';

/**
 * A text field with this attribute, set to the name of a field rule, lets scans through and gets
 * its text back after one.
 */
const SCAN_THROUGH = 'data-scan-through';

interface ScannerOptions {
  readonly onScan: (code: string) => void;
  /** Characters typed by hand while no text field has the focus. */
  readonly onTyped: (text: string) => void;
}

/**
 * Listens for a scanner at the window, before anything else sees the key: no focus is needed.
 * Text fields without SCAN_THROUGH are left alone altogether.
 */
export function useScanner({ onScan, onTyped }: ScannerOptions): void {
  const deliver = useEffectEvent((verdict: Verdict, field: FieldBefore | undefined) => {
    if (verdict.kind === 'scan') {
      restore(field);
      onScan(verdict.code);
    } else if (verdict.kind === 'typed' && !field) {
      onTyped(verdict.text);
    }
  });
  useEffect(() => {
    const listener = new ScanListener(deliver);
    const onKeyDown = (event: KeyboardEvent): void => listener.take(event);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      listener.stop();
    };
  }, []);
}

/** A field as it was before the first key that may be a scan. */
interface FieldBefore {
  readonly input: HTMLInputElement;
  readonly value: string;
}

/** The window's keys, held until they are known to be a scan or typing. */
class ScanListener {
  private held: HeldKeys = noKeys;
  private field: FieldBefore | undefined;
  private rule: ScanRule = scanRule;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private readonly deliver: (verdict: Verdict, field: FieldBefore | undefined) => void;

  constructor(deliver: (verdict: Verdict, field: FieldBefore | undefined) => void) {
    this.deliver = deliver;
  }

  take(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Shift') return; // comes between the keys of a code with capitals
    const input = textFieldOf(event);
    const isLeftAlone = input !== undefined && ruleOf(input) === undefined;
    if (isLeftAlone) this.settle('silence');
    else if (event.key.length === 1) this.hold(event, input);
    else this.end(event);
  }

  stop(): void {
    clearTimeout(this.pause);
    this.held = noKeys;
  }

  private hold(event: KeyboardEvent, input: HTMLInputElement | undefined): void {
    if (event.repeat) return;
    const step = holdCharacter(this.held, event.key, event.timeStamp, this.rule);
    if (step.held.text.length === 1) {
      this.deliver(step.verdict, this.field);
      this.field = input && { input, value: input.value };
      this.rule = (input && ruleOf(input)) ?? scanRule;
    }
    this.held = step.held;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.settle('silence'), this.rule.longestGapMs);
    // A space must not press the button that has the focus in the middle of a code.
    if (!input && (this.held.text.length > 1 || event.key !== ' ')) event.preventDefault();
    // No code has a star in it: it ends a quantity, and the next key may be a scanner's.
    if (event.key === '*') this.settle('silence');
  }

  private end(event: KeyboardEvent): void {
    const isEnd = event.key === 'Enter' || event.key === 'Tab';
    const isInTime = event.timeStamp - this.held.lastAtMs <= this.rule.longestGapMs;
    const verdict = this.settle(isEnd && isInTime ? 'enter' : 'silence');
    if (isEnd && isInTime && verdict.kind === 'scan') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  private settle(end: 'enter' | 'silence'): Verdict {
    clearTimeout(this.pause);
    const verdict = judge(this.held, end, this.rule);
    this.held = noKeys;
    this.deliver(verdict, this.field);
    return verdict;
  }
}

function textFieldOf(event: KeyboardEvent): HTMLInputElement | undefined {
  const { target } = event;
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  // Text areas and lists have no such attribute, so that nothing else of an input is asked of them.
  return isField ? (target as HTMLInputElement) : undefined;
}

function ruleOf(input: HTMLInputElement): ScanRule | undefined {
  const name = input.getAttribute(SCAN_THROUGH);
  return name === 'search' || name === 'amount' ? fieldRules[name] : undefined;
}

function restore(field: FieldBefore | undefined): void {
  if (!field) return;
  // React listens to the event but compares with the value it set: set it past React's own setter.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field.input, field.value);
  field.input.dispatchEvent(new Event('input', { bubbles: true }));
}
