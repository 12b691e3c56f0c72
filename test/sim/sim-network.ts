import type { Fault, FaultsOn } from './steps.ts';
import type { SimHub } from './sim-hub.ts';
import { answerOf, type Arriving, brokenAnswer, torn, withNewFields } from './sim-answers.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How long a request or an answer is on its way. ms */
const [WAY_MS, LATE_MS, REPLAY_MS] = [40, 45_000, 60_000];

/** Whose line to the hub it is. */
export interface Caller {
  readonly name: string;
  /** No network until then. UTC ms */
  offlineUntilMs: number;
  /** Behind a page that asks for a sign-in until then. UTC ms */
  portalUntilMs: number;
}

/** A request on its way, until it is answered or given up. */
interface Exchange {
  readonly caller: Caller;
  readonly request: Arriving;
  readonly fault: Fault;
  isOver: boolean;
  answer(response: Response): void;
  fail(why: Error): void;
}

/** What lies between tills and hub; each request meets the next fault that waits. */
export class SimNetwork {
  readonly #time: VirtualTime;
  readonly #hub: SimHub;
  readonly #chance: () => number;
  readonly #open = new Set<Exchange>();
  readonly #faults: Record<FaultsOn, Fault[]> = { any: [], batch: [] };
  hubDownUntilMs = 0;
  /** Whether the hub is of a later version than the tills. */
  isHubNewer = false;
  /** Told whose request the hub took that the line brought again. */
  onTakenAgain: (caller: Caller) => void = () => {};
  /** What happened, for two runs of one seed to be held against one another. */
  readonly trace: string[] = [];

  constructor(time: VirtualTime, hub: SimHub, chance: () => number) {
    this.#time = time;
    this.#hub = hub;
    this.#chance = chance;
  }

  /** Faults that the next requests meet, one each. */
  plan(on: FaultsOn, faults: readonly Fault[]): void {
    this.#faults[on].push(...faults);
  }

