import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, TransportFailure } from './transport-failure.ts';

const WRITE_MS = 10_000;
const BUSY_MS = 25;

/**
 * Never waits inside open() or write(), where nothing could stop it: a pipe that nobody reads
 * answers ENXIO, a printer without paper EAGAIN. Never makes a file: a device that is not there is
 * an error.
 */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK;

/**
 * Writes bytes to a device file such as /dev/usb/lp0.
 * @throws TransportFailure ENOENT, EBUSY, ENXIO …, or `timeout` when it does not take them within
 * 10 s.
 */
export async function sendToFile(bytes: Buffer, path: string, signal?: AbortSignal): Promise<void> {
  let device: FileHandle | undefined;
  try {
    device = await open(path, FLAGS);
    await writeAll(device, bytes, signal);
  } catch (error) {
    if (error instanceof TransportFailure) throw error;
    throw new TransportFailure(errorCode(error), { cause: error });
  } finally {
    await device?.close();
  }
}

async function writeAll(device: FileHandle, bytes: Buffer, signal?: AbortSignal): Promise<void> {
  const deadline = performance.now() + WRITE_MS;
  let written = 0;
  while (written < bytes.length) {
    if (signal?.aborted) throw new TransportFailure('stopped');
    if (performance.now() > deadline) throw new TransportFailure('timeout');
    const took = await writeSome(device, bytes, written);
    if (took === 0) await sleep(BUSY_MS);
    written += took;
  }
}

/** @returns the bytes taken; 0 when the device is busy. */
async function writeSome(device: FileHandle, bytes: Buffer, from: number): Promise<number> {
  try {
    return (await device.write(bytes, from)).bytesWritten;
  } catch (error) {
    if (errorCode(error) === 'EAGAIN') return 0;
    throw error;
  }
}
