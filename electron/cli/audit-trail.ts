import { theProgram } from '../../domain/actor.ts';
import { LapakError } from '../../domain/errors.ts';
import { TRAIL_PAGE_MAX, type TrailFilter } from '../../domain/journal/contract.ts';
import { type TrailEntry, trailTopics } from '../../domain/journal/trail.ts';
import { entryWords } from '../../domain/journal/trail-words.ts';
import { NOBODY } from '../../domain/staff/staff.ts';
import { isDate } from '../../domain/time.ts';
import { read } from '../till/database/write.ts';
import { listTrail } from '../till/journal/trail.ts';
import { namesOf } from '../till/staff/names-of.ts';
import { isGiven } from '../till/staff/staff-store.ts';
import type { Till } from '../till/till.ts';
import {
  type CommandOption,
  count,
  defineCommand,
  invalid,
  oneOf,
} from '../../node/cli/command.ts';
import { withBook } from './with-till.ts';

const date: CommandOption<string> = {
  value: 'YYYY-MM-DD',
  parse: (given) => (isDate(given) ? given : undefined),
};

const cashier: CommandOption<string> = {
  value: 'kasir-N',
  parse: (given) => (given.length <= 40 ? given : undefined),
};

/**
 * Who did what when, and by whose approval: the newest first. Dates that nothing lies between, and
 * a pseudonym that nobody ever had, are refused: else a typing error looks like a day without acts.
 */
export const auditTrail = defineCommand({
  name: 'audit-trail',
  about: 'cli.about.auditTrail',
  argument: null,
  options: { from: date, to: date, cashier, topic: oneOf(trailTopics), limit: count },
  async run({ dataDir, options, speaker }) {
    const { from = null, to = null, limit = Number.POSITIVE_INFINITY } = options;
    const by = { cashier: options.cashier ?? null, topic: options.topic ?? null };
    if (from !== null && to !== null && from > to) throw invalid(`--from ${from} > --to ${to}`);
    const filter = { from, to, ...by, onlyApproved: false, text: '' };
    const { entries, words } = await withBook(dataDir, async (till) => {
      if (by.cashier !== null) assertKnown(till, by.cashier);
      const found = readEntries(till, filter, limit);
      const told = read(till, (tx) => {
        const nameOf = namesOf(tx);
        return found.map((entry) => entryWords(entry, speaker, nameOf));
      });
      return { entries: found, words: told };
    });
    const none = [speaker.text('cli.noTrail')];
    return { ok: true, report: { entries }, words: words.length === 0 ? none : words };
  },
});

/** @throws LapakError STAFF_UNKNOWN */
function assertKnown(till: Till, staff: string): void {
  if (staff === NOBODY || staff === theProgram.cashier) return;
  if (!read(till, (tx) => isGiven(tx, staff))) throw new LapakError('STAFF_UNKNOWN', { staff });
}

function readEntries(till: Till, filter: TrailFilter, limit: number): TrailEntry[] {
  const found: TrailEntry[] = [];
  let cursor = '';
  do {
    const left = Math.min(TRAIL_PAGE_MAX, limit - found.length);
    const page = listTrail(till, { ...filter, cursor, limit: left });
    found.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== '' && found.length < limit);
  return found;
}
