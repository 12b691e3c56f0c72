import { assert } from '../../domain/assert.ts';
import { REPORTED_ROWS_MAX } from '../../domain/organisation/manage-contract.ts';
import { implementer } from '../implementer.ts';
import { who } from '../people/who.ts';
import { exportOrganisation } from './export-organisation.ts';
import { importOrganisation } from './import-organisation.ts';

/** What the console does with the organisation. */
export const organisationRouter = implementer.organisation.router({
  import: implementer.organisation.import.handler(async ({ context, input }) => {
    const { file: name, content, mode, seen, decimal, language } = input;
    const how = { mode, by: who(context), decimal, language };
    const reports = await importOrganisation(context.hub, [{ name, content, seen }], how);
    const [report] = reports;
    assert(report !== undefined, 'each file has its report');
    return {
      ...report,
      changes: report.changes
        .slice(0, REPORTED_ROWS_MAX)
        .map((row) => ({ ...row, changes: [...row.changes] })),
      unknownColumns: [...report.unknownColumns],
      rejected: report.rejected
        .slice(0, REPORTED_ROWS_MAX)
        .map(({ row, column, sentence }) => ({ row, column, sentence })),
    };
  }),

  export: implementer.organisation.export.handler(async ({ context: { hub }, input }) => {
    const pieces: string[] = [];
    for await (const piece of exportOrganisation(hub.database, input.kind)) pieces.push(piece);
    return { content: pieces.join('') };
  }),
});
