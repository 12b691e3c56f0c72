import { createServer } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

async function sell(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Kopi Gayo/ }).click();
  await page.getByRole('button', { name: 'Bayar' }).click();
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  const paid = page.getByRole('region', { name: 'Lunas' });
  await expect(paid).toContainText('Struk menunggu printer');
  return /[2-9A-Z]{3}-\d{6}/.exec(await paid.innerText())?.[0] ?? 'no number';
}

test.describe('a printer that is off', () => {
  test.use({ printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

  test('what waits is seen, dropped, and printed on the printer that is chosen', async ({
    page,
    lapak,
  }) => {
    const received: Buffer[] = [];
    const printer = createServer((socket) => socket.on('data', (bytes) => received.push(bytes)));
    await new Promise<void>((resolve) => printer.listen(0, '127.0.0.1', resolve));
    const place = printer.address();
    const port = typeof place === 'object' && place !== null ? place.port : 0;

    await openRegister(page, lapak.url);
    await expect(page.getByRole('button', { name: 'Printer: menunggu' })).toBeVisible();
    const first = await sell(page);
    const second = await sell(page);
    await page.getByRole('button', { name: 'Printer: menunggu' }).click();
    const panel = page.getByRole('dialog', { name: 'Printer struk' });
    await expect(panel.getByRole('status')).toContainText('Printer tidak menjawab');
    await expect(panel.getByRole('status')).toContainText('2 lembar menunggu');
    const queue = panel.getByRole('region', { name: 'Antrean cetak' });
    await expect(queue.getByRole('listitem')).toHaveText([new RegExp(first), new RegExp(second)]);

    await queue.getByRole('button', { name: `Cetak Struk ${first}` }).click();
    await expect(page.getByText('1 lembar masih menunggu. Printer tidak menjawab.')).toBeVisible();

    await queue.getByRole('button', { name: `Buang Struk ${first}` }).dblclick();
    await expect(page.getByText('1 lembar dibuang dari antrean.')).toBeVisible();
    await expect(queue.getByRole('listitem')).toHaveText([new RegExp(second)]);
    await panel.getByRole('button', { name: 'Cetak halaman uji' }).click();
    await expect(page.getByText('Halaman uji menunggu. Printer tidak menjawab.')).toBeVisible();

    const address = panel.getByRole('textbox', { name: 'Alamat printer' });
    await address.fill('printer saya');
    await panel.getByRole('button', { name: 'Simpan printer' }).click();
    await expect(address).toHaveAccessibleDescription(/“printer saya” tidak dikenal/);
    await address.fill(`127.0.0.1:${port}`);
    await panel.getByRole('button', { name: 'Simpan printer' }).click();
    await expect(address).toHaveValue(`tcp://127.0.0.1:${port}`);
    await expect(queue).toContainText('Antrean kosong.');
    await expect(panel.getByRole('status')).toContainText('Printer siap.');
    await expect(page.getByText(/^Printer disimpan/)).toBeVisible();
    await address.fill('printer saya');
    await panel.getByRole('button', { name: 'Simpan printer' }).click();
    await expect(address).toHaveAccessibleDescription(/“printer saya” tidak dikenal/);
    expect(await page.getByText(/^Printer disimpan/).isVisible()).toBe(false);
    printer.close();

    const paper = Buffer.concat(received).toString('latin1');
    expect(paper).toContain(second);
    expect(paper).toContain('UJI CETAK');
    expect(paper).not.toContain(first);
    expect(paper).not.toContain('SALINAN');
    expect(await lapak.totals()).toMatchObject({ sales: 2 });
  });
});

test.describe('another printer that is off', () => {
  test.use({ printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

  test('a copy asked for three times is one, and its outcome is told in any language', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    const number = await sell(page);
    const copy = page.getByRole('button', { name: 'Cetak ulang' });
    await copy.click({ clickCount: 3 });
    await press(page, 'F8');
    await expect(
      page.getByText(`Salinan struk ${number} menunggu. Printer tidak menjawab.`),
    ).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(
      page.getByText(`Copy of receipt ${number} waits. The printer does not answer.`),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Indonesia' }).click();

    await page.getByRole('button', { name: 'Printer: menunggu' }).click();
    const panel = page.getByRole('dialog', { name: 'Printer struk' });
    await expect(panel.getByRole('listitem')).toHaveText([
      new RegExp(`^Struk ${number}`),
      new RegExp(`^Salinan struk ${number}`),
    ]);
    await expect(panel.getByRole('status')).toContainText('Rincian teknis: ECONNREFUSED');
    await seeThatItFits(page, 'printer-waiting');
  });
});

test('an address that nobody answers at is kept, and not said to be ready', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: 'Printer: siap' }).click();
  const panel = page.getByRole('dialog', { name: 'Printer struk' });
  await panel.getByText('Jaringan', { exact: true }).click();
  const address = panel.getByRole('textbox', { name: 'Alamat printer' });
  const save = panel.getByRole('button', { name: 'Simpan printer' });
  await save.click();
  await expect(address).toHaveAccessibleDescription('Tulis alamat printernya.');
  await address.fill('192.168.1.500');
  await save.click();
  await expect(address).toHaveAccessibleDescription(/“192.168.1.500” tidak dikenal/);
  await address.fill('127.0.0.1:9');
  await save.click();

  await expect(
    page.getByText('Printer disimpan, tetapi tidak bisa dipakai sekarang. Printer tidak menjawab.'),
  ).toBeVisible();
  await expect(address).toHaveValue('tcp://127.0.0.1:9');
  await expect(panel.getByRole('status')).toContainText('Printer tidak menjawab');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Printer: menunggu' })).toBeVisible();
});

test('a copy on the virtual printer is told to be printed, and is one', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: /^Kopi Gayo/ }).click();
  await page.getByRole('button', { name: 'Bayar' }).click();
  await page.getByRole('button', { name: 'Terima pembayaran' }).click();
  await page.getByRole('button', { name: 'Cetak ulang' }).click({ clickCount: 3 });
  await expect(page.getByText(/^Salinan struk .* sudah dicetak\.$/)).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'SALINAN' })).toHaveCount(1);
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('the lamp claims nothing of the printer while the till is lost', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await expect(page.getByRole('button', { name: 'Printer: siap' })).toBeVisible();
  await lapak.totals(); // which stops the till
  await expect(page.getByText('Layar ini terputus dari Lapak.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Printer: belum diketahui' })).toBeVisible();
});
