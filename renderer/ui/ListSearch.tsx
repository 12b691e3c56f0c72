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
  /** Letters; 60 where nothing is said. */
  readonly lengthMax?: number;
}

/** The field above a list that narrows it; F2 leads there. */
export function ListSearch(props: ListSearchProps) {
  const { fieldRef, className, label, hint, listId, text, onText, lengthMax = 60 } = props;
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
      maxLength={lengthMax}
      leftSection={<IconSearch aria-hidden size={20} />}
      rightSection={<KeyHint>F2</KeyHint>}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
