import { implementer } from '../implementer.ts';
import { mayAt } from '../staff/acting.ts';
import { readNextPaper } from './next-paper.ts';
import {
  configurePrinter,
  dropFromQueue,
  followJob,
  listQueue,
  readLinkByNumber,
  printTestPage,
  releaseInQueue,
  reprint,
  watchPaper,
  watchStatus,
} from './procedures.ts';

const { printing } = implementer;

export const printingRouter = printing.router({
  configure: printing.configure.handler(({ context, input }) =>
    configurePrinter(context.open(), context.actor, input),
  ),
  watchStatus: printing.watchStatus.handler(({ context, signal }) =>
    watchStatus(context.open(), signal),
  ),
  watchPaper: printing.watchPaper.handler(({ context, signal }) =>
    watchPaper(context.open(), (readers) => mayAt(context.open(), context.page, readers), signal),
  ),
  queue: printing.queue.handler(({ context }) => listQueue(context.open())),
  drop: printing.drop.handler(({ context, input }) =>
    dropFromQueue(context.open(), context.actor, input),
  ),
  release: printing.release.handler(({ context, input }) =>
    releaseInQueue(context.open(), context.actor, input),
  ),
  reprint: printing.reprint.handler(({ context, input }) =>
    reprint(context.open(), context.actor, input),
  ),
  nextPaper: printing.nextPaper.handler(({ context, input }) =>
    readNextPaper(context.open(), input),
  ),
  receiptLink: printing.receiptLink.handler(({ context, input }) =>
    readLinkByNumber(context.open(), input),
  ),
  outcome: printing.outcome.handler(({ context, input }) => followJob(context.open(), input)),
  printTest: printing.printTest.handler(({ context }) => printTestPage(context.open())),
});
