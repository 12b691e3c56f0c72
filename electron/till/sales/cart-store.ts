import { z } from 'zod';
import { hasContent, KeptCart } from '../../../domain/sales/kept-cart.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, prepare, type Tx } from '../database/run.ts';

/** A cart as it was kept last. */
export interface StoredCart extends KeptCart {
  readonly keptAtMs: UtcMs;
  /** Whether a person has put it aside. */
  readonly isParked: boolean;
}

/** Keeps a cart, whole; an empty one needs no keeping, but of training. */
export function storeCart(tx: Tx, { keptAtMs, isParked, ...cart }: StoredCart): void {
  const { id, ...content } = cart;
  const { after, isTraining } = content;
  if (!hasContent(content) && after === null && !isTraining) removeCart(tx, id);
  else {
    upsertCart.run(tx, {
      id,
      content: JSON.stringify(content),
      keptAtMs,
      isParked: isParked ? 1 : 0,
    });
  }
}

/** Forgets a cart. */
export function removeCart(tx: Tx, id: string): void {
  deleteCart.run(tx, { id });
}

/** The cart with this id; undefined when none is kept, or what is kept is no cart. */
export function findCart(tx: Tx, id: string): StoredCart | undefined {
  return readCart(findById.first(tx, { id }));
}

/** Notes that a page goes on with a cart that was left, under a new id. */
export function writeWentOn(tx: Tx, id: string, wentOnAs: string): void {
  insertWentOn.run(tx, { id, wentOnAs });
}

/** The ids under which a cart went on, through however many pages, the newest last. */
export function listWentOnAs(tx: Tx, id: string): string[] {
  const ids: string[] = [];
  for (let next = findNext.first(tx, { id }); next && ids.length < PAGES_MAX; ) {
    ids.push(next.wentOnAs);
    next = findNext.first(tx, { id: next.wentOnAs });
  }
  return ids;
}

/** The carts that are kept, the newest first. */
export function listCarts(tx: Tx): StoredCart[] {
  const query = build
    .selectFrom('cart')
    .select(columns)
    .orderBy('kept_at_ms', 'desc')
    .orderBy('id')
    .limit(CARTS_MAX);
  return all(tx, query).flatMap((row) => readCart(row) ?? []);
}

/** More than pages that can be open at once. */
const CARTS_MAX = 100;
/** More than pages that one cart goes through before it is paid. */
const PAGES_MAX = 100;

const Content = KeptCart.omit({ id: true });
const Json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown; // Content says what it is
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

interface CartRow {
  id: string;
  content: string;
  keptAtMs: number;
  isParked: number;
}

const columns = ['id', 'content', 'kept_at_ms as keptAtMs', 'is_parked as isParked'] as const;

const Row = z.object({
  id: z.string(),
  content: Json.pipe(Content),
  keptAtMs: z.int(),
  isParked: z.int().transform((given) => given === 1),
});

/** What none of our programs wrote is passed over. */
function readCart(row: CartRow | undefined): StoredCart | undefined {
  const found = Row.safeParse(row).data;
  if (!found) return undefined;
  const { content, ...rest } = found;
  return { ...content, ...rest };
}

const upsertCart = prepare<CartRow>((given) =>
  build
    .insertInto('cart')
    .values({
      id: given('id'),
      content: given('content'),
      kept_at_ms: given('keptAtMs'),
      is_parked: given('isParked'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        content: given('content'),
        kept_at_ms: given('keptAtMs'),
        is_parked: given('isParked'),
      }),
    ),
);

const deleteCart = prepare<{ id: string }>((given) =>
  build.deleteFrom('cart').where('id', '=', given('id')),
);

const findById = prepare<{ id: string }, CartRow>((given) =>
  build.selectFrom('cart').select(columns).where('id', '=', given('id')),
);

const insertWentOn = prepare<{ id: string; wentOnAs: string }>((given) =>
  build
    .insertInto('cart_went_on')
    .values({ id: given('id'), went_on_as: given('wentOnAs') })
    .onConflict((conflict) => conflict.doNothing()),
);

const findNext = prepare<{ id: string }, { wentOnAs: string }>((given) =>
  build.selectFrom('cart_went_on').select('went_on_as as wentOnAs').where('id', '=', given('id')),
);
