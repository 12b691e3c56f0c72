import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { RingUp } from '../../../domain/sales/contract.ts';
import { askUntilAnswered } from '../connection.ts';
import { connection, till, tillQuery } from '../till-client.ts';

export interface CurrentRingUp {
  readonly isSending: boolean;
  /** Whether one is under way now, also before the screen has been drawn anew. */
  isBusy(): boolean;
  /**
   * Books the sale. A second call while the first is under way is the first. A lost answer is
   * asked for again with the same id once the connection is back: the till returns the first
   * receipt.
   */
  ringUp(order: RingUp): Promise<Receipt>;
  /** Settles, never fails, when nothing is under way. */
  whenIdle(): Promise<void>;
}

/** Takes a paid cart to the till, once. */
export function useRingUp(): CurrentRingUp {
  const [isSending, setIsSending] = useState(false);
  const underWay = useRef<Promise<Receipt> | undefined>(undefined);
  const client = useQueryClient();
  const ringUp = (order: RingUp): Promise<Receipt> => {
    if (underWay.current) return underWay.current;
    setIsSending(true);
    const booking = askUntilAnswered(connection, () => till.sales.ringUp(order)).finally(() => {
      underWay.current = undefined;
      setIsSending(false);
      // The shelf has changed.
      void client.invalidateQueries({ queryKey: tillQuery.catalog.key() });
    });
    underWay.current = booking;
    return booking;
  };
  const whenIdle = async (): Promise<void> => {
    await underWay.current?.catch(() => undefined); // told to the one who asked for it
  };
  return { isSending, isBusy: () => underWay.current !== undefined, ringUp, whenIdle };
}
