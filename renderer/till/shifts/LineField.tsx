import { TextInput } from '@mantine/core';
import type { Ref } from 'react';

interface LineFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly label: string;
  /** What is said of it; nothing where it says enough by itself. */
  readonly how?: string;
  readonly lengthMax: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Enter leads on; it confirms nothing. */
  readonly onEnter: () => void;
  /** Whether it has the focus when its sheet comes up. */
  readonly isFirst?: boolean;
}

/** A line of text in a sheet. */
export function LineField(props: LineFieldProps) {
  const { ref, label, how, lengthMax, value, onValue, onEnter, isFirst = false } = props;
  return (
    <TextInput
      {...(ref ? { ref } : {})}
      label={label}
      description={how}
      data-autofocus={isFirst || undefined}
      autoComplete="off"
      maxLength={lengthMax}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (!event.repeat) onEnter();
      }}
    />
  );
}
