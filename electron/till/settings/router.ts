import { implementer } from '../implementer.ts';
import { changeLogo, readStallLogo } from './logo.ts';
import {
  changeStallSettings,
  readStallSettings,
  switchLanguage,
  watchSettings,
} from './procedures.ts';

const { settings } = implementer;

export const settingsRouter = settings.router({
  read: settings.read.handler(({ context }) => readStallSettings(context.open())),
  watch: settings.watch.handler(({ context, signal }) => watchSettings(context.open(), signal)),
  switchLanguage: settings.switchLanguage.handler(({ context, input }) =>
    switchLanguage(context.open(), input),
  ),
  change: settings.change.handler(({ context, input }) =>
    changeStallSettings(context.open(), context.actor, input),
  ),
  logo: settings.logo.handler(({ context }) => readStallLogo(context.open())),
  changeLogo: settings.changeLogo.handler(({ context, input }) =>
    changeLogo(context.open(), context.actor, input),
  ),
});
