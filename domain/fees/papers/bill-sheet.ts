import { formatRupiah } from '../../money.ts';
import { dynamicQris, QRIS_MAX_RUPIAH } from '../../payments/qris-dynamic.ts';
import { readQris } from '../../payments/qris.ts';
import type { Translator } from '../../text.ts';
import { sumWithCode } from '../sum-with-code.ts';
import { chargeWords, onWords, periodWords, stallFacts, sumOf } from './paper-words.ts';
import type { PaperBlock, PaperCell, PaperSheet } from './sheet.ts';
import type { BillPaper, PaperCharge } from './views.ts';

/** What a bill comes to. Rupiah */
export interface BillSums {
  readonly chargesRupiah: number;
  readonly arrearsRupiah: number;
  /** All of it less what was paid, and paid ahead; never below nothing. */
  readonly dueRupiah: number;
  /** What is to be paid: with the unique code, where anything is due. */
  readonly payRupiah: number;
}

/** What a bill comes to, and the sum that its payer is known by. */
export function billSums(bill: BillPaper): BillSums {
  const { charges, arrears, paidRupiah, advanceRupiah, uniqueCode } = bill;
  const [chargesRupiah, arrearsRupiah] = [sumOf(charges), sumOf(arrears)];
  const dueRupiah = Math.max(0, chargesRupiah + arrearsRupiah - paidRupiah - advanceRupiah);
  const payRupiah = sumWithCode(dueRupiah, uniqueCode);
  return { chargesRupiah, arrearsRupiah, dueRupiah, payRupiah };
}

/** What is taken off a bill: what was paid of it before, and what was paid ahead. */
export function billOffs({ paidRupiah, advanceRupiah }: BillPaper, say: Translator) {
  return [
    { label: say.text('paper.paidOff'), amount: paidRupiah },
    { label: say.text('paper.advanceOff'), amount: advanceRupiah },
  ].filter(({ amount }) => amount !== 0);
}

/** Why nothing is to be paid. */
export function nothingDueWords({ advanceRupiah }: BillPaper, say: Translator): string {
  return say.text(advanceRupiah === 0 ? 'paper.allPaid' : 'paper.nothingDue');
}

/** `017` */
export function codeWords(uniqueCode: number): string {
  return String(uniqueCode).padStart(3, '0');
}

/**
 * The QRIS of a bill, which carries its sum and its remark; null where the mall has none, where
 * nothing is due, or where it is more than one payment by QRIS may be.
 * @throws LapakError for a QRIS that is not whole, as readQris()
 */
export function billQris(bill: BillPaper): string | null {
  const { payRupiah } = billSums(bill);
  if (bill.qris === null || payRupiah === 0 || payRupiah > QRIS_MAX_RUPIAH) return null;
  return dynamicQris(bill.qris, payRupiah, bill.remark);
}

/** The bill of a stall for a month, A4: what it is for, what is to be paid, and how. */
export function billSheet(bill: BillPaper, say: Translator): PaperSheet {
  const { issuer, stall, number, period, on, due } = bill;
  const facts = [
    ...stallFacts(stall, say),
    { label: say.text('paper.period'), text: periodWords(period, say) },
    { label: say.text('paper.billOn'), text: onWords(on, say) },
    { label: say.text('paper.due'), text: onWords(due, say) },
  ];
  return {
    file: `tagihan-${stall.code}-${period}`,
    size: 'A4',
    issuer,
    title: say.text('paper.bill'),
    titleAt: 'side',
    number,
    on,
    mark: '',
    blocks: [
      { kind: 'facts', heading: '', facts },
      chargeTable(bill, say),
      ...payBlocks(bill, say),
    ],
  };
}

function chargeTable(bill: BillPaper, say: Translator): PaperBlock {
  const { charges, arrears } = bill;
  const { dueRupiah } = billSums(bill);
  const row = (charge: PaperCharge): PaperCell[] => [
    chargeWords(charge, say),
    charge.basis,
    charge.amountRupiah,
  ];
  const old = (charge: PaperCharge): PaperCell[] => [
    chargeWords(charge, say),
    say.text('paper.overdueSince', { due: onWords(charge.due, say) }),
    charge.amountRupiah,
  ];
  return {
    kind: 'table',
    heading: say.text('paper.what'),
    columns: [
      { name: say.text('paper.colWhat'), isWide: true },
      { name: say.text('paper.colBasis'), isWide: true },
      { name: say.text('paper.colAmount'), isFigure: true },
    ],
    rows: [...charges.map(row), ...arrears.map(old)],
    sums: [
      ...billOffs(bill, say).map(({ label, amount }) => [label, '', -amount]),
      [say.text('paper.total'), '', dueRupiah],
    ],
  };
}

function payBlocks(bill: BillPaper, say: Translator): PaperBlock[] {
  const { uniqueCode, remark, accounts } = bill;
  const { payRupiah } = billSums(bill);
  if (payRupiah === 0) {
    return [{ kind: 'text', text: nothingDueWords(bill, say), tone: 'strong' }];
  }
  const code = codeWords(uniqueCode);
  const sum: PaperBlock = {
    kind: 'sum',
    label: say.text('paper.payExactly'),
    text: formatRupiah(payRupiah),
    how: say.text('paper.codeHow', { code }),
  };
  const ways: PaperBlock = {
    kind: 'facts',
    heading: say.text('paper.byTransfer'),
    facts: [
      ...accounts.map((text) => ({ label: say.text('paper.account'), text })),
      { label: say.text('paper.remark'), text: remark },
    ],
  };
  const left = [sum, ways];
  const right = qrisBlocks(bill, say);
  return right.length === 0 ? left : [{ kind: 'beside', left, right }];
}

function qrisBlocks(bill: BillPaper, say: Translator): PaperBlock[] {
  const text = billQris(bill);
  if (text === null) {
    const why = say.text('paper.qrisTooMuch', { most: QRIS_MAX_RUPIAH });
    return bill.qris === null ? [] : [{ kind: 'text', text: why, tone: 'quiet' }];
  }
  const { merchant, nmid } = readQris(text);
  const caption = say.text('paper.qrisOf', { merchant, nmid: nmid ?? '-' });
  return [{ kind: 'qr', text, caption, sideMm: 52 }];
}
