import { implementer } from '../implementer.ts';
import { watchFees } from './fee-news.ts';
import {
  countSetAside,
  payOwn,
  payOwnFromDrawer,
  setOwnPlan,
  takeSetAside,
  undoOwn,
} from './own-acts.ts';
import { printKuitansi, printStatement } from './print-fees.ts';
import { readPhoto } from './read-photo.ts';
import { readFees } from './read-fees.ts';
import { acknowledgeMessage, tellMall } from './tell-mall.ts';

const { fees } = implementer;

export const feesRouter = fees.router({
  watch: fees.watch.handler(({ context, signal }) => watchFees(context.open(), signal)),
  read: fees.read.handler(({ context }) => readFees(context.open())),
  send: fees.send.handler(({ context, input }) => tellMall(context.open(), context.actor, input)),
  photo: fees.photo.handler(({ context, input }) => readPhoto(context.open(), input)),
  acknowledge: fees.acknowledge.handler(({ context, input }) =>
    acknowledgeMessage(context.open(), input),
  ),
  setPlan: fees.setPlan.handler(({ context, input }) =>
    setOwnPlan(context.open(), context.actor, input),
  ),
  pay: fees.pay.handler(({ context, input }) => payOwn(context.open(), context.actor, input)),
  payFromDrawer: fees.payFromDrawer.handler(async ({ context, input }) => {
    const { isOpened } = payOwnFromDrawer(context.open(), context, input);
    return { isOpened: await isOpened };
  }),
  undo: fees.undo.handler(({ context, input }) => undoOwn(context.open(), context.actor, input)),
  countSetAside: fees.countSetAside.handler(({ context, input }) =>
    countSetAside(context.open(), context.actor, input),
  ),
  takeSetAside: fees.takeSetAside.handler(({ context, input }) =>
    takeSetAside(context.open(), context.actor, input),
  ),
  printKuitansi: fees.printKuitansi.handler(({ context, input }) =>
    printKuitansi(context.open(), context.actor, input),
  ),
  printStatement: fees.printStatement.handler(({ context, input }) =>
    printStatement(context.open(), input),
  ),
});
