import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { addDays } from '../../domain/time.ts';
import { issueNotices, listNotices } from '../../hub/fees/matters/notices.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { openCharged, sheetOn, tab, today } from './fees-till-page.ts';
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
