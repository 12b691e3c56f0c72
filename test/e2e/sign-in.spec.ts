import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { hold, press, scan, type } from './keyboard.ts';
import { barcode, goTo, openOtherTab, openRegister, test } from './lapak.ts';
import {
  ani,
  askWho,
  approvalOn,
  budi,
  lockOn,
  sari,
  sellerOn,
  signIn,
  touchPin,
  whoOn,
} from './people.ts';
import { cartOf, linesOf, paidOn, payExactly } from './register-page.ts';

test.use({ pinUse: 'guarded' });

const wrong = '204957';

test('another person sells after F12, their figure and their PIN, with the cart as it was', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(linesOf(page)).toHaveCount(1);
  await signIn(page, ani);
  await expect(linesOf(page)).toHaveCount(1);
  await signIn(page, budi);
  await press(page, 'F12');
  await expect(whoOn(page).getByRole('button', { name: /^Budi/ })).toBeFocused();
  await press(page, 'ArrowRight');
  await press(page, 'Enter');
  await type(page, ani.pin);
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
  await expect(linesOf(page)).toHaveCount(1);
});

test('the same by touch alone, up to the lock', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await sellerOn(page).click();
  await whoOn(page).getByRole('button', { name: /^Ani/ }).click();
  await touchPin(page, ani.pin);
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
  await sellerOn(page).click();
  await whoOn(page).getByRole('button', { name: 'Kunci' }).click();
  await expect(sellerOn(page)).toHaveAccessibleName(/Belum masuk/);
});

test('the next PIN may be typed while a wrong one is still being checked', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await askWho(page);
  await type(page, ani.key + wrong);
  await scan(page, ani.pin, { gapMs: 180, suffix: [] }); // a hand, after a pause
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
});

test('F12 again, or Esc, closes the question, and nothing of the register hears its keys', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  for (const out of ['F12', 'Escape']) {
    await askWho(page);
    for (const key of ['F9', 'Delete', 'F4', '+', 'ArrowUp']) await press(page, key);
    await press(page, out);
    await expect(whoOn(page)).toBeHidden();
  }
  await hold(page, 'F12', { times: 5 });
  await expect(whoOn(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(cartOf(page)).toContainText('Rp45.000');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a wrong PIN is told with the tries left, and the fifth locks that person', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await askWho(page);
  await type(page, ani.key);
  for (const left of [4, 3, 2, 1]) {
    await type(page, wrong);
    await expect(whoOn(page).getByRole('alert')).toHaveText(`PIN salah. Sisa percobaan: ${left}.`);
  }
  await type(page, wrong);
  const told = whoOn(page).getByRole('alert');
  await expect(told).toHaveText(/Coba lagi \d+ detik lagi/);
  const secondsNow = async () => Number(/(\d+) detik/.exec(await told.innerText())?.[1]);
  const seconds = await secondsNow();
  expect(seconds).toBeGreaterThan(20);
  await expect.poll(secondsNow).toBeLessThan(seconds);
  await type(page, ani.pin);
  await expect(whoOn(page).getByRole('status')).toHaveAccessibleName('6 dari 6 angka');
  await expect(whoOn(page).getByRole('status')).toHaveAccessibleName('0 dari 6 angka');
  await expect(told).toHaveText(/Coba lagi \d+ detik lagi/);
  await press(page, 'Escape');
  await type(page, budi.key + budi.pin);
  await expect(sellerOn(page)).toHaveAccessibleName(/Budi/);
});

test('what a scanner sends is no choice and no PIN, and comes into the cart', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  for (const how of [{ gapMs: 4 }, { gapMs: 50, suffix: [] }]) {
    await askWho(page);
    await type(page, `${ani.key}73`);
    await scan(page, barcode.kopi, how);
    await expect(whoOn(page).getByRole('status')).toHaveAccessibleName('2 dari 6 angka');
    await press(page, 'F12');
    await expect(whoOn(page)).toBeHidden();
  }
  await expect(cartOf(page)).toContainText('Rp90.000');
  await askWho(page);
  await scan(page, barcode.kopi, { gapMs: 140 }); // a hand may be as slow
  await expect(whoOn(page).getByRole('alert')).toHaveText(/hanya enam angka/);
});

test('figures beyond six are no PIN, and Backspace takes one away', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await askWho(page);
  await type(page, `${ani.key}${ani.pin}7`);
  await expect(whoOn(page).getByRole('alert')).toHaveText(/hanya enam angka/);
  await type(page, ani.key);
  await type(page, ani.pin.slice(0, 4));
  await type(page, '5');
  await press(page, 'Backspace');
  await type(page, ani.pin.slice(4));
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
});

