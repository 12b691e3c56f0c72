import { expect, type Locator, type Page } from '@playwright/test';
import { press, scan, type } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeFiguresWhole, seeInReach } from './reach.ts';
import { linesOf } from './register-page.ts';
import { seeRowsApart } from './rows.ts';

/** From a telephone and an old counter screen to a wide one; a zoom is a smaller page. */
const sizes = {
  '390x844': { width: 390, height: 844 },
  '683x384': { width: 683, height: 384 }, // 1366x768 at 200 %
  '911x512': { width: 911, height: 512 }, // at 150 %
  '800x600': { width: 800, height: 600 },
  '1024x600': { width: 1024, height: 600 },
  '1366x768': { width: 1366, height: 768 },
  '1920x1080': { width: 1920, height: 1080 },
  '2560x1440': { width: 2560, height: 1440 },
};

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

interface State {
  /** For its pictures. */
  readonly name: string;
  /** Whole and in reach without scrolling. */
  readonly inReach: readonly Locator[];
}

/** Sees the state of the page at every size, and where its first control is at each. */
async function seeAtEverySize(page: Page, { name, inReach }: State): Promise<Box[]> {
  const boxes: Box[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const at = `${name} at ${size}`;
    await seeInReach(inReach, at);
    await seeFiguresWhole(page, at);
    await seeRowsApart(page, at);
    await seeThatItFits(page, `register-${name}-${size}`);
    const box = await inReach[0]?.boundingBox();
    if (box) boxes.push(box);
  }
  return boxes;
}

function seeThatNoneMeet(ones: readonly Box[], others: readonly Box[]): void {
  const meet = (a: Box, b: Box | undefined): boolean =>
    b !== undefined &&
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height;
  const met = Object.keys(sizes).filter((_, at) => {
    const one = ones[at];
    return one !== undefined && meet(one, others[at]);
  });
  expect(ones).toHaveLength(Object.keys(sizes).length);
  expect(met).toEqual([]);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Brings in what is dearer and longer in name than anything at a stall. */
async function importDearest(page: Page): Promise<void> {
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await button(page, 'Impor dari CSV').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'songket.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'kode;nama;harga\n' +
        'SKT-M;Songket Palembang Lepus Benang Emas Warisan Nenek Merah;99999999000\n' +
        'SKT-H;Songket Palembang Lepus Benang Emas Warisan Nenek Hijau;1250000\n' +
        'SKT-P;SONGKETPALEMBANGLEPUSBENANGEMASWARISANNENEKMOYANGKAMISEMUA01;1250000\n',
    ),
  });
  await button(page, 'Masukkan 3 barang').click();
  await button(page, 'Selesai').click();
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: /^Kasir/ }).click();
}

test('the cart is in reach at every size, whatever was scanned into it', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const pay = button(page, 'Bayar');
  const search = page.getByRole('searchbox', { name: 'Cari barang' });
  await seeAtEverySize(page, { name: 'empty', inReach: [pay, search] });

  await importDearest(page);
  for (const code of [barcode.kopi, barcode.batik, 'KRP-01', 'SKT-H', barcode.sambal]) {
    await scan(page, code);
  }
  await expect(linesOf(page)).toHaveCount(5);
  const line = page.getByRole('group', { name: /^Baris terpilih/ });
  const lineButtons = await line.getByRole('button').all();
  const selected = page.getByRole('option', { selected: true }).getByText('1', { exact: true });
  await seeAtEverySize(page, { name: 'cart', inReach: [pay, search, selected, ...lineButtons] });

  await button(page, /^Jumlah/).click();
  await page.getByRole('group', { name: 'Papan angka' }).getByRole('button', { name: '7' }).click();
  await seeAtEverySize(page, {
    name: 'quantity',
    inReach: [button(page, 'Pakai jumlah ini')],
  });
  await press(page, 'Escape');

  for (const code of ['8990000000005', '8990000000012', '8990000000029', '8990000000036']) {
    await scan(page, code);
    await expect(page.getByRole('alert')).toContainText(code);
  }
  const seen = button(page, 'Mengerti');
  await seeAtEverySize(page, { name: 'lost', inReach: [pay, seen, selected, ...lineButtons] });
  await seen.click();

  await button(page, 'Kosongkan').click();
  const question = page.getByRole('dialog', { name: 'Kosongkan keranjang?' });
  const answers = ['Tutup', 'Kosongkan', 'Jangan'].map((name) =>
    question.getByRole('button', { name }),
  );
  await seeAtEverySize(page, { name: 'clear', inReach: answers });
  await question.getByRole('button', { name: 'Kosongkan' }).click();
  await seeAtEverySize(page, {
    name: 'emptied',
    inReach: [button(page, 'Urungkan langkah terakhir'), pay],
  });
  await button(page, 'Bantuan').click();
  await seeAtEverySize(page, { name: 'keys', inReach: [button(page, 'Tutup').last()] });
});

