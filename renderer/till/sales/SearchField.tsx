import { IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Id of the list that it searches, where one is shown; and of the entry that Enter takes. */
  readonly listId: string | undefined;
  readonly activeId?: string | undefined;
}

/** Where products are looked up by name, code or barcode. Scans pass through it. */
export function SearchField(props: SearchFieldProps) {
  const say = useText();
  const { inputRef, value, onChange, onKeyDown, listId, activeId } = props;
  return (
    <div className={styles.field}>
      <IconSearch className={styles.icon} aria-hidden size={20} />
      <input
        ref={inputRef}
        className={styles.input}
        type="search"
        aria-label={say.text('sales.search')}
        aria-keyshortcuts="F2 /"
        aria-controls={listId}
        aria-activedescendant={activeId}
        placeholder={say.text('sales.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-key-place="search"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <span className={styles.hint}>
          <KeyHint>F2</KeyHint>
        </span>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={say.text('sales.searchClear')}
          onClick={() => {
            onChange('');
            inputRef.current?.focus();
          }}
        >
          <IconX aria-hidden size={20} />
        </button>
      )}
    </div>
  );
}
