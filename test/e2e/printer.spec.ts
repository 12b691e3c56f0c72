import { createServer } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { openRegister, test } from './lapak.ts';

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

test('the lamp claims nothing of the printer while the till is lost', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await expect(page.getByRole('button', { name: 'Printer: siap' })).toBeVisible();
  await lapak.totals(); // which stops the till
  await expect(page.getByText('Layar ini terputus dari Lapak.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Printer: belum diketahui' })).toBeVisible();
});
