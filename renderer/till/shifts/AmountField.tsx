import type { KeyboardEvent, Ref } from 'react';
import { formatWhole } from '../../../domain/money.ts';
import { typedDigits, writtenDigits } from '../../../domain/payments/cash.ts';
import { isPasted } from '../../ui/is-pasted.ts';
import styles from './AmountField.module.css';

interface AmountFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  /** Without points; empty before anything was typed. */
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
  readonly onEnter: () => void;
}

/** Whole rupiah, typed, pasted or touched on the pad beside it. */
export function AmountField({ ref, label, digits, onDigits, onEnter }: AmountFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) onEnter();
  };
  return (
    <label className={styles.amount}>
      <span>{label}</span>
      <input
        ref={ref}
        inputMode="none"
        autoComplete="off"
        placeholder="0"
        value={digits === '' ? '' : formatWhole(Number(digits))}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget, nativeEvent }) => {
          const how = { isPasted: isPasted(nativeEvent) };
          const written = writtenDigits(currentTarget.value, how);
          if (written !== undefined) onDigits(written);
        }}
      />
    </label>
  );
}

/** An amount with these digits behind it; as it is where that is more than any amount. */
export function withDigits(digits: string, more: string): string {
  return typedDigits(digits + more) ?? digits;
}
