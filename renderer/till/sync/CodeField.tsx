import { TextInput, type TextInputProps } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import styles from './HubScreen.module.css';

interface CodeFieldProps extends Pick<TextInputProps, 'label' | 'description' | 'error'> {
  /** In groups of four. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** A one-time code, which is grouped while it is typed: the caret stays behind the same letter. */
export function CodeField({ value, onChange, ...field }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  /** How many letters stand before the caret, while that is to be put back. */
  const before = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (before.current === null) return;
    const caret = caretBehind(value, before.current);
    before.current = null;
    input.current?.setSelectionRange(caret, caret);
  });
  return (
    <TextInput
      ref={input}
      {...field}
      classNames={{ input: styles.code ?? '' }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder="K7QF-2M9D-XR4T-8WHB"
      maxLength={60}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      data-scans
      value={value}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        before.current = lettersOf(typed.slice(0, currentTarget.selectionStart ?? typed.length));
        onChange(typed);
      }}
    />
  );
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
