import { refuse } from './register-cart.ts';
import { andThen, keptCart, step, type Step } from './register-events.ts';
import { askAgain } from './register-scans.ts';
import {
  atCart,
  type Failure,
  nextCart,
  nothingTyped,
  type RegisterState,
} from './register-state.ts';

const unanswered = { kind: 'unanswered' } as const;

/** What a person wants in place of the cart on the screen. */
interface WantedCart {
  /** What the one on the screen is called from now on; empty for nothing. */
  readonly name: string;
  /** The parked cart to go on with; null for an empty one. */
  readonly to: string | null;
  /** The id of this page's cart from then on. */
  readonly fresh: string;
}

/**
 * Parks the cart and goes on with another one. Until the till has it there is none on the screen;
 * what is scanned meanwhile goes into the one that comes.
 */
export function switchCart(state: RegisterState, { name, to, fresh }: WantedCart): Step {
  const { phase, asking } = state;
  if (phase.kind !== 'cart' || asking) return step(state, { kind: 'beep' });
  const { name: _, ...cart } = keptCart(state);
  const order = { cart: name === '' ? cart : { ...cart, name }, to, fresh };
  // Their answers find nothing to be of until then: they are asked for again.
  const scans = state.scans.map((scan) => ({ ...scan, answer: scan.answer ?? unanswered }));
  const from = { cart: state.cart, scans, past: state.past };
  const next: RegisterState = {
    ...state,
    phase: { kind: 'opening', switching: { order, from, last: phase.last } },
    cart: nextCart(state.cart, fresh, cart.after),
    typed: nothingTyped,
    scans: [],
    past: [],
    pad: null,
  };
  return step(next, { kind: 'switchCart', order }, { kind: 'clearNotice', all: false });
}

/** The till has not parked it: everything is as it was, and a sentence says why. */
export function refuseSwitch(state: RegisterState, failure: Failure): Step {
  const { phase } = state;
  if (phase.kind !== 'opening' || !phase.switching) return step(state);
  const { from, last } = phase.switching;
  const scans = [...from.scans, ...state.scans];
  const back: RegisterState = { ...state, ...from, scans, phase: { ...atCart, last } };
  return andThen(refuse(back, failure), askAgain);
}
