import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { press, scan } from './keyboard.ts';
import { barcode, openOtherTab, openRegister } from './lapak.ts';
import { cartOf, nextOn, paidOn, payExactly, takeMoneyOn } from './register-page.ts';
import { keptCarts, test } from './restarts.ts';

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address has a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('lesson 9: a duplicated tab has a cart of its own, and two sales are two', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');

  const copy = await openOtherTab(page);
  await expect(cartOf(copy)).toContainText('Keranjang kosong');
  await expect(copy.getByText('Lapak juga terbuka di jendela lain')).toBeVisible();
  await scan(copy, barcode.sambal);
  await payExactly(copy);
  await page.bringToFront();
  await payExactly(page);

  const numbers = await Promise.all(
    [page, copy].map(async (one) => /[2-9A-Z]{3}-\d{6}/.exec(await paidOn(one).innerText())?.[0]),
  );
  expect(new Set(numbers).size).toBe(2);
  expect(await lapak.totals()).toMatchObject({ sales: 2, salesTotalRupiah: 72_500 });
});

test('the cart and the change outlive a reload', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp90.000');
  await page.reload();
  await expect(cartOf(page)).toContainText('Rp90.000');

  await press(page, 'F9');
  await page.getByRole('textbox', { name: 'Uang diterima' }).fill('100000');
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Rp10.000');
  await page.reload();
  await expect(paidOn(page)).toContainText('Rp10.000');
  expect(await lapak.totals()).toMatchObject({ sales: 1 });
});

test('a till that was killed while paying says in its new window what was booked', async ({
  page,
  context,
  restarts,
}) => {
  const killed = await restarts.start();
  const booked = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    // The sale arrives, its answer does not.
    server.onMessage((message) => {
      if (String(message).includes('changeRupiah')) booked.resolve();
      else socket.send(message);
    });
    server.onClose(() => void socket.close({ code: 4000 })); // of a kill there is none to hand on
  });
  await openRegister(page, killed.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await press(page, 'F9');
  await takeMoneyOn(page).click();
  await booked.promise;
  await expect(page.getByText('Mencatat penjualan…')).toBeVisible();
  await killed.stop('SIGKILL');

  const shell = await restarts.start();
  expect(new URL(shell.url).port).toBe(new URL(killed.url).port);
  await expect(page.getByText(/Lapak sudah dimulai ulang/)).toBeVisible();
  const next = await context.newPage();
  await next.goto(shell.url);
  await expect(paidOn(next)).toContainText('Rp350.000');
  await nextOn(next).click();
  await expect(cartOf(next)).toContainText('Keranjang kosong');
});

test('a cart that was being filled when the till was killed goes on in the new window', async ({
  page,
  context,
  restarts,
}) => {
  const killed = await restarts.start();
  await openRegister(page, killed.url);
  await scan(page, barcode.kopi);
  await scan(page, barcode.sambal);
  await expect(cartOf(page)).toContainText('Rp72.500');
  // Shown at once, kept right after.
  await expect.poll(() => keptCarts(restarts.dataDir)).toContain('SBL-01');
  await killed.stop('SIGKILL');

  const shell = await restarts.start();
  const next = await context.newPage();
  await next.goto(shell.url);
  await expect(cartOf(next)).toContainText('Rp72.500');
  await expect(next.getByText(/Keranjang yang belum selesai dari/)).toBeVisible();
});

test('lesson 3: a till that was killed and comes back on another port has the cart', async ({
  page,
  restarts,
}) => {
  const killed = await restarts.start();
  await openRegister(page, killed.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await expect.poll(() => keptCarts(restarts.dataDir)).toContain('BTK-01');
  await killed.stop('SIGKILL');

  const port = await freePort();
  const shell = await restarts.start('--port', String(port));
  expect(new URL(shell.url).port).toBe(String(port));
  expect(port).not.toBe(Number(new URL(killed.url).port));
  await page.goto(shell.url);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await expect(page.getByText(/Keranjang yang belum selesai dari/)).toBeVisible();
});

test('a page that is loaded again and again while its sale is booked shows the change', async ({
  page,
  lapak,
}) => {
  let isDeaf = true;
  const withheld = new Set<string>();
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    const own = crypto.randomUUID();
    server.onMessage((message) => {
      if (isDeaf && String(message).includes('changeRupiah')) withheld.add(own);
      else socket.send(message);
    });
  });
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await takeMoneyOn(page).click();
  for (const times of [1, 2, 3]) {
    await expect.poll(() => withheld.size).toBe(times); // the till has answered this page
    if (times === 3) isDeaf = false;
    await page.reload();
  }

  await expect(paidOn(page)).toContainText('Rp45.000');
  expect(await lapak.totals()).toMatchObject({ sales: 1 });
});

test('a page whose cart cannot be opened says why, and has it once it can', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await expect.poll(() => keptCarts(lapak.dataDir)).toContain('KOPI-01');
  const book = new Database(join(lapak.dataDir, 'lapak.db'));
  book.exec('BEGIN IMMEDIATE'); // for longer than the till waits
  await page.reload();
  await expect(page.getByText(/dipakai/)).toBeVisible({ timeout: 15_000 });
  await scan(page, barcode.sambal);
  await page.reload();
  book.exec('ROLLBACK');
  book.close();

  await expect(cartOf(page)).toContainText('Rp72.500', { timeout: 15_000 });
});

test('a till that hangs while paying is told as lost, and the sale is booked once', async ({
  page,
  restarts,
}) => {
  const shell = await restarts.start();
  await openRegister(page, shell.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await press(page, 'F9');
  await expect(takeMoneyOn(page)).toBeEnabled();
  process.kill(shell.pid, 'SIGSTOP');
  await takeMoneyOn(page).click();
  await expect(page.getByText(/terputus dari Lapak/)).toBeVisible({ timeout: 40_000 });
  process.kill(shell.pid, 'SIGCONT');

  await expect(paidOn(page)).toContainText('Rp350.000');
  await nextOn(page).click();
  await expect(cartOf(page)).toContainText('Keranjang kosong');
  await expect(page.getByText(/jendela lain/)).toBeHidden();
});

test('a page goes on by a new link in its own tab, with what was scanned meanwhile', async ({
  page,
  restarts,
}) => {
  const killed = await restarts.start();
  await openRegister(page, killed.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await expect(takeMoneyOn(page)).toBeVisible();
  await killed.stop('SIGKILL');
  await scan(page, barcode.sambal);

  const second = await restarts.start();
  await expect(page.getByText(/Lapak sudah dimulai ulang/)).toBeVisible();
  await page.goto(second.url); // only the end of the address is new: nothing is loaded
  await expect(page.getByText(/Lapak sudah dimulai ulang/)).toBeHidden();
  await expect(page.getByRole('dialog')).toContainText('Sambal Roa Manado');
  await second.stop('SIGKILL');
  await scan(page, barcode.batik);
  await page.goto('about:blank'); // handed over to the page that is loaded again

  const third = await restarts.start();
  await page.goto(third.url);
  await expect(cartOf(page)).toContainText('Batik Tulis Lasem');
  await expect(cartOf(page)).toContainText('Sambal Roa Manado');
  await expect(cartOf(page)).toContainText('Rp422.500');
});
