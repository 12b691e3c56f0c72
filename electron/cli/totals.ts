import type { SaleTotals } from '../../domain/sales/contract.ts';
import type { Translator } from '../../domain/text.ts';
import { readTotals } from '../till/sales/procedures.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { withBook } from './with-till.ts';

/** Sums of sales and refunds in the book. */
export const totals = defineCommand({
  name: 'totals',
  about: 'cli.about.totals',
  argument: null,
  options: {},
  async run({ dataDir, speaker }) {
    const sums = await withBook(dataDir, (till) => Promise.resolve(readTotals(till)));
    const { history, ...all } = sums;
    const ofHistory = history.sales + history.refunds === 0 ? [] : sumWords(history, speaker);
    return {
      ok: true,
      report: { ...sumsOf(all), history: sumsOf(history) },
      words: [
        ...sumWords(all, speaker),
        ...(ofHistory.length === 0 ? [] : [speaker.text('cli.ofHistory'), ...ofHistory]),
      ],
    };
  },
});

type Sums = SaleTotals['history'];

function sumsOf(sums: Sums): object {
  const { sales, salesTotalRupiah, refunds, refundsTotalRupiah } = sums;
  return { sales, salesTotal: salesTotalRupiah, refunds, refundsTotal: refundsTotalRupiah };
}

function sumWords(sums: Sums, speaker: Translator): string[] {
  return [
    speaker.text('cli.sales', { sales: sums.sales, total: sums.salesTotalRupiah }),
    speaker.text('cli.refunds', { refunds: sums.refunds, total: sums.refundsTotalRupiah }),
  ];
}
