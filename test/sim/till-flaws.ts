import type { SyncWorld } from '../../electron/till/sync/world.ts';
import type { SimTill } from './sim-till.ts';
import type { Flaw } from './simulation.ts';

type Fetch = SyncWorld['fetch'];
type Meddle = NonNullable<Flaw['meddle']>;

/** A till whose requests go another way. */
function fetching(wrap: (fetch: Fetch, till: SimTill) => Fetch): Meddle {
  return (world, till) => ({ ...bound(world), fetch: wrap(bound(world).fetch, till) });
}

/** A till that sets only some of its timers. */
function timing(isSet: (ms: number, till: SimTill) => boolean): Meddle {
  return (world, till) => ({
    ...bound(world),
    setTimer: (act, ms) => (isSet(ms, till) ? world.setTimer(act, ms) : () => undefined),
  });
}

function bound(world: SyncWorld): SyncWorld {
  return {
    fetch: (url, init) => world.fetch(url, init),
    now: () => world.now(),
    random: () => world.random(),
    setTimer: (act, ms) => world.setTimer(act, ms),
  };
}

/** Has nothing to send any more, once an answer was such a one. */
function believing(isBelieved: (response: Response) => boolean): Meddle {
  return fetching((fetch, till) => async (url, init) => {
    if (wereBelieved.has(till)) throw new Error('there is nothing to send');
    const response = await fetch(url, init);
    if (init.method === 'POST' && isBelieved(response)) wereBelieved.add(till);
    return response;
  });
}

const isHtml = ({ headers }: Response) => headers.get('content-type') === 'text/html';

/** Goes on with the head that it was told before, where a new one does not suit it. */
function deaf(isHeard: (answer: HeadAnswer, till: SimTill, before: HeadAnswer) => boolean): Meddle {
  return fetching((fetch, till) => {
    let before: HeadAnswer | undefined;
    return async (url, init) => {
      const response = await fetch(url, init);
      if (init.method !== 'GET' || response.status !== 200 || isHtml(response)) return response;
      const text = await response.text();
      const { status, headers } = response;
      const answer = parsed(text);
      if (!answer || !before || isHeard(answer, till, before)) {
        before = answer ?? before;
        return new Response(text, { status, headers });
      }
      return new Response(JSON.stringify(before), { status, headers });
    };
  });
}

interface HeadAnswer {
  readonly receipt: { readonly place: { leaf: string }; readonly checkpoint: string } | null;
}

function parsed(text: string): HeadAnswer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const isHead = typeof answer === 'object' && answer !== null && 'receipt' in answer;
    return isHead ? (answer as HeadAnswer) : undefined; // as the hub answers
  } catch {
    return undefined;
  }
}

function sizeOf({ receipt }: HeadAnswer): number {
  return Number(receipt?.checkpoint.split('\n')[1] ?? 0);
}

function isOwn({ receipt }: HeadAnswer, till: SimTill): boolean {
  return !receipt || till.journal().some(({ leaf }) => leaf === receipt.place.leaf);
}

/** Of START, DEBOUNCE and WATCHDOG in uploader.ts, and of one request in hub-exchange.ts. ms */
const [START_MS, DEBOUNCE_MS, WATCHDOG_MS, EXCHANGE_MS] = [1_000, 3_000, 900_000, 30_000];
const MINUTE_MS = 60_000;
const wereBelieved = new WeakSet<SimTill>();
const wereFull = new WeakSet<SimTill>();

/** Tills that each have one fault. */
export const flawedTills = {
  believesPages: believing((response) => response.status === 200 && isHtml(response)),
  dropsRefused: believing(({ status }) => status >= 400 && status < 500 && status !== 401),
  givesUp: timing((ms) => [START_MS, DEBOUNCE_MS, WATCHDOG_MS, EXCHANGE_MS].includes(ms)),
  waitsForWrites: timing((ms) => [START_MS, DEBOUNCE_MS, EXCHANGE_MS].includes(ms)),
  stopsWhenFull: timing((_, till) => {
    if (till.isFull) wereFull.add(till);
    return !wereFull.has(till);
  }),
  asksItsClock: fetching(
    (fetch, till) => (url, init) =>
      Math.abs(till.clockOffMs) > 5 * MINUTE_MS
        ? Promise.reject(new Error('the clock is wrong'))
        : fetch(url, init),
  ),
  knowsAllFields: fetching((fetch) => async (url, init) => {
    const response = await fetch(url, init);
    const text = await response.text();
    const { status, headers } = response;
    return new Response(text.includes('ofLaterVersion') ? '?' : text, { status, headers });
  }),
  neverForgotten: deaf((answer, _, before) => sizeOf(answer) >= sizeOf(before)),
  neverAhead: deaf(isOwn),
} as const;

/** A sale that waits for the hub. */
export function sellsOnline(till: SimTill, nowMs: number): void {
  if (till.offlineUntilMs > nowMs) throw new Error('a sale waits for the hub');
}
