/** Words of the page of products, in Indonesian. */
export const catalogPageId = {
  'catalog.columnsHow':
    'Baris pertama adalah nama kolom, urutannya bebas. Satuan lain dari barang yang sama ditulis di baris sendiri.',
  'catalog.columnHow.kode': 'kode Anda sendiri; kode yang sudah ada diperbarui',
  'catalog.columnHow.nama': 'nama barang',
  'catalog.columnHow.kategori': 'kelompok di kasir',
  'catalog.columnHow.satuan': 'pcs, kg, lusin; kosong berarti satuan dasar',
  'catalog.columnHow.isi': 'isi satuan itu: lusin berisi 12',
  'catalog.columnHow.harga': 'rupiah bulat untuk satu satuan',
  'catalog.columnHow.barcode': 'kode batang; beberapa dipisah spasi',
  'catalog.columnHow.stok': 'stok awal; hanya untuk barang baru',
  'import.note.priceZero': 'Harganya nol: barang ini akan dijual tanpa bayar',
  'import.note.stockKept':
    'Stok tidak diubah oleh impor: di berkas {{value}}, di katalog tetap {{other}}',
  'import.note.stockIgnored': 'Stok hanya dibaca di baris satuan dasar: {{value}} tidak dipakai',
  'import.note.codeCase':
    'Kode {{value}} dan {{other}} hanya berbeda huruf besar dan kecil, jadi menjadi dua barang',
  'import.note.archived': '{{other}} diarsipkan dan tetap di arsip; kembalikan di layar Barang',
  'import.field.name': 'nama',
  'import.field.category': 'kategori',
  'import.field.price': 'harga',
  'import.field.factor': 'isi',
  'import.field.barcode': 'kode batang',
  'import.field.stock': 'stok',
} as const;
