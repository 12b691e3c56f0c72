import type { ReportFact } from '../../shifts/report-rows.ts';
import type { Translator } from '../../text.ts';
import { type Ageing, ageBands } from '../ageing.ts';
import { bandWords, onWords } from './paper-words.ts';
import type { PaperBlock, PaperCell, PaperSheet } from './sheet.ts';
import type { AgeingPaper } from './views.ts';

/** What a stall owes, whatever its age. Rupiah */
export function openRupiah(ageing: Ageing): number {
  return ageBands.reduce((sum, band) => sum + ageing[band], 0);
}

/** What its stalls were narrowed to; nothing where they are all that owe something. */
export function narrowFacts({ band, text }: AgeingPaper, say: Translator): ReportFact[] {
  return [
    ...(band === null ? [] : [{ label: say.text('paper.onlyBand'), text: bandWords(band, say) }]),
    ...(text.trim() === '' ? [] : [{ label: say.text('paper.onlyText'), text: text.trim() }]),
  ];
}

/** What is open in a mall, a row for each stall, on A4 across; what it leaves out stands above. */
export function ageingSheet(ageing: AgeingPaper, say: Translator): PaperSheet {
  const { issuer, mall, on, rows } = ageing;
  const facts = narrowFacts(ageing, say);
  const narrow: PaperBlock[] = facts.length > 0 ? [{ kind: 'facts', heading: '', facts }] : [];
  const figures = (of: Ageing): PaperCell[] => [
    ...ageBands.map((band) => of[band]),
    openRupiah(of),
  ];
  const all = Object.fromEntries(
    ageBands.map((band) => [band, rows.reduce((sum, row) => sum + row.ageing[band], 0)]),
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
      ...narrow,
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
        rows: rows.map(({ stall, ageing: of }) => [
          stall.code,
          stall.name,
          stall.member,
          ...figures(of),
        ]),
        sums: [[say.text('paper.stalls', { count: rows.length }), '', '', ...figures(all)]],
      },
    ],
  };
}
