/** Words of who writes the papers of a mall, in Indonesian. */
export const consoleFeesIssuerId = {
  'console.fees.issuer.title': 'Kop surat',
  'console.fees.issuer.how':
    'Berada di tagihan, kuitansi, dan surat. Yang dikosongkan dihapus dari hub.',
  'console.fees.issuer.address': 'Alamat',
  'console.fees.issuer.telephone': 'Telepon',
  'console.fees.issuer.telephoneLine': 'Telp. {{telephone}}',
  'console.fees.issuer.place': 'Kota',
  'console.fees.issuer.placeHow': 'Di depan tanggal surat; kosong: nama mal',
  'console.fees.issuer.signer': 'Yang bertanda tangan',
  'console.fees.issuer.signerHow': 'Kosong: ditulis tangan',
  'console.fees.issuer.save': 'Simpan kop surat',
  'console.fees.issuer.saved': 'Kop surat disimpan.',
} as const;
