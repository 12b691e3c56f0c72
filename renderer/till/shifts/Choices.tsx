import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import styles from './Choices.module.css';

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T | null;
  readonly onChoose: (value: T) => void;
  /** Enter on the one that is chosen: on to what comes next. */
  readonly onDone: () => void;
  /** Whether the first has the focus when they come up. */
  readonly isFirst?: boolean;
}

/** One of a few, as large as a finger; arrows and Space choose, then Enter goes on. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, options, chosen, onChoose, onDone, isFirst } = props;
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) first.current?.focus();
  }, [isFirst]);
  const onKeyDown = (event: KeyboardEvent, value: T): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // An Enter too many must not choose for anybody: the arrows, Space or a touch do.
    if (!event.repeat && chosen === value) onDone();
  };
  return (
    <fieldset className={styles.choices} aria-label={label}>
      <legend>{label}</legend>
      {options.map(({ value, label: words }, at) => (
        <label key={value} data-chosen={chosen === value || undefined}>
          <input
            ref={at === 0 ? first : undefined}
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            data-autofocus={(isFirst && at === 0) || undefined}
            onChange={() => onChoose(value)}
            onKeyDown={(event) => onKeyDown(event, value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
