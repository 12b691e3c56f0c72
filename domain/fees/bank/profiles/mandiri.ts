import type { ProfileData } from '../profile.ts';

/** Mandiri Kopra and Mandiri Cash Management. */
export const mandiriKopra: ProfileData = {
  kind: 'statement',
  id: 'mandiri-kopra',
  name: 'Mandiri Kopra / MCM',
  columns: {
    date: ['posting date', 'date'],
    description: ['remark', 'remarks', 'description', 'additional description'],
    reference: ['reference no', 'reference no.'],
    debit: ['debit'],
    credit: ['credit'],
    balance: ['balance', 'closing balance'],
    account: ['account no', 'account no.'],
  },
};

/** Livin' by Mandiri, and savings statements with a `D` behind what went out. */
export const mandiriLivin: ProfileData = {
  kind: 'statement',
  id: 'mandiri-livin',
  name: 'Livin’ by Mandiri',
  columns: {
    date: ['tanggal', 'date'],
    description: ['keterangan', 'remarks'],
    amount: ['nominal', 'amount', 'mutasi'],
    balance: ['saldo', 'balance'],
  },
};
