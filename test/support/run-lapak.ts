import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const projectDir = join(import.meta.dirname, '..', '..');

/** How a command of `npm run lapak` ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs electron/cli.ts with these words in a process of its own, as npm does. */
export async function runLapak(...words: readonly string[]): Promise<CommandEnd> {
  const args = ['--import', './electron/require-node-24.mjs', 'electron/cli.ts', ...words];
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}
