import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What befalls one request on its way, or the answer to it. */
export type ProxyFault =
  | { readonly kind: 'none' | 'drop-answer' | 'double' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** After so many bytes of the request, or of the answer, both connections end. */
  | { readonly kind: 'cut-request' | 'cut-answer'; readonly bytes: number };

const none: ProxyFault = { kind: 'none' };

/** A TCP proxy on a port of this computer, before a server that speaks HTTP/1.1. */
export class FaultProxy {
  /** Ports behind it, which take turns; a connection is refused while there is none. */
  targets: number[] = [];
  /** What the next requests meet, one each. */
  faults: ProxyFault[] = [];
  url = '';
  /** Requests that came through so far. */
  requests = 0;
  #turn = 0;
  readonly #news = new EventEmitter();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#pass(client));

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (typeof address === 'object' && address) this.url = `http://127.0.0.1:${address.port}`;
    return this;
  }

  /** Waits until so many more requests have come. */
  async more(requests: number): Promise<void> {
    const until = this.requests + requests;
    while (this.requests < until) await once(this.#news, 'request');
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(client: Socket): void {
    const port = this.targets[this.#turn++ % this.targets.length];
    if (port === undefined) return void client.destroy();
    const hub = this.#reach(port);
    const end = () => [client, hub].forEach((socket) => socket.destroy());
    this.#keep(client);
    for (const socket of [client, hub]) socket.once('close', end);
    let fault = none;
    let left = Number.POSITIVE_INFINITY; // bytes until the cut
    let copy: Socket | undefined;
    client.on('data', (part: Buffer) => {
      if (/^(GET|POST) \//.test(part.subarray(0, 6).toString('latin1'))) {
        fault = this.faults.shift() ?? none;
        left = 'bytes' in fault ? fault.bytes : Number.POSITIVE_INFINITY;
        copy = fault.kind === 'double' ? this.#reach(port).resume() : undefined;
        this.requests += 1;
        this.#news.emit('request');
      }
      copy?.write(part);
      const isCut = fault.kind === 'cut-request' && part.length > left;
      const sent = isCut ? part.subarray(0, left) : part;
      if (fault.kind === 'cut-request') left -= part.length;
      setTimeout(
        () => hub.write(sent, () => isCut && end()),
        fault.kind === 'delay' ? fault.ms : 0,
      );
    });
    hub.on('data', (part: Buffer) => {
      if (fault.kind === 'drop-answer') return end();
      const isCut = fault.kind === 'cut-answer' && part.length > left;
      if (fault.kind === 'cut-answer') left -= part.length;
      client.write(isCut ? part.subarray(0, left + part.length) : part, () => isCut && end());
    });
  }

  #reach(port: number): Socket {
    return this.#keep(connect(port, '127.0.0.1'));
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy()); // the other end is gone
    socket.once('close', () => this.#sockets.delete(socket));
    return socket;
  }
}
