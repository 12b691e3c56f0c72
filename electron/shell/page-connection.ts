import type { MinimalWebsocket } from '@orpc/server/websocket';
import { readMessage } from './call-message.ts';

/** What carries the messages of one page. */
export interface Carrier {
  /** Settles when the text has left: a stream to a slow page waits for it. */
  readonly send: (text: string) => Promise<void>;
  /** Ends the connection, because of what the page did. */
  readonly end: (reason: string) => void;
}

/** The till's answers: oRPC's handler, with the context of its calls. */
export interface CallAnswers {
  /** Settles when the call has ended, a stream with its last event; it never fails. */
  message(peer: MinimalWebsocket, text: string): Promise<void>;
  close(peer: MinimalWebsocket): void;
}

/** The connection of one page, at the till's end. */
export interface PageConnection {
  receive(message: unknown): void;
  /** Ends the calls that are open, and takes no more. */
  close(): void;
}

/** Calls and streams of one page that may be open at once; a page has some ten. */
const CALLS_MAX = 64;

/**
 * Answers the calls of one page, whatever carries them. A page that sends what none of ours
 * does, or opens more calls than any needs, loses its connection: it must not hold up a sale.
 */
export function openPageConnection(calls: CallAnswers, carrier: Carrier): PageConnection {
  // oRPC keeps its state of a connection under this object, and awaits what its send() returns.
  const peer = { send: carrier.send, addEventListener: () => undefined };
  /** The ids of the calls that are open. */
  const open = new Set<string>();
  let handed = 0;
  let isOver = false;
  const close = (): void => {
    isOver = true;
    calls.close(peer);
  };
  const end = (reason: string): void => {
    close();
    carrier.end(reason);
  };
  return {
    receive: (message) => {
      if (isOver) return;
      if (handed >= CALLS_MAX) return end('too many calls at once');
      const read = readMessage(message);
      if (read.kind === 'refused') return end(read.why);
      // oRPC would answer neither of the two.
      if (read.kind === 'begin' && open.has(read.id)) return end('two calls with one id');
      if (read.kind === 'begin') open.add(read.id);
      handed += 1;
      void calls.message(peer, String(message)).then(() => {
        handed -= 1;
        if (read.kind === 'begin') open.delete(read.id);
      });
    },
    close,
  };
}
