import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { anUnusedId } from '../support/test-till.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { lampOn, listOn, openClaims, rowsOn, sellClaimed, sheetOn } from './claims-page.ts';
import { press, type } from './keyboard.ts';
import { goTo, openRegister, test } from './lapak.ts';
import { approvalOn, sari } from './people.ts';
import { seeThatItFits } from './picture.ts';
import { countOnly, noSheet, openShiftScreen, pressSeen } from './shift-page.ts';

test('without a claim the list says so, and the bar has no lamp', async ({ page, lapak }) => {
  await openClaims(page, lapak.url);

  await expect(page.getByText('Semua pembayaran sudah dicek')).toBeVisible();
  await expect(lampOn(page)).toHaveCount(0);
  await seeNothingAgainstAxe(page);
});

test('claims are verified by the keyboard alone, one with its reference', async ({
  page,
  lapak,
}) => {
  const numbers = [await sellClaimed(lapak.calls), await sellClaimed(lapak.calls)];
  await openRegister(page, lapak.url);
  await expect(lampOn(page)).toHaveAccessibleName('2 belum dicek: pembayaran Rp90.000');
  await goTo(page, 'Penjualan');
  await expect(page.getByRole('button', { name: '2 belum dicek', exact: true })).toBeVisible();
  await press(page, 'F5');
  await expect(rowsOn(page)).toHaveText([
    new RegExp(numbers[1] ?? ''),
    new RegExp(numbers[0] ?? ''),
  ]);

  await press(page, 'ArrowDown');
  await press(page, 'F6');
  await expect(page.getByRole('textbox', { name: /^Nomor referensi/ })).toBeFocused();
  await type(page, '526312345678');
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: /^Catat/ })).toBeFocused();
  await press(page, 'Enter');
  await expect(sheetOn(page)).toHaveCount(0);

  await expect(rowsOn(page)).toHaveCount(2);
  await expect(listOn(page).getByRole('group')).toContainText('526312345678');
  await expect(lampOn(page)).toHaveAccessibleName('1 belum dicek: pembayaran Rp45.000');
  expect((await lapak.calls.payments.claims()).found).toMatchObject([
    { number: numbers[1], found: { state: 'verified', by: 'hand', reference: '526312345678' } },
  ]);
});

test('several are chosen and marked missing with a note; a mistake is mended', async ({
  page,
  lapak,
}) => {
  await sellClaimed(lapak.calls);
  await sellClaimed(lapak.calls);
  await openClaims(page, lapak.url);
  await expect(rowsOn(page)).toHaveCount(2);
  await press(page, 'ArrowDown');
  await press(page, ' ');
  await rowsOn(page).nth(1).click();
  await expect(page.getByRole('status').filter({ hasText: '2 dipilih, Rp90.000' })).toBeVisible();

  await press(page, 'F7');
  await expect(page.getByRole('button', { name: 'Tulis keterangannya' })).toBeVisible();
  await type(page, 'Tidak ada di aplikasi');
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expect(listOn(page).getByRole('group')).toContainText('Uang tidak masuk (Tidak ada');
  await expect(lampOn(page)).toHaveCount(0);

  await rowsOn(page).first().click();
  await press(page, 'F8');
  await page.getByRole('button', { name: /^Catat/ }).click();
  await expect(lampOn(page)).toHaveAccessibleName('1 belum dicek: pembayaran Rp45.000');
});

test('a report of the acquirer is looked at, then booked; again it adds nothing', async ({
  page,
  lapak,
}, info) => {
  const named = await sellClaimed(lapak.calls, 'RRN 1001');
  const { open } = await lapak.calls.payments.claims();
  const soldAtMs = open[0]?.soldAtMs ?? 0;
  const paid = new Date(soldAtMs + 60_000).toISOString();
  const path = info.outputPath('laporan-qris.csv');
  const lines = [
    'RRN;Tanggal Transaksi;Nominal;MDR;Netto',
    `RRN1001;${paid};45000;315;44685`,
    `RRN1002;${paid};12000;84;11916`,
  ];
  writeFileSync(path, lines.join('\n'));
  await openClaims(page, lapak.url);

  const choose = async () => {
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'F4');
    await expect(page.getByRole('button', { name: 'Pilih berkas laporan' })).toBeFocused();
    await press(page, 'Enter');
    await (await chooser).setFiles(path);
  };
  await choose();
  await expect(page.getByRole('region', { name: 'Pembayaran yang cocok' })).toContainText(named);
  await expect(page.getByRole('region', { name: /^Di laporan, tanpa/ })).toContainText('Rp12.000');
  expect((await lapak.calls.payments.claims()).open.length).toBe(1);
  await page.getByRole('button', { name: /^Catat 1 sudah masuk/ }).click();
  await expect(listOn(page).getByRole('group')).toContainText('dari laporan');

  await choose();
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
  await expect(page.getByText('Sudah diketahui masuk1')).toBeVisible();
});

