import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { lapakCommands, runCommand } from '../../electron/cli/run-command.ts';
import type { Streams } from '../../node/cli/output.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** How a command of `npm run lapak` ended. */
export interface CommandEnd {
  readonly code: number | null;
  /** What came through a pipe; nothing where a file took it. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Where its two outputs go: through a pipe, or to an open file; and whether it is given input. */
export interface Outputs {
  readonly stdout?: 'pipe' | number;
  readonly stderr?: 'pipe' | number;
  readonly stdin?: 'ignore' | 'pipe';
}

/** Runs electron/cli.ts with these words in a process of its own, as npm does. */
export function runLapak(...words: readonly string[]): Promise<CommandEnd> {
  return endOf(startLapakCommand(words));
}

/** Runs the same command in this process, which takes a tenth of the time. */
export function runLapakHere(...words: readonly string[]): Promise<CommandEnd> {
  return runHere((streams) => runCommand(words, lapakCommands, streams));
}

/** As runLapakHere(), by the clock of a day. @param nowMs UTC ms */
export async function runLapakAt(nowMs: number, ...words: readonly string[]): Promise<CommandEnd> {
  vi.useFakeTimers({ now: nowMs, toFake: ['Date'] });
  try {
    return await runLapakHere(...words);
  } finally {
    vi.useRealTimers();
  }
}

/** Runs a program of commands in this process. */
export async function runHere(run: (streams: Streams) => Promise<number>): Promise<CommandEnd> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([text(stdout), text(stderr)]);
  const code = await run({ stdout, stderr });
  stdout.end();
  stderr.end();
  const [said, told] = await texts;
  return { code, stdout: said, stderr: told };
}

/** Starts it and leaves its outputs to the caller. */
export function startLapakCommand(
  words: readonly string[],
  { stdout = 'pipe', stderr = 'pipe', stdin = 'ignore' }: Outputs = {},
): ChildProcess {
  return startNode(['electron/cli.ts', ...words], [stdin, stdout, stderr]);
}

/** Starts a module that is written here, which imports as from the project's folder. */
export function startModule(source: string): ChildProcess {
  return startNode(['--input-type=module', '-e', source], ['ignore', 'pipe', 'pipe']);
}

/** Waits for its end, and for everything it wrote to a pipe that is still open. */
export async function endOf(child: ChildProcess): Promise<CommandEnd> {
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    textOf(child.stdout),
    textOf(child.stderr),
  ]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

/** Starts Node as the scripts of npm do, with these variables in its environment. */
export function startNode(
  args: readonly string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const preload = ['--import', './electron/prepare-node.mjs'];
  const options = { cwd: projectDir, stdio, env: { ...process.env, ...env } };
  return spawn(process.execPath, [...preload, ...args], options);
}

function textOf(stream: Readable | null): Promise<string> {
  return stream && !stream.destroyed ? text(stream) : Promise.resolve('');
}
