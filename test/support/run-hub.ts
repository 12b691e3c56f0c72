import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { runHub } from '../../hub/cli/run-hub.ts';
import { type CommandEnd, endOf, runHere, startNode } from './run-lapak.ts';

type StopSignal = 'SIGTERM' | 'SIGINT' | 'SIGKILL';

/** A hub of `npm run hub` in a process of its own. */
export interface RunningHub extends AsyncDisposable {
  /** The first line on its standard output; null when it ended without one. */
  readonly firstLine: string | null;
  /** Where it serves, as that line says. */
  readonly url: string;
  readonly ended: Promise<CommandEnd>;
  /** Asks it to end, or ends it, and waits until it has. */
  stop(signal?: StopSignal): Promise<CommandEnd>;
}

/** Runs `npm run hub` with these words, and waits for its first line. */
export async function startHub(
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<RunningHub> {
  const own = { DATABASE_URL: '', DATABASE_REPLICA_URL: '', ...env };
  const child = startNode(['hub/cli.ts', ...words], ['ignore', 'pipe', 'pipe'], own);
  const ended = endOf(child);
  if (!child.stdout) throw new Error('it has a pipe');
  const lines = createInterface({ input: child.stdout });
  const firstLine = await Promise.race([
    once(lines, 'line').then(([line]: unknown[]) => String(line)),
    ended.then(() => null),
  ]);
  const stop = (signal: StopSignal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  const [url = ''] = /https?:\/\/[^\s"]+\d/.exec(firstLine ?? '') ?? [];
  return { firstLine, url, ended, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

/** Runs a command of the hub in this process. */
export function runHubHere(...words: readonly string[]): Promise<CommandEnd> {
  return runHere((streams) => runHub(words, streams));
}
