import { implementer } from '../implementer.ts';
import { describeStartup } from './procedures.ts';

const { system } = implementer;

export const systemRouter = system.router({
  startup: system.startup.handler(({ context }) => describeStartup(context)),
  ping: system.ping.handler(() => undefined),
  reportCrash: system.reportCrash.handler(({ context, input }) => ({
    isWritten: context.crashLog.write(input),
  })),
});
