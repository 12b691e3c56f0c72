import { useEffect, useEffectEvent, useRef } from 'react';
import { NOBODY } from '../../../domain/staff/staff.ts';
import { useLine } from '../staff/line.ts';

/**
 * Tells that whoever was at this window when a sheet came up is not any more: what they filled in
 * is nobody else's. Who comes where nobody was has filled it in already.
 * @param onLeft hears the pseudonym of who left
 */
export function useOtherPerson(onLeft: (cashier: string) => void): void {
  const cashier = useLine()?.cashier ?? '';
  const before = useRef(cashier);
  const tell = useEffectEvent(onLeft);
  useEffect(() => {
    const left = before.current;
    before.current = cashier;
    if (left !== cashier && isSomebody(left)) tell(left);
  }, [cashier]);
}

/** Whether a pseudonym is a person's. */
export function isSomebody(cashier: string): boolean {
  return cashier !== '' && cashier !== NOBODY;
}
