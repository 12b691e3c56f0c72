import { type AgeBand, ageBands } from '../../domain/fees/ageing.ts';
import type { AgeingStall } from '../../domain/fees/manage/mall-calls.ts';
import type { Statement } from '../../domain/fees/manage/paper-calls.ts';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import type { Translator } from '../../domain/text.ts';
import { defineCommand, invalid } from '../../node/cli/command.ts';
import { readAgeing } from '../fees/read-ageing.ts';
import { readMalls } from '../fees/read-malls.ts';
import { readStatement } from '../fees/read-statement.ts';
import { hubToday } from '../reports/read-day.ts';
import { code, date } from './options.ts';
import { type CommandHub, withHub } from './with-hub.ts';

/** What stalls owe, by how long it is overdue. */
export const ageing = defineCommand({
  name: 'ageing',
  about: 'feeOffice.about.ageing',
  argument: null,
  options: { mall: code, on: date },
  run: ({ dataDir, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const all = options.mall === undefined ? (await readMalls(hub)).malls : [];
      const malls = options.mall === undefined ? all.map(({ mall }) => mall) : [options.mall];
      const stalls: (AgeingStall & { readonly mall: string })[] = [];
      for (const mall of malls) {
        for (const stall of await stallsOf(hub, mall, options.on ?? null)) {
          stalls.push({ mall, ...stall });
        }
      }
      const sumOf = (amountOf: (stall: AgeingStall) => number) =>
        stalls.reduce((sum, stall) => sum + amountOf(stall), 0);
      const total = sumOf((stall) => stall.total);
      const bands = Object.fromEntries(
        ageBands.map((band) => [band, sumOf((stall) => stall.bands[band])]),
      ) as Record<AgeBand, number>; // each of them
      const on = options.on ?? hubToday(hub);
      const words = stalls.map((stall) => speaker.text('feeOffice.ageingOf', factsOf(stall)));
      const sums = { count: stalls.length, total, ...bands };
      const report = { on, total, bands, stalls };
      return { ok: true, report, words: [...words, speaker.text('feeOffice.ageingSum', sums)] };
    }),
});

async function stallsOf(hub: CommandHub, mall: string, on: string | null): Promise<AgeingStall[]> {
  const stalls: AgeingStall[] = [];
  let cursor = '';
  do {
    const page = await readAgeing(hub, { mall, on, band: null, text: '', cursor });
    stalls.push(...page.stalls);
    cursor = page.nextCursor;
  } while (cursor !== '');
  return stalls;
}

function factsOf({ stall, name, total, oldestDue, bands }: AgeingStall) {
  return { stall, name, total, oldestDue, ...bands };
}

/** What a stall was charged and paid: of the last twelve months where no date is given. */
export const statement = defineCommand({
  name: 'statement',
  about: 'feeOffice.about.statement',
  argument: 'STALL',
  options: { from: date, to: date },
  run: ({ dataDir, argument: stall, options, speaker }) =>
    withHub(dataDir, async (hub) => {
      const to = options.to ?? hubToday(hub);
      const from = options.from ?? `${addMonths(periodOf(to), -11)}-01`;
      if (from > to) throw invalid(`--from ${from} > --to ${to}`);
      const report = await readStatement(hub, { stall, from, to });
      return { ok: true, report, words: statementWords(report, speaker) };
    }),
});

function statementWords({ from, to, lines, ...sums }: Statement, speaker: Translator): string[] {
  const { stall, name, opening, charges, credits, closing } = sums;
  return [
    speaker.text('feeOffice.statementOf', { stall, name, from, to, opening }),
    ...lines.map(({ on, what, kind, period, kuitansi, note, amount, balance }) => {
      const about = [speaker.text(`feeOffice.move.${what}`), kind, period, kuitansi, note];
      const of = about.filter((word) => word !== '').join(' ');
      return speaker.text('feeOffice.statementLine', { on, of, amount, balance });
    }),
    speaker.text('feeOffice.statementSum', { charges, credits, closing }),
  ];
}
