import { z } from 'zod';
import { call } from '../contract-base.ts';
import { Settings } from '../settings/settings.ts';

/** Whether the till opened. A failure names its error code and facts (domain/errors.ts). */
export const Startup = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    version: z.string(),
    device: z.string(),
    settings: Settings,
    shell: z.enum(['electron', 'browser']),
    products: z.int(),
    /** Nobody has said yet whether the new stall begins with samples. */
    isUnbegun: z.boolean(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    version: z.string(),
    code: z.string(),
    data: z.record(z.string(), z.unknown()),
    dataDir: z.string(),
  }),
]);
export type Startup = z.output<typeof Startup>;

/** Longest text of a crash that is taken, and written into the log. */
export const CRASH_CHARACTERS_MAX = 3_500;

/** An error of the screen itself, for those who mend it. */
export const Crash = z.strictObject({
  /** What caught it: React while drawing, the window, or a promise that nobody awaited. */
  kind: z.enum(['render', 'error', 'rejection']),
  message: z.string().max(CRASH_CHARACTERS_MAX),
  stack: z.string().max(CRASH_CHARACTERS_MAX),
});
export type Crash = z.output<typeof Crash>;

export const systemContract = {
  startup: call('open').output(Startup),

  /** A sign of life. */
  ping: call('open'),

  /** Writes a crash of the screen into the till's log; of very many only the first. */
  reportCrash: call('open')
    .input(Crash)
    .output(z.strictObject({ isWritten: z.boolean() })),
};
