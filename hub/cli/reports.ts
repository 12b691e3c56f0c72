import type { Translator } from '../../domain/text.ts';
import { defineCommand, flag, invalid } from '../../node/cli/command.ts';
import { rebuildTotals } from '../ingest/rebuild-totals.ts';
import { verifyLedger } from '../ingest/verify-ledger.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { hubToday } from '../reports/read-day.ts';
import { readDayGrid } from '../reports/read-day-grid.ts';
import { readTotals } from '../reports/read-totals.ts';
import { readHub } from '../system/hub-store.ts';
import { code, date } from './options.ts';
import { withHub } from './with-hub.ts';

/** What stalls took, by stall and date: the sums that the hub keeps. */
export const totals = defineCommand({
  name: 'totals',
  about: 'hub.about.totals',
  argument: null,
  options: { from: date, to: date, stall: code, mall: code, region: code },
  run: ({ dataDir, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const { from, to } = datesOf(options, hubToday(hub));
      const { stall = null, mall = null, region = null } = options;
      const report = await readTotals(hub.database, { from, to, stall, mall, region });
      const words = report.stalls.flatMap(({ stall: own, dates }) =>
        dates.map(({ date: on, takings: { netRupiah } }) =>
          speaker.text('hub.totalsOf', { stall: own, date: on, net: netRupiah }),
        ),
      );
      const sum = speaker.text('hub.totalsSum', {
        receipts: report.takings.receipts,
        net: report.takings.netRupiah,
      });
      return { ok: true, report: { from, to, ...report }, words: [...words, sum] };
    }),
});

/** Received, nil or missing, for every stall and day. */
export const dayGrid = defineCommand({
  name: 'day-grid',
  about: 'hub.about.dayGrid',
  argument: null,
  options: { from: date, to: date },
  run: ({ dataDir, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const { from, to } = datesOf(options, hubToday(hub));
      const grid = await readDayGrid(hub, { from, to });
      const words = grid.stalls.map(({ stall, name, states }) =>
        [stall, name, ...states.map((state) => speaker.text(`hub.state.${state}`))].join('  '),
      );
      const none = [speaker.text('hub.noStalls')];
      return { ok: true, report: grid, words: words.length > 0 ? words : none };
    }),
});

/** Checks all that tills sent, and the hub's own journal. */
export const verify = defineCommand({
  name: 'verify',
  about: 'hub.about.verify',
  argument: null,
  options: {},
  run: ({ dataDir, speaker, progress }) =>
    withHub(dataDir, async ({ database }) => {
      progress(speaker.text('cli.checking'));
      const ledger = await verifyLedger(database);
      const hub = await readHub(database.db);
      const journal = hub ? await verifyJournal(database, hub) : null;
      const ok = ledger.ok && journal?.ok !== false;
      const { records, devices, reason } = ledger;
      const words = [
        ledger.ok
          ? speaker.text('hub.ledgerWhole', { records, devices })
          : speaker.text('hub.ledgerBroken', { reason }),
        ...(journal ? [journalWords(journal, speaker)] : []),
      ];
      return { ok, report: { ok, ledger, journal }, words };
    }),
});

/** Sums up every record anew, and holds the totals against it. */
export const rebuild = defineCommand({
  name: 'rebuild-totals',
  about: 'hub.about.rebuildTotals',
  argument: null,
  options: { mend: flag },
  run: ({ dataDir, options, speaker, progress }) =>
    withHub(dataDir, async ({ database, clock }) => {
      progress(speaker.text('cli.checking'));
      const isMended = options.mend === true;
      const found = await rebuildTotals(database, { isMended, nowMs: clock() });
      const { differences, records, devices } = found;
      const words = differences.map(({ stall, what, stored, found: should }) =>
        speaker.text('hub.totalDiffers', { stall, what, stored, found: should }),
      );
      const whole = [speaker.text('hub.totalsWhole', { records, devices })];
      const ok = differences.length === 0 || isMended;
      return { ok, report: { ok, ...found }, words: differences.length > 0 ? words : whole };
    }),
});

function journalWords(
  { ok, records, reason }: Awaited<ReturnType<typeof verifyJournal>>,
  speaker: Translator,
): string {
  return ok
    ? speaker.text('hub.journalWhole', { records })
    : speaker.text('hub.journalBroken', { reason });
}

/** The dates that were asked for; today where none was. @throws LapakError COMMAND_INVALID */
function datesOf(
  { from, to }: { readonly from?: string; readonly to?: string },
  today: string,
): { readonly from: string; readonly to: string } {
  const dates = { from: from ?? to ?? today, to: to ?? from ?? today };
  if (dates.from > dates.to) throw invalid(`--from ${dates.from} > --to ${dates.to}`);
  return dates;
}
