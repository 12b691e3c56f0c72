import { addDays } from '../../../domain/time.ts';
import type { SeasonBank } from './people.ts';
import type { Transfer } from './transfers.ts';

/** Numbers of the accounts, which the hub takes for their codes. */
export const accountOf: Readonly<Record<SeasonBank, string>> = {
  bca: '0350000001',
  bri: '000001000123509',
};

/** A row that the bank has booked. */
export interface BookedTransfer extends Transfer {
  /** Hundredths of a rupiah. */
  readonly balanceSen: number;
}

/** How a row is found again whatever its description says. */
export function rowPlace(
  account: string,
  row: { readonly on: string; readonly amountSen: number; readonly balanceSen: number | null },
): string {
  return [account, row.on, row.amountSen, row.balanceSen].join('|');
}

/** An account as its bank keeps it, and the files that it writes. */
export class BankBook {
  readonly booked: BookedTransfer[] = [];
  #balanceSen = 1_000_000_000;
  #coming: Transfer[] = [];
  readonly bank: SeasonBank;

  constructor(bank: SeasonBank) {
    this.bank = bank;
  }

  add(transfers: readonly Transfer[]): void {
    const own = transfers.filter(({ bank }) => bank === this.bank);
    this.#coming = [...this.#coming, ...own].toSorted((a, b) =>
      a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
    );
  }

  /** Books what happened until the end of a day. */
  bookUntil(day: string): void {
    while (this.#coming[0] && this.#coming[0].on <= day) {
      const [transfer] = this.#coming.splice(0, 1);
      if (!transfer) return;
      this.#balanceSen += transfer.amountSen;
      this.booked.push({ ...transfer, balanceSen: this.#balanceSen });
    }
  }

  /** What is on its way on a day, before it is booked. */
  pendingOn(day: string): Transfer[] {
    return this.#coming.filter(({ on }) => on === day);
  }

  between(from: string, to: string): BookedTransfer[] {
    return this.booked.filter(({ on }) => on >= from && on <= to);
  }
}

/** A file as the bank wrote it, with what it has to bring. */
export interface BankText {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly BookedTransfer[];
  readonly pending: number;
}

/** KlikBCA Bisnis, on a day: what was booked until the day before, and that day's as PEND. */
export function bcaText(book: BankBook, from: string, today: string): BankText {
  const to = addDays(today, -1);
  book.bookUntil(to);
  const rows = book.between(from, to);
  const pending = book.pendingOn(today);
  const hasYear = Number(today.slice(8)) % 2 === 0;
  const line = (day: string, { said, amountSen }: Transfer, balance: string) => {
    const sign = amountSen < 0 ? 'DB' : 'CR';
    return quoted([day, said, '0000', `${comma(Math.abs(amountSen))} ${sign}`, balance]);
  };
  const sum = (list: readonly Transfer[]) =>
    list.reduce((all, { amountSen }) => all + Math.abs(amountSen), 0);
  const [out, into] = [rows.filter(isOut), rows.filter((row) => !isOut(row))];
  const closing = book.booked.at(-1)?.balanceSen ?? 0;
  const opening = closing - rows.reduce((all, { amountSen }) => all + amountSen, 0);
  const text = [
    '"Informasi Rekening - Mutasi Rekening"," "," "," "," "',
    '',
    `"No. rekening : ${accountOf.bca}"`,
    '"Nama : KOPERASI CONTOH"',
    `"Periode : ${slashed(from)} - ${slashed(to)}"`,
    '"Kode Mata Uang : Rp"',
    quoted(['Tanggal Transaksi', 'Keterangan', 'Cabang', 'Jumlah', 'Saldo']),
    ...rows.map((row) =>
      line(hasYear ? slashed(row.on) : slashed(row.on).slice(0, 5), row, comma(row.balanceSen)),
    ),
    ...pending.map((row) => line('PEND', row, '')),
    `"Saldo Awal : ${comma(opening)}"`,
    `"Mutasi Debet : ${comma(sum(out))}","${out.length}"`,
    `"Mutasi Kredit : ${comma(sum(into))}","${into.length}"`,
    `"Saldo Akhir : ${comma(closing)}"`,
    '',
  ];
  const name = `mutasi-bca-${from}-${to}.csv`;
  return { name, text: text.join('\r\n'), rows, pending: pending.length };
}

/**
 * BRI CMS until a day.
 * @param isSameDay whether the last day's rows say only what the bank knows that day
 */
export function briText(book: BankBook, from: string, to: string, isSameDay: boolean): BankText {
  book.bookUntil(to);
  const rows = book.between(from, to);
  const lines = rows.map(({ on, said, saidAtFirst, amountSen, balanceSen }) => {
    const words = isSameDay && on === to ? saidAtFirst : said;
    const [debit, credit] = amountSen < 0 ? [-amountSen, 0] : [0, amountSen];
    return [on, words, plain(debit), plain(credit), plain(balanceSen)].join(';');
  });
  const text = [
    `NOREK;${accountOf.bri}`,
    'TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT;SALDO_AKHIR_MUTASI',
    ...lines,
    '',
  ];
  return { name: `bri-${from}-${to}.csv`, text: text.join('\n'), rows, pending: 0 };
}

function isOut({ amountSen }: Transfer): boolean {
  return amountSen < 0;
}

function quoted(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell}"`).join(',');
}

/** `1,000,017.00` */
function comma(sen: number): string {
  return (sen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

/** `1000017`, `12345.67` */
function plain(sen: number): string {
  return sen % 100 === 0 ? String(sen / 100) : (sen / 100).toFixed(2);
}

function slashed(date: string): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
