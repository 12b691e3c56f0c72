import { expect } from '@playwright/test';
import { STALL_QRIS } from '../support/qris.ts';
import { setNmids } from '../support/settlement.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { goTo, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { askOn, groupOn } from './qris-page.ts';
import { reportTo, test } from './stall-hub.ts';

for (const size of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  test(`a QRIS of another merchant than the hub has is told of at ${size.width}`, async ({
    page,
    lapak,
    hub,
  }) => {
    const office = { hub: hub.parts, by: 'pengelola-1' };
    await page.setViewportSize(size);
    await reportTo(hub, lapak);
    await lapak.calls.settings.change({ qris: STALL_QRIS });
    await openRegister(page, lapak.url);
    await goTo(page, 'Pengaturan');
    await expect(groupOn(page)).toContainText('Stiker di meja belum pernah diperiksa.');
    await expect(groupOn(page).getByText(/^Di hub terdaftar/)).toHaveCount(0);

    await setNmids(office, { 'TC-A12': 'ID1020000000099' });
    await lapak.calls.sync.tryNow();
    const told = 'Di hub terdaftar NMID ID1020000000099, lain dari QRIS ini.';
    await expect(groupOn(page)).toContainText(told);
    await groupOn(page).scrollIntoViewIfNeeded();
    await seeThatItFits(page, `qris-hub-settings-${size.width}`);
    await groupOn(page).getByRole('button', { name: 'Periksa stiker sekarang' }).click();
    await expect(askOn(page)).toContainText(told);
    await seeThatItFits(page, `qris-hub-sticker-${size.width}`);
    await seeNothingAgainstAxe(page);

    await setNmids(office, { 'TC-A12': 'ID1020000000033' });
    await lapak.calls.sync.tryNow();
    await expect(askOn(page).getByText(/^Di hub terdaftar/)).toHaveCount(0);
  });
}
