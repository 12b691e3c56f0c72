import { expect, type Page } from '@playwright/test';
import { openOtherTab, openRegister, test } from './lapak.ts';
import { ani, budi, sari, signIn } from './people.ts';
import { openShiftScreen } from './shift-page.ts';

test.use({ pinUse: 'guarded' });

const drawerOn = (page: Page, drawer: number) =>
  page.getByRole('radio', { name: `Laci ${drawer}`, exact: true });

test('a window keeps its drawer when it is loaded again, and whoever signs in there', async ({
  page,
  lapak,
}) => {
  const owner = lapak.calls;
  await owner.staff.signIn({ staff: sari.id, pin: sari.pin });
  await owner.settings.change({ drawers: 2 });
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await signIn(other, budi);
  await openShiftScreen(other);
  await other.getByText('Laci 2', { exact: true }).click();
  await expect(drawerOn(other, 2)).toBeChecked();

  await other.reload();
  await expect(other.getByRole('tabpanel')).toBeVisible();
  await openShiftScreen(other);
  await expect(drawerOn(other, 2)).toBeChecked();
  await signIn(other, ani);
  await expect(drawerOn(other, 2)).toBeChecked();

  await openShiftScreen(page);
  await expect(drawerOn(page, 1)).toBeChecked(); // the other window's is none of its business
});
