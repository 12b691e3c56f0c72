import type { ProfileData } from '../profile.ts';

/** BRI Cash Management: no opening balance, plain numbers. */
export const briCms: ProfileData = {
  kind: 'statement',
  id: 'bri-cms',
  name: 'BRI CMS',
  columns: {
    date: ['tgl tran'],
    description: ['desk tran'],
    reference: ['seq'],
    debit: ['mutasi debet'],
    credit: ['mutasi kredit'],
    balance: ['saldo akhir mutasi'],
    account: ['norek'],
  },
};

/** BRI internet banking and QLola. */
export const briInternet: ProfileData = {
  kind: 'statement',
  id: 'bri-internet',
  name: 'BRI Internet Banking / QLola',
  columns: {
    date: ['tanggal transaksi', 'tgl transaksi'],
    description: ['uraian transaksi', 'keterangan'],
    debit: ['debet', 'debit'],
    credit: ['kredit', 'credit'],
    balance: ['saldo'],
  },
};
