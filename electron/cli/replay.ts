import { basename } from 'node:path';
import { theProgram } from '../../domain/actor.ts';
import type { HistoryRejection } from '../../domain/history/history-row.ts';
import { historyColumns, type HistoryColumn } from '../../domain/history/columns.ts';
import { dateOrders, parseRate } from '../../domain/history/format.ts';
import { type Decimal, decimalMarks } from '../../domain/tables/read-number.ts';
import type { Translator } from '../../domain/text.ts';
import { replayHistory, type ReplayReport } from '../till/history/replay-history.ts';
import { type CommandOption, defineCommand, file, flag, oneOf } from '../../node/cli/command.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { writeTextFile } from '../../node/tables/write-text-file.ts';
import { checkResultFile } from './result-file.ts';
import { rejectedWords } from '../../node/cli/rejected-words.ts';
import { untilStopped } from '../../node/cli/until-stopped.ts';
import { withTill } from './with-till.ts';

/** Some 700.000 rows: years of a stall. */
const MEGABYTES_MAX = 64;
/** A file in rupiah. */
const AS_IT_IS: Decimal = { digits: 1, scale: 0 };

const rate: CommandOption<Decimal> = {
  value: 'N.NN',
  parse: (given) => parseRate(given) ?? undefined,
};

/** What another system calls a column; given once for each column. */
const column: CommandOption<Partial<Record<HistoryColumn, string>>> = {
  value: `${historyColumns.join('|')}=NAME`,
  parse(given, earlier) {
    const [key, ...rest] = given.split('=');
    const known = historyColumns.find((name) => name === key);
    const name = rest.join('=');
    return known && name !== '' ? { ...earlier, [known]: name } : undefined;
  },
};

const delimiter: CommandOption<string> = {
  value: ';|,|tab',
  parse(given) {
    const character = given === 'tab' || given === '\\t' ? '\t' : given;
    return /^[^\w\s"]$|^\t$/.test(character) ? character : undefined;
  },
};

/** Invoices that are refunds begin with it; a dash where only their sign tells. */
const refundPrefix: CommandOption<string> = {
  value: 'C|-',
  parse: (given) => (given === '-' ? '' : given),
};

/** Rings up the sales history that another system exported. */
export const replay = defineCommand({
  name: 'replay',
  about: 'cli.about.replay',
  argument: 'FILE',
  options: {
    rate,
    column,
    delimiter,
    dates: oneOf(dateOrders),
    decimal: oneOf(decimalMarks),
    'refund-prefix': refundPrefix,
    'dry-run': flag,
    rejects: file,
  },
  async run({ dataDir, argument, options, speaker, progress }) {
    progress(speaker.text('cli.reading', { file: basename(argument) }));
    const content = await readTextFile(argument, MEGABYTES_MAX);
    const { rejects } = options;
    if (rejects !== undefined) await checkResultFile(rejects, argument);
    const job = {
      content,
      rate: options.rate ?? AS_IT_IS,
      columns: options.column ?? {},
      delimiter: options.delimiter ?? null,
      dates: options.dates ?? null,
      decimal: options.decimal ?? null,
      refundPrefix: options['refund-prefix'] ?? 'C',
      dryRun: options['dry-run'] ?? false,
      language: speaker.language,
    };
    const place = { dataDir, isDryRun: job.dryRun };
    const report = await untilStopped((signal) => {
      const onProgress = (done: number, total: number) => {
        signal.throwIfAborted(); // the invoices until here are booked
        progress(speaker.text('cli.invoices', { done, total }));
      };
      return withTill(place, (till) => replayHistory(till, theProgram, { ...job, onProgress }));
    });
    if (rejects !== undefined) await writeTextFile(rejects, report.rejectedFile);
    const words = wordsOf(report, speaker);
    if (job.dryRun) words.unshift(speaker.text('cli.wouldReplay'));
    return { ok: true, report: reportOf(report, speaker), words };
  },
});

function reportOf(report: ReplayReport, speaker: Translator): object {
  return {
    sales: report.sales,
    salesTotal: report.salesTotalRupiah,
    refunds: report.refunds,
    refundsTotal: report.refundsTotalRupiah,
    stockOnly: report.stockOnly,
    products: report.products,
    alreadyThere: report.alreadyThere,
    differs: report.differs.map(({ document, date, bookedRupiah, fileRupiah }) => {
      return { document, date, booked: bookedRupiah, file: fileRupiah };
    }),
    rejected: report.rejected.map((rejection) => inWords(rejection, speaker)),
  };
}

function wordsOf(report: ReplayReport, speaker: Translator): string[] {
  const { sales, salesTotalRupiah, refunds, refundsTotalRupiah } = report;
  const { stockOnly, products, alreadyThere, differs } = report;
  const rejected = report.rejected.map((rejection) => inWords(rejection, speaker));
  return [
    speaker.text('cli.sales', { sales, total: salesTotalRupiah }),
    speaker.text('cli.refunds', { refunds, total: refundsTotalRupiah }),
    speaker.text('cli.stockOnly', { stockOnly }),
    speaker.text('cli.products', { products }),
    ...(alreadyThere > 0 ? [speaker.text('cli.alreadyThere', { alreadyThere })] : []),
    ...(differs.length > 0 ? [speaker.text('cli.differs', { differs: differs.length })] : []),
    ...differs.map(({ document, date, bookedRupiah: booked, fileRupiah: inFile }) => {
      return speaker.text('cli.differsFrom', { document, date, booked, inFile });
    }),
    ...rejectedWords(rejected, speaker),
  ];
}

function inWords({ row, column, reason }: HistoryRejection, speaker: Translator) {
  return { row, column, reason: speaker.text(`history.reason.${reason}`) };
}
