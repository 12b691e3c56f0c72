import type { ProfileData } from '../profile.ts';

/** BNIDirect, as CSV and XLSX: one amount with `D` and `K`, or two columns. */
export const bniDirect: ProfileData = {
  kind: 'statement',
  id: 'bni-direct',
  name: 'BNIDirect',
  marks: ['bni'],
  columns: {
    date: ['posting date', 'post date', 'tanggal transaksi'],
    description: ['transaction description', 'description', 'keterangan', 'uraian transaksi'],
    reference: ['journal', 'journal no', 'journal no.'],
    amount: ['amount', 'jumlah', 'nominal'],
    sign: ['db/cr', 'd/k', 'db/kr'],
    debit: ['debit', 'debet'],
    credit: ['credit', 'kredit'],
    balance: ['balance', 'saldo'],
  },
};

/** BNI Mobile: the direction in a column of kinds. */
export const bniMobile: ProfileData = {
  kind: 'statement',
  id: 'bni-mobile',
  name: 'BNI Mobile',
  columns: {
    date: ['tanggal', 'tanggal & waktu'],
    description: ['keterangan', 'rincian transaksi'],
    amount: ['jumlah', 'nominal'],
    sign: ['tipe'],
    balance: ['saldo'],
  },
};
