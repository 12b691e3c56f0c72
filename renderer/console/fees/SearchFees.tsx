import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useText } from '../../ui/use-text.ts';

interface SearchFeesProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly text: string;
  /** What is searched, where it is not stalls; and what can be written. */
  readonly label?: string;
  readonly hint?: string;
  readonly onText: (text: string) => void;
}

/** Narrows a list of a mall's stalls by name, number or code, or another list of fees. */
export function SearchFees({ ref, text, label, hint, onText }: SearchFeesProps) {
  const say = useText();
  return (
    <TextInput
      ref={ref}
      type="search"
      mb="var(--gap)"
      aria-label={label ?? say.text('console.fees.search')}
      placeholder={hint ?? say.text('console.fees.searchHint')}
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      leftSection={<IconSearch aria-hidden size={20} />}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
