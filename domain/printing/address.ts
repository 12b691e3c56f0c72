import { LapakError } from '../errors.ts';

/** Port at which network printers take raw bytes. */
const RAW_PORT = 9100;

/** Where a printer is, taken apart. */
export type PrinterAddress =
  | { readonly kind: 'virtual' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/**
 * Reads `virtual`, `tcp://HOST:PORT` (port 9100 where none is given; IPv6 in brackets) or
 * `file:///dev/usb/lp0`.
 * @throws LapakError PRINTER_ADDRESS_INVALID
 */
export function parsePrinterAddress(address: string): PrinterAddress {
  const known = tcpAddress(address) ?? fileAddress(address);
  if (known) return known;
  if (address === 'virtual') return { kind: 'virtual' };
  throw new LapakError('PRINTER_ADDRESS_INVALID', { address });
}

function tcpAddress(address: string): PrinterAddress | undefined {
  const parts = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/i.exec(address);
  if (!parts) return undefined;
  const host = parts[1] ?? parts[2] ?? ''; // one of the two matched
  const port = parts[3] === undefined ? RAW_PORT : Number(parts[3]);
  return port >= 1 && port <= 65_535 ? { kind: 'tcp', host, port } : undefined;
}

function fileAddress(address: string): PrinterAddress | undefined {
  const path = /^file:\/\/(\/[^/].*)$/.exec(address)?.[1];
  if (path === undefined) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : { kind: 'file', path: decoded };
  } catch {
    return undefined; // a broken % escape
  }
}
