import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LapakError } from '../errors.ts';
import { formatPrinterAddress, parsePrinterAddress, type PrinterAddress } from './address.ts';
import { ADDRESS_MAX, PrinterSettings } from './printer.ts';

test('a network printer has a host and a port, 9100 where none is given', () => {
  expect(parsePrinterAddress('tcp://192.168.1.50:9101')).toEqual({
    kind: 'tcp',
    host: '192.168.1.50',
    port: 9101,
  });
  expect(parsePrinterAddress('tcp://printer-kasir')).toEqual({
    kind: 'tcp',
    host: 'printer-kasir',
    port: 9100,
  });
  expect(parsePrinterAddress('tcp://[::1]:9100')).toEqual({ kind: 'tcp', host: '::1', port: 9100 });
});

test('an address as it stands on the page of a printer is one of the network', () => {
  const fifty = { kind: 'tcp', host: '192.168.1.50', port: 9100 };
  expect(parsePrinterAddress('192.168.1.50')).toEqual(fifty);
  expect(parsePrinterAddress('192.168.1.50:9101')).toEqual({ ...fifty, port: 9101 });
});

test.each([
  ['192.168.1.50', 'tcp://192.168.1.50:9100'],
  ['tcp://printer-kasir', 'tcp://printer-kasir:9100'],
  ['tcp://[::1]:9101', 'tcp://[::1]:9101'],
  ['file:///dev/a%20b%25', 'file:///dev/a%20b%25'],
  ['virtual', 'virtual'],
])('%s in full is %s, which reads the same', (typed, full) => {
  const address = parsePrinterAddress(typed);
  expect(formatPrinterAddress(address)).toBe(full);
  expect(parsePrinterAddress(full)).toEqual(address);
});

test('a device file has a path', () => {
  expect(parsePrinterAddress('file:///dev/usb/lp0')).toEqual({
    kind: 'file',
    path: '/dev/usb/lp0',
  });
  expect(parsePrinterAddress('file:///tmp/a%20b')).toEqual({ kind: 'file', path: '/tmp/a b' });
});

test('the virtual printer needs no place', () => {
  expect(parsePrinterAddress('virtual')).toEqual({ kind: 'virtual' });
});

test.each([
  '',
  'Virtual',
  'tcp://',
  'tcp://host:0',
  'tcp://host:65536',
  'tcp://host:9100/path',
  'tcp://user@host',
  'http://host:9100',
  'file://dev/usb/lp0',
  'file:////dev',
  'file:///%2Fdev/usb/lp0',
  'file:///',
  'file:///dev/%zz',
  'file:///dev/%00',
  'file:///dev/\ud83d',
  '/dev/usb/lp0',
  '192.168.1.256',
  '192.168.1',
  '192.168.1.50:0',
])('%j is no printer address', (address) => {
  expect(() => parsePrinterAddress(address)).toThrow(
    new LapakError('PRINTER_ADDRESS_INVALID', { address }),
  );
});

test.each([
  ['letters that are kept as nine each', `file:///dev/usb/${'打印机'.repeat(12)}`],
  ['a port that is added', `tcp://${'p'.repeat(ADDRESS_MAX - 6)}`],
])('an address that %s make too long to be kept is none', (_, address) => {
  expect(address.length).toBeLessThanOrEqual(ADDRESS_MAX);
  expect(() => parsePrinterAddress(address)).toThrow('PRINTER_ADDRESS_INVALID');
});

test('whatever is read as an address can be kept, and reads the same', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('/', '//', '%2F', '%25', '%20', ' ', '?', '#', ':', '[::1]', '127.0.0.1', 'é'),
  );
  const typed = fc
    .tuple(fc.constantFrom('file://', 'file:///', 'tcp://', ''), fc.array(part, { maxLength: 6 }))
    .map(([kind, parts]) => kind + parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const address = readAddress(text);
      fc.pre(address !== undefined);
      const full = formatPrinterAddress(address);
      expect(PrinterSettings.parse({ address: full, columns: 32 }).address).toBe(full);
      expect(parsePrinterAddress(full)).toEqual(address);
    }),
  );
});

function readAddress(text: string): PrinterAddress | undefined {
  try {
    return parsePrinterAddress(text);
  } catch {
    return undefined;
  }
}
