import { basename } from 'node:path';
import { theProgram } from '../../domain/actor.ts';
import { InvariantError } from '../../domain/assert.ts';
import { IMPORT_CHARACTERS_MAX } from '../../domain/catalog/contract.ts';
import type {
  ImportReport,
  PlannedProduct,
  RejectedCell,
  RowNote,
} from '../../domain/catalog/import-report.ts';
import { decimalMarks } from '../../domain/tables/read-number.ts';
import type { Translator } from '../../domain/text.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import {
  importCatalog as importProducts,
  type ImportInput,
} from '../till/catalog/import-catalog.ts';
import { numberStyleDoubtful } from '../../domain/tables/number-style.ts';
import type { Till } from '../till/till.ts';
import { defineCommand, file, flag, oneOf } from '../../node/cli/command.ts';
import { checkResultFile } from './result-file.ts';
import { rejectedWords } from '../../node/cli/rejected-words.ts';
import { untilStopped } from '../../node/cli/until-stopped.ts';
import { withTill } from './with-till.ts';

/** Takes products in from a CSV file; every good row is kept, every bad one listed. */
export const importCatalog = defineCommand({
  name: 'import-catalog',
  about: 'cli.about.importCatalog',
  argument: 'FILE',
  options: { 'dry-run': flag, decimal: oneOf(decimalMarks), rejects: file },
  async run({ dataDir, argument, options, speaker, progress }) {
    const { rejects, decimal = null } = options;
    const mode = options['dry-run'] ? 'dry-run' : 'apply';
    progress(speaker.text('cli.reading', { file: basename(argument) }));
    const content = await readTextFile(argument, IMPORT_CHARACTERS_MAX / 1_000_000);
    if (rejects !== undefined) await checkResultFile(rejects, argument);
    const onRows = (done: number, total: number) => {
      progress(speaker.text('cli.rows', { done, total }));
    };
    const input = { content, mode, decimal, language: speaker.language } as const;
    const place = { dataDir, isDryRun: mode === 'dry-run' };
    const report = await untilStopped((signal) =>
      withTill(place, (till) => importContent(till, { ...input, signal }, onRows)),
    );
    if (rejects !== undefined) await writeTextFile(rejects, report.rejectedFile);
    return { ok: true, report: reportOf(report, speaker), words: wordsOf(report, mode, speaker) };
  },
});

async function importContent(
  till: Till,
  input: ImportInput & { readonly signal: AbortSignal },
  onRows: (done: number, total: number) => void,
): Promise<ImportReport> {
  for await (const event of importProducts(till, theProgram, input)) {
    switch (event.type) {
      case 'progress':
        onRows(event.doneRows, event.totalRows);
        break;
      case 'doubt':
        throw numberStyleDoubtful(event.doubt);
      case 'done':
        if (event.report.cancelled) input.signal.throwIfAborted();
        return event.report;
    }
  }
  throw new InvariantError('an import ends with its report');
}

function reportOf(report: ImportReport, speaker: Translator): object {
  const { rejectedFile: _, cancelled: __, remaining: ___, ...told } = report;
  return {
    ...told,
    notes: report.notes.map((note) => noteInWords(note, speaker)),
    rejected: report.rejected.map((cell) => cellInWords(cell, speaker)),
  };
}

function wordsOf(report: ImportReport, mode: ImportInput['mode'], speaker: Translator): string[] {
  const { rows, added, updated, unchanged, rejectedRows } = report;
  const counts = { rows, added, updated, unchanged, rejectedRows };
  const isDry = mode === 'dry-run';
  const rejected = report.rejected.map((cell) => cellInWords(cell, speaker));
  return [
    speaker.text(isDry ? 'cli.wouldImport' : 'cli.imported', counts),
    ...(isDry ? report.changes.flatMap((product) => changeLines(product, speaker)) : []),
    ...report.notes.map((told) => {
      const { row, column, note } = noteInWords(told, speaker);
      return speaker.text('cli.noteCell', { row, column, note });
    }),
    ...rejectedWords(rejected, speaker),
  ];
}

/** `KB-1 Kain: harga (pcs) Rp1.000 → Rp1.200`; what is new has nothing before the arrow. */
function changeLines({ code, name, changes }: PlannedProduct, speaker: Translator): string[] {
  return changes.map(({ field, unit, old, new: now }) => {
    const words = speaker.text(`import.field.${field}`);
    const what = unit === '' ? words : `${words} (${unit})`;
    return `${code} ${name}: ${what} ${old === '' ? '' : `${old} `}→ ${now}`;
  });
}

function cellInWords({ row, column, reason, ...facts }: RejectedCell, speaker: Translator) {
  // The catalog has words for each of its reasons (domain/catalog/text.id.ts).
  const words = speaker.text(`import.reason.${reason}`, facts);
  return { row, column, reason: words };
}

function noteInWords({ row, column, note, ...facts }: RowNote, speaker: Translator) {
  return { row, column, note: speaker.text(`import.note.${note}`, facts) };
}
