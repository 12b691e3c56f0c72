import { addDays } from '../../../domain/time.ts';
import type { Habit, Payer, SeasonBank, SeasonPeople, SeasonStall } from './people.ts';
import { ways } from './ways.ts';

/** What a payment is like, beside which stall it is for. */
export type TransferKind =
  | 'usual'
  | 'partial'
  | 'double'
  | 'over'
  | 'ahead'
  | 'arrears'
  | 'lump'
  | 'fee-taken-off'
  | 'code-of-nobody'
  | 'code-of-another'
  | 'no-payment';

/** Money that moves at a bank, and the truth about it. */
export interface Transfer {
  readonly bank: SeasonBank;
  readonly on: string;
  /** Hundredths of a rupiah; negative out. */
  readonly amountSen: number;
  readonly kind: TransferKind;
  /** What the bank writes from the next day on, and on the same day. */
  readonly said: string;
  readonly saidAtFirst: string;
  /** Whose it is, with what of it, in rupiah; of no stall where it is no payment. */
  readonly parts: readonly { readonly stall: string; readonly amount: number }[];
  /** Whether the sum ends with the digits of the stall that it is for. */
  readonly hasCode: boolean;
  /** Whether `said` has the remark of that stall; `saidAtFirst` never has. */
  readonly hasRemark: boolean;
  /** Of no payment: what it is, and the act that booked it already. */
  readonly explained?: { readonly as: 'bank-fee' | 'interest' | 'refund'; readonly of?: string };
}

/** What the generator knows: never what the hub thinks. */
export interface SeasonTruth {
  readonly pick: (below: number) => number;
  readonly people: SeasonPeople;
  /** What each stall owes less what it paid ahead, as it knows itself. Rupiah */
  readonly owes: Map<string, number>;
  /** Payers under whose printed name a payment came in an earlier month. */
  readonly known: Set<Payer>;
}

/** The day of the month on which a file of BRI is taken with the rows of that day. */
export const SAME_DAY = 18;

