import { expect, type Locator, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { codeField, enrolAct, hubField, lampOn, sellOne, stateOn } from './hub-page.ts';
import { press, scan, type } from './keyboard.ts';
import { goTo, type Lapak, openOtherTab, openRegister } from './lapak.ts';
import { ani, approvalOn, sari, signIn } from './people.ts';
import { seen } from './shift-page.ts';
import { openPortal, reportTo, type StallHub, test } from './stall-hub.ts';

const proofOn = (page: Page): Locator => page.getByRole('region', { name: 'Bukti sudah melapor' });
const sentOn = (page: Page): Locator => page.getByRole('region', { name: 'Yang sudah dikirim' });

/** Opens the page of the hub. */
async function openHubPage(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Hub');
  await expect(page.getByRole('heading', { name: 'Hub pusat perbelanjaan' })).toBeVisible();
}

/** Opens the page of a till that is enrolled and has sent all that it has. */
async function openReported(page: Page, lapak: Lapak, hub: StallHub): Promise<void> {
  await reportTo(hub, lapak);
  await openHubPage(page, lapak.url);
  await expect(stateOn(page)).toContainText('Semua sudah terkirim');
}

test('a stall without a hub has no lamp for one, and is told what a hub is', async ({
  page,
  lapak,
}) => {
  await openHubPage(page, lapak.url);
  await expect(lampOn(page)).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('bukti bertanda tangan');
  const leaves = page.getByRole('region', { name: 'Yang akan keluar dari kasir ini' });
  await expect(leaves).toContainText(/Penjualan dan pengembalian.*bukan barangnya/s);
  await expect(leaves).toContainText(/Tidak pernah dikirim.*Pelanggan, nama staf/s);
});

test('a pasted invitation enrols the till; once approved, sales are sent by themselves', async ({
  page,
  lapak,
  hub,
}) => {
  await openHubPage(page, lapak.url);
  await hubField(page).fill(await hub.invite());
  await expect(hubField(page)).toHaveValue(hub.url);
  await expect(codeField(page)).toHaveValue(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/);
  const key = (await codeField(page).inputValue()).slice(20);
  await enrolAct(page).click();

  await expect(stateOn(page)).toContainText(`Kunci hub${key}`);
  await expect(stateOn(page)).toContainText('Menunggu persetujuan pengelola');
  await expect(stateOn(page)).toContainText('Kopi Gayo (TC-A12)');
  await expect(stateOn(page)).toContainText(/Nama singkat[0-9a-f]{4} [0-9a-f]{4}/);
  await expect(lampOn(page)).toHaveAccessibleName('Hub: menunggu persetujuan pengelola');
  await hub.approve();
  await expect(stateOn(page)).toContainText('Semua sudah terkirim');
  await expect(lampOn(page)).toHaveAccessibleName(/^Hub: semua terkirim, terakhir/);

  await goTo(page, 'Kasir');
  const receipt = await sellOne(page);
  await goTo(page, 'Hub');
  await expect(proofOn(page)).toContainText(`Hub sudah menyimpan sampai struk ${receipt} pada`);
  await expect(sentOn(page).getByRole('row').nth(1)).toContainText('Hanya total');
  await proofOn(page).getByRole('button', { name: 'Lihat buktinya' }).click();
  await expect(page.getByLabel('Bukti bertanda tangan dari hub')).toContainText('/device/');
});

test('a scanner types the invitation, and its Enter enrols: nothing else hears it', async ({
  page,
  lapak,
  hub,
}) => {
  await openRegister(page, lapak.url);
  await press(page, 'F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(async () => {
    await press(page, 'ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Hub' })).toBeFocused({ timeout: 100 });
  }).toPass();
  await press(page, 'Enter');
  await expect(hubField(page)).toBeFocused();

  await scan(page, await hub.invite());
  await expect(stateOn(page)).toContainText('Menunggu persetujuan pengelola');
  await expect(page.getByText('belum masuk')).toHaveCount(0);
});

