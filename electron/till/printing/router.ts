import { implementer } from '../implementer.ts';
import {
  configurePrinter,
  printerSettings,
  printTestPage,
  reprint,
  watchPaper,
  watchStatus,
} from './procedures.ts';

const { printing } = implementer;

export const printingRouter = printing.router({
  settings: printing.settings.handler(({ context }) => printerSettings(context.open())),
  configure: printing.configure.handler(({ context, input }) =>
    configurePrinter(context.open(), input),
  ),
  watchStatus: printing.watchStatus.handler(({ context, signal }) =>
    watchStatus(context.open(), signal),
  ),
  watchPaper: printing.watchPaper.handler(({ context, signal }) =>
    watchPaper(context.open(), signal),
  ),
  reprint: printing.reprint.handler(({ context, input }) => reprint(context.open(), input)),
  printTest: printing.printTest.handler(({ context }) => printTestPage(context.open())),
});
