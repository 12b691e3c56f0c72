import { readTotals } from '../till/sales/procedures.ts';
import type { Command } from './command.ts';
import { withTill } from './with-till.ts';

/** Sums of sales and refunds in the book. */
export const totals: Command = {
  about: 'cli.about.totals',
  usage: '',
  argument: null,
  options: [],
  run: async ({ dataDir, speaker }) => {
    const sums = await withTill(dataDir, (till) => Promise.resolve(readTotals(till)));
    const { sales, salesTotalRupiah, refunds, refundsTotalRupiah } = sums;
    return {
      ok: true,
      report: { sales, salesTotal: salesTotalRupiah, refunds, refundsTotal: refundsTotalRupiah },
      words: [
        speaker.text('cli.sales', { sales, total: salesTotalRupiah }),
        speaker.text('cli.refunds', { refunds, total: refundsTotalRupiah }),
      ],
    };
  },
};
