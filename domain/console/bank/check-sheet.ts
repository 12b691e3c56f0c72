import type { Reconciliation } from '../../fees/bank/reconciliation.ts';
import { onWords } from '../../fees/papers/paper-words.ts';
import type { PaperSheet } from '../../fees/papers/sheet.ts';
import type { PaperIssuer } from '../../fees/papers/views.ts';
import type { Translator } from '../../text.ts';
import { writtenDate, zonedStamp, zones } from '../../time.ts';
import { formatSen } from './sen-words.ts';

/** A reconciliation as a paper: both balances, what explains the difference, who signed it. */
export function checkSheet(
  check: Reconciliation,
  issuer: PaperIssuer,
  say: Translator,
): PaperSheet {
  const { account, label, date, bankSen, book, differenceSen, unexplainedSen, signOffs } = check;
  const facts = [
    {
      label: say.text('console.bank.check.bank'),
      text: bankSen === null ? '–' : formatSen(bankSen),
    },
    { label: say.text('console.bank.check.book'), text: formatSen(book * 100) },
    { label: say.text('console.bank.check.difference'), text: formatSen(differenceSen) },
    {
      label: say.text('console.bank.check.explained'),
      text: formatSen(differenceSen - unexplainedSen),
    },
  ];
  const signed = signOffs.map(({ name, atMs }) => ({
    kind: 'text' as const,
    text: say.text('console.bank.check.signed', { name, stamp: zonedStamp(atMs, zones.WIB) }),
    tone: 'plain' as const,
  }));
  return {
    file: `rekonsiliasi-${account}-${date}`,
    size: 'A4',
    issuer,
    title: say.text('console.bank.check.paper'),
    titleAt: 'side',
    number: `${label === '' ? account : label}, ${onWords(date, say)}`,
    on: date,
    mark: '',
    blocks: [
      { kind: 'facts', heading: '', facts },
      {
        kind: 'sum',
        label: '',
        text: checkVerdict(check, say),
        how: '',
      },
      {
        kind: 'table',
        heading: say.text('console.bank.check.why'),
        columns: [
          { name: say.text('console.bank.title.date') },
          { name: say.text('console.bank.title.description'), isWide: true },
          { name: say.text('console.bank.title.amount'), isFigure: true },
        ],
        rows: check.differences.map(({ kind, on, amountSen, text, stall }) => [
          on === null ? '' : writtenDate(on),
          [say.text(`console.bank.check.kind.${kind}`), stall ?? '', text]
            .filter((part) => part !== '')
            .join(' · '),
          formatSen(amountSen),
        ]),
        sums: [],
      },
      ...signed,
    ],
  };
}

/** Whether anything is left that nothing explains, or nothing to compare with, in a sentence. */
export function checkVerdict(
  { bankSen, date, differenceSen, unexplainedSen }: Reconciliation,
  say: Translator,
): string {
  if (bankSen === null) {
    return say.text('console.bank.check.untold', { date: writtenDate(date) });
  }
  if (unexplainedSen !== 0) {
    return say.text('console.bank.check.unexplained', { sum: formatSen(unexplainedSen) });
  }
  return say.text(
    differenceSen === 0 ? 'console.bank.check.even' : 'console.bank.check.allExplained',
  );
}
