import { expect, type Page } from '@playwright/test';
import { openCatalog, rowOf, sheetOf } from './catalog-page.ts';
import { press, scan } from './keyboard.ts';
import { barcode, test } from './lapak.ts';

/** Holds back what the till says of kopi, from `begin` to `end`. */
async function holdKopi(page: Page): Promise<{ begin(): void; end(): void }> {
  const held: (() => void)[] = [];
  let isHeld = false;
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (isHeld && String(message).includes('KOPI-01')) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    begin: () => {
      isHeld = true;
    },
    end: () => {
      isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
}

/** A scan of Kopi in the list of products, whose answer is held back. */
async function scanKopiUnheard(page: Page, url: string) {
  const answers = await holdKopi(page);
  await openCatalog(page, url);
  await expect(rowOf(page, 'Kopi Gayo')).toBeVisible();
  answers.begin();
  await scan(page, barcode.kopi);
  return answers;
}

test('a scan that is answered late exchanges nothing that was begun meanwhile', async ({
  page,
  lapak,
}) => {
  const answers = await scanKopiUnheard(page, lapak.url);
  await press(page, 'F4');
  const name = sheetOf(page).getByRole('textbox', { name: 'Nama' });
  await name.fill('Madu');
  answers.end();
  await expect(page.getByRole('alert')).toContainText(`${barcode.kopi} terlambat dijawab`);
  await expect(name).toHaveValue('Madu');
});

test('of two scans the later one is opened, whichever is answered last', async ({
  page,
  lapak,
}) => {
  const answers = await scanKopiUnheard(page, lapak.url);
  await scan(page, barcode.batik);
  const price = sheetOf(page).getByRole('textbox', { name: 'Harga', exact: true });
  await expect(price).toHaveValue('350.000');
  await sheetOf(page).getByRole('tab', { name: /Stok/ }).click(); // where a scan opens another
  answers.end();
  await sheetOf(page).getByRole('textbox', { name: 'Jumlah yang dihitung' }).fill('9');
  await sheetOf(page).getByRole('button', { name: 'Simpan koreksi' }).click();
  await expect(page.getByRole('status')).toContainText('Stok Batik Tulis Lasem sekarang 9');
});
