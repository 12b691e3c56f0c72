import { implementer } from '../implementer.ts';
import { readDay } from './read-day.ts';
import { readProof, readRecords } from './read-records.ts';
import { readStall } from './read-stall.ts';

/** What the console shows of the ledger. */
export const reportsRouter = implementer.reports.router({
  day: implementer.reports.day.handler(({ context: { hub }, input }) => readDay(hub, input)),
  stall: implementer.reports.stall.handler(({ context: { hub }, input }) => readStall(hub, input)),
  records: implementer.reports.records.handler(({ context: { hub }, input }) =>
    readRecords(hub, input),
  ),
  proof: implementer.reports.proof.handler(({ context: { hub }, input }) => readProof(hub, input)),
});
