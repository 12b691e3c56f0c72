import { ORPCError, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';

type Link = ClientLink<ClientContext>;

/** `connecting` only before the first answer; afterwards the line is open or lost. */
export type LineState = 'connecting' | 'open' | 'lost';

/** Opens one connection and says once that it opened (perhaps) and once that it closed. */
export type Carrier = (events: {
  readonly opened: (link: Link) => void;
  readonly closed: () => void;
}) => void;

/** The line to the till: opens again by itself whenever it is lost. */
export interface Line {
  readonly link: Link;
  state(): LineState;
  /** @returns the act that ends the subscription */
  subscribe(listener: () => void): () => void;
  /** Settles when the line is open. */
  whenOpen(): Promise<void>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

/** Keeps a line over a carrier. A call on a lost line fails at once with TILL_UNREACHABLE. */
export function keepLine(carrier: Carrier): Line {
  let state: LineState = 'connecting';
  let link: Link | undefined;
  let waitMs = FIRST_WAIT_MS;
  const listeners = new Set<() => void>();

  const become = (next: LineState, nextLink: Link | undefined): void => {
    link = nextLink;
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const connect = (): void =>
    carrier({
      opened: (opened) => {
        waitMs = FIRST_WAIT_MS;
        become('open', opened);
      },
      closed: () => {
        become('lost', undefined);
        setTimeout(connect, waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      },
    });
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const call = async (path: readonly string[], input: unknown, options: CallOptions) => {
    if (state === 'connecting') await changed(subscribe);
    if (!link) throw unreachable();
    try {
      return await link.call(path, input, options);
    } catch (error) {
      // A closed line rejects what is pending with an abort of its own making.
      if (error instanceof ORPCError || options.signal?.aborted) throw error;
      throw unreachable();
    }
  };
  connect();
  return {
    link: { call },
    state: () => state,
    subscribe,
    whenOpen: async () => {
      while (state !== 'open') await changed(subscribe);
    },
  };
}

/** Whether the till could not be asked, or its answer was lost: it may have acted all the same. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'TILL_UNREACHABLE';
}

type CallOptions = ClientOptions<ClientContext>;

function unreachable(): ORPCError<'TILL_UNREACHABLE', object> {
  return new ORPCError('TILL_UNREACHABLE', { data: {} });
}

function changed(subscribe: Line['subscribe']): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      stop();
      resolve();
    });
  });
}
