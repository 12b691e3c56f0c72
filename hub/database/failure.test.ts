import { expect, test } from 'vitest';
import { LapakError } from '../../domain/errors.ts';
import { hubFailure, isPassing } from './failure.ts';

const told: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'HUB_FULL'],
  ['ENOSPC', 'HUB_FULL'],
  ['EDQUOT', 'HUB_FULL'],
  ['53100', 'HUB_FULL'], // disk_full
  ['SQLITE_BUSY', 'HUB_BUSY'],
  ['SQLITE_BUSY_SNAPSHOT', 'HUB_BUSY'],
  ['ECONNREFUSED', 'HUB_BUSY'],
  ['ECONNRESET', 'HUB_BUSY'],
  ['53300', 'HUB_BUSY'], // too_many_connections
  ['57P01', 'HUB_BUSY'], // admin_shutdown
  ['57P03', 'HUB_BUSY'], // cannot_connect_now
  ['57014', 'HUB_BUSY'], // query_canceled
  ['55P03', 'HUB_BUSY'], // lock_not_available
  ['08006', 'HUB_BUSY'], // connection_failure
  ['40P01', 'HUB_BUSY'], // deadlock_detected
];

test.each(told)('%s is told as %s', (code, expected) => {
  const error = Object.assign(new Error('what the driver said'), { code });

  expect(hubFailure(error)).toMatchObject({ code: expected, cause: error });
});

test.each(['23505', '42P01', 'SQLITE_CONSTRAINT', 'ENOENT', ''])('%s stays as it was', (code) => {
  const error = Object.assign(new Error('what the driver said'), { code });

  expect(hubFailure(error)).toBe(error);
});

test('a failure that was told already stays as it was', () => {
  const error = new LapakError('HUB_FULL', {});

  expect(hubFailure(error)).toBe(error);
  expect(hubFailure('no error')).toBe('no error');
});

test('only what another transaction did is worth another try', () => {
  const codes = ['40001', '40P01', '23505', '23514', '55P03'];
  const passing = codes.filter((code) => isPassing(Object.assign(new Error(''), { code })));

  expect(passing).toEqual(['40001', '40P01']);
});
