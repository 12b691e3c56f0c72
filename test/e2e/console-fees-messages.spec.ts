import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { FeeMessageContent } from '../../domain/fees/messages-contract.ts';
import { MATTERS_PAGE_MAX } from '../../domain/fees/matters/values.ts';
import { stampClosure } from '../../hub/fees/matters/closures.ts';
import { settleClaim } from '../../hub/fees/matters/messages.ts';
import { takeMessage } from '../../hub/fees/matters/take-message.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { ONE_POINT_PNG, openFees, seeAtSizes, test } from './console-fees-hub.ts';
import type { ConsoleHub } from './console-hub.ts';
import { consoleOf } from './console-page.ts';

/** What the till of a stall says. */
async function tell(
  { server }: ConsoleHub,
  said: FeeMessageContent,
  photo: string | null = null,
): Promise<void> {
  const of = { stall: 'TC-B01', device: 'b'.repeat(32), publicKey: Buffer.alloc(32) };
  await takeMessage(server.hub, of, { id: randomUUID(), said, photo });
}

const claim = {
  kind: 'claim',
  amount: 1_600_000,
  how: 'cash',
  on: '2026-11-28',
  reference: 'kantor, ke Bu Ani',
} as const;

test('a stall that says it has paid is booked, and is answered with its kuitansi', async ({
  page,
  hub,
}) => {
  await tell(hub, claim, ONE_POINT_PNG);
  await openFees(page, hub, 'TC/messages');
  const { main, dialog } = consoleOf(page);
  const rows = main.getByRole('list', { name: 'Pemberitahuan bayar' }).getByRole('listitem');
  await expect(rows).toContainText('Batik Sari');
  await expect(rows).toContainText('Referensi kantor, ke Bu Ani');
  await seeAtSizes(page, 'claims');
  await rows.getByRole('button', { name: 'Lihat foto' }).click();
  await expect(dialog.getByRole('img', { name: 'Foto dari Batik Sari' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await rows.getByRole('button', { name: 'Catat pembayarannya' }).click();
  await expect(dialog.getByLabel('Jumlah (Rp)')).toHaveValue('1.600.000');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Catat pembayarannya' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
  await page.goto(`${hub.server.url}/#/fees/TC/stall/TC-B01`);
  await expect(main.getByRole('region', { name: 'Keadaan iuran' })).toContainText(
    'Yang terutangRp0',
  );
});

test('a claim is found among what is booked, or refused with a reason', async ({ page, hub }) => {
  await tell(hub, claim);
  await tell(hub, { ...claim, amount: 50_000 });
  await openFees(page, hub, 'TC/messages');
  const { main, dialog } = consoleOf(page);
  const rows = main.getByRole('list', { name: 'Pemberitahuan bayar' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('button', { name: 'Pilih yang sudah tercatat' }).click();
  await dialog.getByRole('button', { name: /^KW\/TC\/2026\/000002/ }).click();
  await expect(dialog.getByLabel('Alasan')).toHaveValue('Sesuai KW/TC/2026/000002');
  await dialog.getByLabel('Alasan').fill('uangnya sudah ada');
  await dialog.getByRole('button', { name: /^KW\/TC\/2026\/000002/ }).click();
  await expect(dialog.getByLabel('Alasan')).toHaveValue('uangnya sudah ada');
  await dialog.getByRole('button', { name: 'Pilih yang sudah tercatat' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: 'Tolak' }).click();
  await dialog.getByLabel('Alasan').fill('tidak ada uang masuk');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
});

test('claims whose money is booked are answered with its kuitansi, all at once', async ({
  page,
  hub,
  office,
}) => {
  await tell(hub, claim);
  await tell(hub, { ...claim, amount: 50_000 });
  await tell(hub, { ...claim, amount: 75_000 });
  await office.takeCash('TC-B01', claim.amount);
  await openFees(page, hub, 'TC/messages');
  const { main } = consoleOf(page);
  const rows = main.getByRole('list', { name: 'Pemberitahuan bayar' }).getByRole('listitem');
  const come = rows.filter({ hasText: /Uangnya sudah tercatat: KW\/TC\/2026\/0/ });
  await expect(come).toHaveCount(1);
  await expect(come).toContainText('Rp1.600.000');
  await come.getByRole('button', { name: 'Jawab dengan kuitansi itu' }).click();
  await expect(rows).toHaveCount(2);
  await office.takeCash('TC-B01', 50_000);
  await office.takeCash('TC-B01', 75_000);
  await page.reload();
  await expect(main).toContainText('Uang dari 2 laporan sudah tercatat.');
  await seeAtSizes(page, 'claims-come');
  await seeNothingAgainstAxe(page);
  await main.getByRole('button', { name: 'Jawab 2 dengan kuitansinya' }).click();
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
  const { db } = hub.database;
  const acts = db.selectFrom('fee_act').select('note').where('act', '=', 'claim-settle');
  expect((await acts.orderBy('position').execute()).map(({ note }) => note)).toEqual([
    expect.stringMatching(/^Sesuai KW\/TC\/2026\/\d{6}$/),
    expect.stringMatching(/^Sesuai KW\/TC\/2026\/\d{6}$/),
    expect.stringMatching(/^Sesuai KW\/TC\/2026\/\d{6}$/),
  ]);
});

test('a claim that another manager answered meanwhile is told, and nothing more', async ({
  page,
  hub,
  office,
}) => {
  await tell(hub, claim);
  await office.takeCash('TC-B01', claim.amount);
  await openFees(page, hub, 'TC/messages');
  const { main } = consoleOf(page);
  const answer = main.getByRole('button', { name: 'Jawab dengan kuitansi itu' });
  await expect(answer).toBeVisible();
  const { db } = hub.database;
  const { id: message } = await db.selectFrom('fee_message').select('id').executeTakeFirstOrThrow();
  const refused = { message, outcome: 'refused', credit: null, note: 'belum ada' } as const;
  await settleClaim(hub.server.hub, 'pengelola-2', { id: randomUUID(), ...refused });
  await answer.click();
  await expect(main.getByRole('alert')).toContainText('sudah diselesaikan sebelumnya');
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
});

test('a claim of what is booked already is booked again only as another payment', async ({
  page,
  hub,
  office,
}) => {
  await office.takeCash('TC-B01', claim.amount);
  await tell(hub, claim);
  await openFees(page, hub, 'TC/messages');
  const { main, dialog } = consoleOf(page);
  await main.getByRole('button', { name: 'Catat pembayarannya' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/Sebesar ini sudah tercatat: KW\/TC\//);
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Centang dulu bahwa ini pembayaran lain');
  await seeAtSizes(page, 'claim-doubt');
  await dialog.getByLabel('Ini pembayaran lain').check();
  await dialog.getByRole('button', { name: 'Catat pembayarannya' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
});

test('a claim is booked only once it is known what was booked before', async ({ page, hub }) => {
  await tell(hub, claim);
  await openFees(page, hub, 'TC/messages');
  const { main, dialog } = consoleOf(page);
  const book = dialog.getByRole('button', { name: 'Catat pembayarannya' });
  await page.route('**/v1/fees/stalls/TC-B01', (route) => route.abort());
  await main.getByRole('button', { name: 'Catat pembayarannya' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(book).toBeDisabled();
  await seeAtSizes(page, 'claim-unknown');
  await page.unroute('**/v1/fees/stalls/TC-B01');
  await dialog.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(book).toBeEnabled();
});

test('a dispute is upheld, and a share of its charge is credited once', async ({ page, hub }) => {
  const [charge] = await hub.database.db
    .selectFrom('fee_charge')
    .select('id')
    .where('stall', '=', 'TC-B01')
    .where('period', '=', '2026-11')
    .where('kind', '=', 'cleaning')
    .execute();
  await tell(hub, { kind: 'dispute', about: charge?.id ?? '', text: 'Lorong kami tidak disapu' });
  await openFees(page, hub, 'TC/messages?only=disputes');
  const { main, dialog } = consoleOf(page);
  const row = main.getByRole('list', { name: 'Sanggahan lapak' }).getByRole('listitem');
  await expect(row).toContainText('Lorong kami tidak disapu');
  await seeAtSizes(page, 'disputes');
  await row.getByRole('button', { name: 'Terima' }).click();
  await dialog.getByLabel('Alasan').fill('benar, dua minggu');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Diterima');
  await row.getByRole('button', { name: 'Beri potongan' }).click();
  await expect(dialog).toContainText('Rp300.000');
  const share = dialog.getByLabel('Bagian tagihan (persen)');
  await share.fill('50');
  await share.press('Enter'); // before what it comes to was read: nothing is sent
  await expect(dialog).toContainText('Rp150.000');
  await share.press('Enter');
  await expect(dialog).toHaveCount(0);
  const credits = hub.database.db.selectFrom('fee_credit').select('amount');
  expect(await credits.where('kind', '=', 'credit-note').execute()).toEqual([{ amount: 150_000 }]);
  await expect(row.getByRole('button', { name: 'Beri potongan' })).toHaveCount(0);
});

test('a closure that a stall stamped waits among its messages', async ({ page, hub }) => {
  const closed = { from: '2026-11-20', to: '2026-11-21', why: 'stall-closed' } as const;
  await tell(hub, { kind: 'closure', ...closed, text: 'atap bocor' });
  await openFees(page, hub, 'TC/messages?only=closures');
  const { main } = consoleOf(page);
  const row = main.getByRole('list', { name: 'Penutupan' }).getByRole('listitem');
  await expect(row).toContainText('atap bocor');
  await expect(row).toContainText('dicatat kasir lapak');
});

test('that no stall stamped a closure is not said while more of them are to come', async ({
  page,
  hub,
  office: { doing },
}) => {
  const day = { why: 'power-cut', from: '2026-11-20', to: '2026-11-20', note: '' } as const;
  for (let count = 0; count < MATTERS_PAGE_MAX; count += 1) {
    const closure = { id: randomUUID(), mall: 'TC', stall: null, ...day };
    await stampClosure(doing.hub, doing.by, closure);
  }
  const closed = { from: '2026-11-21', to: '2026-11-21', why: 'stall-closed' } as const;
  await tell(hub, { kind: 'closure', ...closed, text: 'atap bocor' });
  await openFees(page, hub, 'TC/messages?only=closures');
  const { main, button } = consoleOf(page);
  await expect(main.getByRole('status')).toContainText('Di antara 200 penutupan pertama');
  await seeNothingAgainstAxe(page);
  await button('Tampilkan berikutnya').click();
  await expect(main.getByRole('list', { name: 'Penutupan' })).toContainText('atap bocor');
});

test('where nothing was said that is said', async ({ page, hub }) => {
  await openFees(page, hub, 'TC/messages');
  const { main, button } = consoleOf(page);
  await expect(main).toContainText('Tidak ada yang menunggu jawaban');
  await button('Sanggahan').click();
  await expect(main).toContainText('Tidak ada sanggahan');
  await button('Penutupan').click();
  await expect(main).toContainText('Tidak ada penutupan bulan ini');
  await seeNothingAgainstAxe(page);
});
