import type { ChangeEvent, ReactNode, Ref } from 'react';
import { NumberPad } from '../../ui/NumberPad.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './AmountField.module.css';

interface PadFieldProps {
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  /** Enter leads on; it confirms nothing. */
  readonly onEnter: () => void;
  /** Left of the zero. */
  readonly extra: '000' | ',';
  /** What was touched on the pad. */
  readonly onMore: (characters: string) => void;
  readonly onBackspace: () => void;
  /** Whether it has the focus when its sheet comes up. */
  readonly isFirst?: boolean;
}

/** A figure in a sheet, typed or touched on the pad below it. */
export function PadField(props: PadFieldProps) {
  const { ref, label, value, onChange, onEnter, extra, onMore, onBackspace, isFirst } = props;
  const say = useText();
  return (
    <>
      <label className={styles.amount}>
        <span>{label}</span>
        <input
          ref={ref}
          inputMode="none"
          data-autofocus={isFirst || undefined}
          autoComplete="off"
          placeholder="0"
          value={value}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (!event.repeat) onEnter();
          }}
          onChange={onChange}
        />
      </label>
      <NumberPad
        label={say.text('payments.keypad')}
        extra={extra}
        onType={onMore}
        onBackspace={onBackspace}
      />
    </>
  );
}
