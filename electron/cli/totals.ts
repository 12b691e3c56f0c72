import { readTotals } from '../till/sales/procedures.ts';
import { defineCommand } from './command.ts';
import { withBook } from './with-till.ts';

/** Sums of sales and refunds in the book. */
export const totals = defineCommand({
  name: 'totals',
  about: 'cli.about.totals',
  argument: null,
  options: {},
  async run({ dataDir, speaker }) {
    const sums = await withBook(dataDir, (till) => Promise.resolve(readTotals(till)));
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
});
