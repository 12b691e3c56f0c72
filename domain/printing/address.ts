import { LapakError } from '../errors.ts';
import { ADDRESS_MAX } from './printer.ts';

/** Port at which network printers take raw bytes. */
const RAW_PORT = 9100;

/** Where a printer is, taken apart. */
export type PrinterAddress =
  | { readonly kind: 'virtual' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/**
 * Reads `virtual`, `tcp://HOST:PORT` (port 9100 where none is given; IPv6 in brackets), a bare
 * `192.168.1.50` as people read it off a printer's own page, or `file:///dev/usb/lp0`. What is read
 * can be kept: in full it is no longer than ADDRESS_MAX, and reads the same.
 * @throws LapakError PRINTER_ADDRESS_INVALID
 */
export function parsePrinterAddress(address: string): PrinterAddress {
  if (address === 'virtual') return { kind: 'virtual' };
  const known = tcpAddress(address) ?? bareAddress(address) ?? fileAddress(address);
  if (known && formatPrinterAddress(known).length <= ADDRESS_MAX) return known;
  throw new LapakError('PRINTER_ADDRESS_INVALID', { address });
}

/** An address in full, as it is kept: `192.168.1.50` is `tcp://192.168.1.50:9100`. */
export function formatPrinterAddress(address: PrinterAddress): string {
  switch (address.kind) {
    case 'virtual':
      return 'virtual';
    case 'tcp':
      return `tcp://${hostAndPort(address)}`;
    case 'file':
      return `file://${encodeURI(address.path)}`;
  }
}

/** `192.168.1.50:9100` */
export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }) {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function tcpAddress(address: string): PrinterAddress | undefined {
  const parts = /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/i.exec(address);
  if (!parts) return undefined;
  return atPort(parts[1] ?? parts[2] ?? '', parts[3]); // one of the two matched
}

function bareAddress(address: string): PrinterAddress | undefined {
  const parts = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/.exec(address);
  if (!parts?.[1]?.split('.').every((part) => Number(part) <= 255)) return undefined;
  return atPort(parts[1], parts[2]);
}

function atPort(host: string, digits: string | undefined): PrinterAddress | undefined {
  const port = digits === undefined ? RAW_PORT : Number(digits);
  return port >= 1 && port <= 65_535 ? { kind: 'tcp', host, port } : undefined;
}

function fileAddress(address: string): PrinterAddress | undefined {
  const path = /^file:\/\/(\/.+)$/.exec(address)?.[1];
  if (path === undefined) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    const isPath = /^\/[^/]/.test(decoded) && decoded.isWellFormed() && !decoded.includes('\0');
    return isPath ? { kind: 'file', path: decoded } : undefined;
  } catch {
    return undefined; // a broken % escape
  }
}
