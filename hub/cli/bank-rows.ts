import { randomUUID } from 'node:crypto';
import type { Suggestion } from '../../domain/fees/bank/bank-row.ts';
import { formatRupiah } from '../../domain/money.ts';
import type { Translator } from '../../domain/text.ts';
import { defineCommand, flag, invalid } from '../../node/cli/command.ts';
import { readAs } from '../database/transact.ts';
import { acceptTicked } from '../fees/bank/accept-rows.ts';
import { accountsHolding } from '../fees/bank/account-store.ts';
import { needAccount } from '../fees/bank/file-account.ts';
import { leftOf } from '../fees/bank/match-rows.ts';
import { type SuggestedRow, suggestAll } from '../fees/bank/read-rows.ts';
import { reconcile } from '../fees/bank/reconcile.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { hubToday } from '../reports/read-day.ts';
import { rupiahOf } from './bank-import.ts';
import { code, date } from './options.ts';
import { type CommandHub, withHub, withIdentity } from './with-hub.ts';

/** The accounts that a command is about: the one that was named, else all. */
async function accountsOf({ database }: Pick<CommandHub, 'database'>, named: string | undefined) {
  return readAs(database.db, 'every-stall', async (db) => {
    if (named !== undefined) return [await needAccount(db, named)];
    return [...(await accountsHolding(db, 'bank')), ...(await accountsHolding(db, 'qris'))];
  });
}

/** What each row that waits may be: all that is suggested of it, the likeliest first. */
export const suggestions = defineCommand({
  name: 'suggestions',
  about: 'bank.about.suggestions',
  argument: null,
  options: { account: code },
  run: ({ dataDir, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const report: object[] = [];
      const words: string[] = [];
      for (const { account, mall } of await accountsOf(hub, options.account)) {
        const rows = await readAs(hub.database.db, 'every-stall', (db) =>
          suggestAll(db, { account, mall, today: hubToday(hub) }),
        );
        for (const suggested of rows) {
          report.push(...suggested.suggestions.map((one) => suggestionOf(suggested, account, one)));
          words.push(rowWords(suggested, speaker));
        }
      }
      return { ok: true, report, words };
    }),
});

function suggestionOf({ row }: SuggestedRow, account: string, suggestion: Suggestion) {
  const { stall, charges, score, reasons, ticked } = suggestion;
  return {
    row: row.row,
    account,
    on: row.on,
    amount: leftOf(row),
    stall,
    charges,
    score,
    reasons: reasons.map(({ reason }) => reason),
    ticked,
  };
}

function rowWords({ row, suggestions: found }: SuggestedRow, speaker: Translator): string {
  const [best] = found;
  const of = { on: row.on, amount: leftOf(row), description: row.description };
  if (!best) return speaker.text('bank.rowOfNobody', of);
  const { stall, score, ticked } = best;
  const mark = ticked ? '✓' : '·';
  return speaker.text('bank.rowSuggested', { ...of, stall, score, mark });
}

/** Books every row that is ticked; until none is, for what one settles may tick the next. */
export const accept = defineCommand({
  name: 'accept',
  about: 'bank.about.accept',
  argument: null,
  options: { ticked: flag, account: code },
  async run({ dataDir, options, speaker }) {
    if (options.ticked !== true) throw invalid('--ticked?');
    const accepted = await withIdentity(dataDir, async (hub) => {
      const booking = { hub, by: THE_PROGRAM };
      const booked: Awaited<ReturnType<typeof acceptTicked>>['accepted'] = [];
      for (const { account } of await accountsOf(hub, options.account)) {
        for (let more = true; more; ) {
          const done = await acceptTicked(booking, { id: randomUUID(), account, seen: null });
          booked.push(...done.accepted);
          more = done.accepted.length > 0;
        }
      }
      return booked;
    });
    const words = accepted.map(({ kuitansi, stall, amount }) =>
      [kuitansi, stall, formatRupiah(amount)].join('  '),
    );
    const sum = accepted.reduce((all, { amount }) => all + amount, 0);
    const last = speaker.text('bank.accepted', { count: accepted.length, sum });
    return { ok: true, report: { accepted, count: accepted.length, sum }, words: [...words, last] };
  },
});

/** Bank balance, book balance, and what explains the difference. */
export const reconciliation = defineCommand({
  name: 'reconciliation',
  about: 'bank.about.reconciliation',
  argument: 'ACCOUNT DATE',
  options: {},
  run: ({ dataDir, argument, speaker }) =>
    withHub(dataDir, async (hub) => {
      const [account = '', given = ''] = argument.split(' ');
      const on = date.parse(given, undefined);
      if (on === undefined) throw invalid(`${given} (${date.value})`);
      const { bankSen, differenceSen, unexplainedSen, differences, ...told } = await reconcile(
        hub,
        account,
        on,
      );
      const report = {
        ...told,
        bank: rupiahOf(bankSen),
        difference: rupiahOf(differenceSen),
        unexplained: rupiahOf(unexplainedSen),
        differences: differences.map(({ amountSen, ...one }) => {
          return { ...one, amount: rupiahOf(amountSen) };
        }),
      };
      const balances = {
        bank: Math.trunc((bankSen ?? 0) / 100),
        book: told.book,
        difference: Math.trunc(differenceSen / 100),
      };
      const words = [
        speaker.text('bank.balances', balances),
        ...differences.map(({ kind, on: day, amountSen, text, stall }) =>
          [
            day ?? '',
            speaker.text(`bank.difference.${kind}`),
            formatRupiah(Math.trunc(amountSen / 100)),
            stall ?? '',
            text,
          ]
            .filter((part) => part !== '')
            .join('  '),
        ),
      ];
      return { ok: unexplainedSen === 0, report, words };
    }),
});
