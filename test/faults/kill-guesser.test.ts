import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../../electron/till/database/write.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { countFailures } from '../../electron/till/staff/try-store.ts';
import { bundleScript } from '../support/bundle-script.ts';
import { callsOf } from '../support/calls.ts';
import { actsOf, recordsOf } from '../support/staffed-till.ts';
import { openTestTill } from '../support/test-till.ts';

/** Kills at once, and while a PIN is counted, checked (some 20 ms) or told; the last one waits. */
const DELAYS_MS = [60, 0, 5, 12, 19, 26, 33, 40, 1_000] as const;

/** Guesses in a process of its own, which is killed so long after its till opened. */
async function guessAndKill(guesser: string, dataDir: string, delayMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [guesser, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let fault = '';
  child.stdout.on('data', (text: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delayMs);
    said += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    fault += text.toString();
  });
  await once(child, 'close');
  expect(fault).toBe('');
  return said.split('\n').filter((line) => line !== '' && line !== 'ready');
}

test('whoever guesses a PIN gains no try by killing the till and starting it again', async () => {
  const guesser = await bundleScript(join(import.meta.dirname, 'guesser.ts'));
  const book = await openTestTill(Date.now()); // as the guessers have it
  await callsOf(book).staff.setPin({ staff: 'kasir-1', pin: '907351' });
  expect(actsOf(book).at(-1)).toMatchObject({ act: 'recovery-code' });
  await closeTill(book.till);

  const answers: string[] = [];
  for (const delayMs of DELAYS_MS) {
    answers.push(...(await guessAndKill(guesser, book.dataDir, delayMs)));
  }

  book.clock.now = Date.now();
  const till = await book.reopen();
  const told = answers.filter((code) => code === 'PIN_WRONG').length;
  expect(answers.filter((code) => code !== 'PIN_WRONG')).toContain('PIN_LOCKED');
  expect(answers).not.toContain('right');
  expect(told).toBeLessThanOrEqual(4);
  expect(read(till, (tx) => countFailures(tx, 'kasir-1'))).toBe(5);
  expect(recordsOf(book, 'login-lockout')).toMatchObject([{ body: { failures: 5 } }]);
  await book.close();
}, 120_000); // the longest that a busy computer may take
