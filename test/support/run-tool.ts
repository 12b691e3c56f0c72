import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a program of node_modules ended. */
export interface ToolEnd {
  /** Whether it ended with 0. */
  readonly isWell: boolean;
  /** What it wrote on both outputs, as it came. */
  readonly output: string;
}

// Some programs colour their output for a CI that may not show it.
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

/** Runs a program of the project's node_modules to its end. */
export function runTool(
  projectDir: string,
  name: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ToolEnd> {
  const child = spawn(join(projectDir, 'node_modules', '.bin', name), words, {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colour, ...env },
    shell: process.platform === 'win32', // its programs there are .cmd files
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    const end = (isWell: boolean, last = ''): void =>
      resolve({ isWell, output: `${Buffer.concat(parts).toString()}${last}` });
    child.once('error', (error) => end(false, `${error.message}\n`));
    child.once('close', (code) => end(code === 0));
  });
}
