import { implementer } from '../implementer.ts';
import { exportTrail } from './export-trail.ts';
import { listTrail } from './trail.ts';

const { journal } = implementer;

export const journalRouter = journal.router({
  trail: journal.trail.handler(({ context, input }) => listTrail(context.open(), input)),
  exportTrail: journal.exportTrail.handler(({ context, input }) =>
    exportTrail(context.open(), context.actor, input),
  ),
});
