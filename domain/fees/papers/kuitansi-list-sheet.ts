import type { Translator } from '../../text.ts';
import { datesOf } from '../period.ts';
import { creditWords, onWords, periodWords, sumOf } from './paper-words.ts';
import type { PaperCell, PaperSheet } from './sheet.ts';
import type { KuitansiListPaper } from './views.ts';

/** What the kuitansi of a list come to, and those of it that were taken back. Rupiah */
export function kuitansiSums({ rows }: Pick<KuitansiListPaper, 'rows'>) {
  return {
    totalRupiah: sumOf(rows.filter(({ isCancelled }) => !isCancelled)),
    cancelledRupiah: sumOf(rows.filter(({ isCancelled }) => isCancelled)),
  };
}

/**
 * The kuitansi of a mall in a month, on A4 across. What was taken back has a column of its own: the
 * other one can be added up.
 */
export function kuitansiListSheet(list: KuitansiListPaper, say: Translator): PaperSheet {
  const { issuer, mall, period, rows } = list;
  const { totalRupiah, cancelledRupiah } = kuitansiSums(list);
  const month = periodWords(period, say);
  return {
    file: `kuitansi-${period}`,
    size: 'A4-landscape',
    issuer,
    title: say.text('paper.kuitansiList'),
    titleAt: 'side',
    number: say.text('paper.kuitansiListOf', { mall, month }),
    on: datesOf(period).to,
    mark: '',
    blocks: [
      {
        kind: 'table',
        heading: '',
        columns: [
          { name: say.text('paper.colNumber') },
          { name: say.text('paper.colDate') },
          { name: say.text('paper.colCode') },
          { name: say.text('paper.stall'), isWide: true },
          { name: say.text('paper.means') },
          { name: say.text('paper.colCancelled'), isFigure: true },
          { name: say.text('paper.colAmount'), isFigure: true },
        ],
        rows: rows.map(({ number, on, stall, means, amountRupiah, isCancelled }): PaperCell[] => [
          number,
          { date: on, text: onWords(on, say) },
          stall.code,
          stall.name,
          creditWords(means, say),
          isCancelled ? amountRupiah : null,
          isCancelled ? null : amountRupiah,
        ]),
        sums: [
          [
            say.text('paper.kuitansiCount', { count: rows.length }),
            '',
            '',
            '',
            '',
            cancelledRupiah,
            totalRupiah,
          ],
        ],
      },
    ],
  };
}
