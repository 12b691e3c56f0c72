import { z } from 'zod';
import { call } from '../contract-base.ts';
import { Settings } from '../settings/settings.ts';

/** Whether the till opened. A failure names its error code and facts (domain/errors.ts). */
export const Startup = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    version: z.string(),
    device: z.string(),
    cashier: z.string(),
    settings: Settings,
    shell: z.enum(['electron', 'browser']),
    products: z.int(),
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

export const systemContract = {
  startup: call('open').output(Startup),
};
