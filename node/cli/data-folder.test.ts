import { expect, test } from 'vitest';
import { defaultDataDir } from './data-folder.ts';

test('each system keeps the book where it keeps the data of a person', () => {
  const home = '/home/sari';

  expect(defaultDataDir('lapak', { platform: 'linux', env: {}, home })).toBe(
    '/home/sari/.local/share/lapak',
  );
  expect(defaultDataDir('lapak', { platform: 'linux', env: { XDG_DATA_HOME: '/d' }, home })).toBe(
    '/d/lapak',
  );
  expect(defaultDataDir('lapak', { platform: 'darwin', env: {}, home: '/Users/sari' })).toBe(
    '/Users/sari/Library/Application Support/Lapak',
  );
  expect(
    defaultDataDir('lapak', {
      platform: 'win32',
      env: { APPDATA: 'C:\\Users\\sari\\AppData\\Roaming' },
      home: 'C:\\Users\\sari',
    }),
  ).toBe('C:\\Users\\sari\\AppData\\Roaming\\Lapak');
  expect(defaultDataDir('lapak', { platform: 'win32', env: {}, home: 'C:\\Users\\sari' })).toBe(
    'C:\\Users\\sari\\AppData\\Roaming\\Lapak',
  );
});

test.each(['', 'data', './data'])('a data home of %j, which is no place, is ignored', (folder) => {
  expect(
    defaultDataDir('lapak', {
      platform: 'linux',
      env: { XDG_DATA_HOME: folder },
      home: '/home/sari',
    }),
  ).toBe('/home/sari/.local/share/lapak');
});

test('the hub keeps its data beside the book of a till, never in it', () => {
  const home = '/home/sari';

  expect(defaultDataDir('lapak-hub', { platform: 'linux', env: {}, home })).toBe(
    '/home/sari/.local/share/lapak-hub',
  );
  expect(defaultDataDir('lapak-hub', { platform: 'darwin', env: {}, home: '/Users/sari' })).toBe(
    '/Users/sari/Library/Application Support/Lapak Hub',
  );
});