test('the payment is in reach at every size, and nothing lies where another lay', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await importDearest(page);
  await scan(page, barcode.kopi);
  const pay = button(page, 'Bayar');
  const bayar = await seeAtEverySize(page, { name: 'one-line', inReach: [pay] });

  await pay.click();
  const sheet = page.getByRole('dialog', { name: 'Bayar', exact: true });
  const received = page.getByRole('textbox', { name: 'Uang diterima' });
  const take = button(page, 'Terima pembayaran');
  const close = sheet.getByRole('button', { name: 'Tutup' });
  const amounts = ['Uang pas Rp45.000', 'Rp100.000', '1', '9', '000', 'Hapus satu angka'].map(
    (name) => sheet.getByRole('button', { name, exact: true }),
  );
  const terima = await seeAtEverySize(page, {
    name: 'pay',
    inReach: [take, close, received, ...amounts],
  });
  seeThatNoneMeet(bayar, terima);

  await received.fill('10000');
  const short = button(page, 'Terima sebagian');
  await seeAtEverySize(page, { name: 'pay-short', inReach: [short, close] });

  for (const code of [barcode.sambal, barcode.batik, barcode.kopi]) await scan(page, code);
  for (const code of ['8990000000005', '8990000000012', '8990000000029']) await scan(page, code);
  const seen = button(page, 'Mengerti');
  const add = button(page, 'Tambahkan ke keranjang ini');
  await expect(page.getByRole('alert')).toContainText('8990000000029');
  await expect(sheet.getByRole('listitem')).toHaveCount(6);
  const unseen = button(page, 'Lihat dulu pindaian yang belum masuk');
  await seeAtEverySize(page, { name: 'pay-scans', inReach: [unseen, seen, add, close] });
  await seen.click();

  await received.fill('500000');
  await take.click();
  const check = button(page, 'Periksa lagi');
  const surely = button(page, 'Betul, terima');
  const periksa = await seeAtEverySize(page, {
    name: 'doubt',
    inReach: [check, surely, add, close],
  });
  const betul = await seeAtEverySize(page, { name: 'doubt', inReach: [surely] });
  seeThatNoneMeet(terima, betul);
  seeThatNoneMeet(terima, periksa);

  await surely.click();
  const next = button(page, 'Penjualan berikutnya');
  await expect(next).toBeEnabled();
  const berikutnya = await seeAtEverySize(page, {
    name: 'change',
    inReach: [next, button(page, 'Cetak ulang')],
  });
  seeThatNoneMeet(terima, berikutnya);

  await scan(page, '8990000000005');
  await seeAtEverySize(page, { name: 'change-lost', inReach: [next, seen] });
  await seen.click();
  await scan(page, 'SKT-H');
  await expect(page.getByText(/^Kembalian struk ...-/)).toBeVisible();
  await scan(page, '8990000000005');
  await seeAtEverySize(page, { name: 'last', inReach: [pay, seen.first(), seen.last()] });
});

test('the dearest sale is whole at every size', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await importDearest(page);
  await scan(page, 'SKT-M');
  const pay = button(page, 'Bayar');
  await seeAtEverySize(page, { name: 'dear-cart', inReach: [pay] });
  await pay.click();
  const take = button(page, 'Terima pembayaran');
  await seeAtEverySize(page, { name: 'dear-pay', inReach: [take] });
  await page.getByRole('textbox', { name: 'Uang diterima' }).fill('200000000000');
  await seeAtEverySize(page, { name: 'dear-pay-typed', inReach: [take] });
  await take.click();
  await button(page, 'Betul, terima').click();
  const next = button(page, 'Penjualan berikutnya');
  await seeAtEverySize(page, { name: 'dear-change', inReach: [next] });
});

test('weights are whole at every size, beside names of one long word', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await importDearest(page);
  const quantities = ['9', '12,375', '125,25', '125,125', '1250,5', '9999'];
  for (const quantity of quantities) {
    await type(page, `${quantity}*`);
    await scan(page, 'SKT-P');
    await seeAtEverySize(page, { name: `weight-${quantity}`, inReach: [button(page, 'Bayar')] });
    await press(page, 'Delete');
  }
  for (const code of ['SKT-P', 'SKT-P', 'SKT-P', barcode.kopi]) {
    await type(page, '9999,375*');
    await scan(page, code);
  }
  await expect(linesOf(page).first()).toContainText('29.998,125');
  await seeAtEverySize(page, { name: 'weights', inReach: [button(page, 'Bayar')] });
});
