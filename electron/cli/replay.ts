import { basename } from 'node:path';
import type { HistoryRejection } from '../../domain/history/history-row.ts';
import { historyColumns, type HistoryColumn } from '../../domain/history/columns.ts';
import { dateOrders, decimalMarks, parseRate } from '../../domain/history/format.ts';
import type { Translator } from '../../domain/text.ts';
import { replayHistory, type ReplayReport } from '../till/history/replay-history.ts';
import type { Call, Command, Outcome } from './command.ts';
import { choiceOf, invalid, type OptionValues, valueOf } from './read-words.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { rejectedWords } from './rejected-words.ts';
import { withTill } from './with-till.ts';

/** Some 700.000 rows: years of a stall. */
const MEGABYTES_MAX = 64;

/** Rings up the sales history that another system exported. */
export const replay: Command = {
  about: 'cli.about.replay',
  usage:
    'FILE [--rate N] [--column invoice=NAME …] [--delimiter ;] [--dates dmy|mdy|ymd] ' +
    '[--decimal ,|.] [--refund-prefix C]',
  argument: 'FILE',
  options: ['rate', 'column', 'delimiter', 'dates', 'decimal', 'refund-prefix'],
  run: runReplay,
};

async function runReplay({
  dataDir,
  argument,
  options,
  speaker,
  progress,
}: Call): Promise<Outcome> {
  const rate = readRate(options);
  const source = {
    rate,
    columns: readColumns(options),
    delimiter: readDelimiter(options),
    dates: choiceOf(options, 'dates', dateOrders) ?? null,
    decimal: choiceOf(options, 'decimal', decimalMarks) ?? null,
    refundPrefix: valueOf(options, 'refund-prefix') ?? 'C',
  };
  progress(speaker.text('cli.reading', { file: basename(argument) }));
  const content = await readTextFile(argument, MEGABYTES_MAX);
  const onProgress = (done: number, total: number) => {
    progress(speaker.text('cli.invoices', { done, total }));
  };
  const report = await withTill(dataDir, (till) =>
    replayHistory(till, { ...source, content, onProgress }),
  );
  return { ok: true, report: reportOf(report, speaker), words: wordsOf(report, speaker) };
}

function reportOf(report: ReplayReport, speaker: Translator): object {
  return {
    sales: report.sales,
    salesTotal: report.salesTotalRupiah,
    refunds: report.refunds,
    refundsTotal: report.refundsTotalRupiah,
    stockOnly: report.stockOnly,
    products: report.products,
    alreadyThere: report.alreadyThere,
    rejected: report.rejected.map((rejection) => inWords(rejection, speaker)),
  };
}

function wordsOf(report: ReplayReport, speaker: Translator): string[] {
  const { sales, salesTotalRupiah, refunds, refundsTotalRupiah } = report;
  const { stockOnly, products, alreadyThere } = report;
  const rejected = report.rejected.map((rejection) => inWords(rejection, speaker));
  return [
    speaker.text('cli.sales', { sales, total: salesTotalRupiah }),
    speaker.text('cli.refunds', { refunds, total: refundsTotalRupiah }),
    speaker.text('cli.stockOnly', { stockOnly }),
    speaker.text('cli.products', { products }),
    ...(alreadyThere > 0 ? [speaker.text('cli.alreadyThere', { alreadyThere })] : []),
    ...rejectedWords(rejected, speaker),
  ];
}

function inWords({ row, column, reason }: HistoryRejection, speaker: Translator) {
  return { row, column, reason: speaker.text(`history.reason.${reason}`) };
}

function readRate(options: OptionValues) {
  const text = valueOf(options, 'rate') ?? '1';
  const rate = parseRate(text);
  if (!rate) throw invalid(`--rate ${text} (20000 | 15750.5)`);
  return rate;
}

function readColumns(options: OptionValues): Partial<Record<HistoryColumn, string>> {
  const columns: Partial<Record<HistoryColumn, string>> = {};
  for (const text of options.column ?? []) {
    const [name = '', ...rest] = text.split('=');
    const column = historyColumns.find((known) => known === name);
    const given = rest.join('=');
    if (!column || given === '') throw invalid(`--column ${text} (${historyColumns.join('|')}=…)`);
    columns[column] = given;
  }
  return columns;
}

function readDelimiter(options: OptionValues): string | null {
  const text = valueOf(options, 'delimiter');
  if (text === undefined) return null;
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if (!/^[^\w\s"]$|^\t$/.test(delimiter)) throw invalid(`--delimiter ${text} (; | , | tab)`);
  return delimiter;
}
