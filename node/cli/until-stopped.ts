import { LapakError } from '../../domain/errors.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs long work that ends between two of its steps when it is interrupted (Ctrl-C, the system
 * going down). A second interruption ends the process at once, which loses the step in hand only.
 * @param work gets a signal whose reason is COMMAND_STOPPED
 */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    for (const name of signals) process.off(name, stop);
    controller.abort(new LapakError('COMMAND_STOPPED', {}));
  };
  for (const name of signals) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}
