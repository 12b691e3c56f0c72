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
  readonly refused: RefusedScan | null;
}

/** The newest of the scans that count onto no line. */
interface RefusedScan {
  readonly why: Words;
  /**
   * The lines that it was told beside: once a hand has changed them it was seen. A scanner that
   * types into a quantity changes it and puts it back.
   */
  readonly typed: Counted['typed'];
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
    setCounted((before) => ({ ...before, typed: changed(before.typed, at, change) }));
  };
  const chooseAll = (): void => {
    const left = quote?.leftMilli ?? [];
    setCounted((before) => {
      const none = before.typed;
      const all = left.reduce((some, one, at) => changed(some, at, { text: asTyped(one) }), none);
      return { ...before, typed: all, refused: null };
    });
  };
  const count = async (scan: Scanned, { receipt, leftMilli }: RefundQuote): Promise<void> => {
    setCounted((before) => ({ ...before, waiting: before.waiting + 1 }));
    const found = await lookUp(scan);
    setCounted((before) => {
      const now = { ...before, waiting: before.waiting - 1 };
      const refuse = (why: Words): Counted => ({ ...now, refused: { why, typed: now.typed } });
      if ('refused' in found) return refuse(found.refused);
      const lines = receipt.lines.map(({ code, unit }, at): LineBack => {
        const { text } = lineAt(now.typed, at);
        return { code, unit, leftMilli: leftMilli[at] ?? milli(0), text };
      });
      const counted = lineOfScan(lines, found);
      if ('at' in counted) {
        const line = lines[counted.at];
        return line ? countedOn(now, counted.at, stepBack(line, 1)) : now;
      }
      const facts = { name: found.name, unit: found.unit };
      return refuse((say) => say.text(`back.scan.${counted.why}`, facts));
    });
  };
  useRegisterEffect('scannedInSales', ({ code, isWhole }) => {
    if (quote && !isBusy && !isAsking()) void count({ code, isWhole }, quote);
    else register.tell({ kind: 'unheard', code });
  });
  const why = refused?.why;
  useEffect(() => {
    if (why) warnBeep();
  }, [why]);
  return {
    typedAt: (at: number) => lineAt(typed, at),
    lines: readLines(typed),
    setLine,
    chooseAll,
    isWaiting: waiting > 0,
    /** Why the newest of the scans that count onto no line does not, until that was seen. */
    refused: unseen({ typed, refused })?.why,
  };
}

function lineAt(typed: Counted['typed'], at: number): TypedLine {
  return typed.get(at) ?? untouched;
}

function changed(typed: Counted['typed'], at: number, change: Partial<TypedLine>) {
  return new Map(typed).set(at, { ...lineAt(typed, at), ...change });
}

/** With a scan counted onto a line: what was refused before it may be unseen still. */
function countedOn(before: Counted, at: number, text: string): Counted {
  const typed = changed(before.typed, at, { text });
  const refused = unseen(before);
  return { ...before, typed, refused: refused && { ...refused, typed } };
}

/** The scan that was refused, unless a hand has changed a line since. */
function unseen({ typed, refused }: Pick<Counted, 'typed' | 'refused'>): RefusedScan | null {
  const isSame = [...typed].every(([at, { text, isRestocked }]) => {
    const before = lineAt(refused?.typed ?? typed, at);
    return before.text === text && before.isRestocked === isRestocked;
  });
  return isSame ? refused : null;
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
      return { code: String(data['code']), name: String(data['name']), unit: String(data['unit']) };
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
