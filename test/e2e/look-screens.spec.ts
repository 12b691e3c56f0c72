import { expect } from '@playwright/test';
import { charged, owedOn } from './fees-till-page.ts';
import { press } from './keyboard.ts';
import { goTo, openRegister } from './lapak.ts';
import { button, looks, seeEverywhere } from './looks.ts';
import { reportTo, test } from './stall-hub.ts';

/** Text of 150 % and high contrast on the screens of owners, each with something on it. */

test.use({ stall: 'sample' });

for (const { name, settings } of looks) {
  test(`catalog and fees are whole and readable, ${name}`, async ({ page, lapak, hub }) => {
    await charged(hub);
    await reportTo(hub, lapak);
    await openRegister(page, lapak.url);
    await lapak.calls.settings.change(settings);
    const looked = { page, lapak, look: name };
    await goTo(page, 'Barang');
    const add = button(page, 'catalog.newButton');
    await seeEverywhere(looked, { name: 'catalog', inReach: [page.getByRole('searchbox'), add] });
    await page.getByRole('row').nth(1).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('textbox', { name: 'Nama' })).toBeFocused();
    await seeEverywhere(looked, { name: 'product', inReach: [button(page, 'catalog.save')] });
    await press(page, 'Escape');
    await expect(sheet).toHaveCount(0);

    await goTo(page, 'Iuran');
    await expect(owedOn(page)).toContainText('Rp1.000.000');
    await seeEverywhere(looked, { name: 'fees', inReach: [button(page, 'fees.pay')] });
    await page.getByText('Kalender', { exact: true }).click();
    await expect(page.getByRole('button', { name: 'Catat hari' })).toBeVisible();
    await seeEverywhere(looked, { name: 'fees-days', inReach: [] });
  });

  test(`staff, hub and trail are whole and readable, ${name}`, async ({ page, lapak, hub }) => {
    await reportTo(hub, lapak);
    await lapak.calls.staff.add({ name: 'Maharani Kusumawardhani', role: 'cashier' });
    await openRegister(page, lapak.url);
    await lapak.calls.settings.change(settings);
    const looked = { page, lapak, look: name };
    await goTo(page, 'Staf');
    await expect(page.getByRole('row')).toHaveCount(3);
    await seeEverywhere(looked, { name: 'staff', inReach: [button(page, 'staff.add')] });
    await page.getByText('Peran', { exact: true }).first().click();
    await expect(page.getByRole('table', { name: 'Peran' })).toBeVisible();
    await seeEverywhere(looked, { name: 'roles', inReach: [button(page, 'staff.addRole')] });

    await goTo(page, 'Hub');
    await expect(button(page, 'sync.tryNow')).toBeVisible();
    await seeEverywhere(looked, { name: 'hub', inReach: [] });
    await goTo(page, 'Jejak audit');
    await expect(page.getByRole('listbox', { name: /^Jejak audit/ })).toBeVisible();
    await seeEverywhere(looked, { name: 'trail', inReach: [button(page, 'trail.export')] });
  });
}
