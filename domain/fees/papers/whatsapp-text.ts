import type { Translator } from '../../text.ts';
import { ageBands } from '../ageing.ts';
import { narrowFacts, openRupiah } from './ageing-sheet.ts';
import { billOffs, billSums, codeWords, nothingDueWords } from './bill-sheet.ts';
import { kuitansiSums } from './kuitansi-list-sheet.ts';
import { kuitansiMark, purposeWords } from './kuitansi-sheet.ts';
import { followsWords, noticeMark, openingWords } from './notice-sheet.ts';
import {
  bandWords,
  byMonth,
  chargeWords,
  creditWords,
  levelWords,
  onWords,
  partyOf,
  periodWords,
  stallWords,
  sumOf,
} from './paper-words.ts';
import { closingRupiah } from './statement-sheet.ts';
import { terbilangRupiah } from './terbilang.ts';
import type {
  AgeingPaper,
  BillPaper,
  KuitansiListPaper,
  KuitansiPaper,
  NoticePaper,
  StatementPaper,
} from './views.ts';

/** Papers as text for a messenger: plain lines, `*` around what is to be bold there. */

/** A bill: each charge, what is to be paid exactly, by when and how. */
export function billText(bill: BillPaper, say: Translator): string {
  const { issuer, stall, period, due, charges, arrears, uniqueCode } = bill;
  const { payRupiah } = billSums(bill);
  const line = (label: string, amount: number) => say.text('paper.message.line', { label, amount });
  const lines = [
    ...[...charges, ...arrears].map((one) => line(chargeWords(one, say), one.amountRupiah)),
    ...billOffs(bill, say).map(({ label, amount }) => line(label, -amount)),
  ].join('\n');
  const facts = {
    issuer: issuer.name,
    month: periodWords(period, say),
    stall: `${stallWords(stall, say)} (${stall.code})`,
    lines,
  };
  if (payRupiah === 0) {
    const words = nothingDueWords(bill, say);
    return say.text('paper.message.nothingDue', { ...facts, words });
  }
  const [pay, code] = [payRupiah, codeWords(uniqueCode)];
  const ways = wayLines(bill, say);
  return say.text('paper.message.bill', { ...facts, pay, code, due: onWords(due, say), ways });
}

/** A statement: its four sums. */
export function statementText(statement: StatementPaper, say: Translator): string {
  const { issuer, stall, from, until, openingRupiah, lines } = statement;
  const sum = (sign: 1 | -1): number =>
    lines.reduce((all, { amountRupiah }) => all + Math.max(0, sign * amountRupiah), 0);
  return say.text('paper.message.statement', {
    issuer: issuer.name,
    span: say.text('paper.span', { from: onWords(from, say), until: onWords(until, say) }),
    stall: `${stallWords(stall, say)} (${stall.code})`,
    opening: openingRupiah,
    more: sum(1),
    less: sum(-1),
    closing: closingRupiah(statement),
  });
}

/** A kuitansi, with the address that checks it. */
export function kuitansiText(kuitansi: KuitansiPaper, say: Translator): string {
  const { issuer, stall, number, amountRupiah, on, means, code } = kuitansi;
  const mark = kuitansiMark(kuitansi, say);
  const text = say.text('paper.message.kuitansi', {
    issuer: issuer.name,
    number,
    party: partyOf(stall),
    stall: stallWords(stall, say),
    amount: amountRupiah,
    words: terbilangRupiah(amountRupiah),
    purpose: purposeWords(kuitansi, say).join('; '),
    on: onWords(on, say),
    means: creditWords(means, say),
  });
  return [
    ...(mark === '' ? [] : [`*${mark}*`]),
    text,
    ...(code === null ? [] : [`\n${say.text('paper.message.check', { code })}`]),
  ].join('\n');
}

/** A letter: what is owed month by month, by when, and what follows. */
export function noticeText(notice: NoticePaper, say: Translator): string {
  const { issuer, stall, level, number, until, owed } = notice;
  const lines = byMonth(owed, say).map(({ words: label, amountRupiah: amount }) =>
    say.text('paper.message.line', { label, amount }),
  );
  const mark = noticeMark(notice, say);
  const text = say.text('paper.message.notice', {
    issuer: issuer.name,
    title: levelWords(level, say),
    number,
    party: partyOf(stall),
    stall: stallWords(stall, say),
    opening: openingWords(notice, say),
    lines: lines.join('\n'),
    sum: sumOf(owed),
    until: onWords(until, say),
    ways: wayLines(notice, say),
    follows: followsWords(notice, say),
  });
  return mark === '' ? text : `*${mark}*\n${text}`;
}

/** What is open in a mall, by age. */
export function ageingText(of: AgeingPaper, say: Translator): string {
  const { issuer, mall, on, rows } = of;
  const narrow = narrowFacts(of, say).map(({ label, text }) => `${label}: ${text}`);
  const lines = ageBands.map((band) => {
    const amount = rows.reduce((sum, { ageing }) => sum + ageing[band], 0);
    return say.text('paper.message.line', { label: bandWords(band, say), amount });
  });
  return say.text('paper.message.ageing', {
    issuer: issuer.name,
    mall,
    on: [onWords(on, say), ...narrow].join('\n'),
    lines: lines.join('\n'),
    total: rows.reduce((sum, { ageing }) => sum + openRupiah(ageing), 0),
    stalls: say.text('paper.stalls', { count: rows.length }),
  });
}

/** The kuitansi of a month: what they come to. */
export function kuitansiListText(list: KuitansiListPaper, say: Translator): string {
  const { totalRupiah: total, cancelledRupiah: cancelled } = kuitansiSums(list);
  return say.text('paper.message.kuitansiList', {
    issuer: list.issuer.name,
    month: periodWords(list.period, say),
    mall: list.mall,
    cancelled,
    total,
    count: say.text('paper.kuitansiCount', { count: list.rows.length }),
  });
}

function wayLines({ accounts, remark }: Pick<BillPaper, 'accounts' | 'remark'>, say: Translator) {
  const fact = (label: string, text: string) => say.text('paper.message.fact', { label, text });
  return [
    ...accounts.map((text) => fact(say.text('paper.account'), text)),
    fact(say.text('paper.remark'), remark),
  ].join('\n');
}
