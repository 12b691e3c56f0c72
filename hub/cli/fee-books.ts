import { randomUUID } from 'node:crypto';
import type { MonthFinding } from '../../domain/fees/matters/month-contract.ts';
import { NOTE_MAX } from '../../domain/fees/matters/values.ts';
import { datesOf, Period, periodOf } from '../../domain/fees/period.ts';
import { lineOfText } from '../../domain/line-of-text.ts';
import type { Translator } from '../../domain/text.ts';
import { type CommandOption, defineCommand, invalid } from '../../node/cli/command.ts';
import { checkResult } from '../../node/cli/result-file.ts';
import { writeTextPieces } from '../../node/tables/write-text-file.ts';
import { exportLedger, ledgerForms } from '../fees/matters/export-ledger.ts';
import { checkMonth, closeMonth, reopenMonth } from '../fees/matters/months.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { listNamed } from '../organisation/stall-store.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { hubToday } from '../reports/read-day.ts';
import { isHubThere } from './import-organisation.ts';
import { assertPeriod, code, date } from './options.ts';
import { withHub, withIdentity } from './with-hub.ts';

const reason: CommandOption<string> = {
  value: 'TEXT',
  parse: (given) => lineOfText(1, NOTE_MAX).safeParse(given).data,
};

/** Writes the journal of fees as a file for a spreadsheet. */
export const exportFeeLedger = defineCommand({
  name: 'export-ledger',
  about: 'hub.about.exportLedger',
  argument: 'FILE',
  options: { from: date, to: date, mall: code },
  async run({ dataDir, argument: file, options, speaker }) {
    const form = ledgerForms.find((one) => file.toLowerCase().endsWith(`.${one}`));
    if (!form) throw invalid(`${file} (.csv, .xlsx)`);
    await checkResult(file, isHubThere);
    return withHub(dataDir, async (hub) => {
      const today = hubToday(hub);
      const { mall = null, to = datesOf(periodOf(today)).to } = options;
      const { from = datesOf(periodOf(options.to ?? today)).from } = options;
      assertPeriod(from, to, Number.MAX_SAFE_INTEGER);
      let [rows, amount] = [0, 0];
      const told = (posting: { readonly amount: number }) => {
        rows += 1;
        amount += posting.amount;
      };
      const wanted = { mall, from, to };
      await writeTextPieces(file, exportLedger(hub.database, wanted, form, speaker, told));
      const words = speaker.text('fees.ledgerExported', { count: rows, file, amount });
      return { ok: true, report: { file, from, to, mall, rows, amount }, words: [words] };
    });
  },
});

/** Closes a month of fees. */
export const closeFeeMonth = defineCommand({
  name: 'close-month',
  about: 'hub.about.closeMonth',
  argument: 'MONTH',
  options: { mall: code, note: reason },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const month = monthOf(argument);
      const mall = options.mall ?? (await onlyMall(hub.database));
      const { findings } = await checkMonth(hub, { mall, month });
      const open = findings.map((finding) => findingWords(finding, speaker));
      const despite = options.note !== undefined;
      if (findings.length > 0 && !despite) {
        return { ok: false, report: { mall, month, isClosed: false, findings }, words: open };
      }
      const order = { id: randomUUID(), mall, month, note: options.note ?? '', despite };
      const { posted } = await closeMonth(hub, THE_PROGRAM, order);
      const words = speaker.text('fees.monthClosed', { month, mall, posted });
      const report = { mall, month, isClosed: true, posted, findings };
      return { ok: true, report, words: [...open, words] };
    }),
});

/** Reopens a closed month of fees, for the federation. */
export const reopenFeeMonth = defineCommand({
  name: 'reopen-month',
  about: 'hub.about.reopenMonth',
  argument: 'MONTH',
  options: { mall: code, reason },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const month = monthOf(argument);
      if (options.reason === undefined) throw invalid('--reason TEXT?');
      const mall = options.mall ?? (await onlyMall(hub.database));
      const order = { id: randomUUID(), mall, month, note: options.reason };
      await reopenMonth(hub, THE_PROGRAM, order);
      const words = speaker.text('fees.monthReopened', { month, mall });
      return { ok: true, report: { mall, month, isClosed: false }, words: [words] };
    }),
});

function findingWords({ kind, account, count, amount }: MonthFinding, speaker: Translator): string {
  return speaker.text(`fees.finding.${kind}`, { account, count, amount });
}

/** @throws LapakError COMMAND_INVALID */
function monthOf(given: string): string {
  const { data } = Period.safeParse(given);
  if (data === undefined) throw invalid(`${given} (YYYY-MM)`);
  return data;
}

/** The mall of a hub that has one. @throws LapakError COMMAND_INVALID where it has several */
async function onlyMall({ db }: Pick<HubDatabase, 'db'>): Promise<string> {
  const [first, second] = await listNamed(db, 'mall', 2);
  if (!first || second) throw invalid('--mall CODE?');
  return first.code;
}