test.describe('a stall that asks for no PIN', () => {
  test.use({ pinUse: 'never' });

  test('a person is chosen by one figure, or by one touch', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await askWho(page);
    await type(page, ani.key);
    await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
    await sellerOn(page).click();
    await whoOn(page).getByRole('button', { name: /^Budi/ }).click();
    await expect(sellerOn(page)).toHaveAccessibleName(/Budi/);
  });
});

/** Opens a product and changes its name. */
async function renameBatik(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Batik/ }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nama' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
}

test('what a cashier may not do names itself, and is done with the PIN of one who may', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await signIn(page, ani);
  await goTo(page, 'Barang');
  await renameBatik(page, 'Batik Tulis Merah');
  await expect(approvalOn(page)).toHaveAccessibleName('Mengubah barang dan harga: perlu izin');
  await expect(approvalOn(page).getByRole('button', { name: /^Ani/ })).toHaveCount(0);
  await press(page, 'Escape');
  await expect(approvalOn(page)).toBeHidden();
  await expect(page.getByRole('alert')).toHaveCount(0); // whoever gave up knows

  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('textbox', { name: 'Nama' })).toHaveValue('Batik Tulis Merah');
  await sheet.getByRole('button', { name: 'Simpan' }).click();
  await approvalOn(page).getByRole('button', { name: /^Budi/ }).click();
  await type(page, wrong);
  await expect(approvalOn(page).getByRole('alert')).toContainText('PIN salah');
  await type(page, budi.pin);
  await expect(approvalOn(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Batik Tulis Merah' })).toBeVisible();
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);

  await renameBatik(page, 'Batik Tulis Biru'); // the approval was for the one act
  await expect(approvalOn(page)).toBeVisible();
});

test('only what the owner may is asked of the owner, by touch alone', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  await page.getByRole('textbox', { name: 'Telepon' }).fill('0812');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(approvalOn(page)).toHaveAccessibleName('Mengubah pengaturan: perlu izin');
  await touchPin(page, sari.pin); // there is nobody else to choose
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
});

test('the language of the screen is switched by anybody', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: /Who sells\?/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('two tabs sell as two people, and a page that is loaded again as nobody', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await signIn(page, ani);
  const other = await openOtherTab(page);
  await expect(sellerOn(other)).toHaveAccessibleName(/Belum masuk/);
  await signIn(other, budi);
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
  for (const [tab, count] of [
    [page, 1],
    [other, 1],
  ] as const) {
    await scan(tab, barcode.kopi);
    await expect(linesOf(tab)).toHaveCount(count);
    await payExactly(tab);
  }
  await other.reload();
  await expect(sellerOn(other)).toHaveAccessibleName(/Belum masuk/);
  await goTo(page, 'Penjualan');
  for (const [at, name] of [
    [0, 'Budi'],
    [1, 'Ani'],
  ] as const) {
    await page.getByRole('option').nth(at).click();
    await expect(page.getByRole('complementary')).toContainText(`Kasir: ${name}`);
  }
});

/** Lets the test cut the line of a page. */
async function holdLine(page: Page): Promise<{ cut(): Promise<void> }> {
  let line: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    socket.connectToServer();
    line = socket;
  });
  return { cut: async () => line?.close() };
}

test('whoever is signed in stays it over a line that was lost', async ({ page, lapak }) => {
  const line = await holdLine(page);
  await openRegister(page, lapak.url);
  await signIn(page, ani);
  await line.cut();
  await expect(page.getByText(/terputus dari Lapak/)).toBeVisible();
  await expect(page.getByText(/terputus dari Lapak/)).toBeHidden();
  await goTo(page, 'Barang');
  await renameBatik(page, 'Batik Tulis Merah');
  await expect(approvalOn(page)).toBeVisible();
  await expect(sellerOn(page)).toContainText('Ani');
});

test('whoever gives no sign of life for as long as the stall says is signed out', async ({
  page,
  lapak,
}) => {
  await page.clock.install();
  await openRegister(page, lapak.url);
  await sellerOn(page).click(); // such a clock stamps keys as they are handled
  await whoOn(page).getByRole('button', { name: /^Ani/ }).click();
  await touchPin(page, ani.pin);
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
  await page.clock.fastForward('04:30');
  await page.mouse.click(5, 300);
  await page.clock.fastForward('04:30');
  await expect(sellerOn(page)).toHaveAccessibleName(/Ani/);
  await page.clock.fastForward('00:40');
  await expect(sellerOn(page)).toHaveAccessibleName(/Belum masuk/);
});

