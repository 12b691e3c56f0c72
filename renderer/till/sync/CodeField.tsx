import { TextInput, type TextInputProps } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import styles from './HubScreen.module.css';

interface CodeFieldProps
  extends Pick<TextInputProps, 'label' | 'description' | 'error' | 'onBlur' | 'maxLength'> {
  /** In groups of four. */
  readonly value: string;
  readonly onChange: (typed: string, isPasted: boolean) => void;
}

/** A one-time code, which is grouped while it is typed: the caret stays behind the same letter. */
export function CodeField({ value, onChange, ...field }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  /** What was typed, and how many letters stand before the caret, while that is to be put back. */
  const before = useRef<{ typed: string; letters: number } | null>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = null;
    if (!was || was.typed === value) return;
    const caret = caretBehind(value, was.letters);
    input.current?.setSelectionRange(caret, caret);
  });
  return (
    <TextInput
      ref={input}
      {...field}
      classNames={{ input: styles.code ?? '' }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder="K7QF-2M9D-XR4T-8WHB"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      data-scans
      value={value}
      onChange={({ currentTarget, nativeEvent }) => {
        const typed = currentTarget.value;
        const caret = currentTarget.selectionStart ?? typed.length;
        before.current = { typed, letters: lettersOf(typed.slice(0, caret)) };
        onChange(typed, isPaste(nativeEvent));
      }}
    />
  );
}

/** Whether a change of a field is a paste: whole, and not key by key. */
export function isPaste(event: Event): boolean {
  return event instanceof InputEvent && event.inputType === 'insertFromPaste';
}

function lettersOf(text: string): number {
  return text.replace(/[^0-9A-Za-z]/g, '').length;
}

/** Where the caret stands behind so many letters of a text in groups. */
function caretBehind(grouped: string, letters: number): number {
  let caret = 0;
  for (let left = letters; left > 0 && caret < grouped.length; caret += 1) {
    if (grouped[caret] !== '-') left -= 1;
  }
  return caret;
}
