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
import { defineCommand } from './command.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { rejectedWords } from './rejected-words.ts';
import { untilStopped } from './until-stopped.ts';
import { withTill } from './with-till.ts';

/** Takes products in from a CSV file; every good row is kept, every bad one listed. */
export const importCatalog = defineCommand({
  name: 'import-catalog',
  about: 'cli.about.importCatalog',
  argument: 'FILE',
  options: {},
  async run({ dataDir, argument, speaker, progress }) {
    progress(speaker.text('cli.reading', { file: basename(argument) }));
    const content = await readTextFile(argument, IMPORT_CHARACTERS_MAX / 1_000_000);
    const onRows = (done: number, total: number) => {
      progress(speaker.text('cli.rows', { done, total }));
    };
    const report = await untilStopped((signal) =>
      withTill(dataDir, (till) => importContent(till, { content, signal, onRows })),
    );
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
  },
});

interface ImportWork {
  readonly content: string;
  readonly signal: AbortSignal;
  readonly onRows: (done: number, total: number) => void;
}

async function importContent(till: Till, work: ImportWork): Promise<ImportReport> {
  const { content, signal, onRows } = work;
  for await (const event of importProducts(till, { content, mode: 'apply', signal })) {
    if (event.type === 'progress') onRows(event.doneRows, event.totalRows);
    else {
      if (event.report.cancelled) signal.throwIfAborted();
      return event.report;
    }
  }
  throw new InvariantError('an import ends with its report');
}

function inWords({ row, column, reason, ...facts }: RejectedCell, speaker: Translator) {
  // The catalog has words for each of its reasons (domain/catalog/text.id.ts).
  const words = speaker.text(`import.reason.${reason}`, facts);
  return { row, column, reason: words };
}
