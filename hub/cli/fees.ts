import { randomUUID } from 'node:crypto';
import type { FeePlan } from '../../domain/fees/details.ts';
import { paymentKinds } from '../../domain/fees/kinds.ts';
import type { ChargeRun } from '../../domain/fees/manage/mall-calls.ts';
import { FEE_NOTE_MAX } from '../../domain/fees/manage/shapes.ts';
import { Period } from '../../domain/fees/period.ts';
import { usualPlan } from '../../domain/fees/plan.ts';
import { lineOfText } from '../../domain/line-of-text.ts';
import { RUPIAH_MAX } from '../../domain/money.ts';
import type { Translator } from '../../domain/text.ts';
import { type CommandOption, defineCommand, flag, invalid, oneOf } from '../../node/cli/command.ts';
import { chargeMonth, foretellCharges } from '../fees/charge-month.ts';
import { setPlan } from '../fees/mall-acts.ts';
import { pay } from '../fees/pay.ts';
import { readMalls, readPlans } from '../fees/read-malls.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { code, date } from './options.ts';
import { withIdentity } from './with-hub.ts';

/** Rupiah, from nothing on. */
const rupiahs: CommandOption<number> = {
  value: 'RUPIAH',
  parse: (given) => {
    const amount = /^\d{1,13}$/.test(given) ? Number(given) : RUPIAH_MAX + 1;
    return amount <= RUPIAH_MAX ? amount : undefined;
  },
};
const month: CommandOption<string> = {
  value: 'YYYY-MM',
  parse: (given) => Period.safeParse(given).data,
};
const dueDay: CommandOption<number> = {
  value: '1–28',
  parse: (given) => (/^([1-9]|1\d|2[0-8])$/.test(given) ? Number(given) : undefined),
};
/** Rupiah for a kWh, with up to three decimals: `1444.7`. As thousandths. */
const perKwh: CommandOption<number> = {
  value: 'RUPIAH',
  parse: (given) => {
    const [, whole, decimals = ''] = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(given) ?? [];
    return whole === undefined ? undefined : Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
  },
};
/** For each month begun after so many days, never more than a cap; basis points. */
const penalty: CommandOption<NonNullable<FeePlan['penalty']>> = {
  value: 'BP/DAYS/BP',
  parse: (given) => {
    const [, rate, days, cap] = /^([1-9]\d{0,3})\/(\d{1,3})\/([1-9]\d{0,3})$/.exec(given) ?? [];
    const graceDays = Number(days);
    if (rate === undefined || cap === undefined || graceDays > 365) return undefined;
    return { rateBp: Number(rate), graceDays, capBp: Number(cap) };
  },
};
const note: CommandOption<string> = {
  value: 'TEXT',
  parse: (given) => lineOfText(0, FEE_NOTE_MAX).safeParse(given).data,
};
const id: CommandOption<string> = {
  value: 'UUID',
  parse: (given) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) ? given : undefined),
};

/** Charges the stalls of a mall, or of all malls, for a month. */
export const chargeMonthCommand = defineCommand({
  name: 'charge-month',
  about: 'feeOffice.about.chargeMonth',
  argument: 'YYYY-MM',
  options: { mall: code, 'dry-run': flag },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const period = month.parse(argument, undefined);
      if (period === undefined) throw invalid(`${argument} (${month.value})`);
      const all = options.mall === undefined ? (await readMalls(hub)).malls : [];
      const malls = options.mall === undefined ? all.map(({ mall }) => mall) : [options.mall];
      const runs: ChargeRun[] = [];
      for (const mall of malls) {
        const asked = { mall, period };
        const isDry = options['dry-run'] === true;
        const doing = { hub, by: THE_PROGRAM };
        runs.push(isDry ? await foretellCharges(hub, asked) : await chargeMonth(doing, asked));
      }
      const words = runs.flatMap((run) => wordsOf(run, speaker));
      const none = [speaker.text('feeOffice.noMalls')];
      return { ok: true, report: { period, runs }, words: words.length > 0 ? words : none };
    }),
});

