import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PayOutKind, RefundQuote } from '../../../../domain/sales/refund.ts';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { ReturnedLine } from '../../../../domain/sales/returned.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from '../../../../domain/sales/typed-quantity.ts';
import { formatQuantity } from '../../../../domain/quantity.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useDoing } from '../../shifts/use-doing.ts';
import { onceAnswered } from './once-answered.ts';
import { till, tillQuery } from '../../till-client.ts';

/** How the money goes back: as it was paid, or all of it by one means. */
export type PayOutChoice = 'asPaid' | Extract<PayOutKind, 'cash' | 'transfer' | 'credit'>;

/** What is typed for a line, and whether it goes back on the shelf. */
export interface TypedLine {
  readonly text: string;
  readonly isRestocked: boolean;
}
const untouched: TypedLine = { text: '', isRestocked: true };

/** What is chosen of a sale to come back, what it comes to, and how it is done. */
export function useRefund(number: string, onBusy: (isBusy: boolean) => void) {
  const [typed, setTyped] = useState<ReadonlyMap<number, TypedLine>>(new Map());
  const [reason, setReason] = useState('');
  const [choice, setChoice] = useState<PayOutChoice>('asPaid');
  const ids = useFormId(`refund ${number}`);
  const { isBusy, error, run } = useDoing(onBusy);
  const lines = readLines(typed);
  const { data: quote, error: unread } = useQuote(number, []);
  const priced = useQuote(number, lines ?? []);
  const payment = priced.data && paymentOf(priced.data, choice);
  const typedAt = (at: number): TypedLine => typed.get(at) ?? untouched;
  const setLine = (at: number, change: Partial<TypedLine>): void => {
    setTyped(new Map(typed).set(at, { ...typedAt(at), ...change }));
  };
  const chooseAll = (): void => {
    const all = (quote?.leftMilli ?? []).map((left, at) => {
      return [at, { ...typedAt(at), text: left > 0 ? formatQuantity(left) : '' }] as const;
    });
    setTyped(new Map(all));
  };
  const isReady = lines !== undefined && lines.length > 0 && priced.isReady;
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
    typedAt,
    setLine,
    chooseAll,
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

/** Letters that a field of a quantity takes. */
export const QUANTITY_LETTERS = TYPED_QUANTITY_MAX;

/** The lines that come back; undefined where a quantity cannot be read. */
function readLines(typed: ReadonlyMap<number, TypedLine>): ReturnedLine[] | undefined {
  const lines: ReturnedLine[] = [];
  for (const [at, { text, isRestocked }] of typed) {
    if (/^0*$/.test(text.trim())) continue;
    const quantityMilli = readQuantity(text.trim());
    if (quantityMilli === undefined) return undefined;
    lines.push({ at, quantityMilli, isRestocked });
  }
  return lines.sort((a, b) => a.at - b.at);
}

/** What is paid out; a person who chose another means has said that it is another. */
function paymentOf(quote: RefundQuote, choice: PayOutChoice): RefundQuote['asPaid'] {
  if (choice === 'asPaid') return quote.asPaid;
  const amountRupiah = choice === 'cash' ? quote.cashRupiah : quote.dueRupiah;
  return {
    tenders: amountRupiah > 0 ? [{ kind: choice, amountRupiah }] : [],
    changesTender: true,
  };
}
