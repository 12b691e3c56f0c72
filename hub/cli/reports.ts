import { REPORT_DAYS_MAX } from '../../domain/reports/contract.ts';
import type { Translator } from '../../domain/text.ts';
import { defineCommand, flag } from '../../node/cli/command.ts';
import { mendTotals, type Rebuilt, rebuildTotals } from '../ingest/rebuild-totals.ts';
import type { LedgerSpot } from '../ingest/ledger-faults.ts';
import { type FeesCheck, verifyFees } from '../fees/verify/verify-fees.ts';
import { type LedgerCheck, verifyLedger } from '../ingest/verify-ledger.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { hubToday } from '../reports/read-day.ts';
import { readDayGrid } from '../reports/read-day-grid.ts';
import { readSums, readTotals, type TotalsReport } from '../reports/read-totals.ts';
import { readHub } from '../system/hub-store.ts';
import { assertPeriod, code, date } from './options.ts';
import { withHub, withIdentity } from './with-hub.ts';

/** Sums, with or without those of each stall and date. */
type Summed = Omit<TotalsReport, 'stalls'> & Partial<TotalsReport>;

/** What stalls took, by stall and date: the sums that the hub keeps. */
export const totals = defineCommand({
  name: 'totals',
  about: 'hub.about.totals',
  argument: null,
  options: { from: date, to: date, stall: code, mall: code, region: code, sum: flag },
  run: ({ dataDir, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const { from, to } = datesOf(options, hubToday(hub));
      const { stall = null, mall = null, region = null } = options;
      const wanted = { from, to, stall, mall, region };
      const { database } = hub;
      const report: Summed =
        options.sum === true
          ? await readSums(database, wanted)
          : await readTotals(database, wanted);
      const words = (report.stalls ?? []).flatMap(({ stall: own, dates }) =>
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
      const { from, to } = datesOf(options, hubToday(hub), REPORT_DAYS_MAX);
      const grid = await readDayGrid(hub, { from, to });
      const words = grid.stalls.map(({ stall, name, states }) =>
        [stall, name, ...states.map((state) => speaker.text(`console.state.${state}`))].join('  '),
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
      const fees = await verifyFees(database);
      const ok = ledger.ok && journal?.ok !== false && fees.ok;
      const told = journal ? [journalWords(journal, speaker)] : [];
      const words = [...ledgerWords(ledger, speaker), ...told, feesWords(fees, speaker)];
      return { ok, report: { ok, ledger, journal, fees }, words };
    }),
});

/** Judges and sums up every record anew, and holds what is written against it. */
export const rebuild = defineCommand({
  name: 'rebuild-totals',
  about: 'hub.about.rebuildTotals',
  argument: null,
  options: { mend: flag },
  run: async ({ dataDir, options, speaker, progress }) => {
    progress(speaker.text('cli.checking'));
    const isMended = options.mend === true;
    const found = isMended
      ? await withIdentity(dataDir, (hub) => mendTotals(hub, THE_PROGRAM))
      : await withHub(dataDir, ({ database }) => rebuildTotals(database));
    const words = rebuiltWords(found, speaker);
    const { records, devices } = found;
    const whole = [speaker.text('hub.totalsWhole', { records, devices })];
    const ok = words.length === 0 || isMended;
    return { ok, report: { ok, ...found }, words: words.length > 0 ? words : whole };
  },
});

function rebuiltWords({ changed, differences }: Rebuilt, speaker: Translator): string[] {
  const records = changed > 0 ? [speaker.text('hub.recordsDiffer', { records: changed })] : [];
  const each = differences.map(({ stall, what, stored, found }) =>
    typeof stored === 'number' && typeof found === 'number'
      ? speaker.text('hub.totalDiffers', { stall, what, stored, found })
      : speaker.text('hub.wordDiffers', { stall, what, stored, found }),
  );
  return [...records, ...each];
}

function ledgerWords(ledger: LedgerCheck, speaker: Translator): string[] {
  const { records, devices, faults, faultCount, badSignatures, badSignatureCount } = ledger;
  const more = (count: number) => (count > 0 ? [speaker.text('hub.ledgerMore', { count })] : []);
  const counts = { records, devices, faults: faultCount };
  return [
    speaker.text(ledger.ok ? 'hub.ledgerWhole' : 'hub.ledgerBroken', counts),
    ...faults.map((one) => speaker.text(`hub.ledgerFault.${one.fault}`, { where: spotWords(one) })),
    ...more(faultCount - faults.length),
    ...(badSignatureCount > 0
      ? [speaker.text('hub.ledgerProved', { count: badSignatureCount })]
      : []),
    ...badSignatures.map(spotWords),
    ...more(badSignatureCount - badSignatures.length),
  ];
}

/** `TC-A12 0f3a9c21 1.4`: a stall, the beginning of a till's name, and a place of its chain. */
function spotWords({ stall, device, record, place }: LedgerSpot): string {
  const at = place ?? (record === null ? '' : `#${record}`);
  return `${stall} ${device.slice(0, 8)} ${at}`.trimEnd();
}

function journalWords(
  { ok, records, reason }: Awaited<ReturnType<typeof verifyJournal>>,
  speaker: Translator,
): string {
  return ok
    ? speaker.text('hub.journalWhole', { records })
    : speaker.text('hub.journalBroken', { reason });
}

function feesWords({ acts, difference }: FeesCheck, speaker: Translator): string {
  if (!difference) return speaker.text('hub.feesWhole', { acts });
  return speaker.text('hub.feesDiffer', { ...difference });
}

/** The dates that were asked for; today where none was. @throws LapakError COMMAND_INVALID */
function datesOf(
  { from, to }: { readonly from?: string; readonly to?: string },
  today: string,
  daysMax = Number.MAX_SAFE_INTEGER,
): { readonly from: string; readonly to: string } {
  const dates = { from: from ?? to ?? today, to: to ?? from ?? today };
  assertPeriod(dates.from, dates.to, daysMax);
  return dates;
}
