import type { ProfileData } from '../profile.ts';

/** KlikBCA Individual: bare descriptions with commas, the sign in a column without a title. */
export const bcaIndividual: ProfileData = {
  kind: 'statement',
  id: 'bca-individual',
  name: 'KlikBCA Individual',
  separator: ',',
  hasBareText: true,
  hasTrailer: true,
  marks: [
    'account no. =',
    'no. rekening =',
    'date description branch amount balance',
    'tanggal keterangan cabang jumlah saldo',
  ],
  columns: {
    date: ['date', 'tanggal', 'tanggal transaksi'],
    description: ['description', 'keterangan'],
    amount: ['amount', 'jumlah'],
    balance: ['balance', 'saldo'],
  },
};

/** KlikBCA Bisnis: the sign behind the amount, or in a column of its own in older files. */
export const bcaBusiness: ProfileData = {
  kind: 'statement',
  id: 'bca-business',
  name: 'KlikBCA Bisnis',
  separator: ',',
  hasTrailer: true,
  marks: ['informasi rekening - mutasi rekening', 'kode mata uang :'],
  columns: {
    date: ['tanggal transaksi', 'tgl.', 'date'],
    description: ['keterangan', 'description'],
    amount: ['jumlah', 'mutasi', 'amount'],
    balance: ['saldo', 'balance'],
  },
};
