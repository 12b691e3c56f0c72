import { checkDigit } from '../../domain/catalog/barcode.ts';
import { addProduct, type NewProduct } from '../../electron/till/catalog/product-store.ts';
import { write } from '../../electron/till/database/write.ts';
import type { Till } from '../../electron/till/till.ts';

/** Products in one transaction of the build. */
const STEP = 200;

const kinds = `Batik Tulis|Batik Cap|Tenun Ikat|Songket|Lurik|Ulos|Selendang|Sarung|Kemeja
Daster|Blus|Kopi Arabika|Kopi Robusta|Kopi Luwak|Teh Hijau|Teh Melati|Wedang Uwuh|Jamu Kunyit
Jahe Merah|Keripik Tempe|Keripik Pisang|Keripik Singkong|Kerupuk Udang|Rempeyek|Emping
Sambal Roa|Sambal Matah|Bumbu Rendang|Abon Sapi|Dendeng|Dodol|Jenang|Madu Hutan|Sirup Markisa
Gula Aren|Minyak Kelapa|Keranjang Rotan|Tikar Pandan|Tas Anyaman|Noken|Topi Purun|Wayang Golek
Topeng|Ukiran Jati|Mainan Kayu|Gerabah|Kendi|Cincin Perak|Bros Perak|Kalung Mutiara|Dompet Kulit
Sandal Kulit|Sabun Sereh|Lulur|Lilin Aroma|Minyak Atsiri`;
const origins = `Aceh|Gayo|Toba|Mandailing|Medan|Minang|Silungkang|Riau|Jambi|Kerinci|Palembang
Bengkulu|Lampung|Bangka|Belitung|Banten|Baduy|Betawi|Bogor|Cirebon|Garut|Tasikmalaya|Pekalongan
Semarang|Kudus|Jepara|Lasem|Solo|Klaten|Yogya|Bantul|Tuban|Malang|Kediri|Madura|Madiun
Banyuwangi|Bali|Kintamani|Lombok|Sumbawa|Bima|Sumba|Flores|Timor|Alor|Pontianak|Dayak|Banjar
Samarinda|Makassar|Toraja|Buton|Kendari|Donggala|Manado|Ternate|Ambon|Banda|Fakfak|Wamena|Asmat`;
const styles = `Mega Mendung|Parang|Kawung|Sidomukti|Truntum|Sekar Jagad|Merak|Cendrawasih
Pucuk Rebung|Gringsing|Halus|Kasar|Asli|Istimewa|Pilihan|Warisan|Harian|Pesta|Pengantin|Anak
Dewasa|Pria|Wanita|Merah|Biru|Hijau|Kuning|Hitam|Putih|Cokelat|Ungu|Emas|Perak|Pedas|Manis|Gurih
Asin|Original|Kering|Basah|Segar|Panggang|Goreng|Madu|Cengkih|Kayu Manis|Vanila|Pala|Lada`;
const sizes = `S|M|L|XL|XXL|50 g|100 g|200 g|250 g|500 g|1 kg|60 ml|150 ml|250 ml|350 ml|600 ml
20 cm|30 cm|40 cm|2 meter|isi 5|isi 10|isi 12|Kecil|Sedang|Besar`;
const categories = `Batik|Tenun|Kopi|Teh dan Jamu|Keripik|Sambal dan Bumbu|Lauk dan Kue|Anyaman
Kayu|Perak|Kulit|Rawat Diri`;

/** Product number `index` of a large catalog; the same number always gives the same product. */
export function plausibleProduct(index: number): NewProduct {
  const pick = makePicker(index);
  const name = [kinds, origins, styles, sizes].map((list) => pick(list)).join(' ');
  const number = String(index).padStart(6, '0');
  const digits = `899${String(index).padStart(9, '0')}`;
  const unit = {
    unit: 'pcs',
    factorMilli: 1000,
    priceRupiah: (1 + (index % 400)) * 2500,
    barcodes: [`${digits}${checkDigit(digits)}`],
  };
  const code = `${name.slice(0, 3).toUpperCase()}-${number}`;
  return { code, name, category: pick(categories), units: [unit], createdAtMs: 0 };
}

/** Puts `count` plausible products into the catalog. @returns milliseconds it took */
export function fillCatalog(till: Till, count: number): number {
  const start = performance.now();
  for (let at = 0; at < count; at += STEP) {
    write(till, (tx) => {
      for (let index = at; index < Math.min(count, at + STEP); index += 1) {
        addProduct(tx, plausibleProduct(index));
      }
    });
    till.checkpointer.wrote();
  }
  return performance.now() - start;
}

/** Chooses from lists of words with a multiplicative hash of `seed`: scattered, and repeatable. */
function makePicker(seed: number): (list: string) => string {
  let state = seed + 1;
  return (list) => {
    const words = list.split(/[|\n]/);
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state ^= state >>> 12;
    return words[(state >>> 0) % words.length] ?? '';
  };
}
