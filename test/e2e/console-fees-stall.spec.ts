import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { giveCodes, setAccount } from '../../hub/fees/mall-acts.ts';
import { readAccounts } from '../../hub/fees/read-malls.ts';
import { openFees, seeAtSizes, test } from './console-fees-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeNothingAgainstAxe } from './axe.ts';

const BATIK = 'TC/stall/TC-B01';

test('a stall is found by its name; its fees fit into every size', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/stall');
  const { main, title } = consoleOf(page);
  await main.getByRole('searchbox', { name: 'Cari lapak' }).fill('batik');
  await main.getByRole('button', { name: 'Batik Sari' }).click();
  await expect(title).toHaveText('Batik Sari');
  await expect(main.getByRole('region', { name: 'Keadaan iuran' })).toContainText('Rp1.600.000');
  await expect(main).toContainText('TC-B01-2611');
  await seeAtSizes(page, 'stall');
});

test('a payment goes to the oldest charges, or where a manager says', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  await expect(main.getByRole('list', { name: 'Tagihan terbuka' })).toBeVisible();
  await page.keyboard.press('b');
  const goes = dialog.getByRole('region', { name: 'Dipakai untuk' });
  await dialog.getByLabel('Jumlah (Rp)').fill('300000');
  await expect(goes.getByRole('listitem').first()).toHaveText('Listrik Oktober 2026Rp300.000');
  await goes.getByRole('button', { name: 'Atur sendiri' }).click();
  await goes.getByLabel('Listrik Oktober 2026').fill('');
  await goes.getByLabel('Kebersihan November 2026').fill('400000');
  await dialog.getByRole('button', { name: 'Catat Rp300.000' }).click();
  await expect(dialog).toContainText('Yang diatur Rp400.000, lebih dari pembayarannya.');
  await goes.getByLabel('Kebersihan November 2026').fill('300000');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Catat Rp300.000' }).click();
  await expect(dialog.getByText('Tercatat: KW/TC/2026/000004')).toBeVisible();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  const open = main.getByRole('list', { name: 'Tagihan terbuka' });
  await expect(open).not.toContainText('Kebersihan November 2026');
  await expect(open).toContainText('Listrik Oktober 2026');
});

