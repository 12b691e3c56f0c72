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
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new CannotMeasure(`${program} is not installed`, { cause });
  }
  const [[code], [stdout, stderr]] = await Promise.all([once(child, 'close'), output]);
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${stderr}`);
  return stdout;
}
