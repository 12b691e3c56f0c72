/**
 * Words of Indonesian banks for what stands above or below the table, in both languages. A label
 * is the beginning of a line; what follows it, or the next cell, is its value.
 */
export const commonLabels = {
  account: [
    'no. rekening',
    'no rekening',
    'nomor rekening',
    'norek',
    'account no.',
    'account no',
    'account number',
    'rekening',
  ],
  period: ['periode', 'period', 'periode/period', 'tanggal mutasi'],
  currency: ['kode mata uang', 'mata uang', 'currency'],
  opening: [
    'saldo awal',
    'saldo sebelumnya',
    'starting balance',
    'opening balance',
    'initial balance',
    'previous balance',
    'beginning balance',
  ],
  closing: ['saldo akhir', 'ending balance', 'closing balance', 'current balance'],
  credits: [
    'mutasi kredit',
    'mutasi cr',
    'total mutasi kredit',
    'total kredit',
    'total credit',
    'credit',
    'kredit',
  ],
  debits: [
    'mutasi debet',
    'mutasi debit',
    'mutasi db',
    'total mutasi debet',
    'total mutasi debit',
    'total debet',
    'total debit',
    'debet',
    'debit',
  ],
  ignored: ['total', 'jumlah', 'halaman', 'page', 'dicetak', 'printed'],
};
