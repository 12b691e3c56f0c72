import type { RecordHead } from '../journal/record.ts';
import { formatRupiah, formatWhole } from '../money.ts';
import { tenderWords } from '../payments/tender-words.ts';
import type { PlainTextKey, Translator } from '../text.ts';
import { writtenDate, zonedStamp } from '../time.ts';

/** A row of what a head says. */
export interface HeadRow {
  readonly label: string;
  readonly text: string;
  /** `code`: compared letter by letter; `sum`: figures that stand below each other. */
  readonly form: 'words' | 'sum' | 'code';
}

type Amount = readonly [label: string, rupiah: number];

/** A head as rows that a person reads; the exact text is shown beside them. */
export function headRows(head: RecordHead, speaker: Translator): HeadRow[] {
  const say = (key: PlainTextKey) => speaker.text(key);
  const words = (key: PlainTextKey, text: string): HeadRow => {
    return { label: say(key), text, form: 'words' };
  };
  const code = (key: PlainTextKey, text: string): HeadRow => {
    return { label: say(key), text, form: 'code' };
  };
  const { at, offset, businessDate, cashier, epoch, seq, device, prev, counters } = head;
  return [
    words('console.head.type', say(`console.type.${head.type}`)),
    ...('number' in head ? [words('console.head.number', String(head.number))] : []),
    words('console.head.at', zonedStamp(at, offset)),
    words('console.head.date', writtenDate(businessDate)),
    words('console.head.cashier', cashier),
    ...('shift' in head && head.shift !== undefined
      ? [words('console.head.shift', String(head.shift))]
      : []),
    ...amountsOf(head, speaker).map(([label, rupiah]): HeadRow => {
      return { label, text: formatRupiah(rupiah), form: 'sum' };
    }),
    ...(head.type === 'tender-state'
      ? [words('console.head.found', say(`console.found.${head.state}`))]
      : []),
    ...('ref' in head && head.ref !== undefined ? [code('console.head.ref', head.ref)] : []),
    ...('source' in head && head.source !== undefined
      ? [words('console.head.source', head.source)]
      : []),
    ...('lost' in head && head.lost !== undefined ? [code('console.head.lost', head.lost)] : []),
    { label: say('console.head.allSales'), text: formatRupiah(counters.sales), form: 'sum' },
    { label: say('console.head.allRefunds'), text: formatRupiah(counters.refunds), form: 'sum' },
    { label: say('console.head.allCount'), text: formatWhole(counters.count), form: 'sum' },
    code('console.head.mark', `${epoch}.${seq}`),
    code('console.head.device', device),
    code('console.head.before', prev),
    code('console.head.body', head.body),
  ];
}

function amountsOf(head: RecordHead, speaker: Translator): Amount[] {
  if (head.type === 'tender-state') return [[tenderWords(head.kind, speaker), head.amount]];
  const say = (key: PlainTextKey) => speaker.text(key);
  const sums: Amount[] =
    head.type === 'z'
      ? [
          [say('report.sales'), head.sales.total],
          [say('report.refunds'), head.refunds.total],
        ]
      : [[say('console.head.total'), head.total]];
  if (!('tenders' in head)) return head.total === 0 ? [] : sums;
  const beside: Amount[] = [
    [say('report.discount'), head.discount],
    [say('report.tax'), head.tax],
    [say('report.rounding'), head.rounding],
  ];
  return [
    ...sums,
    ...Object.entries(head.tenders).map(
      ([kind, amount]): Amount => [tenderWords(kind, speaker), amount],
    ),
    ...beside.filter(([, rupiah]) => rupiah !== 0),
  ];
}
