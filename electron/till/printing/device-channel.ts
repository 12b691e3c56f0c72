import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Patience } from './channel.ts';
import { errorCode, TransportFailure } from './transport-failure.ts';

const BUSY_MS = 25;

/**
 * Never waits inside open(), read() or write(), where nothing could stop it: a pipe that nobody
 * reads answers ENXIO, a printer without paper EAGAIN. Never makes a file, and never becomes the
 * terminal of this process.
 */
const FLAGS = constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Kernel drivers that take the next bytes only when the printer has taken those before: lp (6) and
 * usblp (180). Linux, Documentation/admin-guide/devices.txt.
 */
const HANDSHAKE_MAJORS: ReadonlySet<number> = new Set([6, 180]);

/** `ESC @`: switches back to how it was switched on, and prints nothing. */
const NOTHING = Buffer.from([0x1b, 0x40]);

/**
 * Opens a device such as /dev/usb/lp0, or a pipe. What is neither is refused, whatever it is: an
 * address must not be a way to write into a file.
 * @throws TransportFailure
 */
export async function openDevice(
  path: string,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Channel> {
  let handle: FileHandle | undefined;
  try {
    const isPipe = kindOf(await stat(path)) === 'pipe';
    handle = await open(path, FLAGS | (isPipe ? constants.O_WRONLY : constants.O_RDWR));
    const opened = await handle.stat(); // it may be another by now
    const kind = kindOf(opened);
    if (isPipe !== (kind === 'pipe')) throw new TransportFailure('changed');
    const hasHandshake = kind === 'device' && HANDSHAKE_MAJORS.has(majorOf(opened));
    return new DeviceChannel(handle, { patience, signal, isPipe, hasHandshake });
  } catch (error) {
    await handle?.close();
    throw asFailure(error);
  }
}

/** Whether something stands there that is neither a device nor a pipe. */
export async function isOrdinaryFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined); // a printer that is off has no file
  return stats !== undefined && !stats.isFIFO() && !stats.isCharacterDevice();
}

/** @throws TransportFailure `notDevice` */
function kindOf(stats: Stats): 'pipe' | 'device' {
  if (stats.isFIFO()) return 'pipe';
  if (stats.isCharacterDevice()) return 'device';
  throw new TransportFailure('no device', { reason: 'notDevice' });
}

/** The driver's number. Linux, makedev(3): 12 bits from the 8th on, for the numbers above. */
function majorOf({ rdev }: Stats): number {
  return (rdev >> 8) & 0xfff;
}

interface DeviceOptions {
  readonly patience: Patience;
  readonly signal: AbortSignal | undefined;
  readonly isPipe: boolean;
  readonly hasHandshake: boolean;
}

class DeviceChannel implements Channel {
  readonly #handle: FileHandle;
  readonly #options: DeviceOptions;
  #handedBytes = 0;
  #isMute: boolean;

  constructor(handle: FileHandle, options: DeviceOptions) {
    this.#handle = handle;
    this.#options = options;
    this.#isMute = options.isPipe;
  }

  get handedBytes(): number {
    return this.#handedBytes;
  }

  async write(bytes: Buffer): Promise<void> {
    const { takeMs } = this.#options.patience;
    let deadline = performance.now() + takeMs;
    let written = 0;
    while (written < bytes.length) {
      const took = await this.#try(async () => this.#handle.write(bytes, written));
      if (took && took.bytesWritten > 0) {
        written += took.bytesWritten;
        this.#handedBytes += took.bytesWritten;
        deadline = performance.now() + takeMs; // it prints slowly, but it prints
      } else await pauseUntil(deadline);
    }
  }

  async read(ms: number): Promise<number | undefined> {
    if (this.#isMute) return undefined;
    const deadline = performance.now() + ms;
    const byte = Buffer.alloc(1);
    for (;;) {
      const took = await this.#try(async () => this.#handle.read(byte)).catch(() => {
        this.#isMute = true; // a one-way cable: what is broken altogether fails at the next byte
        return undefined;
      });
      if (took && took.bytesRead > 0) return byte[0];
      if (this.#isMute || performance.now() >= deadline) return undefined;
      await sleep(BUSY_MS);
    }
  }

  /** Bytes that a driver with a handshake takes prove that it is done with those before. */
  async finish(): Promise<boolean> {
    if (!this.#options.hasHandshake) return false;
    await this.write(NOTHING);
    return true;
  }

  async close(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  /** Undefined when the device is busy. @throws TransportFailure */
  async #try<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.#options.signal?.aborted) throw new TransportFailure('stopped');
    try {
      return await act();
    } catch (error) {
      if (errorCode(error) === 'EAGAIN') return undefined;
      throw asFailure(error);
    }
  }
}

/** @throws TransportFailure after `deadline` */
async function pauseUntil(deadline: number): Promise<void> {
  if (performance.now() >= deadline) throw new TransportFailure('timeout');
  await sleep(BUSY_MS);
}

function asFailure(error: unknown): TransportFailure {
  if (error instanceof TransportFailure) return error;
  return new TransportFailure(errorCode(error), { cause: error });
}
