import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PayOutKind, RefundQuote } from '../../../../domain/sales/refund.ts';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { ReturnedLine } from '../../../../domain/sales/returned.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useDoing } from '../../shifts/use-doing.ts';
import { onceAnswered } from './once-answered.ts';
import { till, tillQuery } from '../../till-client.ts';
import { useCounted } from './use-counted.ts';

/** How the money goes back: as it was paid, or all of it by one means. */
export type PayOutChoice = 'asPaid' | Extract<PayOutKind, 'cash' | 'transfer' | 'credit'>;

/** What is chosen of a sale to come back, what it comes to, and how it is done. */
export function useRefund(number: string, onBusy: (isBusy: boolean) => void) {
  const [reason, setReason] = useState('');
  const [choice, setChoice] = useState<PayOutChoice>('asPaid');
  const ids = useFormId(`refund ${number}`);
  const { isBusy, error, run } = useDoing(onBusy);
  const { data: quote, error: unread } = useQuote(number, []);
  const { lines, isWaiting, ...counted } = useCounted(quote, isBusy);
  const priced = useQuote(number, lines ?? []);
  const payment = priced.data && paymentOf(priced.data, choice);
  const isReady = lines !== undefined && lines.length > 0 && priced.isReady && !isWaiting;
  const returned = { number, lines: lines ?? [], reason: reason.trim() };
  const refund = (onDone: (receipt: Receipt) => void): void => {
    if (!isReady || !payment) return;
    run(async () => {
      const order = { ...returned, ...payment };
      const id = ids.of(order);
      onDone(await onceAnswered(id, till.sales.refund({ id, ...order })));
    });
  };
  return {
    quote,
    /** What the chosen lines come to; undefined until it has come. */
    priced: priced.data,
    quoteError: unread ?? priced.error,
    payment,
    lines,
    returned,
    ...counted,
    reason,
    setReason,
    choice,
    setChoice,
    isReady,
    isBusy,
    error,
    run,
    refund,
  };
}

/** What these lines of a sale come to; the figures before stay until the next have come. */
function useQuote(number: string, lines: readonly ReturnedLine[]) {
  const { data, error, isSuccess, isPlaceholderData } = useQuery({
    ...tillQuery.sales.quoteRefund.queryOptions({ input: { number, lines: [...lines] } }),
    placeholderData: keepPreviousData,
    gcTime: 0, // what came back in another window counts
  });
  return { data, error, isReady: isSuccess && !isPlaceholderData };
}

export type Refunding = ReturnType<typeof useRefund>;

/** What is paid out; a person who chose another means has said that it is another. */
function paymentOf(quote: RefundQuote, choice: PayOutChoice): RefundQuote['asPaid'] {
  if (choice === 'asPaid') return quote.asPaid;
  const amountRupiah = choice === 'cash' ? quote.cashRupiah : quote.dueRupiah;
  return {
    tenders: amountRupiah > 0 ? [{ kind: choice, amountRupiah }] : [],
    changesTender: true,
  };
}
