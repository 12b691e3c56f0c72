import { basename } from 'node:path';
import type { ImportReport } from '../../domain/fees/bank/import-report.ts';
import type { Translator } from '../../domain/text.ts';
import { defineCommand, flag } from '../../node/cli/command.ts';
import { rejectedWords } from '../../node/cli/rejected-words.ts';
import { readFileBytes } from '../../node/tables/read-text-file.ts';
import { importBankFile } from '../fees/bank/import-file.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { code, date } from './options.ts';
import { withIdentity } from './with-hub.ts';

/** Largest file; see bank-text.ts. */
const MEGABYTES_MAX = 32;

/** Takes a bank or settlement file in; of a broken one nothing. */
export const importStatement = defineCommand({
  name: 'import-statement',
  about: 'bank.about.import',
  argument: 'FILE',
  options: { profile: code, account: code, mall: code, until: date, 'dry-run': flag },
  async run({ dataDir, argument, options, speaker, progress }) {
    const { profile = null, account = null, mall = null, until: endsOn = null } = options;
    const name = basename(argument);
    progress(speaker.text('cli.reading', { file: name }));
    const file = { name, bytes: await readFileBytes(argument, MEGABYTES_MAX) };
    const isDry = options['dry-run'] === true;
    const report = await withIdentity(dataDir, (hub) =>
      importBankFile(hub, file, {
        by: THE_PROGRAM,
        profile,
        account,
        mall,
        endsOn,
        mode: isDry ? 'dry-run' : 'apply',
        seen: null,
        isUnbalancedTaken: false,
        language: speaker.language,
      }),
    );
    const ok = report.refusal === null;
    return { ok, report: toldOf(report), words: wordsOf(report, isDry, speaker) };
  },
});

/** Balances in rupiah, as the file has them. */
function toldOf({ openingSen, closingSen, ...report }: ImportReport): object {
  return { ...report, opening: rupiahOf(openingSen), closing: rupiahOf(closingSen) };
}

/** Rupiah of hundredths: whole, but for the interest that banks pay in sen. */
export function rupiahOf(sen: number | null): number | null {
  return sen === null ? null : sen / 100;
}

function wordsOf(report: ImportReport, isDry: boolean, speaker: Translator): string[] {
  const { file, account, rows, added, known, renamed, pending, refusal, gaps, notes } = report;
  const counts = { file, account: account ?? '–', rows, added, known, pending };
  return [
    speaker.text(isDry ? 'bank.wouldImport' : 'bank.imported', counts),
    ...(renamed === 0 ? [] : [speaker.text('bank.renamed', { renamed })]),
    ...(refusal === null ? [] : [speaker.text(`bank.refusal.${refusal}`)]),
    ...gaps.map(({ from, to, differenceSen }) =>
      speaker.text('bank.gap', { from, to, amount: Math.trunc(differenceSen / 100) }),
    ),
    ...notes.map(({ row, reason }) => speaker.text('bank.noted', { row, reason })),
    ...rejectedWords(report.rejected, speaker),
  ];
}