test('the receipt on the screen tells the newest state', async ({ page, lapak }) => {
  const number = await sellClaimed(lapak.calls);
  await openRegister(page, lapak.url);
  await goTo(page, 'Penjualan');
  await page.getByRole('option', { name: new RegExp(number) }).click();
  const states = page.getByRole('list', { name: 'Keadaan' });
  await expect(states).toContainText('Belum dicek');

  const finding = { number, tender: 0, seen: 'claimed', state: 'verified' } as const;
  await lapak.calls.payments.verify({ id: anUnusedId(), findings: [finding] });
  await expect(states).toContainText('Uang sudah masuk');
});

test('the close of a shift tells what of it is not checked', async ({ page, lapak }) => {
  await sellClaimed(lapak.calls);
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await press(page, 'F9');
  await countOnly(page, 'Rp500', 1);

  await expect(page.getByText('1 pembayaran shift ini belum dicek, Rp45.000.')).toBeVisible();
  await seeThatItFits(page, 'claims-close-id-1366');
});

test.describe('where people have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('who may not verify asks somebody who may; a narrow bar has the count', async ({
    page,
    lapak,
  }) => {
    await sellClaimed(lapak.calls);
    await openClaims(page, lapak.url);
    await expect(rowsOn(page)).toHaveCount(1);
    for (const width of [1024, 800, 683]) {
      await page.setViewportSize({ width, height: 600 });
      await expect(lampOn(page)).toContainText('1');
      await expect(lampOn(page)).toBeInViewport({ ratio: 1 });
    }
    await press(page, 'ArrowDown');
    await press(page, 'F6');
    await page.getByRole('button', { name: /^Catat/ }).click();
    await expect(approvalOn(page)).toHaveAccessibleName(/^Memastikan pembayaran/);
    await type(page, sari.key + sari.pin);

    await expect(lampOn(page)).toHaveCount(0);
    await expect(listOn(page).getByRole('group')).toContainText('Uang sudah masuk');
  });
});

for (const { language, size } of [
  { language: 'id', size: { width: 1366, height: 768 } },
  { language: 'en', size: { width: 1366, height: 768 } },
  { language: 'id', size: { width: 1024, height: 600 } },
  { language: 'en', size: { width: 1024, height: 600 } },
] as const) {
  const name = `${language}-${size.width}`;
  test(`the list and its sheets fit, and axe finds nothing: ${name}`, async ({
    page,
    lapak,
  }, info) => {
    await page.setViewportSize(size);
    const numbers: string[] = [];
    for (let at = 0; at < 9; at += 1) {
      numbers.push(await sellClaimed(lapak.calls, at % 3 === 0 ? `52630000000${at}` : ''));
    }
    const [first = '', second = ''] = numbers;
    const finding = { tender: 0, seen: 'claimed' } as const;
    await lapak.calls.payments.verify({
      id: anUnusedId(),
      findings: [
        { ...finding, number: first, state: 'verified' },
        { ...finding, number: second, state: 'missing', note: 'Dicari sampai malam' },
      ],
    });
    await openRegister(page, lapak.url);
    await lapak.calls.settings.switchLanguage({ language });
    await goTo(page, language === 'id' ? 'Cek pembayaran' : 'Check payments');
    const list = page.getByRole('listbox');
    await expect(list.getByRole('option')).toHaveCount(9);
    await list.getByRole('option').nth(1).click();
    await seeThatItFits(page, `claims-${name}`);
    await seeNothingAgainstAxe(page);

    await press(page, 'F7');
    await expect(page.getByRole('dialog')).toBeVisible();
    await seeThatItFits(page, `claims-missing-${name}`);
    await seeNothingAgainstAxe(page);
    await pressSeen(page, 'Escape');
    await noSheet(page);

    const path = info.outputPath('report.csv');
    const paid = new Date().toISOString();
    const rows = [4, 5, 6].map((at) => `52630000000${at};${paid};45000;315;44685`);
    writeFileSync(path, ['RRN;Tanggal Transaksi;Nominal;MDR;Netto', ...rows].join('\n'));
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'F4');
    await expect(page.getByRole('dialog').getByRole('button').last()).toBeFocused();
    await press(page, 'Enter');
    await (await chooser).setFiles(path);
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await seeThatItFits(page, `claims-report-${name}`);
    await seeNothingAgainstAxe(page);
  });
}
