import { useEffect, useState } from 'react';
import type { Scanned } from '../../../../domain/catalog/barcode.ts';
import {
  asTyped,
  type LineBack,
  lineOfScan,
  type ScannedBack,
  stepBack,
} from '../../../../domain/sales/count-back.ts';
import type { RefundQuote } from '../../../../domain/sales/refund.ts';
import type { ReturnedLine } from '../../../../domain/sales/returned.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from '../../../../domain/sales/typed-quantity.ts';
import { milli } from '../../../../domain/quantity.ts';
import { isAsking } from '../../../ui/Ask.tsx';
import type { Words } from '../../../ui/Notice.tsx';
import { quietTill } from '../../till-client.ts';
import { warnBeep } from '../beep.ts';
import { failureFrom } from '../failure-from.ts';
import { register, useRegisterEffect } from '../register-store.ts';

/** What is typed for a line, and whether it goes back on the shelf. */
export interface TypedLine {
  readonly text: string;
  readonly isRestocked: boolean;
}
const untouched: TypedLine = { text: '', isRestocked: true };

/** Letters that a field of a quantity takes. */
export const QUANTITY_LETTERS = TYPED_QUANTITY_MAX;

interface Counted {
  readonly typed: ReadonlyMap<number, TypedLine>;
  /** Scans that are looked up still. */
  readonly waiting: number;
  /** Why the newest scan counts onto no line; null where it does. */
  readonly refused: Words | null;
}
const nothing: Counted = { typed: new Map(), waiting: 0, refused: null };

/**
 * How many of each line of a sale come back: typed, stepped, or scanned one by one.
 * @param quote undefined until it has come
 * @param isBusy while it is booked a scan is for nothing here
 */
export function useCounted(quote: RefundQuote | undefined, isBusy: boolean) {
  const [{ typed, waiting, refused }, setCounted] = useState(nothing);
  const setLine = (at: number, change: Partial<TypedLine>): void => {
    setCounted((before) => changed(before, at, change));
  };
  const chooseAll = (): void => {
    const left = quote?.leftMilli ?? [];
    setCounted((before) => {
      return left.reduce((all, one, at) => changed(all, at, { text: asTyped(one) }), before);
    });
  };
  const count = async (scan: Scanned, { receipt, leftMilli }: RefundQuote): Promise<void> => {
    setCounted((before) => ({ ...before, waiting: before.waiting + 1 }));
    const found = await lookUp(scan);
    setCounted(({ waiting: before, ...rest }) => {
      const now = { ...rest, waiting: before - 1, refused: null };
      if ('refused' in found) return { ...now, refused: found.refused };
      const lines = receipt.lines.map(({ code, unit }, at): LineBack => {
        const { text } = lineAt(rest.typed, at);
        return { code, unit, leftMilli: leftMilli[at] ?? milli(0), text };
      });
      const counted = lineOfScan(lines, found);
      if ('at' in counted) {
        const line = lines[counted.at];
        return line ? changed(now, counted.at, { text: stepBack(line, 1) }) : now;
      }
      const facts = { name: found.name, unit: found.unit ?? '' };
      return { ...now, refused: (say) => say.text(`back.scan.${counted.why}`, facts) };
    });
  };
  useRegisterEffect('scannedInSales', ({ code, isWhole }) => {
    if (quote && !isBusy && !isAsking()) void count({ code, isWhole }, quote);
    else register.tell({ kind: 'unheard', code });
  });
  useEffect(() => {
    if (refused) warnBeep();
  }, [refused]);
  return {
    typedAt: (at: number) => lineAt(typed, at),
    lines: readLines(typed),
    setLine,
    chooseAll,
    isWaiting: waiting > 0,
    refused,
  };
}

function lineAt(typed: Counted['typed'], at: number): TypedLine {
  return typed.get(at) ?? untouched;
}

/** With a line changed by hand or by a scan; what was refused before has been seen. */
function changed(before: Counted, at: number, change: Partial<TypedLine>): Counted {
  const typed = new Map(before.typed).set(at, { ...lineAt(before.typed, at), ...change });
  return { ...before, typed, refused: null };
}

/** Which product was scanned, also one that is no longer sold, or why nobody knows. */
async function lookUp({
  code: barcode,
  isWhole,
}: Scanned): Promise<(ScannedBack & { readonly name: string }) | { readonly refused: Words }> {
  try {
    const { product, unit } = await quietTill.catalog.findBarcode({ barcode, isWhole });
    return { code: product.code, name: product.name, unit };
  } catch (error) {
    const { code, data } = failureFrom(error);
    if (code === 'PRODUCT_ARCHIVED') {
      return { code: String(data['code']), name: String(data['name']), unit: null };
    }
    return { refused: (say) => say.failure(error) };
  }
}

/** The lines that come back; undefined where a quantity cannot be read. */
function readLines(typed: Counted['typed']): ReturnedLine[] | undefined {
  const lines: ReturnedLine[] = [];
  for (const [at, { text, isRestocked }] of typed) {
    if (/^0*$/.test(text.trim())) continue;
    const quantityMilli = readQuantity(text.trim());
    if (quantityMilli === undefined) return undefined;
    lines.push({ at, quantityMilli, isRestocked });
  }
  return lines.sort((a, b) => a.at - b.at);
}
