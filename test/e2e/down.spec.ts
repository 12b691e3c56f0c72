import { expect, type Locator, type Page } from '@playwright/test';
import { endItem, makeAnnouncement, publishTemplate } from '../../hub/down/announce.ts';
import { askForBody } from '../../hub/down/ask-body.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { enrolAct, hubField, lampOn, sellOne } from './hub-page.ts';
import { type } from './keyboard.ts';
import { goTo, type Lapak, openOtherTab, openRegister } from './lapak.ts';
import { ani, approvalOn, sari, signIn } from './people.ts';
import { seeThatItFits } from './picture.ts';
import { seen } from './shift-page.ts';
import { reportTo, type StallHub, test } from './stall-hub.ts';

const newsOn = (page: Page): Locator => page.getByRole('region', { name: 'Kabar dari pengelola' });
const requestsOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Permintaan auditor' });
const templatesOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Template barang dan harga' });

const everybody = { kind: 'everybody' } as const;
const by = 'pengelola-1';

/** The mall says something. @returns its id */
async function say({ parts }: StallHub, title: string, text: string): Promise<string> {
  const dates = { from: '2026-01-01', until: '2099-12-31' };
  return (await makeAnnouncement(parts, { title, text, ...dates, to: everybody, by })).id;
}

/** The newest sale is asked for by an auditor, who says why. */
async function askForNewestSale(hub: StallHub, reason: string): Promise<void> {
  const device = await hub.device();
  const { seq } = await hub.parts.database.db
    .selectFrom('record')
    .where('type', '=', 'sale')
    .select('seq')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const place = { epoch: 1, seq };
  await askForBody(hub.parts, { stall: 'TC-A12', device, place, by: 'auditor-1', reason });
}

async function openReported(page: Page, lapak: Lapak, hub: StallHub): Promise<void> {
  await reportTo(hub, lapak);
  await openRegister(page, lapak.url);
  await expect(lampOn(page)).toHaveAccessibleName(/^Hub: semua terkirim/);
}

test('news is a dot on the lamp, and stays on the page of the hub once it was read', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  const before = await lampOn(page).boundingBox();
  await say(hub, 'Listrik padam Senin', 'Senin pukul 10 sampai 12 listrik lantai B1 dipadamkan.');
  await lapak.calls.sync.tryNow();
  await expect(lampOn(page)).toHaveAccessibleName(
    /; ada kabar dari pengelola: Listrik padam Senin$/,
  );
  expect(await lampOn(page).boundingBox()).toEqual(before);

  await lampOn(page).click();
  await expect(newsOn(page)).toContainText('Senin pukul 10 sampai 12 listrik lantai B1');
  await expect(newsOn(page)).toContainText('01/01/2026 – 31/12/2099');
  const list = await newsOn(page).boundingBox();
  await newsOn(page).getByRole('button', { name: 'Sudah dibaca' }).click();
  await expect(newsOn(page).getByText('Baru', { exact: true })).toHaveCount(0);
  expect(await newsOn(page).boundingBox()).toEqual(list);
  await expect(lampOn(page)).not.toHaveAccessibleName(/kabar/);
  await page.reload();
  await expect(lampOn(page)).toHaveAccessibleName(/^Hub: semua terkirim/);
  await expect(lampOn(page)).not.toHaveAccessibleName(/kabar/);
});

test('news that was written in lines is shown in lines', async ({ page, lapak, hub }) => {
  await openReported(page, lapak, hub);
  await say(hub, 'Listrik padam', 'Senin: lantai B1\nSelasa: lantai B2\n\nSiapkan lampu.');
  await lapak.calls.sync.tryNow();
  await lampOn(page).click();
  const text = newsOn(page).getByText('Senin: lantai B1');
  await expect(text).toBeVisible();
  expect(await text.innerText()).toBe('Senin: lantai B1\nSelasa: lantai B2\n\nSiapkan lampu.');
});

test('what is read in one window is read in the other, and only newer news comes back', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  await say(hub, 'Rapat anggota', 'Rapat hari Jumat.');
  await lapak.calls.sync.tryNow();
  const other = await openOtherTab(page);
  await expect(lampOn(other)).toHaveAccessibleName(/kabar dari pengelola: Rapat anggota/);
  await goTo(page, 'Hub');
  await newsOn(page).getByRole('button', { name: 'Sudah dibaca' }).click();
  await expect(lampOn(other)).not.toHaveAccessibleName(/kabar/);
  await say(hub, 'Bazar', 'Bazar mulai 1 Desember.');
  await lapak.calls.sync.tryNow();
  await expect(lampOn(other)).toHaveAccessibleName(/kabar dari pengelola: Bazar/);
});

test('news that comes while somebody looks waits behind a button, and nothing moves', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  await goTo(page, 'Hub');
  await expect(newsOn(page)).toContainText('Tidak ada kabar.');
  const tryNow = page.getByRole('button', { name: 'Coba sekarang' });
  const before = await tryNow.boundingBox();
  const id = await say(hub, 'Parkir', 'Parkir B2 ditutup.');
  await lapak.calls.sync.tryNow();
  const show = newsOn(page).getByRole('button', { name: 'Tampilkan kabar baru: 1' });
  await expect(show).toBeVisible();
  expect(await tryNow.boundingBox()).toEqual(before);
  await expect(newsOn(page)).toContainText('Ada kabar baru.');
  await expect(newsOn(page)).not.toContainText('Tidak ada kabar.');
  await show.click();
  await expect(newsOn(page)).toContainText('Parkir B2 ditutup.');
  await endItem(hub.parts, id, by);
  await lapak.calls.sync.tryNow();
  await expect(newsOn(page)).not.toContainText('Parkir B2 ditutup.');
});

