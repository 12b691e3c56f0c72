import { expect, test } from 'vitest';
import { register } from './register-store.ts';

test('what the register has to say before the screen is there is said once it is', () => {
  const said: string[] = [];
  register.tell({ kind: 'failed', failure: { code: 'DISK_FULL', data: {} } });
  const stop = register.on('warn', ({ failure }) => said.push(failure.code));
  expect(said).toEqual(['DISK_FULL']);

  stop();
  register.on('warn', ({ failure }) => said.push(failure.code));
  expect(said).toEqual(['DISK_FULL']);
});
