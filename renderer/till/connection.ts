import { ORPCError, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';
import { APPROVAL_HEADER, type Approval, writeApproval } from '../../domain/staff/approval.ts';
import { type SilenceLimits, silenceLimits, watchSilence } from './silence.ts';

/** What a call can have beside its input. */
export interface CallContext extends ClientContext {
  /** Who allows this one call, where whoever makes it may not. */
  readonly approval?: Approval;
}

export type Link = ClientLink<CallContext>;

/** The headers of a call over any carrier. */
export const callHeaders: CallHeaders = ({ context: { approval } }) =>
  approval ? { [APPROVAL_HEADER]: writeApproval(approval) } : {};

type CallHeaders = (call: { readonly context: CallContext }) => Record<string, string>;

/**
 * `connecting` only before the first answer; afterwards the connection is open or lost; `ended`
 * when the till was started anew and does not know this page any more.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended';

/** Opens one connection and says once that it opened (perhaps) and once that it closed. */
export type Carrier = (events: {
  /** `end` closes it from this end; what is pending fails at once. */
  readonly opened: (link: Link, end: () => void) => void;
  readonly closed: () => void;
  /** There will be none: this page is refused. */
  readonly refused: () => void;
}) => void;

/** From a page to its till: opens again by itself whenever it is lost. */
export interface Connection {
  readonly link: Link;
  state(): ConnectionState;
  /** @returns the act that ends the subscription */
  subscribe(listener: () => void): () => void;
}

/** What a page says over a connection by itself. */
interface Greeting {
  readonly ask: (link: Link) => Promise<unknown>;
  /** Undefined where there is nothing to say. */
  readonly greet?: (link: Link) => Promise<unknown> | undefined;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

/**
 * Opens a connection over a carrier and keeps it open. A call on a lost one fails at once with
 * TILL_UNREACHABLE, and so does one whose answer was lost with it. One over which nothing comes,
 * though `ask` asks for a sign of life, is lost. `greet` says who is there before any other call.
 */
export function openConnection(
  carrier: Carrier,
  { ask, greet }: Greeting,
  limits: SilenceLimits = silenceLimits,
): Connection {
  let state: ConnectionState = 'connecting';
  let link: Link | undefined;
  /** Of the carrier that is there, also before it was greeted. */
  let newest: Link | undefined;
  let waitMs = FIRST_WAIT_MS;
  const listeners = new Set<() => void>();

  const become = (next: ConnectionState, nextLink: Link | undefined): void => {
    link = nextLink;
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const connect = (): void =>
    carrier({
      opened: (opened, end) => {
        waitMs = FIRST_WAIT_MS;
        const { awaiting } = watchSilence(() => ask(opened), end, limits);
        const next: Link = {
          call: (path, input, options) => awaiting(opened.call(path, input, options)),
        };
        newest = next;
        afterGreeting(greet?.(next), () => newest === next && become('open', next));
      },
      closed: () => {
        newest = undefined;
        become('lost', undefined);
        setTimeout(connect, waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      },
      refused: () => become('ended', undefined),
    });
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const call = async (path: readonly string[], input: unknown, options: CallOptions) => {
    if (state === 'connecting') await changed(subscribe);
    const used = link;
    if (!used) throw unreachable();
    const told = async (error: unknown): Promise<unknown> => {
      if (error instanceof ORPCError || options.signal?.aborted) return error;
      // A closed link rejects what is pending with an abort of its own making, perhaps just before
      // its carrier says that it closed. On an open one the fault is another.
      await nextTurn();
      return link === used ? error : unreachable();
    };
    try {
      const answer = await used.call(path, input, options);
      return isEvents(answer) ? tellFailure(answer, told) : answer;
    } catch (error) {
      throw await told(error);
    }
  };
  connect();
  return {
    link: { call },
    state: () => state,
    subscribe,
  };
}

/** Whether the till could not be asked, or its answer was lost: it may have acted all the same. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'TILL_UNREACHABLE';
}

/** Who is not known is nobody: a greeting that fails keeps no connection from opening. */
function afterGreeting(greeted: Promise<unknown> | undefined, open: () => void): void {
  if (greeted) greeted.then(open, open);
  else open();
}

type Events = AsyncGenerator<unknown, unknown>;

function isEvents(answer: unknown): answer is Events {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

/** The same events; one that fails to come is told as a call that fails. */
async function* tellFailure(events: Events, told: (error: unknown) => Promise<unknown>): Events {
  try {
    return yield* events;
  } catch (error) {
    throw await told(error);
  }
}

type CallOptions = ClientOptions<CallContext>;

function unreachable(): ORPCError<'TILL_UNREACHABLE', object> {
  return new ORPCError('TILL_UNREACHABLE', { data: {} });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function changed(subscribe: Connection['subscribe']): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      stop();
      resolve();
    });
  });
}
