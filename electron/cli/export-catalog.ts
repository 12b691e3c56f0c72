import { theProgram } from '../../domain/actor.ts';
import { exportCatalog as exportProducts } from '../till/catalog/export-catalog.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { checkResultFile } from './result-file.ts';
import { withBook } from './with-till.ts';

/** Writes the whole catalog into a CSV file that import-catalog reads back. */
export const exportCatalog = defineCommand({
  name: 'export-catalog',
  about: 'cli.about.exportCatalog',
  argument: 'FILE',
  options: {},
  async run({ dataDir, argument, speaker }) {
    await checkResultFile(argument);
    const pieces = await withBook(dataDir, async (till) => {
      const texts: string[] = [];
      for await (const { text } of exportProducts(till, theProgram)) texts.push(text);
      return texts;
    });
    await writeTextFile(argument, pieces.join(''));
    return {
      ok: true,
      report: { file: argument },
      words: [speaker.text('cli.exported', { file: argument })],
    };
  },
});
