import { implementer } from '../implementer.ts';
import { enrol } from './enrol.ts';

/** The calls of enrolment. */
export const enrolmentRouter = implementer.enrolment.router({
  enrol: implementer.enrolment.enrol.handler(({ context, input }) =>
    enrol(context.hub, context.origin, input),
  ),
});
