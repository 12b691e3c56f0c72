import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { KeyHint } from './KeyHint.tsx';

interface ListSearchProps {
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly className: string | undefined;
  readonly label: string;
  readonly hint: string;
  /** Of the list that it narrows. */
  readonly listId: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The field above a list that narrows it; F2 leads there. */
export function ListSearch(props: ListSearchProps) {
  const { fieldRef, className, label, hint, listId, text, onText } = props;
  return (
    <TextInput
      ref={fieldRef}
      className={className}
      type="search"
      aria-label={label}
      aria-keyshortcuts="F2"
      aria-controls={listId}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      maxLength={60}
      leftSection={<IconSearch aria-hidden size={20} />}
      rightSection={<KeyHint>F2</KeyHint>}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
