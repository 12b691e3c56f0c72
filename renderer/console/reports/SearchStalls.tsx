import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';

interface SearchStallsProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Whether a dialog begins with it. */
  readonly isFirst?: boolean;
  /** With it a form is not sent while it is there: none of the list was chosen. */
  readonly missing?: string | undefined;
}

/** Narrows a list of stalls by name, number, code or mall. */
export function SearchStalls({ text, onText, isFirst = false, missing = '' }: SearchStallsProps) {
  const say = useText();
  return (
    <TextInput
      ref={(field) => field?.setCustomValidity(missing)}
      type="search"
      data-autofocus={isFirst || undefined}
      mb="var(--gap)"
      aria-label={say.text('console.day.search')}
      placeholder={say.text('console.day.searchHint')}
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      leftSection={<IconSearch aria-hidden size={20} />}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
