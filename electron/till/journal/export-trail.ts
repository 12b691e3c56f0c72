import type { Actor } from '../../../domain/actor.ts';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import type { TrailChange, TrailEntry } from '../../../domain/journal/trail.ts';
import {
  actWords,
  changeWords,
  noteWords,
  pseudonymWords,
  subjectWords,
} from '../../../domain/journal/trail-words.ts';
import type { PlainTextKey, Translator } from '../../../domain/text.ts';
import { translator } from '../../../domain/translator.ts';
import { localStamp } from '../../../domain/time.ts';
import { BYTE_ORDER_MARK, writeTable } from '../../../node/tables/write-table.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { listPeople } from '../staff/staff-store.ts';
import { newestPlace } from './record-store.ts';
import { readTrail } from './trail-store.ts';
import { type JournalTill, writeAct } from './write-journal.ts';

/** Entries read in one look; between two of them the till goes on selling. */
const STEP = 500;
const DELIMITER = ';';

const titles = [
  'trail.time',
  'trail.mark',
  'trail.who',
  'trail.whoName',
  'trail.approver',
  'trail.approverName',
  'trail.topic',
  'trail.what',
  'trail.subject',
  'trail.amount',
  'trail.note',
  'trail.changes',
] as const satisfies readonly PlainTextKey[];

/**
 * The audit trail as a CSV file, piece by piece, the oldest first, in the language of the screen.
 * The journal says who took it along, before the first piece leaves; that is not in it any more.
 * @throws LapakError CLOCK_WRONG
 */
export async function* exportTrail(
  till: JournalTill,
  actor: Actor,
  filter: TrailFilter,
): AsyncGenerator<{ text: string }> {
  const { newest, speaker } = read(till, (tx) => ({
    newest: newestPlace(tx)?.position ?? 0,
    speaker: translator(readSettings(tx).language),
  }));
  if (!till.health.damage) {
    const changes = changesOf(filter);
    writeAct(till, actor, (_, tell) => tell({ act: 'trail-export', changes }));
  }
  const head = titles.map((key) => speaker.text(key));
  yield { text: BYTE_ORDER_MARK + writeTable([head], DELIMITER) };
  for (let place = 0; ; ) {
    const page = { ...filter, first: 'oldest', place, limit: STEP } as const;
    const { found, nameOf } = read(till, (tx) => ({
      found: readTrail(tx, page).filter(({ record }) => record <= newest),
      nameOf: namesIn(tx),
    }));
    const last = found.at(-1);
    if (!last) return;
    const rows = found.map(({ entry }) => rowOf(entry, speaker, nameOf));
    yield { text: writeTable(rows, DELIMITER) };
    place = last.record;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type NameOf = (pseudonym: string) => string;

/** What people are called; empty where no name is known. */
function namesIn(tx: Tx): NameOf {
  const names = new Map(listPeople(tx).map(({ id, name }) => [id, name]));
  return (pseudonym) => names.get(pseudonym) ?? '';
}

/** In the order of `titles`. */
function rowOf(entry: TrailEntry, speaker: Translator, nameOf: NameOf): (string | number)[] {
  const approver = entry.approver ?? '';
  const personWords = (pseudonym: string) => `${pseudonym} ${nameOf(pseudonym)}`.trim();
  return [
    localStamp(entry.atMs, entry.offsetMinutes),
    entry.mark,
    entry.cashier,
    nameOf(entry.cashier) || pseudonymWords(entry.cashier, speaker),
    approver,
    approver === '' ? '' : nameOf(approver),
    speaker.text(`trail.topic.${entry.topic}`),
    actWords(entry, speaker),
    subjectWords(entry, speaker, personWords),
    entry.amountRupiah ?? '',
    noteWords(entry, speaker),
    entry.changes.map((change) => changeWords(change, speaker, personWords)).join('; '),
  ];
}

/** What was asked for; a text that was looked for may be a name, and is left out. */
function changesOf({ from, to, cashier, topic }: TrailFilter): TrailChange[] {
  return Object.entries({ from, to, cashier, topic }).flatMap(([field, value]) =>
    value === null ? [] : [{ field, from: '', to: value }],
  );
}