  /** From now on nothing goes wrong; what was on its way is lost. */
  heal(callers: readonly Caller[]): void {
    for (const faults of Object.values(this.#faults)) faults.length = 0;
    this.hubDownUntilMs = 0;
    for (const caller of callers) Object.assign(caller, { offlineUntilMs: 0, portalUntilMs: 0 });
    this.cut(() => true);
  }

  /** Breaks the connections of some. */
  cut(isOf: (caller: Caller) => boolean): void {
    for (const exchange of this.#open) {
      if (isOf(exchange.caller)) exchange.fail(new Error('the connection is gone'));
    }
  }

  /** How many requests of a till wait for their answer. */
  waiting(caller: Caller): number {
    return [...this.#open].filter((exchange) => exchange.caller === caller).length;
  }

  fetch(caller: Caller, url: string, init: RequestInit): Promise<Response> {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const request = arriving(url, init);
    const end = () => {
      exchange.isOver = true;
      this.#open.delete(exchange);
    };
    const exchange: Exchange = {
      caller,
      request,
      fault: this.#nextFault(request),
      isOver: false,
      answer: (response) => {
        if (exchange.isOver) return;
        end();
        resolve(response);
      },
      fail: (why) => {
        if (exchange.isOver) return;
        end();
        reject(why);
      },
    };
    this.#open.add(exchange);
    init.signal?.addEventListener('abort', () => exchange.fail(new Error('given up')));
    const lateMs = exchange.fault === 'late-request' ? LATE_MS : 0;
    this.#time.after(this.#way() + lateMs, () => this.#arrive(exchange));
    return promise;
  }

  #nextFault({ method }: Arriving): Fault {
    const ofBatch = method === 'POST' ? this.#faults.batch.shift() : undefined;
    return ofBatch ?? this.#faults.any.shift() ?? 'none';
  }

  #way(): number {
    return Math.round(WAY_MS * (1 + this.#chance()));
  }

  async #arrive(exchange: Exchange): Promise<void> {
    const { caller, fault, request } = exchange;
    const { nowMs } = this.#time;
    if (caller.portalUntilMs > nowMs) return this.#answerLater(exchange, answerOf('portal'));
    const isAway = Math.max(caller.offlineUntilMs, this.hubDownUntilMs) > nowMs;
    if (isAway || fault === 'lost-request') return this.#fail(exchange);
    const instead = brokenAnswer(fault);
    if (instead) return this.#answerLater(exchange, instead);
    if (fault === 'proxy-too-large' && request.method === 'POST') {
      return this.#answerLater(exchange, answerOf('proxy-too-large'));
    }
    if (fault === 'replayed') {
      this.#time.after(REPLAY_MS, async () => {
        if ((await this.#reach(request)) === 200) this.onTakenAgain(caller);
      });
    }
    if (fault === 'doubled') await this.#reach(request);
    await this.#serve(exchange);
  }

  async #serve(exchange: Exchange): Promise<void> {
    const { fault, caller } = exchange;
    const request = fault === 'torn-request' ? torn(exchange.request) : exchange.request;
    const served = await this.#hub.serve(request, planOf(fault));
    this.trace.push(
      `${this.#time.nowMs} ${caller.name} ${request.method} ${fault} ${served?.status ?? 'killed'}`,
    );
    if (!served) return this.#fail(exchange);
    if (fault === 'lost-answer') return this.#fail(exchange);
    if (fault === 'torn-answer') {
      const half = served.body.subarray(0, Math.floor(served.body.length / 2));
      return this.#answerLater(exchange, { ...served, body: half });
    }
    const answer = this.isHubNewer ? withNewFields(served) : served;
    this.#answerLater(exchange, answer, fault === 'late-answer' ? LATE_MS : 0);
    if (fault === 'hub-killed-after-answer') await this.#hub.kill();
  }

  /** A copy of a request, to whose answer nobody listens. @returns its status, where it came */
  async #reach(request: Arriving): Promise<number | undefined> {
    if (this.hubDownUntilMs > this.#time.nowMs) return undefined;
    return (await this.#hub.serve(request, null))?.status;
  }

  #fail(exchange: Exchange): void {
    this.#time.after(this.#way(), () => exchange.fail(new Error('no connection')));
  }

  #answerLater(exchange: Exchange, { status, headers, body }: SimAnswer, lateMs = 0): void {
    const response = new Response(body.length > 0 ? new Uint8Array(body) : null, {
      status,
      headers,
    });
    this.#time.after(this.#way() + lateMs, () => exchange.answer(response));
  }
}

type SimAnswer = ReturnType<typeof answerOf>;

/** What a fault does to the hub itself. */
function planOf(fault: Fault): HubPlan | null {
  switch (fault) {
    case 'hub-killed-before-commit':
      return { kind: 'kill', isCommitted: false };
    case 'hub-killed-after-commit':
      return { kind: 'kill', isCommitted: true };
    case 'hub-full-once':
      return { kind: 'full' };
    case 'hub-killed-after-answer':
      return { kind: 'die-after' };
    default:
      return null;
  }
}

/** What befalls the hub while it serves one request. */
export type HubPlan =
  /** At the commit of the batch. */
  | { readonly kind: 'kill'; readonly isCommitted: boolean }
  | { readonly kind: 'full' }
  /** Once it has answered: the simulation kills it then. */
  | { readonly kind: 'die-after' };

/** A request of a till, as it reaches the hub. */
export function arriving(url: string, init: RequestInit): Arriving {
  const { host, pathname, search } = new URL(url);
  const headers = { ...Object.fromEntries(new Headers(init.headers)), host };
  const body = init.body instanceof Uint8Array ? Buffer.from(init.body) : null;
  const method = init.method === 'POST' ? 'POST' : 'GET';
  return { method, url: `${pathname}${search}`, headers, body };
}
