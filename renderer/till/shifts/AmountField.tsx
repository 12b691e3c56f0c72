import type { Ref } from 'react';
import { MOVED_MAX_RUPIAH } from '../../../domain/shifts/movement.ts';
import { typedDigits } from '../../../domain/payments/cash.ts';
import { useText } from '../../ui/use-text.ts';
import { useTypedAmount } from '../../ui/use-typed-amount.ts';
import { PadField } from './PadField.tsx';

interface AmountFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  /** Without points; empty before anything was typed. */
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
  readonly onEnter: () => void;
  /** Whether it has the focus when its sheet comes up. */
  readonly isFirst?: boolean;
}

/** Whole rupiah up to the most that is moved at once: typed, pasted, or touched on the pad. */
export function AmountField(props: AmountFieldProps) {
  const { ref, digits, onDigits, onEnter, isFirst = false } = props;
  const say = useText();
  const { hasComma, value, onChange } = useTypedAmount(digits, (written) => {
    if (isMovable(written)) onDigits(written);
  });
  return (
    <PadField
      ref={ref}
      label={
        <>
          {say.text('shift.amount')}
          {hasComma && <em role="status">, {say.text('payments.noSen')}</em>}
        </>
      }
      value={value}
      onChange={onChange}
      onEnter={onEnter}
      extra="000"
      onMore={(more) => onDigits(withDigits(digits, more))}
      onBackspace={() => onDigits(digits.slice(0, -1))}
      isFirst={isFirst}
    />
  );
}

/** An amount with these digits behind it; as it is where that is more than is ever moved. */
function withDigits(digits: string, more: string): string {
  const written = typedDigits(digits + more);
  return written !== undefined && isMovable(written) ? written : digits;
}

function isMovable(digits: string): boolean {
  return Number(digits) <= MOVED_MAX_RUPIAH;
}
