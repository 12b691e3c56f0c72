import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const projectDir = join(import.meta.dirname, '..', '..');

/** How a process of `npm start` ended. */
export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** `npm start` in a process of its own. */
export interface StartedLapak {
  readonly pid: number;
  /** The first line on standard output, or null when it ended without one. */
  readonly firstLine: Promise<string | null>;
  /** Every line so far. */
  readonly lines: readonly string[];
  /** Stops reading standard output, as `| head` does. */
  stopReading(): void;
  readonly ended: Promise<Ended>;
  isRunning(): boolean;
  /** Asks it to end, and waits until it has. */
  stop(signal?: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<Ended>;
}

/** Runs what `npm start` runs, with these words behind it. */
export function startLapak(...words: readonly string[]): StartedLapak {
  return startLapakWith({}, ...words);
}

/** The same, with these variables in its environment. */
export function startLapakWith(env: NodeJS.ProcessEnv, ...words: readonly string[]): StartedLapak {
  const { scripts } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, ...started] = scripts.start.split(' '); // less `node`: this one is Node 24
  const child = spawn(process.execPath, [...started, ...words], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const firstLine = Promise.race([
    once(reader, 'line').then(([line]: unknown[]) => String(line)),
    once(reader, 'close').then(() => lines[0] ?? null),
  ]);
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]).then(
    ([[code], stderr]: [unknown[], string]) => ({
      code: typeof code === 'number' ? code : null,
      stderr,
    }),
  );
  return {
    pid: child.pid ?? 0,
    firstLine,
    lines,
    stopReading: () => void child.stdout.destroy(),
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts the browser shell on a folder and waits for its link. @throws when it does not start */
export async function startBrowserShell(
  dataDir: string,
  ...words: readonly string[]
): Promise<StartedLapak & { url: string }> {
  const started = startLapak('--data', dataDir, '--no-open', ...words);
  const line = await started.firstLine;
  if (line === null) throw new Error(`no link: ${(await started.ended).stderr}`);
  const { url } = JSON.parse(line) as { url: string }; // the line is what these tests are about
  return { ...started, url };
}
