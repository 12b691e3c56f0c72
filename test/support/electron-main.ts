import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TaskResult, Inside } from './electron-hook.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** The built main of Electron, running in a Node of its own against the stand-in. */
export interface RunningMain {
  /**
   * Runs a function in that process. Only its source crosses over, so it may use nothing from
   * around it but its two arguments.
   */
  evaluate<A, R>(work: (inside: Inside, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** Settles when the process ends. */
  readonly exited: Promise<{ readonly code: number | null; readonly stderr: string }>;
  stop(): Promise<void>;
}

/** How main is started, where it is not started from the project's folder. */
interface Launch {
  readonly packaged?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts out/main/main.js on a data folder. */
export function launchMain(dataDir: string, { packaged = false, env }: Launch = {}): RunningMain {
  const hook = join(import.meta.dirname, 'electron-hook.ts');
  const main = join(projectDir, 'out', 'main', 'main.js');
  const child = spawn(process.execPath, ['--import', hook, main, `--data=${dataDir}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...env, STAND_IN_PACKAGED: packaged ? 'yes' : 'no' },
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  child.on('message', (result: TaskResult) => {
    const task = waiting.get(result.id);
    if ('error' in result) task?.reject(new Error(result.error));
    else task?.resolve(result.value);
  });
  if (!child.stderr) throw new Error('stderr is piped above');
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const exited = Promise.all([closed, text(child.stderr)]).then(([code, stderr]) => {
    for (const task of waiting.values()) task.reject(new Error(`main ended: ${stderr}`));
    return { code, stderr };
  });
  let lastId = 0;
  return {
    evaluate: <A, R>(work: (inside: Inside, argument: A) => R | Promise<R>, argument: A) => {
      const id = ++lastId;
      const task = Promise.withResolvers<unknown>();
      waiting.set(id, task);
      child.send({ id, source: work.toString(), argument });
      return task.promise as Promise<R>; // what `work` gave, by way of a structured clone
    },
    exited,
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
