import { expect, test } from 'vitest';
import { aBill, aKuitansi, anAgeing, aNotice, aStatement } from '../../../test/support/papers.ts';
import { noticeLevels } from '../kinds.ts';
import { noticeSheet } from './notice-sheet.ts';
import { translator } from '../../translator.ts';
import { ageingText, billText, kuitansiText, noticeText, statementText } from './whatsapp-text.ts';
import { whatsAppLink } from '../../whatsapp.ts';

const say = translator('id');

test('a bill as text has the exact sum, its code and how to pay it', () => {
  expect(billText(aBill, say)).toBe(`Pengelola Thamrin City
Tagihan November 2026
Kopi Gayo, lapak A12, Thamrin City (TC-A12)

Listrik November 2026: Rp750.000
Kebersihan November 2026: Rp250.000

*Bayar tepat Rp1.000.017* paling lambat 10 November 2026.
Tiga angka terakhir, 017, adalah kode unik lapak Anda.
Ke rekening: BCA 1234567890 a.n. Pengelola Thamrin City
Berita transfer: TC-A12-2611`);
});

test('a bill that is paid ahead says that nothing is to be paid', () => {
  expect(billText({ ...aBill, advanceRupiah: 1_000_000 }, say)).toMatch(
    /Dikurangi titipan: −Rp1\.000\.000\n\nTidak ada yang perlu dibayar/,
  );
});

test('a statement as text has its four sums', () => {
  expect(statementText(aStatement, say)).toContain(
    'Saldo awal: Rp500.000\nTagihan: Rp2.200.000\nPembayaran: Rp1.575.017\n' +
      '*Saldo akhir: Rp1.124.983*',
  );
});

test('a kuitansi as text has the address that checks it, and its marks', () => {
  const text = kuitansiText(aKuitansi, say);

  expect(text).toContain('*Rp1.000.017*\n(Satu juta tujuh belas rupiah)');
  expect(text).toContain(`Periksa keasliannya:\n${aKuitansi.code}`);
  expect(text).not.toContain('SALINAN');
  expect(kuitansiText({ ...aKuitansi, isCopy: true, code: null }, say)).toMatch(
    /^\*SALINAN\*\n(?!.*Periksa)/s,
  );
});

test.each(noticeLevels)(
  'a letter (%s) as text says what is owed, by when, what follows',
  (level) => {
    const text = noticeText({ ...aNotice, level }, say);

    expect(text).toContain('Listrik, kebersihan September 2026 s.d. Oktober 2026: Rp2.000.000');
    expect(text).toContain('Kami mohon *Rp2.000.000* dilunasi paling lambat 6 Desember 2026.');
    expect(text).toContain(
      {
        reminder: 'menerbitkan Surat Peringatan Pertama (SP1)',
        sp1: 'menerbitkan Surat Peringatan Kedua (SP2)',
        sp2: 'menerbitkan Surat Peringatan Ketiga (SP3), yaitu peringatan terakhir',
        sp3: 'Surat ini adalah peringatan terakhir.',
      }[level],
    );
  },
);

test('what a mall does after the last letter is said in its own words', () => {
  const follows = 'Aliran listrik lapak dihentikan mulai 7 Desember 2026.';

  expect(noticeText({ ...aNotice, level: 'sp3', follows }, say)).toContain(follows);
  expect(noticeText({ ...aNotice, level: 'sp2', follows }, say)).not.toContain(follows);
});

test('the ages of a mall as text end with their sum', () => {
  expect(ageingText(anAgeing, say)).toContain(
    'Lebih dari 90 hari: Rp2.500.000\n*Jumlah: Rp6.625.000* dari 2 lapak.',
  );
});

test('in English one stall is one stall', () => {
  const english = translator('en');
  const one = { ...anAgeing, rows: anAgeing.rows.slice(0, 1) };

  expect(ageingText(one, english)).toMatch(/of 1 stall\.$/);
});

test('a link keeps every letter of a text, also those that an address has a meaning for', () => {
  const text = 'Rp1.000 & *50 %*\n#LK1+x Zoë 🙂';

  expect(new URL(whatsAppLink(text)).searchParams.get('text')).toBe(text);
  expect(whatsAppLink(text)).toMatch(/^https:\/\/wa\.me\/\?text=/);
});

test('a letter that was handed over before is a copy, on paper and as text', () => {
  const again = { ...aNotice, isCopy: true };

  expect(noticeSheet(again, say).mark).toBe('SALINAN');
  expect(noticeText(again, say)).toBe(`*SALINAN*\n${noticeText(aNotice, say)}`);
  expect(noticeSheet(aNotice, say).mark).toBe('');
});
