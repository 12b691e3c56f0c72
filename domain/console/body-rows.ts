import type { JournalRecord, RecordHead, ZRecord } from '../journal/record.ts';
import { toldAct } from '../journal/told-act.ts';
import { topicOf } from '../journal/trail.ts';
import {
  actWords,
  changeWords,
  noteWords,
  pseudonymWords,
  subjectWords,
} from '../journal/trail-words.ts';
import { formatRupiah, formatWhole } from '../money.ts';
import type { RecordedPieces } from '../shifts/cash-count.ts';
import { differenceFacts, drawerRows } from '../shifts/report-rows.ts';
import { countOfZ, flowsOfZ } from '../shifts/z-parts.ts';
import type { PlainTextKey, Translator } from '../text.ts';
import type { HeadRow } from './head-rows.ts';

/**
 * What the details of a record say beside its head, as rows that a person reads: what was done as
 * the till's audit trail words it, a drawer as its Z does. Of a sale only who allowed it: the rest
 * is its receipt.
 */
export function bodyRows(record: JournalRecord, speaker: Translator): HeadRow[] {
  const { body } = record;
  return [
    ...(record.type === 'z' ? zRows(record, speaker) : actRows(record, speaker)),
    ...('float' in body ? pieceRows(body.float) : []),
    ...('counted' in body ? pieceRows(body.counted) : []),
    ...approversOf(body).map((by) => row(speaker, 'trail.approver', pseudonymWords(by, speaker))),
    ...('software' in body ? [row(speaker, 'console.body.software', body.software)] : []),
  ];
}

/** Who allowed it, or a price or a discount in it; each once. */
function approversOf(body: JournalRecord['body']): string[] {
  const whole = 'approver' in body && body.approver !== undefined ? [body.approver] : [];
  const parts = 'allowed' in body ? (body.allowed ?? []).map(({ by }) => by) : [];
  return [...new Set([...whole, ...parts])];
}

function actRows(record: JournalRecord, speaker: Translator): HeadRow[] {
  const told = toldAct(record);
  if (!told) return [];
  const { cashier }: RecordHead = record.head;
  const entry = { ...told, cashier, topic: topicOf(record.type, told.act) };
  const personWords = (pseudonym: string) => pseudonymWords(pseudonym, speaker);
  const changes = told.changes.map((change) => changeWords(change, speaker, personWords));
  const rows = [
    row(speaker, 'trail.what', actWords(entry, speaker)),
    row(speaker, 'trail.subject', subjectWords(entry, speaker, personWords)),
    row(speaker, 'trail.note', noteWords(entry, speaker)),
    row(speaker, 'trail.changes', changes.join('\n')),
  ];
  const filled = rows.filter(({ text }) => text !== '');
  if (told.amountRupiah === null) return filled;
  const label = speaker.text('trail.amountShort');
  return [...filled, { label, text: formatRupiah(told.amountRupiah), form: 'sum' }];
}

function zRows(z: ZRecord, speaker: Translator): HeadRow[] {
  const words = { say: speaker };
  const drawer = { cash: flowsOfZ(z), closing: countOfZ(z) };
  const { noSales, handedTo } = z.body;
  return [
    ...drawerRows(drawer, words).map(({ label, amountRupiah }): HeadRow => {
      return { label, text: formatRupiah(amountRupiah), form: 'sum' };
    }),
    ...differenceFacts(drawer, words).map((fact): HeadRow => ({ ...fact, form: 'words' })),
    row(speaker, 'report.noSales', formatWhole(noSales)),
    ...(handedTo === undefined ? [] : [row(speaker, 'report.handedTo', handedTo)]),
  ];
}

/** `Rp50.000 × 3`: the notes and coins of a count, as it has them. */
function pieceRows(counted: RecordedPieces): HeadRow[] {
  return counted.map(({ value, pieces }) => ({
    label: `${formatRupiah(value)} × ${formatWhole(pieces)}`,
    text: formatRupiah(value * pieces),
    form: 'sum',
  }));
}

function row(speaker: Translator, key: PlainTextKey, text: string): HeadRow {
  return { label: speaker.text(key), text, form: 'words' };
}