test('address and code are typed by hand, the code in groups of four, in any form', async ({
  page,
  lapak,
  hub,
}) => {
  const [, code = ''] = (await hub.invite()).split('#');
  await openHubPage(page, lapak.url);
  await expect(hubField(page)).toBeFocused();
  await type(page, hub.url);
  await press(page, 'Tab');
  await type(page, code.replaceAll('-', '').slice(0, 9).toLowerCase());
  await expect(codeField(page)).toHaveValue(code.slice(0, 11));
  await press(page, 'Enter');
  await expect(codeField(page)).toHaveAccessibleDescription(/16 huruf dan angka\./);
  await type(page, code.replaceAll('-', '').slice(9));
  await expect(codeField(page)).toHaveValue(code);
  await press(page, 'Enter');
  await expect(stateOn(page)).toContainText('Menunggu persetujuan pengelola');
});

test('what is wrong stands at its field in one sentence, in the language of the screen', async ({
  page,
  lapak,
  hub,
}) => {
  await openHubPage(page, lapak.url);
  await enrolAct(page).click();
  await expect(hubField(page)).toHaveAccessibleDescription(/harus diisi/);
  const invitation = await hub.invite();
  await hubField(page).fill(invitation.replace(/#..../, '#0000'));
  await enrolAct(page).click();
  await expect(codeField(page)).toHaveAccessibleDescription(
    /Kode pendaftaran salah, sudah dipakai/,
  );

  const portal = await openPortal();
  await hubField(page).fill(invitation.replace(hub.url, portal.url));
  await enrolAct(page).click();
  await expect(hubField(page)).toHaveAccessibleDescription(
    `Tidak ada hub Lapak yang menjawab di ${portal.url}. Periksa alamatnya, ` +
      'dan apakah jaringan meminta masuk dulu.',
  );
  await portal.close();
  await enrolAct(page).click();
  await expect(hubField(page)).toHaveAccessibleDescription(/tidak terjangkau/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(
    page.getByRole('textbox', { name: 'Invitation or address of the hub' }),
  ).toHaveAccessibleDescription(
    `The hub at ${portal.url} cannot be reached. Check the network, then try again.`,
  );
  await expect(page.getByRole('heading', { name: 'Hub of the mall' })).toBeVisible();
});

test('while the hub is gone, sales wait and are counted; it comes back, and all is sent', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  const other = await openOtherTab(page);
  await page.bringToFront();
  await hub.stop();
  await goTo(page, 'Kasir');
  await sellOne(page);
  await expect(lampOn(page)).toHaveAccessibleName(
    /^Hub: 1 catatan menunggu sejak \d\d\/.*; hub tidak terjangkau$/,
  );
  await expect(lampOn(other)).toHaveAccessibleName(/^Hub: 1 catatan menunggu/);
  const receipt = await sellOne(page);
  await expect(lampOn(page)).toHaveAccessibleName(/^Hub: 2 catatan menunggu/);
  await lampOn(page).click();
  await expect(stateOn(page)).toContainText('2 catatan menunggu');
  await expect(stateOn(page)).toContainText('tidak terjangkau. Dicoba lagi sendiri.');

  await hub.start();
  await page.getByRole('button', { name: 'Coba sekarang' }).click();
  await expect(stateOn(page)).toContainText('Semua sudah terkirim');
  await expect(proofOn(page)).toContainText(`sampai struk ${receipt} pada`);
  await expect(lampOn(other)).toHaveAccessibleName(/^Hub: semua terkirim/);
});

test('a revoked till says what becomes of its records, and the way on', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  await hub.revoke();
  await page.getByRole('button', { name: 'Coba sekarang' }).click();
  await expect(stateOn(page)).toContainText('Perlu diperiksa');
  await expect(stateOn(page)).toContainText('Pengelola mencabut kasir ini');
  await expect(stateOn(page)).toContainText('folder data baru');
  await expect(page.getByRole('main').getByRole('region').first()).toContainText('Perlu diperiksa');
  await expect(page.getByRole('button', { name: 'Daftarkan ulang' })).toHaveCount(0);
  await expect(lampOn(page)).toHaveAccessibleName('Hub: perlu diperiksa; kasir ini dicabut di hub');
});

test('details are shared only after a question, with a date, and the audit trail has it', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  const totals = page.getByRole('radio', { name: 'Hanya total' });
  const details = page.getByRole('radio', { name: 'Dengan rincian' });
  await expect(totals).toBeChecked();
  await page.getByText('Dengan rincian', { exact: true }).click();
  const ask = page.getByRole('dialog', { name: 'Kirim rincian ke hub?' });
  await ask.getByRole('button', { name: 'Tetap hanya total' }).click();
  await expect(totals).toBeChecked();
  await page.getByText('Dengan rincian', { exact: true }).click();
  await ask.getByRole('button', { name: 'Kirim rincian' }).click();
  await expect(details).toBeChecked();
  await expect(page.getByText('Pilihan awal')).toHaveCount(0);
  const leaves = page.getByRole('region', { name: 'Yang keluar dari kasir ini' });
  await expect(leaves).toContainText('juga barang, jumlah dan harganya');
  await expect(leaves).not.toContainText('bukan');
  await expect(page.getByText(/^Dipilih \d\d\/.*; tercatat di jejak audit\.$/)).toBeVisible();

  await goTo(page, 'Kasir');
  await sellOne(page);
  await goTo(page, 'Hub');
  await expect(sentOn(page)).toContainText('1 di antaranya dengan rincian');
  await goTo(page, 'Jejak audit');
  const rows = page.getByRole('listbox', { name: /^Jejak audit/ }).getByRole('option');
  await expect(rows.nth(1)).toContainText('yang dikirim ke hub: hanya total → dengan rincian');
});

