import { LapakError } from '../../../domain/errors.ts';
import type { PrinterAddress } from '../../../domain/printing/address.ts';
import { sendToFile } from './device-file.ts';
import { sendTcp } from './tcp.ts';
import { TransportFailure } from './transport-failure.ts';

/** A printer outside this program. */
export type RealPrinter = Exclude<PrinterAddress, { kind: 'virtual' }>;

/**
 * Sends bytes to a printer; done when it has taken all of them and the connection is over.
 * @throws LapakError PRINTER_UNREACHABLE
 */
export async function send(bytes: Buffer, to: RealPrinter, signal?: AbortSignal): Promise<void> {
  try {
    if (to.kind === 'tcp') await sendTcp(bytes, to, signal);
    else await sendToFile(bytes, to.path, signal);
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    const printer = to.kind === 'tcp' ? `${to.host}:${to.port}` : to.path;
    throw new LapakError(
      'PRINTER_UNREACHABLE',
      { printer, detail: error.detail },
      { cause: error },
    );
  }
}
