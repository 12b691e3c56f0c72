// Loaded with --import into the process that runs the built main: `electron` becomes the stand-in,
// and what the test sends is run beside it (test/support/electron-main.ts).
import { registerHooks } from 'node:module';
import { runInThisContext } from 'node:vm';
import * as electron from './electron-stand-in.ts';
import { openPage } from './electron-page.ts';

const standInUrl = new URL('./electron-stand-in.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standInUrl, shortCircuit: true } : next(specifier, context),
});

/** What a test's function is given. */
export interface Inside {
  readonly electron: typeof electron;
  readonly openPage: typeof openPage;
}

export interface Task {
  readonly id: number;
  /** Source of a function of (Inside, argument). */
  readonly source: string;
  readonly argument: unknown;
}

export type TaskResult =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

process.on('message', (task: Task) => void run(task));

async function run({ id, source, argument }: Task): Promise<void> {
  try {
    const work: unknown = runInThisContext(`(${source})`);
    if (typeof work !== 'function') throw new TypeError('not a function');
    const value: unknown = await work({ electron, openPage } satisfies Inside, argument);
    process.send?.({ id, value } satisfies TaskResult);
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ id, error: words } satisfies TaskResult);
  }
}
