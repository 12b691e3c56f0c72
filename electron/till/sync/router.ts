import { enrolTill } from '../enrolment/enrol-till.ts';
import { implementer } from '../implementer.ts';
import { readSent, watchSync } from './procedures.ts';
import { readReceipt } from './read-receipt.ts';

const { sync } = implementer;

export const syncRouter = sync.router({
  status: sync.status.handler(({ context }) => context.open().uploader.status()),
  watch: sync.watch.handler(({ context, signal }) => watchSync(context.open(), signal)),
  tryNow: sync.tryNow.handler(({ context }) => context.open().uploader.tryNow()),
  enrol: sync.enrol.handler(({ context, input }) =>
    enrolTill(context.open(), context.actor, input),
  ),
  receipt: sync.receipt.handler(({ context }) => readReceipt(context.open())),
  sent: sync.sent.handler(({ context, input }) => readSent(context.open(), input)),
});
