import { expect, test } from 'vitest';
import { LapakError } from '../errors.ts';
import { parsePrinterAddress } from './address.ts';

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
  'file:///',
  'file:///dev/%zz',
  'file:///dev/%00',
  '/dev/usb/lp0',
])('%j is no printer address', (address) => {
  expect(() => parsePrinterAddress(address)).toThrow(
    new LapakError('PRINTER_ADDRESS_INVALID', { address }),
  );
});
