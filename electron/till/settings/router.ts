import { implementer } from '../implementer.ts';
import { changeStallSettings, readStallSettings } from './procedures.ts';

const { settings } = implementer;

export const settingsRouter = settings.router({
  read: settings.read.handler(({ context }) => readStallSettings(context.open())),
  change: settings.change.handler(({ context, input }) =>
    changeStallSettings(context.open(), input),
  ),
});
