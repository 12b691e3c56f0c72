import { type ReactNode, useEffect, useRef } from 'react';
import { PIN_LENGTH } from '../../../domain/staff/pin-entry.ts';
import type { Words } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { NumberPad } from '../../ui/NumberPad.tsx';
import styles from './PersonPin.module.css';
import { firstFocus } from './TopDialog.tsx';

interface PinFieldProps {
  /** What is asked for. */
  readonly label: string;
  readonly typed: number;
  readonly isBusy: boolean;
  readonly told: Words | null;
  readonly shakes: number;
  readonly onTouch: (figure: string) => void;
  readonly onErase: () => void;
  readonly children?: ReactNode;
}

/** Six places for the figures of a PIN, what is wrong with it, and a pad to touch. */
export function PinField(props: PinFieldProps) {
  const { label, typed, isBusy, told, shakes, onTouch, onErase, children } = props;
  const say = useText();
  const shown = Math.min(typed, PIN_LENGTH);
  const place = useRef<HTMLDivElement>(null);
  // The button that led here is gone, and the figures are for nothing that has the focus.
  useEffect(() => place.current?.focus(), []);
  return (
    <div className={styles.pin}>
      <div ref={place} className={styles.asked} tabIndex={-1} {...firstFocus}>
        <p className={styles.label}>{label}</p>
        <div
          key={shakes}
          className={styles.places}
          data-shaken={shakes > 0 || undefined}
          data-busy={isBusy || undefined}
          role="status"
          aria-label={say.text('staff.pinTyped', { typed: shown, length: PIN_LENGTH })}
        >
          {Array.from({ length: PIN_LENGTH }, (_, at) => (
            <span key={at} data-typed={at < shown || undefined} />
          ))}
        </div>
        <p className={styles.told} role="alert">
          {told?.(say)}
        </p>
        {children}
      </div>
      <div className={styles.pad}>
        <NumberPad
          label={say.text('staff.pinPad')}
          extra=""
          onType={(figure) => onTouch(figure)}
          onBackspace={onErase}
        />
      </div>
    </div>
  );
}
