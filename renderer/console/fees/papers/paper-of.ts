import type { MallIssuer } from '../../../../domain/fees/manage/issuer-calls.ts';
import { chargeKinds } from '../../../../domain/fees/kinds.ts';
import type { AgeingStall, FeeAccount } from '../../../../domain/fees/manage/mall-calls.ts';
import type {
  Kuitansi,
  KuitansiLine,
  StallBill,
  Statement,
  StatementLine,
} from '../../../../domain/fees/manage/paper-calls.ts';
import type { StallCharge, StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import type { NoticePaper as Letter } from '../../../../domain/fees/matters/notice-contract.ts';
import type {
  AgeingPaper,
  BillPaper,
  KuitansiListPaper,
  KuitansiPaper,
  NoticePaper,
  PaperCharge,
  PaperIssuer,
  PaperStall,
  StatementPaper,
} from '../../../../domain/fees/papers/views.ts';
import type { Say } from '../../../ui/use-text.ts';

/** What the hub has of fees, as papers say it. */

/** Who writes the papers of a mall. */
export function issuerOf(mallName: string, kept: MallIssuer, say: Say): PaperIssuer {
  const name = say.text('console.fees.paper.issuer', { mall: mallName });
  const { address, telephone, place, signer } = kept;
  const lines = [
    ...(address === '' ? [] : [address]),
    ...(telephone === '' ? [] : [say.text('console.fees.issuer.telephoneLine', { telephone })]),
  ];
  return { name, lines, place: place === '' ? mallName : place, signer };
}

/** Where a mall is paid, each in a line; and what its static QRIS says, null for none. */
function waysOf(accounts: readonly FeeAccount[]): Pick<BillPaper, 'accounts' | 'qris'> {
  const used = accounts.filter(({ isClosed }) => !isClosed);
  return {
    accounts: used.flatMap(({ holds, label }) => (holds === 'bank' && label !== '' ? label : [])),
    qris: used.find(({ holds, qris }) => holds === 'qris' && qris !== '')?.qris ?? null,
  };
}

/** What a stall is to pay for a month, and what is open from months before. */
export function billOf(view: StallView, { bill, today, accounts, issuer }: BillAsked): BillPaper {
  const { stall, advance, code } = view;
  const { period, charges, arrears, remark } = bill;
  return {
    issuer,
    stall: stallOf(view),
    number: `TAG/${stall}/${period}`,
    period,
    on: today,
    due: charges[0]?.due ?? arrears[0]?.due ?? today,
    charges: charges.map((charge) => ({ ...openOf(charge), amountRupiah: charge.amount })),
    paidRupiah: charges.reduce((sum, { settled }) => sum + settled, 0),
    arrears: arrears.map(openOf),
    advanceRupiah: advance,
    uniqueCode: code ?? 0,
    remark,
    ...waysOf(accounts),
  };
}

interface BillAsked {
  readonly bill: StallBill;
  readonly today: string;
  readonly accounts: readonly FeeAccount[];
  readonly issuer: PaperIssuer;
}

/** What a stall was charged and paid between two dates. */
export function statementOf(statement: Statement, issuer: PaperIssuer): StatementPaper {
  const { from, to: until, opening: openingRupiah, ageing, advance: advanceRupiah } = statement;
  return {
    issuer,
    stall: stallOf(statement),
    from,
    until,
    openingRupiah,
    lines: statement.lines.map(lineOf),
    ageing,
    advanceRupiah,
  };
}

/** A kuitansi; one that was given out before is a copy. */
export function kuitansiOf(one: Kuitansi, issuer: PaperIssuer): KuitansiPaper {
  const { kuitansi: number, on, kind: means, amount, paidFor, reversed, code, givenOn } = one;
  return {
    issuer,
    stall: stallOf(one),
    number,
    on,
    means,
    amountRupiah: amount,
    paid: paidFor.map(({ amount: amountRupiah, ...charge }) => ({ ...charge, amountRupiah })),
    code,
    isCopy: givenOn !== null,
    cancelled: reversed,
  };
}

/** The kuitansi of a mall in a month. */
export function kuitansiListOf(
  { mall, period, lines }: KuitansiListAsked,
  issuer: PaperIssuer,
): KuitansiListPaper {
  const rows = lines.map((line) => ({
    stall: stallOf({ ...line, mallName: mall }),
    number: line.kuitansi,
    on: line.on,
    means: line.kind,
    amountRupiah: line.amount,
    isCancelled: line.isReversed,
  }));
  return { issuer, mall, period, rows };
}

interface KuitansiListAsked {
  /** Its name. */
  readonly mall: string;
  readonly period: string;
  readonly lines: readonly KuitansiLine[];
}

/** A letter to a stall that is late, as it was written; once handed over it is a copy. */
export function letterOf(letter: Letter, { accounts, issuer }: LetterAsked): NoticePaper {
  const { level, paperNumber: number, on, until, charges, remark, deliveredOn } = letter;
  return {
    issuer,
    stall: stallOf({ ...letter, memberName: '' }),
    level,
    number,
    on,
    until,
    owed: charges.map(({ kind, period, due, open: amountRupiah }) => {
      return { kind, period, due, amountRupiah, basis: '' };
    }),
    remark,
    accounts: waysOf(accounts).accounts,
    isCopy: deliveredOn !== null,
    earlier: letter.earlier.map(({ paperNumber, ...of }) => ({ ...of, number: paperNumber })),
    follows: '',
  };
}

interface LetterAsked {
  readonly accounts: readonly FeeAccount[];
  readonly issuer: PaperIssuer;
}

/** What is open of each stall of a mall, or of those that a list was narrowed to. */
export function ageingOf(
  mallName: string,
  { stalls, ...of }: AgeingAsked,
  issuer: PaperIssuer,
): AgeingPaper {
  return {
    issuer,
    mall: mallName,
    ...of,
    rows: stalls.map(({ bands: ageing, ...stall }) => ({
      stall: stallOf({ ...stall, mallName, memberName: '' }),
      ageing,
    })),
  };
}

interface AgeingAsked extends Pick<AgeingPaper, 'on' | 'band' | 'text'> {
  readonly stalls: readonly AgeingStall[];
}

interface Named {
  readonly stall: string;
  readonly name: string;
  readonly number: string;
  readonly mallName: string;
  readonly memberName?: string;
  readonly contracts?: StallView['contracts'];
}

function stallOf({ stall, name, number, mallName, memberName, contracts }: Named): PaperStall {
  const member = memberName ?? contracts?.[0]?.memberName ?? '';
  return { code: stall, name, number, mall: mallName, member };
}

function openOf({ kind, period, due, amount, settled, basis }: StallCharge): PaperCharge {
  return { kind, period, due, amountRupiah: amount - settled, basis };
}

function lineOf({
  what,
  on,
  amount,
  kind,
  period,
  kuitansi,
  note,
}: StatementLine): StatementPaper['lines'][number] {
  const at = { on, amountRupiah: amount };
  switch (what) {
    case 'refund':
      return { ...at, what };
    case 'reversal':
      return { ...at, what, note };
    case 'charge':
    case 'credit':
      return isChargeKind(kind)
        ? { ...at, what: 'charge', kind, period }
        : { ...at, what: 'credit', kind, number: kuitansi };
  }
}

function isChargeKind(kind: StatementLine['kind']): kind is StallCharge['kind'] {
  const known: readonly string[] = chargeKinds;
  return known.includes(kind);
}
