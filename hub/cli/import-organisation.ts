import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decimalMarks } from '../../domain/tables/read-number.ts';
import type { Translator } from '../../domain/text.ts';
import {
  type CommandOption,
  defineCommand,
  file,
  flag,
  invalid,
  oneOf,
} from '../../node/cli/command.ts';
import { rejectedWords } from '../../node/cli/rejected-words.ts';
import { checkResult } from '../../node/cli/result-file.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import { HUB_FILE } from '../database/open-database.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { importOrganisation as importFiles } from '../organisation/import-organisation.ts';
import type { ChangedRow, FileReport } from '../organisation/import-report.ts';
import { withIdentity } from './with-hub.ts';

/** Largest file. A hundred thousand contracts are six. */
const MEGABYTES_MAX = 32;

/** One file more, as often as it is given. */
const alsoFile: CommandOption<readonly string[]> = {
  value: 'FILE',
  parse: (given, earlier = []) => [...earlier, given],
};

/** Takes files of the organisation in; every good row is kept, every bad one listed. */
export const importOrganisation = defineCommand({
  name: 'import-organisation',
  about: 'organisation.about.import',
  argument: 'FILE',
  options: { also: alsoFile, 'dry-run': flag, decimal: oneOf(decimalMarks), rejects: file },
  async run({ dataDir, argument, options, speaker, progress }) {
    const { also = [], decimal = null, rejects, 'dry-run': isDry = false } = options;
    if (rejects !== undefined && also.length > 0) throw invalid('--rejects, --also?');
    if (rejects !== undefined) await checkResult(rejects, isHubThere, argument);
    const files: { name: string; content: string }[] = [];
    for (const path of [argument, ...also]) {
      progress(speaker.text('cli.reading', { file: basename(path) }));
      files.push({ name: basename(path), content: await readTextFile(path, MEGABYTES_MAX) });
    }
    const mode = isDry ? 'dry-run' : 'apply';
    const reports = await withIdentity(dataDir, (hub) =>
      importFiles(hub, files, { mode, by: THE_PROGRAM, decimal, language: speaker.language }),
    );
    if (rejects !== undefined) await writeTextFile(rejects, reports[0]?.rejectedFile ?? '');
    return {
      ok: true,
      report: { files: reports.map(reportOf) },
      words: reports.flatMap((report) => wordsOf(report, isDry, speaker)),
    };
  },
});

/** Whether a folder has a hub's database. */
export function isHubThere(folder: string): boolean {
  return existsSync(join(folder, HUB_FILE));
}

/** Without the file of rejected rows, which --rejects writes. */
function reportOf(report: FileReport): object {
  const { rejectedFile: _, ...told } = report;
  return told;
}

function wordsOf(report: FileReport, isDry: boolean, speaker: Translator): string[] {
  const { file, rows, added, updated, unchanged, rejectedRows, changes, unknownColumns } = report;
  const kind = speaker.text(`organisation.kind.${report.kind}`);
  const counts = { rows, added, updated, unchanged, rejectedRows };
  const unlisted = added + updated - changes.length;
  return [
    speaker.text('organisation.file', { file, kind }),
    speaker.text(isDry ? 'cli.wouldImport' : 'cli.imported', counts),
    ...(isDry ? changes.map(changeLine) : []),
    ...(isDry && unlisted > 0 ? [speaker.text('organisation.more', { count: unlisted })] : []),
    ...(unknownColumns.length > 0
      ? [speaker.text('organisation.unknownColumns', { columns: unknownColumns.join(', ') })]
      : []),
    ...rejectedWords(
      report.rejected.map(({ row, column, sentence }) => ({ row, column, reason: sentence })),
      speaker,
    ),
  ];
}

/** `TC-A12: nama Batik Sekar → Batik Melati`; what is new has nothing before the arrow. */
function changeLine({ key, changes }: ChangedRow): string {
  const told = changes.map(({ column, old, new: now }) => {
    return `${column} ${old === '' ? '' : `${old} `}→ ${now}`;
  });
  return `${key}: ${told.join('; ')}`;
}
