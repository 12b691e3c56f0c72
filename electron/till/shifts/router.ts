import { publishFees } from '../fees/fee-news.ts';
import { implementer } from '../implementer.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer, readExpected } from './count-drawer.ts';
import { watchDrawers } from './drawers.ts';
import { handOverAt } from './hand-over.ts';
import { type AtTheDrawer, moveCash, openToCount, openWithoutSale } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { printX, reprintZ } from './print-report.ts';
import { listShifts, readX, readZByNumber } from './procedures.ts';
import { readSmallChange } from './small-change.ts';

const { shifts } = implementer;

const opening = async ({ isOpened }: AtTheDrawer) => ({ isOpened: await isOpened });

export const shiftsRouter = shifts.router({
  watch: shifts.watch.handler(({ context, signal }) => watchDrawers(context.open(), signal)),
  open: shifts.open.handler(({ context, input }) =>
    openShift(context.open(), context.actor, input),
  ),
  move: shifts.move.handler(({ context, input }) => {
    const moved = moveCash(context.open(), context, input);
    if (input.reason === 'set-aside') publishFees(context.open());
    return opening(moved);
  }),
  noSale: shifts.noSale.handler(({ context, input }) =>
    opening(openWithoutSale(context.open(), context, input)),
  ),
  openToCount: shifts.openToCount.handler(({ context, input }) =>
    opening(openToCount(context.open(), context.actor, input)),
  ),
  x: shifts.x.handler(({ context, input }) => readX(context.open(), context, input)),
  expected: shifts.expected.handler(({ context, input }) => readExpected(context.open(), input)),
  count: shifts.count.handler(({ context, input }) =>
    countDrawer(context.open(), context.actor, input),
  ),
  close: shifts.close.handler(({ context, input }) =>
    closeShift(context.open(), context.actor, input),
  ),
  handOver: shifts.handOver.handler(({ context, input }) =>
    handOverAt(context.open(), context, input),
  ),
  list: shifts.list.handler(({ context, input }) => listShifts(context.open(), input)),
  z: shifts.z.handler(({ context, input }) => readZByNumber(context.open(), input)),
  printX: shifts.printX.handler(({ context, input }) => printX(context.open(), context, input)),
  reprintZ: shifts.reprintZ.handler(({ context, input }) =>
    reprintZ(context.open(), context.actor, input),
  ),
  smallChange: shifts.smallChange.handler(({ context, input }) =>
    readSmallChange(context.open(), context, input),
  ),
});
