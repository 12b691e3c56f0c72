import { z } from 'zod';
import { KeptCart, KeptLine, KeptScan } from './kept-cart.ts';
import { keptScans, keptTerms } from './register-events.ts';
import type { RegisterState } from './register-state.ts';

const Lost = z.strictObject({
  code: z.string(),
  failure: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }),
});
type LostOfPage = z.output<typeof Lost>;

/** What a page hands over to itself when it is loaded again. */
export interface HandedOver {
  /** The cart that it held; null before the till has said which. */
  readonly cart: { readonly id: string; readonly unkept: KeptCart | null } | null;
  /** The id that it has asked for, as long as it has heard no answer. */
  readonly fresh: string | null;
  /** What was scanned before that was known. */
  readonly scans: KeptCart['scans'];
  /** What nobody has seen yet. */
  readonly lost: readonly LostOfPage[];
}

/**
 * What this page hands over as it goes.
 * @param unkept the cart that the till is not known to have as it is
 * @param before what it was handed over itself
 */
export function handOver(
  { phase, cart, scans, lost }: RegisterState,
  unkept: KeptCart | undefined,
  before: HandedOver | null,
): HandedOver {
  const untold = lost.map(({ code, failure }) => ({ code, failure }));
  if (phase.kind === 'opening' && phase.switching) {
    const { order } = phase.switching;
    const own = { id: order.cart.id, unkept: order.cart };
    return { cart: own, fresh: order.fresh, scans: keptScans(scans), lost: untold };
  }
  if (phase.kind === 'opening') {
    const asked = { cart: before?.cart ?? null, fresh: before?.fresh ?? cart.id };
    return { ...asked, scans: keptScans(scans), lost: untold };
  }
  const own = { id: cart.id, unkept: unkept?.id === cart.id ? unkept : null };
  return { cart: own, fresh: null, scans: [], lost: untold };
}

/**
 * Reads what was handed over, entry by entry: one that cannot be read takes no other with it, and
 * is told as lost where it still says what it is.
 * @throws ZodError when it is nothing that was handed over
 */
export function readHandedOver(handed: unknown): HandedOver {
  const { cart, fresh, scans, lost } = Whole.parse(handed);
  const waiting = readScans(scans);
  const told = readEntries(Lost, lost);
  const { unkept, unread } = readUnkept(cart);
  return {
    cart: cart && { id: cart.id, unkept },
    fresh,
    scans: waiting.read,
    lost: [...told.read, ...unread, ...waiting.unread],
  };
}

const Id = z.uuid();
const Entries = z.array(z.unknown()).catch([]);
const Whole = z.object({
  cart: z
    .object({
      id: Id,
      unkept: z
        .object({
          lines: Entries,
          scans: Entries,
          after: Id.nullable().catch(null),
          discount: KeptCart.shape.discount.catch(undefined),
          note: KeptCart.shape.note.catch(undefined),
          name: KeptCart.shape.name.catch(undefined),
          isTraining: KeptCart.shape.isTraining, // without it there is no cart at all
          tenders: KeptCart.shape.tenders.catch(undefined),
        })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
  fresh: Id.nullable().catch(null),
  scans: Entries,
  lost: Entries,
});

function readUnkept(cart: z.output<typeof Whole>['cart']): {
  readonly unkept: KeptCart | null;
  readonly unread: readonly LostOfPage[];
} {
  if (!cart?.unkept) return { unkept: null, unread: [] };
  const lines = readEntries(KeptLine, cart.unkept.lines);
  const scans = readScans(cart.unkept.scans);
  const gone = readEntries(Named, lines.unread).read.map(({ name }) => {
    return { code: name, failure: { code: 'CART_LINES_GONE', data: { name } } };
  });
  const terms = keptTerms(cart.unkept);
  const { after } = cart.unkept;
  const unkept = { id: cart.id, lines: lines.read, ...terms, scans: scans.read, after };
  return { unkept, unread: [...gone, ...scans.unread] };
}

function readScans(entries: readonly unknown[]): {
  readonly read: KeptCart['scans'];
  readonly unread: readonly LostOfPage[];
} {
  const { read, unread } = readEntries(KeptScan, entries);
  const lost = readEntries(Coded, unread).read.map(({ code }) => {
    return { code, failure: { code: 'FAULT', data: { name: 'HandedOver' } } };
  });
  return { read, unread: lost };
}

const Named = z.object({ name: z.string() });
const Coded = z.object({ code: z.string() });

function readEntries<T>(
  schema: z.ZodType<T>,
  entries: readonly unknown[],
): { readonly read: T[]; readonly unread: readonly unknown[] } {
  const read: T[] = [];
  const unread: unknown[] = [];
  for (const entry of entries) {
    const { data, success } = schema.safeParse(entry);
    if (success) read.push(data);
    else unread.push(entry);
  }
  return { read, unread };
}
