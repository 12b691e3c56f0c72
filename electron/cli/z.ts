import { reportLines } from '../../domain/shifts/report-lines.ts';
import type { Columns } from '../../domain/printing/printer.ts';
import { read } from '../till/database/write.ts';
import { readSettings } from '../till/settings/stall-settings.ts';
import { readZByNumber } from '../till/shifts/procedures.ts';
import { namesOf } from '../till/staff/names-of.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { withBook } from './with-till.ts';

/** Wide enough that few words wrap. */
const COLUMNS: Columns = 48;

/** A Z report by its number, or the newest; in words as it is on paper. */
export const z = defineCommand({
  name: 'z',
  about: 'cli.about.z',
  argument: 'NUMBER|last',
  options: {},
  run: ({ dataDir, argument, speaker }) =>
    withBook(dataDir, async (till) => {
      const report = readZByNumber(till, { number: argument });
      const words = read(till, (tx) => {
        const look = { columns: COLUMNS, say: speaker, stall: readSettings(tx).stall, copy: false };
        return reportLines(report, { ...look, nameOf: namesOf(tx), atMs: till.clock() });
      });
      return { ok: true, report, words: words.map(({ runs }) => textOf(runs)) };
    }),
});

function textOf(runs: readonly { readonly text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}
