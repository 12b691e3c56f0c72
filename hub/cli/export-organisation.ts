import { organisationExamples } from '../../domain/organisation/examples.ts';
import { organisationKinds } from '../../domain/organisation/rows.ts';
import { defineCommand, flag, invalid, oneOf } from '../../node/cli/command.ts';
import { checkResult } from '../../node/cli/result-file.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import { exportDevices } from '../enrolment/export-devices.ts';
import { exportOrganisation as exportKind } from '../organisation/export-organisation.ts';
import { isHubThere } from './import-organisation.ts';
import { withHub } from './with-hub.ts';

/** The tills go out the same way; they come in by enrolment only. */
const kinds = oneOf([...organisationKinds, 'device'] as const);

/** Writes one kind of the organisation, or an example of it, for import-organisation to read. */
export const exportOrganisation = defineCommand({
  name: 'export-organisation',
  about: 'organisation.about.export',
  argument: 'FILE',
  options: { kind: kinds, example: flag },
  async run({ dataDir, argument, options: { kind, example }, speaker }) {
    if (kind === undefined) throw invalid(`--kind ${kinds.value}`);
    await checkResult(argument, isHubThere);
    if (kind === 'device' && example) throw invalid('--kind device --example');
    const text =
      example && kind !== 'device'
        ? organisationExamples[kind]
        : await withHub(dataDir, async ({ database }) => {
            const pieces: string[] = [];
            const rows =
              kind === 'device' ? exportDevices(database, speaker) : exportKind(database, kind);
            for await (const piece of rows) pieces.push(piece);
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