test('what an auditor asked for is sent by itself, and the page says who and why', async ({
  page,
  lapak,
  hub,
}) => {
  await openReported(page, lapak, hub);
  await sellOne(page);
  await expect
    .poll(async () => (await lapak.calls.sync.tryNow()).state, { intervals: [100] })
    .toBe('sent');
  await askForNewestSale(hub, 'Selisih dengan laporan November');
  await lapak.calls.sync.tryNow();
  await goTo(page, 'Hub');
  await expect(requestsOn(page)).toContainText(/Struk [2-9A-Z]{3}-\d{6}/);
  await expect(requestsOn(page)).toContainText('Selisih dengan laporan November');
  await expect(requestsOn(page)).toContainText(/Diminta auditor-1, \d\d\/\d\d\/\d{4}/);
  await expect(requestsOn(page)).toContainText(/Dikirim \d\d\/\d\d\/\d{4}/);
  await expect(page.getByRole('region', { name: 'Yang sudah dikirim' })).toContainText(
    '1 di antaranya dengan rincian',
  );
  await goTo(page, 'Jejak audit');
  const rows = page.getByRole('listbox', { name: /^Jejak audit/ }).getByRole('option');
  await expect(rows.first()).toContainText('Rincian dikirim atas permintaan auditor');
  await expect(rows.first()).toContainText('diminta oleh: auditor-1');
});

test('a template is looked at in the import of the catalog, and changes nothing before', async ({
  page,
  lapak,
  hub,
}) => {
  await reportTo(hub, lapak);
  const csv = 'kode;nama;harga\nKOPI-01;Kopi Gayo 200 g;47000\nTEH-01;Teh Poci;12000\n';
  await publishTemplate(hub.parts, { name: 'Harga Desember', csv, to: everybody, by });
  await lapak.calls.sync.tryNow();
  await openRegister(page, lapak.url);
  await goTo(page, 'Hub');
  await templatesOn(page).getByRole('button', { name: 'Periksa dan impor Harga Desember' }).click();
  await expect(page.getByRole('heading', { name: /Harga Desember/ })).toBeVisible();
  expect((await lapak.calls.catalog.product({ code: 'KOPI-01' })).product.units).toMatchObject([
    { priceRupiah: 45_000 },
  ]);
  await page.getByRole('button', { name: 'Masukkan 2 barang' }).click();
  await expect(
    page.getByRole('heading', { name: 'Harga Desember sudah dimasukkan' }),
  ).toBeVisible();
  expect((await lapak.calls.catalog.product({ code: 'TEH-01' })).product.name).toBe('Teh Poci');
  await goTo(page, 'Kasir');
  await goTo(page, 'Barang');
  await expect(page.getByRole('heading', { name: 'Barang' })).toBeVisible(); // no second import
});

test.describe('where people have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('a cashier sees the news, and what auditors asked for with the owner’s PIN', async ({
    page,
    lapak,
    hub,
  }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await goTo(page, 'Hub');
    await hubField(page).fill(await hub.invite());
    await enrolAct(page).click();
    await seen(page);
    await type(page, sari.pin);
    await expect(lampOn(page)).toHaveAccessibleName(/menunggu persetujuan/);
    await hub.approve();
    await say(hub, 'Rapat', 'Rapat hari Jumat.');
    await expect(requestsOn(page)).toBeVisible();
    await requestsOn(page).getByRole('button', { name: 'Minta izin' }).click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await type(page, sari.pin);
    await expect(requestsOn(page)).toContainText('Belum ada permintaan.');
    await expect(newsOn(page)).toBeVisible();
    await expect(templatesOn(page)).toHaveCount(0);
  });
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`axe finds nothing against news, requests and templates at ${size}`, async ({
      page,
      lapak,
      hub,
    }) => {
      await openReported(page, lapak, hub);
      await sellOne(page);
      await expect
        .poll(async () => (await lapak.calls.sync.tryNow()).state, { intervals: [100] })
        .toBe('sent');
      await askForNewestSale(hub, 'Selisih dengan laporan November');
      const text = 'Senin 1 Desember pukul 10 sampai 12 listrik lantai B1 dipadamkan.';
      await say(hub, 'Rapat anggota', 'Jumat pukul 9 di aula lantai 5.');
      await say(hub, 'Listrik padam Senin', text);
      const csv = 'kode;nama;harga\nKOPI-01;Kopi;1';
      await publishTemplate(hub.parts, { name: 'Harga Desember', csv, to: everybody, by });
      await lapak.calls.sync.tryNow();
      await expect(lampOn(page)).toHaveAccessibleName(/Listrik padam Senin$/);
      await seeThatItFits(page, `${size}-down-register`);
      await goTo(page, 'Hub');
      await expect(newsOn(page).getByRole('listitem')).toHaveCount(2);
      await expect(templatesOn(page)).toContainText('Harga Desember');
      await seeThatItFits(page, `${size}-down-hub`);
      await requestsOn(page).scrollIntoViewIfNeeded();
      await expect(requestsOn(page).getByRole('listitem')).toHaveCount(1);
      await seeThatItFits(page, `${size}-down-requests`);
      await seeNothingAgainstAxe(page);
    });
  });
}