test('a payment whose answer was lost is booked once, however the form is sent again', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  const paid = main.getByRole('list', { name: 'Pembayaran dan kuitansi' }).getByRole('listitem');
  await expect(paid).toHaveCount(1);
  const lose = () =>
    page.route('**/payments', async (route) => {
      await route.fetch();
      await route.abort();
    });
  const pay = async (sum: string): Promise<void> => {
    await page.keyboard.press('b');
    await dialog.getByLabel('Jumlah (Rp)').fill(sum);
    await dialog.getByRole('button', { name: /^Catat Rp/ }).click();
  };
  await lose();
  await pay('100000');
  await expect(dialog.getByRole('alert')).toContainText('Belum tentu ini sampai');
  await page.unroute('**/payments');
  await dialog.getByLabel('Catatan').fill('lewat Bu Rina');
  await dialog.getByRole('button', { name: /^Catat Rp/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('sudah tercatat dengan isi lain');
  await expect(dialog.getByRole('button', { name: /^Catat Rp/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(paid).toHaveCount(2);

  // Closed, and opened anew for the same sum.
  await lose();
  await pay('110000');
  await expect(dialog.getByRole('alert')).toContainText('Belum tentu ini sampai');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.unroute('**/payments');
  await expect(paid).toHaveCount(3); // it is told without anybody reloading
  await pay('110000');
  await expect(dialog.getByText('Tercatat: KW/TC/2026/000005')).toBeVisible();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await expect(paid).toHaveCount(3);

  // Then the same sum again is another payment.
  await pay('110000');
  await expect(dialog.getByText('Tercatat: KW/TC/2026/000006')).toBeVisible();
});

test('a payment is looked at again where the stall owes something else meanwhile', async ({
  page,
  hub,
  office,
}) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  await expect(main.getByRole('list', { name: 'Tagihan terbuka' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(dialog.getByLabel('Jumlah (Rp)')).toHaveValue('1.600.000');
  await office.takeCash('TC-B01', 1_600_000);
  await dialog.getByRole('button', { name: /^Catat Rp/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('yang terutang berubah menjadi Rp0');
});

test('a sum that is far too much is asked about, and nothing at all is no payment', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  await expect(main.getByRole('list', { name: 'Tagihan terbuka' })).toBeVisible();
  await page.keyboard.press('b');
  const sum = dialog.getByLabel('Jumlah (Rp)');
  await sum.fill('');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Isi jumlah yang dibayar.');
  await sum.fill('160000000');
  await expect(dialog.getByRole('alert')).toContainText('jauh lebih besar dari yang terutang');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Periksa lagi, lalu centang');
  await seeAtSizes(page, 'pay-doubt');
  await dialog.getByLabel('Memang begitu').check();
  await sum.fill('170000000');
  await expect(dialog.getByLabel('Memang begitu')).not.toBeChecked(); // that is another doubt
  await dialog.getByLabel('Memang begitu').check();
  await dialog.getByRole('button', { name: /^Catat Rp/ }).click();
  await expect(dialog.getByText('Tercatat: KW/TC/2026/000004')).toBeVisible();
});

test('a payment goes to the account that is shown; a QRIS can pay out to the bank', async ({
  page,
  hub,
  office: { doing },
}) => {
  const rest = { mall: 'TC', qris: '', profile: '', isClosed: false, note: '' };
  for (const [account, holds] of [
    ['bca-tc', 'bank'],
    ['bri-tc', 'bank'],
    ['laci-dua', 'cash'],
  ] as const) {
    await setAccount(doing, { ...rest, id: randomUUID(), account, holds, label: account });
  }
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  const account = dialog.getByRole('combobox', { name: 'Masuk ke rekening' });
  const pay = async (): Promise<void> => {
    await dialog.getByLabel('Jumlah (Rp)').fill('100000');
    await dialog.getByRole('button', { name: 'Catat Rp100.000' }).click();
    await expect(dialog.getByText(/^Tercatat: KW/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Selesai' }).click();
  };
  await expect(main.getByRole('list', { name: 'Tagihan terbuka' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(account).toBeVisible(); // two drawers: the first is shown, and meant
  await pay();
  await page.keyboard.press('b');
  await dialog.getByText('Transfer bank', { exact: true }).click();
  await account.selectOption('bri-tc');
  await dialog.getByText('Tunai', { exact: true }).click();
  await pay();
  await page.keyboard.press('b');
  await dialog.getByText('QRIS', { exact: true }).click();
  await account.selectOption('bri-tc');
  await pay();
  const { accounts } = await readAccounts(doing.hub, 'TC');
  expect(accounts.find((one) => one.account === 'bri-tc')?.balance).toBe(100_000);
});

test('the sum to transfer is that of the bill and the till', async ({ page, hub, office }) => {
  await office.takeCash('TC-B01', 100_017);
  await giveCodes(office.doing, 'TC');
  await openFees(page, hub, BATIK);
  const { main } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Keadaan iuran' });
  await expect(sums).toContainText('Rp1.499.983');
  await expect(sums).toContainText(/Transfer tepatRp1\.500\.00\d/);
});

test('a payment that is reversed is void, and its kuitansi says so', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  const name = 'KW/TC/2026/000002';
  const acts = main.getByRole('button', { name: `Tindakan untuk ${name}` });
  const reverse = page.getByRole('menuitem', { name: 'Batalkan' });
  await acts.click();
  await reverse.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(acts).toBeFocused();
  await acts.click();
  await reverse.click();
  await page.keyboard.type('salah lapak', { delay: 20 }); // the menu does not take the focus back
  await expect(dialog.getByLabel('Alasan')).toHaveValue('salah lapak');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(main.getByRole('region', { name: 'Keadaan iuran' })).toContainText('Rp3.000.000');
  await expect(main.getByRole('list', { name: 'Pembayaran dan kuitansi' })).toContainText('BATAL');
  await acts.click();
  await page.getByRole('menuitem', { name: 'Lihat kuitansi' }).click();
  await expect(dialog.getByRole('article')).toContainText('BATAL');
  await seeNothingAgainstAxe(page);
});

test('a payment is taken off a charge for a reason, and put on another by hand', async ({
  page,
  hub,
}) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Keadaan iuran' });
  const open = main.getByRole('list', { name: 'Tagihan terbuka' });
  await main.getByRole('button', { name: 'Tindakan untuk KW/TC/2026/000002' }).click();
  await page.getByRole('menuitem', { name: 'Lepas dari tagihan' }).click();
  await dialog
    .getByLabel('Dilepas dari')
    .selectOption({ label: 'Listrik September 2026 · Rp700.000' });
  await dialog.getByLabel('Jumlah (Rp)').fill('700001');
  await expect(dialog).toContainText('Paling banyak Rp700.000 dapat dilepas dari tagihan ini.');
  await dialog.getByLabel('Jumlah (Rp)').fill('700000');
  await dialog.getByLabel('Alasan').fill('salah bulan');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Lepas dari tagihan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(open).toContainText('Listrik September 2026');
  await expect(sums).toContainText('TitipanRp700.000');
  await page.keyboard.press('p');
  const goes = dialog.getByRole('region', { name: 'Dipakai untuk' });
  await goes.getByRole('button', { name: 'Atur sendiri' }).click();
  await goes.getByLabel('Listrik September 2026').fill('');
  await goes.getByLabel('Listrik November 2026').fill('700001');
  await expect(dialog).toContainText('lebih dari titipannya, Rp700.000');
  await goes.getByLabel('Listrik November 2026').fill('700000');
  await dialog.getByRole('button', { name: 'Pakai titipan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(open).not.toContainText('Listrik November 2026');
  const history = main.getByRole('list', { name: 'Semua yang dicatat pada lapak ini' });
  await expect(history).toContainText('salah bulan');
});

test('a charge is waived for a reason, which the history tells', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { main, dialog } = consoleOf(page);
  await main.getByRole('button', { name: 'Tindakan untuk Kebersihan November 2026' }).click();
  await page.getByRole('menuitem', { name: 'Bebaskan' }).click();
  await dialog.getByLabel('Alasan').fill('banjir');
  await dialog.getByRole('button', { name: 'Bebaskan' }).click();
  await expect(dialog).toHaveCount(0);
  const history = main.getByRole('list', { name: 'Semua yang dicatat pada lapak ini' });
  await expect(history.getByRole('listitem').first()).toContainText('Pembebasan');
  await expect(history.getByRole('listitem').first()).toContainText('banjir');
  await expect(history.getByRole('listitem').first()).toContainText('oleh pengelola-1');
});

test('arrears are parted over months, and what cannot be done says why', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { main, dialog, button } = consoleOf(page);
  await button('Tindakan').click();
  const refund = page.getByRole('menuitem', { name: 'Kembalikan titipan' });
  await expect(refund).toBeDisabled();
  await expect(refund).toHaveAttribute('title', 'Tidak ada titipan.');
  await page.getByRole('menuitem', { name: 'Sepakati cicilan' }).click();
  await expect(dialog).toContainText('Cicilan 3, 10/02/2027');
  await expect(dialog.getByLabel('Cicilan 3, 10/02/2027')).toHaveValue('533.334');
  await dialog.getByLabel('Cicilan 1, 10/12/2026').fill('1000000');
  await dialog.getByRole('button', { name: 'Sepakati cicilan' }).click();
  await expect(dialog).toContainText('Cicilannya berjumlah Rp2.066.667');
  await dialog.getByLabel('Cicilan 2, 10/01/2027').fill('350000');
  await dialog.getByLabel('Cicilan 3, 10/02/2027').fill('250000');
  await dialog.getByRole('textbox', { name: 'Tanggal cicilan 3' }).fill('05/01/2027');
  await dialog.getByRole('textbox', { name: 'Tanggal cicilan 3' }).press('Tab');
  await expect(dialog).toContainText('Setiap cicilan jatuh tempo sesudah yang sebelumnya.');
  await dialog.getByRole('textbox', { name: 'Tanggal cicilan 3' }).fill('25/02/2027');
  await dialog.getByRole('textbox', { name: 'Tanggal cicilan 3' }).press('Tab');
  await expect(dialog.getByLabel('Cicilan 3, 25/02/2027')).toHaveValue('250.000');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Sepakati cicilan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main.getByRole('region', { name: 'Keadaan iuran' })).toContainText('ditepati');
});

test('a deposit is taken and pays what is owed, apart from advances', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { main, dialog, button } = consoleOf(page);
  const sums = main.getByRole('region', { name: 'Keadaan iuran' });
  await expect(sums).toBeVisible();
  await page.keyboard.press('j');
  await dialog.getByLabel('Jumlah (Rp)').fill('2000000');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(sums).toContainText('Uang jaminanRp2.000.000');
  await expect(sums).toContainText('Rp1.600.000');
  await button('Tindakan').click();
  await page.getByRole('menuitem', { name: 'Bayar dari uang jaminan' }).click();
  await dialog.getByLabel('Alasan').fill('kontrak berakhir');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(sums).toContainText('Uang jaminanRp400.000');
  await expect(sums).toContainText('Yang terutangRp0');
});

test('its bill and its statement are papers, with a text to send', async ({ page, hub }) => {
  await openFees(page, hub, BATIK);
  const { dialog, button } = consoleOf(page);
  await button('Surat & berkas').click();
  await page.getByRole('menuitem', { name: 'Tagihan November 2026' }).click();
  await expect(dialog.getByRole('article')).toContainText('Rp1.600.002');
  const link = dialog.getByRole('link', { name: 'Kirim lewat WhatsApp' });
  await expect(link).toHaveAttribute('href', /^https:\/\/wa\.me\/\?text=.*1\.600\.002/);
  const paper = dialog.getByRole('article');
  await dialog.getByRole('combobox', { name: 'Bulan' }).selectOption('Oktober 2026');
  await expect(paper).toContainText('TAG/TC-B01/2026-10');
  await expect(paper).toContainText('Sudah dibayar');
  await expect(paper).toContainText('Rp600.002');
  await dialog.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await expect(paper).toContainText('Tagihan ini sudah lunas');
  await dialog.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await expect(dialog).toContainText('Sampai Agustus 2026 tidak ada tagihan untuk lapak ini.');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await button('Surat & berkas').click();
  await page.getByRole('menuitem', { name: 'Rekening lapak' }).click();
  await expect(dialog.getByRole('article')).toContainText('SALDO AKHIR');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Simpan XLSX' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^rekening-TC-B01-.*\.xlsx$/);
});

test('a stall that is not there is said', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/stall/TC-Z99');
  await expect(consoleOf(page).main.getByRole('alert')).toContainText('TC-Z99');
});
