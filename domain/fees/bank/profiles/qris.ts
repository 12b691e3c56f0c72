import type { ProfileData } from '../profile.ts';

/**
 * DANA's settlement file: amounts in hundredths. A voucher is paid out by DANA, so it is a payment.
 * Source: DANA, Merchant Settlement File Report.
 */
export const danaSettlement: ProfileData = {
  kind: 'settlement',
  id: 'dana',
  name: 'DANA Settlement',
  provider: 'DANA',
  separator: ';',
  isInSen: true,
  columns: {
    merchant: ['mid'],
    terminal: ['shop id'],
    reference: ['txn id'],
    invoice: ['merchant trans id'],
    batch: ['settlement txn id'],
    issuer: ['pay method'],
    paid: ['txn date'],
    settled: ['settle date'],
    gross: ['txn amount'],
    fee: ['merchant commission edik', 'merchant commission asr'],
    tax: ['service tax edik', 'withholding tax edik', 'service tax asr', 'withholding tax asr'],
    net: ['settle amount'],
    kind: ['txn type'],
    currency: ['txn currency'],
  },
  kinds: {
    payment: ['acquiring order', 'voucher deduction', 'capture'],
    refund: ['refund', 'cancel'],
    adjustment: ['adjustment'],
  },
};

/** Xendit's transactions report. Source: docs.xendit.co, Transactions report. */
export const xenditTransactions: ProfileData = {
  kind: 'settlement',
  id: 'xendit',
  name: 'Xendit Transactions',
  provider: 'Xendit',
  marks: ['total fee', 'total vat'],
  columns: {
    merchant: ['account number', 'account name'],
    reference: ['transaction id', 'product id', 'id'],
    invoice: ['reference', 'reference id', 'external id'],
    issuer: ['channel name', 'channel'],
    paid: [
      'payment date',
      'payment date iso',
      'created date',
      'created date iso',
      'created',
      'timestamp',
    ],
    settled: ['settlement date', 'settlement date iso', 'settled date', 'settlement time'],
    gross: ['amount'],
    fee: ['total fee'],
    tax: ['total vat', 'total withholding tax'],
    net: ['net amount'],
    kind: ['type'],
    status: ['status'],
    currency: ['currency'],
  },
  kinds: {
    payment: ['payment', 'in person payment', 'qr code', 'qris'],
    refund: ['refund', 'payment refund', 'chargeback'],
    adjustment: ['adjustment', 'other'],
  },
  statuses: ['successful', 'success', 'completed', 'settled', 'partially refunded', 'refunded'],
};

/** Any provider whose report has columns of the usual kinds. */
export const anyQris: ProfileData = {
  kind: 'settlement',
  id: 'any-qris',
  name: 'QRIS lain',
  provider: 'QRIS',
  columns: {
    nmid: ['nmid', 'national merchant id'],
    merchant: ['mid', 'merchant id', 'merchant', 'merchant name', 'nama merchant', 'nama toko'],
    terminal: ['tid', 'terminal', 'terminal id', 'kode terminal'],
    reference: ['rrn', 'no. rrn', 'reference number', 'nomor referensi', 'no. referensi', 'ref'],
    invoice: ['invoice', 'invoice no', 'no. invoice', 'order id', 'bill number'],
    batch: ['batch', 'batch id', 'settlement id'],
    issuer: ['issuer', 'penerbit', 'sumber dana', 'customer issuer'],
    paid: [
      'tanggal transaksi',
      'waktu transaksi',
      'transaction date',
      'transaction time',
      'tanggal',
      'trx date',
      'paid at',
    ],
    paidTime: ['jam', 'jam transaksi', 'time', 'waktu'],
    settled: ['tanggal settlement', 'settlement date', 'tanggal penyelesaian', 'settled at'],
    gross: ['nominal', 'nominal transaksi', 'gross', 'gross amount', 'amount', 'jumlah', 'bruto'],
    fee: ['mdr', 'fee', 'biaya', 'biaya mdr', 'nominal mdr', 'mdr amount', 'potongan'],
    tax: ['ppn', 'vat', 'tax', 'pajak', 'pph'],
    other: ['potongan lain', 'other deduction', 'deduction', 'adjustment'],
    net: ['net', 'net amount', 'nominal bersih', 'netto', 'settlement amount', 'nett amount'],
    kind: ['jenis transaksi', 'transaction type', 'type', 'tipe'],
    status: ['status', 'status transaksi'],
    currency: ['currency', 'mata uang'],
  },
  kinds: {
    payment: ['payment', 'pembayaran', 'purchase', 'sale', 'qris', 'credit'],
    refund: ['refund', 'pengembalian', 'void', 'cancel', 'reversal'],
    adjustment: ['adjustment', 'penyesuaian'],
  },
  statuses: [
    'settled',
    'success',
    'successful',
    'sukses',
    'berhasil',
    'selesai',
    'paid',
    'completed',
  ],
};
