import { connect, type Socket } from 'node:net';
import { errorCode, TransportFailure } from './transport-failure.ts';

const CONNECT_MS = 3_000;
const WRITE_MS = 10_000;
/** How long a printer that has all bytes may take to close its side; some never do. */
const END_MS = 3_000;

/**
 * Sends bytes to a raw printer port, and waits until the printer has taken them and closed its
 * side. One that takes all bytes but never closes counts as printed after 3 s: many cheap printers
 * are so, and to send again would print every receipt without end.
 * @throws TransportFailure when it does not answer within 3 s, takes the bytes not within 10 s, or
 * hangs up before it has them all.
 */
export async function sendTcp(
  bytes: Buffer,
  to: { readonly host: string; readonly port: number },
  signal?: AbortSignal,
): Promise<void> {
  const socket = connect({ host: to.host, port: to.port });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (detail: string) => reject(new TransportFailure(detail));
  const stop = () => fail('stopped');
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  deliver(socket, bytes, resolve, fail);
  try {
    await promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
}

function deliver(
  socket: Socket,
  bytes: Buffer,
  done: () => void,
  fail: (detail: string) => void,
): void {
  let timer = setTimeout(() => fail('timeout'), CONNECT_MS);
  const next = (after: () => void, waitMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(after, waitMs);
  };
  let taken = false;
  socket.on('connect', () => {
    next(() => fail('timeout'), WRITE_MS);
    socket.end(bytes);
  });
  socket.on('finish', () => {
    taken = true;
    next(done, END_MS);
  });
  socket.on('error', (error) => fail(errorCode(error)));
  socket.on('end', () => (taken ? done() : fail('ECONNRESET')));
  socket.on('close', () => {
    clearTimeout(timer);
    if (taken) done();
    else fail('ECONNRESET');
  });
  socket.resume(); // status bytes that nobody asked for must not hold up its end
}
