import { formatRupiah } from '../../money.ts';
import type { Translator } from '../../text.ts';
import { writtenDate } from '../../time.ts';
import { ageBands } from '../ageing.ts';
import { bandWords, chargeWords, creditWords, onWords, stallFacts } from './paper-words.ts';
import type { PaperBlock, PaperCell, PaperSheet } from './sheet.ts';
import type { StatementLine, StatementPaper } from './views.ts';

/** What a stall owes at the end of a statement; below nothing, what it paid ahead. Rupiah */
export function closingRupiah({ openingRupiah, lines }: StatementPaper): number {
  return lines.reduce((sum, { amountRupiah }) => sum + amountRupiah, openingRupiah);
}

/** The statement of a stall, A4: opening + charges − payments = closing, and its age. */
export function statementSheet(statement: StatementPaper, say: Translator): PaperSheet {
  const { issuer, stall, from, until } = statement;
  const span = say.text('paper.span', { from: onWords(from, say), until: onWords(until, say) });
  return {
    file: `rekening-${stall.code}-${from}-${until}`,
    size: 'A4',
    issuer,
    title: say.text('paper.statement'),
    titleAt: 'side',
    number: span,
    on: until,
    mark: '',
    blocks: [
      { kind: 'facts', heading: '', facts: stallFacts(stall, say) },
      lineTable(statement, say),
      {
        kind: 'sum',
        label: say.text('paper.closingOn', { on: onWords(until, say) }),
        text: formatRupiah(closingRupiah(statement)),
        how: say.text(closingRupiah(statement) < 0 ? 'paper.closingAhead' : 'paper.closingHow'),
      },
      ageTable(statement, say),
    ],
  };
}

/** What a line of a statement is of. */
function lineWords(line: StatementLine, say: Translator): string {
  switch (line.what) {
    case 'charge':
      return chargeWords(line, say);
    case 'credit': {
      const kind = creditWords(line.kind, say);
      return line.number === '' ? kind : `${kind} · ${line.number}`;
    }
    case 'refund':
      return say.text('paper.refund');
    case 'reversal':
      return say.text('paper.reversal', { note: line.note });
  }
}

function lineTable(statement: StatementPaper, say: Translator): PaperBlock {
  const { from, openingRupiah, lines } = statement;
  let balance = openingRupiah;
  const rows = lines.map((line): PaperCell[] => {
    const { on, amountRupiah } = line;
    balance += amountRupiah;
    const [more, less] = amountRupiah > 0 ? [amountRupiah, null] : [null, -amountRupiah];
    return [dateCell(on), lineWords(line, say), more, less, balance];
  });
  const sum = (sign: 1 | -1): number =>
    lines.reduce((all, { amountRupiah }) => all + Math.max(0, sign * amountRupiah), 0);
  return {
    kind: 'table',
    heading: '',
    columns: [
      { name: say.text('paper.colDate') },
      { name: say.text('paper.colWhat'), isWide: true },
      { name: say.text('paper.colMore'), isFigure: true },
      { name: say.text('paper.colLess'), isFigure: true },
      { name: say.text('paper.colBalance'), isFigure: true },
    ],
    rows: [[dateCell(from), say.text('paper.opening'), null, null, openingRupiah], ...rows],
    sums: [['', say.text('paper.closing'), sum(1), sum(-1), balance]],
  };
}

function dateCell(date: string): PaperCell {
  return { date, text: writtenDate(date) };
}

function ageTable({ ageing, advanceRupiah }: StatementPaper, say: Translator): PaperBlock {
  const open = ageBands.reduce((sum, band) => sum + ageing[band], 0);
  const figures = [...ageBands.map((band) => ageing[band]), -advanceRupiah, open - advanceRupiah];
  const names = [...ageBands.map((band) => bandWords(band, say)), say.text('paper.advance')];
  return {
    kind: 'table',
    heading: say.text('paper.byAge'),
    columns: [...names, say.text('paper.colTotal')].map((name) => ({
      name,
      isFigure: true,
      isWide: true,
    })),
    rows: [figures],
    sums: [],
  };
}
