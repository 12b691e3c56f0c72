import { basename } from 'node:path';
import { InvariantError } from '../../domain/assert.ts';
import {
  IMPORT_CHARACTERS_MAX,
  type ImportReport,
  type RejectedCell,
} from '../../domain/catalog/contract.ts';
import type { Translator } from '../../domain/text.ts';
import { importCatalog as importProducts } from '../till/catalog/import-catalog.ts';
import type { Till } from '../till/till.ts';
import type { Call, Command, Outcome } from './command.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { rejectedWords } from './rejected-words.ts';
import { withTill } from './with-till.ts';

/** Takes products in from a CSV file; every good row is kept, every bad one listed. */
export const importCatalog: Command = {
  about: 'cli.about.importCatalog',
  usage: 'FILE',
  argument: 'FILE',
  options: [],
  run: runImport,
};

async function runImport({ dataDir, argument, speaker, progress }: Call): Promise<Outcome> {
  progress(speaker.text('cli.reading', { file: basename(argument) }));
  const content = await readTextFile(argument, IMPORT_CHARACTERS_MAX / 1_000_000);
  const onRows = (done: number, total: number) => {
    progress(speaker.text('cli.rows', { done, total }));
  };
  const report = await withTill(dataDir, (till) => takeIn(till, content, onRows));
  const { rows, added, updated, unchanged } = report;
  const rejected = report.rejected.map((cell) => inWords(cell, speaker));
  return {
    ok: true,
    report: { rows, added, updated, rejected },
    words: [
      speaker.text('cli.imported', { rows, added, updated, unchanged }),
      ...rejectedWords(rejected, speaker),
    ],
  };
}

async function takeIn(
  till: Till,
  content: string,
  onRows: (done: number, total: number) => void,
): Promise<ImportReport> {
  for await (const event of importProducts(till, { content, mode: 'apply' })) {
    if (event.type === 'done') return event.report;
    onRows(event.doneRows, event.totalRows);
  }
  throw new InvariantError('an import ends with its report');
}

function inWords({ row, column, reason, ...facts }: RejectedCell, speaker: Translator) {
  // The catalog has words for each of its reasons (domain/catalog/text.id.ts).
  const words = speaker.text(`import.reason.${reason}`, facts);
  return { row, column, reason: words };
}
