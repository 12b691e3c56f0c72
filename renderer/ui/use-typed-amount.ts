import { type ChangeEvent, useState } from 'react';
import { formatWhole } from '../../domain/money.ts';
import { typeAmount } from '../../domain/payments/cash.ts';
import { isPasted } from './is-pasted.ts';

/**
 * What a field of whole rupiah shows, and what comes of a change of it.
 * @param digits of what it holds, without points; empty before anything was typed
 * @param onDigits takes those that are to be held
 */
export function useTypedAmount(digits: string, onDigits: (digits: string) => void) {
  /** The digits that a comma was typed behind. */
  const [commaAt, setCommaAt] = useState<string | null>(null);
  const hasComma = commaAt === digits;
  return {
    /** Whether somebody writes sen, which are not taken. */
    hasComma,
    value: digits === '' ? '' : formatWhole(Number(digits)),
    onChange: ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>): void => {
      const before = { digits, hasComma };
      const how = { isPasted: isPasted(nativeEvent) };
      const now = typeAmount(before, currentTarget.value, how);
      setCommaAt(now.hasComma ? now.digits : null);
      if (now.digits !== digits) onDigits(now.digits);
    },
  };
}
