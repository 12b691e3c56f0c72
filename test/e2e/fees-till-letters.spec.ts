import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { addDays, writtenDate } from '../../domain/time.ts';
import { agreeInstalments, endInstalments } from '../../hub/fees/instalments.ts';
import { issueNotices, listNotices } from '../../hub/fees/matters/notices.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { openCharged, owedOn, sheetOn, tab, today } from './fees-till-page.ts';
import { seeThatItFits } from './picture.ts';
import { seen } from './shift-page.ts';
import { test } from './stall-hub.ts';

test('a letter that is opened is one that was received: the mall is told', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = await openCharged(page, lapak, hub);
  const late = addDays(today, -20);
  await mall.charge(addMonths(periodOf(late), -1), 'TC-A12', late);
  const stalls = [{ id: randomUUID(), stall: 'TC-A12' }];
  const { issued } = await issueNotices(hub.parts, 'pengelola-1', { mall: 'TC', stalls });
  await lapak.calls.sync.tryNow();
  const letters = page.getByRole('region', { name: 'Surat' });
  await expect(letters).toContainText('Belum dibuka');
  await letters.getByRole('button', { name: /^Buka surat PGT\/TC\// }).click();
  const letter = page.getByRole('dialog', { name: 'Pengingat' });
  await expect(letter).toContainText('Rp700.000');
  await expect(letter).toContainText('Rp1.000.000');
  await expect(letter).toContainText('Diminta lunas paling lambat');
  await seeNothingAgainstAxe(page);
  await letter.getByRole('button', { name: 'Tutup' }).click();
  await expect(letters).not.toContainText('Belum dibuka');
  await lapak.calls.sync.tryNow();
  await expect
    .poll(async () => (await listNotices(hub.parts, { mall: 'TC', cursor: '' })).notices)
    .toMatchObject([{ id: issued[0]?.id, deliveredHow: 'till' }]);
});

test('days that the stall stamped are taken back by it', async ({ page, lapak, hub }) => {
  await openCharged(page, lapak, hub);
  await tab(page, 'Kalender');
  await page.getByRole('button', { name: 'Catat hari tidak berjualan' }).click();
  await seen(page);
  await sheetOn(page).getByText('Listrik padam', { exact: true }).click();
  await sheetOn(page)
    .getByRole('button', { name: /^Kirim/ })
    .click();
  await lapak.calls.sync.tryNow();
  const calendar = page.getByRole('list', { name: /\d{4}$/ });
  await expect(calendar).toContainText('Listrik padam');
  await page.getByRole('button', { name: /^Cabut: Listrik padam/ }).click();
  const ask = page
    .getByRole('alertdialog', { name: 'Cabut' })
    .or(page.getByRole('dialog', { name: 'Cabut' }));
  await seeNothingAgainstAxe(page);
  await ask.getByRole('button', { name: 'Cabut' }).click();
  await lapak.calls.sync.tryNow();
  await expect(calendar).not.toContainText('Listrik padam');
  await tab(page, 'Pesan');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Dicabut');
});

test('of agreed instalments the next part is due, and while they are kept nothing is late', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = await openCharged(page, lapak, hub);
  const office = { hub: hub.parts, by: 'pengelola-1' };
  const of = { stall: 'TC-A12', note: '' };
  const lamp = page.getByRole('banner').getByRole('button', { name: /^Iuran: Terlambat/ });
  await mall.charge(addMonths(periodOf(today), -2));
  await lapak.calls.sync.tryNow();
  await expect(owedOn(page)).toContainText('Rp2.000.000');
  await expect(lamp).toBeVisible();

  const [first, next] = [addDays(today, 5), addDays(today, 35)];
  const parts = [
    { due: first, amount: 400_000 },
    { due: next, amount: 1_600_000 },
  ];
  await agreeInstalments(office, { ...of, id: randomUUID(), parts });
  await lapak.calls.sync.tryNow();
  await expect(owedOn(page)).toContainText('Rp400.000');
  await expect(owedOn(page)).toContainText(`Paling lambat ${writtenDate(first)}`);
  await expect(owedOn(page)).toContainText('seluruh tunggakan Rp2.000.000');
  await expect(lamp).toHaveCount(0);
  const agreed = page.getByRole('region', { name: 'Cicilan yang disepakati' });
  await expect(agreed.getByRole('listitem')).toHaveCount(2);
  await mall.pay(500_000, today);
  await lapak.calls.sync.tryNow();
  await expect(agreed.getByRole('listitem').first()).toContainText('Lunas');
  await expect(agreed.getByRole('listitem').last()).toContainText('sisa Rp1.500.000');
  await expect(owedOn(page)).toContainText('Rp1.500.000');
  for (const [width, height] of [
    [1366, 768],
    [1024, 600],
  ] as const) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `fees-instalments-${width}`);
  }
  await seeNothingAgainstAxe(page);

  await endInstalments(office, { ...of, id: randomUUID() });
  await lapak.calls.sync.tryNow();
  await expect(agreed).toHaveCount(0);
  await expect(lamp).toBeVisible();
});