test.describe('where people have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('a cashier enrols with the owner’s PIN, and sees the list of what left with it', async ({
    page,
    lapak,
    hub,
  }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await goTo(page, 'Hub');
    await hubField(page).fill(await hub.invite());
    await enrolAct(page).click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, sari.pin);
    await expect(stateOn(page)).toContainText('Menunggu persetujuan pengelola');
    await sentOn(page).getByRole('button', { name: 'Minta izin' }).click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, sari.pin);
    await expect(sentOn(page)).toContainText('Belum ada yang dikirim');
  });
});

test('a proof is copied whole; where it cannot be, that is said beside the lamp', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  await page.evaluate(() => {
    const kept: string[] = [];
    Object.assign(window, { kept });
    navigator.clipboard.writeText = async (text) => void kept.push(text);
  });
  await proofOn(page).getByRole('button', { name: 'Lihat buktinya' }).click();
  await proofOn(page).getByRole('button', { name: 'Salin' }).click();
  await expect(page.getByText('Bukti disalin.')).toBeVisible();
  const { stored } = await lapak.calls.sync.receipt();
  expect(await page.evaluate('kept')).toEqual([stored?.checkpoint]);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await proofOn(page).getByRole('button', { name: 'Salin' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Tidak dapat disalin' });
  for (const width of [1366, 1024, 800, 683]) {
    await page.setViewportSize({ width, height: 600 });
    await expect(async () => {
      const [over, lamp] = [await notice.boundingBox(), await lampOn(page).boundingBox()];
      expect((over?.x ?? 0) + (over?.width ?? width)).toBeLessThanOrEqual(lamp?.x ?? 0);
    }, `${width}`).toPass({ timeout: 5_000 });
    await expect(lampOn(page)).toBeInViewport({ ratio: 0.95 });
  }
});

test('axe finds nothing against the page of the hub', async ({ page, lapak, hub }) => {
  await openHubPage(page, lapak.url);
  await seeNothingAgainstAxe(page);
  await reportTo(hub, lapak);
  await expect(stateOn(page)).toContainText('Semua sudah terkirim');
  await proofOn(page).getByRole('button', { name: 'Lihat buktinya' }).click();
  await seeNothingAgainstAxe(page);
});
