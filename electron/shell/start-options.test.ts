import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { LapakError } from '../../domain/errors.ts';
import { readDataDir, readStartOptions } from './start-options.ts';

test('without options the till opens in what is there, on the folder of the person', () => {
  expect(readStartOptions([])).toEqual({
    dataDir: readDataDir(undefined),
    shell: null,
    port: 0,
    open: true,
  });
});

test('all options are read', () => {
  expect(readStartOptions(['--data', 'buku', '--shell', 'browser', '--port=8080'])).toEqual({
    dataDir: resolve('buku'),
    shell: 'browser',
    port: 8080,
    open: true,
  });
  expect(readStartOptions(['--shell', 'electron']).shell).toBe('electron');
});

test('a port or --no-open asks for the browser shell', () => {
  expect(readStartOptions(['--port', '0']).shell).toBe('browser');
  expect(readStartOptions(['--no-open'])).toMatchObject({ shell: 'browser', open: false });
});

test.each([
  [['--colour', 'red'], "Unknown option '--colour'"],
  [['data'], "Unexpected argument 'data'"],
  [['--data'], '--data'],
  [['--data', '--no-open'], '--data'],
  [['--data='], '--data'],
  [['--data', ''], '--data'],
  [['--data', ' '], '--data'],
  [['--data', 'buku', '--data', 'buku-lain'], '--data × 2'],
  [['--shell', 'firefox'], '--shell firefox'],
  [['--port', '80'], '--port 80'],
  [['--port', '65536'], '--port 65536'],
  [['--port', '8e3'], '--port 8e3'],
  [['--shell', 'electron', '--no-open'], '--shell electron'],
])('%j is refused with one sentence that names %s', (argv, named) => {
  const refused = () => readStartOptions(argv);

  expect(refused).toThrow(LapakError);
  expect(refused).toThrow(named);
  expect(refused).not.toThrow('\n');
});
