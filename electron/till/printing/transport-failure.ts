import { LapakError } from '../../../domain/errors.ts';
import type { PrintReason } from '../../../domain/printing/printer.ts';

/** Why a connection or a device did not take bytes. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly reason: PrintReason;
  /** `ECONNREFUSED`, `timeout`, `ENOENT` … */
  readonly detail: string;

  constructor(detail: string, options: ErrorOptions & { readonly reason?: PrintReason } = {}) {
    super(detail, options);
    this.detail = detail;
    this.reason = options.reason ?? (isOfComputer(detail) ? 'computer' : 'unreachable');
  }
}

/** Paper that did not go to the printer as it should. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';
  readonly reason: PrintReason;
  readonly detail: string;
  /** False when it is certain that not one byte of it reached the printer. */
  readonly isPerhapsPrinted: boolean;

  constructor(cause: TransportFailure, isPerhapsPrinted: boolean) {
    super(`${cause.reason}: ${cause.detail}`, { cause });
    this.reason = isPerhapsPrinted ? 'interrupted' : cause.reason;
    this.detail = cause.detail;
    this.isPerhapsPrinted = isPerhapsPrinted;
  }
}

/** Why nothing was printed: a word for a person, and what the system said. */
export function describeFailure(error: unknown): { reason: PrintReason; detail: string } {
  if (error instanceof DeliveryFailure) return { reason: error.reason, detail: error.detail };
  if (!(error instanceof LapakError)) return { reason: 'computer', detail: errorCode(error) };
  const isOfAddress = error.code === 'PRINTER_ADDRESS_INVALID';
  return { reason: isOfAddress ? 'noAddress' : 'computer', detail: error.code };
}

/** A delivery that failed, as the failure that a person can act on; anything else as it was. */
export function printerFailure(error: unknown, printer: string): unknown {
  if (!(error instanceof DeliveryFailure)) return error;
  const { reason, detail } = error;
  const options = { cause: error };
  switch (reason) {
    case 'unreachable':
      return new LapakError('PRINTER_UNREACHABLE', { printer, detail }, options);
    case 'interrupted':
      return new LapakError('PRINTER_INTERRUPTED', { printer, detail }, options);
    case 'notDevice':
      return new LapakError('PRINTER_NOT_DEVICE', { path: printer }, options);
    default:
      return new LapakError('PRINTER_NOT_READY', { printer, reason }, options);
  }
}

/** `ECONNREFUSED` and the like; the message where there is no code. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

/** Whether a code of the system speaks of this computer, so that no printer is at fault. */
function isOfComputer(code: string): boolean {
  return /^(EMFILE|ENFILE|ENOBUFS|ENOMEM|EAGAIN|EADDRNOTAVAIL)$/.test(code);
}
