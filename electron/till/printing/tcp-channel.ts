import { connect, type Socket } from 'node:net';
import type { Channel, Patience } from './channel.ts';
import { errorCode, TransportFailure } from './transport-failure.ts';

/** Where a printer listens. */
export interface TcpPlace {
  readonly host: string;
  readonly port: number;
  /** What is sent first on each connection, to be let in. */
  readonly password?: Buffer;
}

/** What a printer that was told of nothing more may take to close its side. */
const GOODBYE_MS = 1_000;
/** Bytes kept of a printer that talks on and on. */
const RECEIVED_MAX = 1_000;

/** Connects to a raw printer port. @throws TransportFailure */
export async function openTcp(
  place: TcpPlace,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Channel> {
  // The printer's end must not end our side: it may close early, and that is a fault.
  const socket = connect({ host: place.host, port: place.port, allowHalfOpen: true });
  const channel = new TcpChannel(socket, patience, signal);
  try {
    await channel.opened();
    if (place.password) await channel.write(place.password);
    return channel;
  } catch (error) {
    await channel.close();
    throw error;
  }
}

class TcpChannel implements Channel {
  readonly #socket: Socket;
  readonly #patience: Patience;
  readonly #signal: AbortSignal | undefined;
  readonly #received: number[] = [];
  #handedBytes = 0;
  #isOpen = false;
  #isFinished = false;
  /** The printer closed its side: before, or after it was told that this was all. */
  #end: 'early' | 'due' | undefined;
  #failure: string | undefined;
  #changed: () => void = () => undefined;

  constructor(socket: Socket, patience: Patience, signal: AbortSignal | undefined) {
    this.#socket = socket;
    this.#patience = patience;
    this.#signal = signal;
    const note = (change: () => void) => () => {
      change();
      this.#changed();
    };
    socket.on(
      'connect',
      note(() => (this.#isOpen = true)),
    );
    socket.on(
      'finish',
      note(() => (this.#isFinished = true)),
    );
    socket.on(
      'end',
      note(() => (this.#end = this.#isFinished ? 'due' : 'early')),
    );
    socket.on(
      'close',
      note(() => (this.#failure ??= 'closed')),
    );
    socket.on('error', (error) => note(() => (this.#failure ??= errorCode(error)))());
    socket.on('data', (chunk) => note(() => this.#keep(chunk))());
    signal?.addEventListener('abort', this.#stop, { once: true });
    if (signal?.aborted) this.#stop();
  }

  get handedBytes(): number {
    return this.#handedBytes;
  }

  /** @throws TransportFailure */
  async opened(): Promise<void> {
    const isOpen = await this.#until(() => this.#isOpen || undefined, this.#patience.connectMs);
    if (!isOpen) throw new TransportFailure('timeout');
  }

  async write(bytes: Buffer): Promise<void> {
    this.#assertUnended();
    let isOut = false;
    this.#handedBytes += bytes.length;
    this.#socket.write(bytes, (error) => {
      isOut = !error; // an error is told by 'error' too
      this.#changed();
    });
    if (!(await this.#until(() => isOut || undefined, this.#patience.takeMs))) {
      throw new TransportFailure('timeout');
    }
  }

  async read(ms: number): Promise<number | undefined> {
    return this.#until(() => {
      const byte = this.#received.shift();
      if (byte === undefined) this.#assertUnended();
      return byte;
    }, ms);
  }

  /** A printer that reads closes its side once it has read our end; one that never reads, never. */
  async finish(): Promise<boolean> {
    this.#assertUnended();
    this.#socket.end();
    const { takeMs, endMs } = this.#patience;
    if (!(await this.#until(() => this.#isFinished || undefined, takeMs))) {
      throw new TransportFailure('timeout');
    }
    this.#assertUnended();
    return (await this.#until(() => this.#end, endMs)) !== undefined;
  }

  async close(): Promise<void> {
    if (this.#isOpen && !this.#socket.writableEnded && this.#failure === undefined) {
      this.#socket.end(); // to destroy it at once could take from the printer what it has not read
      await this.#until(() => this.#end, GOODBYE_MS).catch(() => undefined);
    }
    this.#signal?.removeEventListener('abort', this.#stop);
    this.#socket.destroy();
  }

  /** What nobody reads must not fill the memory. */
  #keep(chunk: Buffer): void {
    this.#received.push(...chunk.subarray(0, RECEIVED_MAX - this.#received.length));
  }

  readonly #stop = (): void => {
    this.#failure ??= 'stopped';
    this.#changed();
  };

  /** A printer that closes before it was told that this was all has not taken all. */
  #assertUnended(): void {
    if (this.#end === 'early') throw new TransportFailure('closed');
  }

  /** What `look` gives, as soon as it gives something; undefined after `ms`. */
  async #until<T>(look: () => T | undefined, ms: number): Promise<T | undefined> {
    const deadline = performance.now() + ms;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#failure !== undefined) throw new TransportFailure(this.#failure);
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
