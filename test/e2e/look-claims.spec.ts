import { expect, type Page } from '@playwright/test';
import { localStamp, zones } from '../../domain/time.ts';
import { importFile } from '../support/bank-office.ts';
import { setNmids, settlementOf } from '../support/settlement.ts';
import { openClaims, rowsOn, sellClaimed } from './claims-page.ts';
import { press } from './keyboard.ts';
import type { Lapak } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeEachInReach, seeFiguresWhole, seeInReach } from './reach.ts';
import { reportTo, test } from './stall-hub.ts';

/** The sheets of claims in text of 150 % on a small screen: what ends each is in sight. */

test.use({ viewport: { width: 1024, height: 600 } });

const nmid = 'ID1020021181745';

/** Sees a sheet in both languages. */
async function seeSheet(page: Page, lapak: Lapak, name: string): Promise<void> {
  const sheet = page.getByRole('dialog');
  for (const language of ['en', 'id'] as const) {
    await lapak.calls.settings.switchLanguage({ language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const at = `1024x600-150-claims-${name}-${language}`;
    await seeThatItFits(page, at);
    await seeInReach([sheet.locator('button').last()], at);
    await seeEachInReach(sheet, at);
    await seeFiguresWhole(page, at);
  }
}

async function leave(page: Page): Promise<void> {
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('claims are whole at 150 %', async ({ page, lapak, hub }) => {
  const { calls } = lapak;
  await calls.settings.change({ textSizePercent: 150 });
  await reportTo(hub, lapak);
  const office = { hub: hub.parts, by: 'pengelola-1' };
  await setNmids(office, { 'TC-A12': nmid });
  for (let at = 0; at < 6; at += 1) await sellClaimed(calls, `52630000000${at}`);
  const soldAtMs = (await calls.payments.claims()).open[0]?.soldAtMs ?? 0;
  const rows = [2, 3, 4, 9].map(
    (at) => [nmid, `52630000000${at}`, localStamp(soldAtMs, zones.WIB), 45_000] as const,
  );
  const file = { name: 'qris.csv', mimeType: 'text/csv', buffer: settlementOf(rows) };
  await importFile(office, file.buffer, { name: file.name, mall: 'TC' });
  await calls.sync.tryNow();
  await openClaims(page, lapak.url);
  await expect(rowsOn(page)).toHaveCount(6);

  await seeThatItFits(page, '1024x600-150-claims-list-id');
  await press(page, 'F1');
  await expect(page.getByRole('dialog').getByText(/^Lepas pilihan/)).toBeAttached();
  await seeThatItFits(page, '1024x600-150-claims-keys-id');
  await leave(page);
  await press(page, 'F5');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await seeSheet(page, lapak, 'settled');
  await leave(page);
  await press(page, 'F4');
  await seeSheet(page, lapak, 'report-none');
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await seeSheet(page, lapak, 'report');
  await leave(page);
  await rowsOn(page).first().click();
  await press(page, 'F7');
  await seeSheet(page, lapak, 'missing');
});