test('nothing stands against who sells, a PIN, a wrong one, and an approval', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await signIn(page, ani);
  await askWho(page);
  await seeNothingAgainstAxe(page);
  await type(page, budi.key);
  await type(page, wrong);
  await expect(whoOn(page).getByRole('alert')).toContainText('PIN salah');
  await seeNothingAgainstAxe(page);
  await press(page, 'F12');
  await goTo(page, 'Barang');
  await renameBatik(page, 'Batik Tulis Merah');
  await expect(approvalOn(page)).toBeVisible();
  await seeNothingAgainstAxe(page);
});

test.describe('a stall that always asks for a PIN', () => {
  test.use({ pinUse: 'always' });

  /** Signs the cashier in, by keyboard. */
  async function unlock(page: Page): Promise<void> {
    await expect(lockOn(page)).toBeVisible();
    await type(page, ani.key + ani.pin);
    await expect(lockOn(page)).toBeHidden();
  }

  test('the till is locked from the start, and nothing of it is reached', async ({
    page,
    lapak,
  }) => {
    await page.goto(lapak.url);
    await expect(lockOn(page)).toBeVisible();
    await seeNothingAgainstAxe(page);
    for (let at = 0; at < 12; at += 1) {
      await press(page, 'Tab');
      const isOut = await page.evaluate(() => {
        const active = document.activeElement;
        return active !== document.body && active?.closest('dialog') === null;
      });
      expect(isOut).toBe(false);
    }
    for (const key of ['Escape', 'F12', 'F10', 'F2', 'F9', 'F3']) await press(page, key);
    await expect(lockOn(page)).toBeVisible();
    await scan(page, barcode.kopi);
    await expect(lockOn(page).getByRole('alert')).toContainText('Pindaian tidak dipakai');
    await page.mouse.click(100, 250);
    await type(page, ani.key + ani.pin);
    await expect(lockOn(page)).toBeHidden();
    await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeVisible();
    await expect(linesOf(page)).toHaveCount(0);
  });

  test('the cart waits behind the lock, for whoever signs in next', async ({ page, lapak }) => {
    await page.goto(lapak.url);
    await lockOn(page).getByRole('button', { name: /^Ani/ }).click();
    await touchPin(page, ani.pin);
    await expect(lockOn(page)).toBeHidden();
    await scan(page, barcode.kopi);
    await expect(cartOf(page)).toContainText('Rp45.000');
    await press(page, 'F9');
    await askWho(page); // also over the sheet that takes the money
    await type(page, '0');
    await expect(lockOn(page)).toBeVisible();
    await type(page, budi.key + budi.pin);
    await expect(lockOn(page)).toBeHidden();
    await page.getByRole('button', { name: 'Terima pembayaran' }).click();
    await expect(paidOn(page)).toBeVisible();
    expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
  });

  test('a page that is loaded again asks who sells, and has its cart', async ({ page, lapak }) => {
    await page.goto(lapak.url);
    await unlock(page);
    await scan(page, barcode.kopi);
    await expect(cartOf(page)).toContainText('Rp45.000');
    await page.reload();
    await unlock(page);
    await expect(cartOf(page)).toContainText('Rp45.000');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a forgotten PIN gives way to the code on the owner’s paper, and that to a new one', async ({
    page,
    lapak,
  }) => {
    await page.goto(lapak.url);
    await lockOn(page)
      .getByRole('button', { name: /^Bu Sari/ })
      .click();
    await lockOn(page).getByRole('button', { name: 'Lupa PIN?' }).click();
    const dialog = page.getByRole('dialog', { name: 'PIN baru dengan kode pemulihan' });
    const code = dialog.getByRole('textbox', { name: 'Kode pemulihan' });
    await code.fill('ABCD-EFGH-JKLM-NPQR-STUV-WXYZ');
    await press(page, 'Enter');
    await type(page, '951753');
    await type(page, '951753');
    await expect(code).toHaveAccessibleDescription(/Kode pemulihan salah/);
    await seeNothingAgainstAxe(page);
    await code.fill(lapak.recoveryCode.toLowerCase());
    await press(page, 'Enter');
    await type(page, '951753');
    await type(page, '951753');
    const kept = page.getByRole('dialog', { name: 'Simpan kode pemulihan ini' });
    await expect(kept).toBeVisible();
    await seeNothingAgainstAxe(page);
    await press(page, 'Escape');
    await expect(kept).toBeVisible();
    await kept.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await expect(sellerOn(page)).toHaveAccessibleName(/Bu Sari/);
  });
});