function wordsOf(run: ChargeRun, speaker: Translator): string[] {
  const { mall, period, charged, there, total, advancesUsed, withoutContract } = run;
  const done = { mall, period, charged, there, total, advances: advancesUsed };
  const more = (count: number, shown: number) =>
    count > shown ? [speaker.text('hub.ledgerMore', { count: count - shown })] : [];
  return [
    speaker.text(run.isApplied ? 'feeOffice.charged' : 'feeOffice.wouldCharge', done),
    ...(withoutContract > 0
      ? [speaker.text('feeOffice.withoutContract', { withoutContract })]
      : []),
    ...run.tariffDiffers.map(({ stall, tariff, plan }) =>
      speaker.text('feeOffice.tariffDiffers', { stall, tariff, plan }),
    ),
    ...more(run.tariffDiffersCount, run.tariffDiffers.length),
    ...run.withoutReading.map(({ stall }) => speaker.text('feeOffice.withoutReading', { stall })),
    ...more(run.withoutReadingCount, run.withoutReading.length),
  ];
}

/** Sets what a mall charges from a month on; without `--from` it says what it charges. */
export const feePlan = defineCommand({
  name: 'fee-plan',
  about: 'feeOffice.about.plan',
  argument: 'MALL',
  options: {
    from: month,
    electricity: rupiahs,
    kwh: perKwh,
    cleaning: rupiahs,
    'due-day': dueDay,
    prorate: flag,
    penalty,
    note,
  },
  run: ({ dataDir, argument: mall, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const { from, electricity, kwh, note: said = '' } = options;
      const isSetting = Object.values(options).some((option) => option !== undefined);
      if (isSetting && from === undefined) throw invalid(`--from ${month.value}?`);
      if (electricity !== undefined && kwh !== undefined) throw invalid('--electricity, --kwh?');
      if (from !== undefined) {
        const usual = usualPlan.electricity;
        const fixed =
          electricity === undefined ? usual : { basis: 'fixed' as const, amount: electricity };
        const plan: FeePlan = {
          from,
          electricity: kwh === undefined ? fixed : { basis: 'metered', rateMilli: kwh },
          cleaning: options.cleaning ?? usualPlan.cleaning,
          dueDay: options['due-day'] ?? usualPlan.dueDay,
          isProrated: options.prorate === true,
          ...(options.penalty && { penalty: options.penalty }),
        };
        const doing = { hub, by: THE_PROGRAM };
        await setPlan(doing, { id: randomUUID(), mall, note: said, plan });
      }
      const { plans, usual } = await readPlans(hub, mall);
      const words = plans.map((plan) => planWords(plan, speaker));
      const none = [speaker.text('feeOffice.planUsual', { mall })];
      const report = { mall, plans, usual };
      return { ok: true, report, words: words.length > 0 ? words : none };
    }),
});

function planWords({ from, electricity, cleaning, dueDay: day }: FeePlan, speaker: Translator) {
  return electricity.basis === 'fixed'
    ? speaker.text('feeOffice.planFixed', { from, electricity: electricity.amount, cleaning, day })
    : speaker.text('feeOffice.planMetered', { from, kwh: electricity.rateMilli, cleaning, day });
}

/** Books a payment of a stall. */
export const payCommand = defineCommand({
  name: 'pay',
  about: 'feeOffice.about.pay',
  argument: 'STALL',
  options: { amount: rupiahs, kind: oneOf(paymentKinds), account: code, on: date, id, note },
  run: ({ dataDir, argument: stall, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const { amount, kind, account = null, on = null, id: given, note: said = '' } = options;
      if (!amount) throw invalid(`--amount ${rupiahs.value}?`);
      if (kind === undefined) throw invalid(`--kind ${paymentKinds.join('|')}?`);
      const doing = { hub, by: THE_PROGRAM };
      const paid = { kind, amount, account, allocations: null };
      const done = await pay(doing, { id: given ?? randomUUID(), stall, note: said, on, ...paid });
      const { kuitansi, owed, advance } = done;
      const words = [speaker.text('feeOffice.paid', { stall, kuitansi, amount, owed, advance })];
      return { ok: true, report: { stall, amount, ...done }, words };
    }),
});
