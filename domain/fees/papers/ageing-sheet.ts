import type { Translator } from '../../text.ts';
import { type Ageing, ageBands } from '../ageing.ts';
import { bandWords, onWords } from './paper-words.ts';
import type { PaperCell, PaperSheet } from './sheet.ts';
import type { AgeingPaper } from './views.ts';

/** What a stall owes, whatever its age. Rupiah */
export function openRupiah(ageing: Ageing): number {
  return ageBands.reduce((sum, band) => sum + ageing[band], 0);
}

/** What is open in a mall, a row for each stall, on A4 across. */
export function ageingSheet({ issuer, mall, on, rows }: AgeingPaper, say: Translator): PaperSheet {
  const figures = (ageing: Ageing): PaperCell[] => [
    ...ageBands.map((band) => ageing[band]),
    openRupiah(ageing),
  ];
  const all = Object.fromEntries(
    ageBands.map((band) => [band, rows.reduce((sum, { ageing }) => sum + ageing[band], 0)]),
  ) as Record<(typeof ageBands)[number], number>; // of all bands
  return {
    file: `umur-tunggakan-${on}`,
    size: 'A4-landscape',
    issuer,
    title: say.text('paper.ageing'),
    titleAt: 'side',
    number: say.text('paper.ageingOn', { mall, on: onWords(on, say) }),
    on,
    mark: '',
    blocks: [
      {
        kind: 'table',
        heading: '',
        columns: [
          { name: say.text('paper.colCode') },
          { name: say.text('paper.stall'), isWide: true },
          { name: say.text('paper.member'), isWide: true },
          ...ageBands.map((band) => ({ name: bandWords(band, say), isFigure: true as const })),
          { name: say.text('paper.colTotal'), isFigure: true },
        ],
        rows: rows.map(({ stall, ageing }) => [
          stall.code,
          stall.name,
          stall.member,
          ...figures(ageing),
        ]),
        sums: [[say.text('paper.stalls', { count: rows.length }), '', '', ...figures(all)]],
      },
    ],
  };
}
