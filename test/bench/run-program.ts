import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { CannotMeasure } from './figure.ts';

/**
 * Runs a program to its end. @returns what it wrote on standard output
 * @throws CannotMeasure when it is not installed; Error when it fails
 */
export async function runProgram(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const missing = once(child, 'error').then(([error]: unknown[]): never => {
    throw new CannotMeasure(`${program} does not run here: ${String(error)}`);
  });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  const [[code], stdout, stderr] = await Promise.race([ended, missing]);
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${stderr}`);
  return stdout;
}