/** All that is paid by bank in a month, in the order of its days, and by cash. */
export function transfersOf(truth: SeasonTruth, month: string): Transfer[] {
  const made = truth.people.payers.flatMap((payer) => paymentsOf(truth, payer, month));
  for (const payer of truth.people.payers) {
    if (ways[payer.bank][payer.way]?.hasName) truth.known.add(payer);
  }
  const own: Transfer[] = [
    noPayment('bca', `${month}-28`, -1_500_000, 'BIAYA ADM', { as: 'bank-fee' }),
    noPayment('bri', `${month}-27`, 1_234_567, 'BUNGA', { as: 'interest' }),
  ];
  return [...made, ...own].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Money that is of no stall. */
export function noPayment(
  bank: SeasonBank,
  on: string,
  amountSen: number,
  said: string,
  explained: NonNullable<Transfer['explained']>,
): Transfer {
  const nothing = { parts: [], hasCode: false, hasRemark: false };
  const what = { bank, on, amountSen, said, saidAtFirst: said };
  return { ...what, kind: 'no-payment', ...nothing, explained };
}

function paymentsOf(truth: SeasonTruth, payer: Payer, month: string): Transfer[] {
  const { pick } = truth;
  if (payer.stalls.length > 1 && pick(2) === 0) return lumpOf(truth, payer, month);
  return payer.stalls.flatMap((stall) => paymentOf(truth, { payer, stall, month }));
}

interface Due {
  readonly payer: Payer;
  readonly stall: SeasonStall;
  readonly month: string;
}

/** What a payer with several stalls pays for all of them at once. */
function lumpOf(truth: SeasonTruth, payer: Payer, month: string): Transfer[] {
  const [stall] = payer.stalls;
  const parts = payer.stalls.map(({ code, tariff }) => ({ stall: code, amount: tariff }));
  const [first] = parts;
  if (!stall || !first || first.stall !== stall.code) return [];
  const of = { payer, stall, month };
  const net = parts.reduce((all, { amount }) => all + amount, 0);
  const habit = wontTell(truth, of, net) ? 'neither' : payer.habit;
  const digits = habit === 'both' || habit === 'code' ? stall.digits : 0;
  const sum = net + digits;
  const split = [{ ...first, amount: first.amount + digits }, ...parts.slice(1)];
  return [send(truth, of, { kind: 'lump', sum, habit, parts: split, from: 1, days: 20 })];
}

/**
 * A sum for three stalls with the digits of one, without a word of who sent it, or just what that
 * one owes: nobody can tell that from one stall that pays three months. These are not in the
 * season; domain/fees/match.test.ts has them.
 */
function wontTell({ owes, known }: SeasonTruth, { payer, stall }: Due, sum: number): boolean {
  const way = ways[payer.bank][payer.way];
  if ((owes.get(stall.code) ?? 0) >= sum) return true;
  return !way?.hasName || (payer.name !== stall.member && !known.has(payer));
}

function paymentOf(truth: SeasonTruth, due: Due): Transfer[] {
  const { pick, owes, known } = truth;
  const { payer, stall } = due;
  const owed = owes.get(stall.code) ?? 0;
  if (owed <= 0) return [];
  const habit = pick(12) === 0 ? 'neither' : payer.habit;
  const isCoder = habit === 'both' || habit === 'code';
  const whole = { kind: 'usual', sum: sumOf(truth, due, habit), habit, from: 1, days: 24 } as const;
  const drawn = pick(100);
  if (drawn < 6) return []; // pays the month after
  if (drawn < 12) {
    const digits = isCoder ? stall.digits : 0;
    const half = { ...whole, kind: 'partial', sum: stall.tariff / 2 + digits } as const;
    return [send(truth, due, { ...half, days: 12 }), send(truth, due, { ...half, from: 14 })];
  }
  if (drawn < 15) {
    const first = send(truth, due, { ...whole, days: 12 });
    const days = pick(2) === 0 ? { from: Number(first.on.slice(8)), days: 1 } : { from: 15 };
    return [first, send(truth, due, { ...whole, kind: 'double', ...days })];
  }
  if (drawn < 18) {
    return [send(truth, due, { ...whole, kind: 'over', sum: whole.sum + 250_000 })];
  }
  if (drawn < 21) {
    return [send(truth, due, { ...whole, kind: 'ahead', sum: whole.sum + 2 * stall.tariff })];
  }
  if (drawn < 24 && isCoder) {
    const sum = Math.floor(whole.sum / 1000) * 1000 + 700 + pick(300);
    return [send(truth, due, { ...whole, kind: 'code-of-nobody', sum })];
  }
  // By a sender who is known: of one that is not, nobody could tell that the code is another's.
  if (drawn < 28 && isCoder && known.has(payer)) {
    const other = anotherOf(truth, payer);
    const sum = Math.floor(whole.sum / 1000) * 1000 + other.digits;
    return [send(truth, due, { ...whole, kind: 'code-of-another', sum })];
  }
  if (drawn < 31 && habit === 'neither') {
    return [send(truth, due, { ...whole, kind: 'fee-taken-off', sum: whole.sum - 6_500 })];
  }
  const kind = owed > stall.tariff ? 'arrears' : 'usual';
  return [send(truth, due, { ...whole, kind })];
}

/** What a payer who pays all of it sends: what the bill says, or the same as ever. */
function sumOf({ owes }: SeasonTruth, { payer, stall }: Due, habit: Habit): number {
  const isCoder = habit === 'both' || habit === 'code';
  const owed = owes.get(stall.code) ?? 0;
  const months = Math.max(1, Math.ceil((owed - stall.tariff / 4) / stall.tariff));
  const usual = months * stall.tariff;
  if (!isCoder) return payer.followsBill ? owed : usual;
  if (!payer.followsBill) return usual + stall.digits;
  const thousands = Math.floor(owed / 1000) * 1000;
  return thousands + stall.digits + (thousands + stall.digits < owed ? 1000 : 0);
}

function anotherOf({ pick, people }: SeasonTruth, payer: Payer): SeasonStall {
  const others = people.stalls.filter(
    ({ member, code }) =>
      member !== payer.name &&
      payer.stalls.every((own) => own.code !== code && own.member !== member),
  );
  const other = others[pick(others.length)];
  if (!other) throw new Error('a mall of one payer');
  return other;
}

interface Sent {
  readonly kind: TransferKind;
  /** Rupiah */
  readonly sum: number;
  readonly habit: Habit;
  readonly parts?: Transfer['parts'];
  /** The first day of the month on which it may be, and of how many. */
  readonly from: number;
  readonly days: number;
}

function send(truth: SeasonTruth, { payer, stall, month }: Due, sent: Sent): Transfer {
  const { pick, owes } = truth;
  const { sum, habit, kind, parts = [{ stall: stall.code, amount: sum }] } = sent;
  for (const part of parts) owes.set(part.stall, (owes.get(part.stall) ?? 0) - part.amount);
  const isNamed = kind === 'lump' || kind === 'code-of-another';
  const day = Math.min(28, sent.from + pick(sent.days));
  // On that day the file says no names yet: until the next one nobody can tell whose code it is.
  const isEarly = isNamed && payer.bank === 'bri' && day === SAME_DAY;
  const on = addDays(`${month}-01`, isEarly ? day : day - 1);
  const own = pick(10) === 0 ? pick(5) : payer.way;
  const way = ways[payer.bank][isNamed ? payer.way : own];
  if (!way) throw new Error(`no way ${own}`);
  const isRemarked = (habit === 'both' || habit === 'remark') && way.hasNote;
  const note = isRemarked ? writeRemark(pick, stall, month) : (smallTalk[pick(6)] ?? '');
  const of = { amount: sum, on, name: payer.name, note, serial: 10_000 + pick(89_999) };
  const said = way.said(of).trimEnd();
  return {
    bank: payer.bank,
    on,
    amountSen: sum * 100,
    kind,
    said,
    saidAtFirst: payer.bank === 'bri' ? `BRIMOLA ${of.serial}#TRF 0${of.serial}77` : said,
    parts,
    hasCode: sum % 1000 === stall.digits,
    hasRemark: isRemarked,
  };
}

const smallTalk = ['', '', 'IURAN', 'bayar listrik', 'IURAN KIOS BULAN INI', 'lunas ya bu'];

/** As people write it: with other separators, without, in small letters, with the whole year. */
function writeRemark(pick: SeasonTruth['pick'], { code }: SeasonStall, month: string): string {
  const short = month.slice(2).replace('-', '');
  const forms = [
    `${code}-${short}`,
    `${code}-${short}`,
    `${code}-${short}`,
    `${code} ${short}`.replaceAll('-', ' '),
    `${code}${short}`.replaceAll('-', ''),
    `${code}-${short}`.toLowerCase(),
    `IURAN ${code}-${month.replace('-', '')}`,
  ];
  return forms[pick(forms.length)] ?? '';
}
