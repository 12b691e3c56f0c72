import { FEE_STALLS, stallCode } from './fees-mall.ts';

/** A file of KlikBCA Bisnis with so many payments of one day, each as one of four people writes. */
export function bankFile({
  rows,
  on,
  account = '0350000001',
}: {
  readonly rows: number;
  /** `2026-12-15` */
  readonly on: string;
  readonly account?: string;
}): Buffer {
  const day = on.split('-').toReversed().join('/');
  const opening = 10_000_000;
  let balance = opening;
  const lines = Array.from({ length: rows }, (_, at) => {
    const stall = 1 + (at % FEE_STALLS);
    const amount = 1_000_000 + (at % 4 < 2 ? stall % 1000 : 0);
    balance += amount;
    const remark = at % 4 === 0 || at % 4 === 2 ? `${stallCode(stall)}-2612` : 'IURAN';
    const way = `TRSF E-BANKING CR 1512/FTSCY/WS${10_000 + at}`;
    const said = `${way} ${amount}.00${remark} ${sender(at)}`;
    return `"${day}","${said}","0000","${comma(amount)} CR","${comma(balance)}"`;
  });
  const text = [
    '"Informasi Rekening - Mutasi Rekening"," "," "," "," "',
    '',
    `"No. rekening : ${account}"`,
    '"Nama : KOPERASI CONTOH"',
    `"Periode : ${day} - ${day}"`,
    '"Kode Mata Uang : Rp"',
    '"Tanggal Transaksi","Keterangan","Cabang","Jumlah","Saldo"',
    ...lines,
    `"Saldo Awal : ${comma(opening)}"`,
    '"Mutasi Debet : 0.00","0"',
    `"Mutasi Kredit : ${comma(balance - opening)}","${rows}"`,
    `"Saldo Akhir : ${comma(balance)}"`,
    '',
  ];
  return Buffer.from(text.join('\r\n'), 'utf8');
}

/** A name that no member has. */
function sender(at: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(at / place) % 26));
  return `BUDI ${letter(1)}${letter(26)}${letter(676)} HARTONO`;
}

function comma(rupiah: number): string {
  return rupiah.toLocaleString('en-US', { minimumFractionDigits: 2 });
}
