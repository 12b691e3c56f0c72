import { organisationExamples } from '../../domain/organisation/examples.ts';
import { organisationKinds } from '../../domain/organisation/rows.ts';
import { defineCommand, flag, invalid, oneOf } from '../../node/cli/command.ts';
import { checkResult } from '../../node/cli/result-file.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import { exportOrganisation as exportKind } from '../organisation/export-organisation.ts';
import { isHubThere } from './import-organisation.ts';
import { withHub } from './with-hub.ts';

const kinds = oneOf(organisationKinds);

/** Writes one kind of the organisation, or an example of it, for import-organisation to read. */
export const exportOrganisation = defineCommand({
  name: 'export-organisation',
  about: 'organisation.about.export',
  argument: 'FILE',
  options: { kind: kinds, example: flag },
  async run({ dataDir, argument, options: { kind, example }, speaker }) {
    if (kind === undefined) throw invalid(`--kind ${kinds.value}`);
    await checkResult(argument, isHubThere);
    const text = example
      ? organisationExamples[kind]
      : await withHub(dataDir, async ({ database }) => {
          const pieces: string[] = [];
          for await (const piece of exportKind(database, kind)) pieces.push(piece);
          return pieces.join('');
        });
    await writeTextFile(argument, text);
    const words = speaker.text('organisation.exported', {
      file: argument,
      kind: speaker.text(`organisation.kind.${kind}`),
    });
    return { ok: true, report: { file: argument, kind }, words: [words] };
  },
});
