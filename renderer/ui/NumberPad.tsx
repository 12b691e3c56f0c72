import { IconBackspace } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useText } from './use-text.ts';
import styles from './NumberPad.module.css';

interface NumberPadProps {
  readonly label: string;
  /** Left of the zero: `000` for money, `00` for pieces, `,` for a quantity; nothing for a PIN. */
  readonly extra: '000' | '00' | ',' | '';
  readonly onType: (characters: string, event: MouseEvent) => void;
  readonly onBackspace: (event: MouseEvent) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits to touch. It never takes the focus from the field that it fills. */
export function NumberPad({ label, extra, onType, onBackspace }: NumberPadProps) {
  const say = useText();
  return (
    <fieldset
      className={styles.pad}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      {[...digits, extra, '0'].map((characters) =>
        characters === '' ? (
          <span key="none" />
        ) : (
          <button
            key={characters}
            type="button"
            tabIndex={-1}
            onClick={(event) => onType(characters, event)}
          >
            {characters}
          </button>
        ),
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={say.text('payments.backspace')}
        onClick={onBackspace}
      >
        <IconBackspace aria-hidden />
      </button>
    </fieldset>
  );
}
