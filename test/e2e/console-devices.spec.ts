import { randomBytes } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Updateable } from 'kysely';
import { parseInvitation } from '../../domain/enrolment/invitation.ts';
import { DEVICE_PAGE_MAX } from '../../domain/enrolment/manage-contract.ts';
import type { DeviceTable } from '../../hub/enrolment/tables.ts';
import { HUB_NINE_MS } from '../support/hub-server.ts';
import { enrolmentOf, makeTill, post } from '../support/hub-till.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { type ConsoleHub, signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a code is made, a till enrols with it, and is approved', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, button, dialog, search, waiting, enrolled } = consoleOf(page);
  await openPage(/^Perangkat/);
  await button('Kode baru').click();
  await search.fill('ukir');
  await dialog.getByRole('button', { name: 'Ukir Jepara' }).click();
  await expect(
    dialog.getByRole('heading', { name: 'Kode untuk TC-H08 Ukir Jepara' }),
  ).toBeFocused();
  await expect(dialog).toContainText('Berlaku 15:00 lagi');
  await expect(dialog.getByRole('img', { name: 'Undangan sebagai kode QR' })).toBeVisible();
  const key = /Kunci hub, bila kasir bertanya: \w{4}-\w{4}-\w{4}/;
  await expect(dialog).toContainText(key);
  await seeNothingAgainstAxe(page);

  const till = makeTill();
  await enrolWith(hub, till, (await dialog.getByText(/^http:/).textContent()) ?? '');
  const short = `${till.device.slice(0, 4)} ${till.device.slice(4, 8)}`;
  await expect(dialog.getByRole('status')).toContainText(`Kasir ${short} memakai kode ini`);
  await expect(dialog).toContainText(key); // the till may ask only now
  await dialog.getByRole('button', { name: 'Setujui' }).click();
  await expect(dialog.getByRole('status')).toContainText(`Kasir ${short} aktif`);
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await expect(enrolled.filter({ hasText: short })).toContainText('Aktif');
  await expect(waiting).toHaveCount(0);
});

async function enrolWith(
  { server }: ConsoleHub,
  till: ReturnType<typeof makeTill>,
  invitation: string,
): Promise<void> {
  const { code = '', hub = '' } = parseInvitation(invitation) ?? {};
  const { status, body } = await post(`${server.url}/v1/enrolments`, enrolmentOf(till, code, hub));
  expect([status, body]).toMatchObject([200, { state: 'waiting' }]);
}

test('a till that waits stands first, and the bar counts it', async ({ page, hub }) => {
  const { device } = hub.chain;
  await hub.database.db
    .updateTable('device')
    .set({ state: 'waiting', approved_at_ms: null })
    .where('device', '=', device)
    .execute();
  await signIn(page, hub);
  const { openPage, waiting, enrolled } = consoleOf(page);
  await openPage(/^Perangkat, 1 menunggu, 1 perlu dilihat$/);
  await expect(waiting).toHaveCount(1);
  await waiting.getByRole('button', { name: 'Setujui' }).click();
  await expect(waiting).toHaveCount(0);
  await expect(enrolled.filter({ hasText: 'Kopi Gayo' })).toContainText('Aktif');
  await expect(page.getByRole('link', { name: 'Perangkat, 1 perlu dilihat' })).toBeVisible();
});

test('a second code of a stall waits for its own till, not for that of the first', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, button, dialog, search, waiting } = consoleOf(page);
  await openPage(/^Perangkat/);
  const open = async (): Promise<string> => {
    await button('Kode baru').click();
    await search.fill('ukir');
    await dialog.getByRole('button', { name: 'Ukir Jepara' }).click();
    return (await dialog.getByText(/^http:/).textContent()) ?? '';
  };
  const first = await open();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await enrolWith(hub, makeTill(), first);
  await expect(waiting).toHaveCount(1);
  const second = await open();
  await page.waitForResponse((answer) => answer.url().includes('text=TC-H08'));
  await expect(dialog.getByText(second)).toBeVisible();
  const till = makeTill();
  await enrolWith(hub, till, second);
  const short = `${till.device.slice(0, 4)} ${till.device.slice(4, 8)}`;
  await expect(dialog.getByRole('status')).toContainText(`Kasir ${short} memakai kode ini`);
});

test('what was noted of one alarm is not said of the next', async ({ page, hub }) => {
  await hub.database.db
    .updateTable('chain')
    .set({ rolled_back_at_ms: HUB_NINE_MS })
    .where('stall', '=', 'TC-E05')
    .execute();
  await signIn(page, hub);
  const { openPage, enrolled, dialog } = consoleOf(page);
  await openPage(/^Perangkat/);
  const settle = enrolled
    .filter({ hasText: 'Tenun Ikat Sumba' })
    .getByRole('button', { name: 'Sudah ditangani' });
  await expect(settle).toHaveCount(2);
  const note = dialog.getByLabel('Keterangan');
  await settle.first().click();
  await note.fill('Salinan sudah dihapus');
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await settle.last().click();
  await expect(note).toHaveValue('');
  await note.fill('Dari cadangan kemarin');
  await dialog.getByRole('button', { name: 'Sudah ditangani' }).click();
  await expect(settle).toHaveCount(1);
  await settle.click();
  await expect(note).toHaveValue('');
});

test('those that wait come page by page, to the last', async ({ page, hub }) => {
  const [row] = await hub.database.db.selectFrom('device').selectAll().limit(1).execute();
  if (!row) throw new Error('the mall has tills');
  const more = Array.from({ length: DEVICE_PAGE_MAX + 5 }, (_, at) => ({
    ...row,
    device: String(at).padStart(32, '0'),
    transport_key: randomBytes(32),
    state: 'waiting' as const,
    approved_at_ms: null,
  }));
  await hub.database.db.insertInto('device').values(more).execute();
  await signIn(page, hub);
  const { openPage, waiting, button } = consoleOf(page);
  await openPage(new RegExp(`^Perangkat, ${more.length} menunggu, 1 perlu dilihat$`));
  await expect(waiting).toHaveCount(DEVICE_PAGE_MAX);
  await button('Tampilkan berikutnya').click();
  await expect(waiting).toHaveCount(more.length);
});

test('a second tap on an approval is not for the till that takes its place', async ({
  page,
  hub,
}) => {
  const [row] = await hub.database.db.selectFrom('device').selectAll().limit(1).execute();
  if (!row) throw new Error('the mall has tills');
  const two = ['1', '2'].map((name) => ({
    ...row,
    device: name.padStart(32, '0'),
    transport_key: randomBytes(32),
    state: 'waiting' as const,
    approved_at_ms: null,
  }));
  await hub.database.db.insertInto('device').values(two).execute();
  await signIn(page, hub);
  const { openPage, waiting } = consoleOf(page);
  await openPage(/^Perangkat/);
  await expect(waiting).toHaveCount(2);
  await expect(page.locator('[data-fresh]').filter({ visible: true })).toHaveCount(0);
  const first = waiting.first();
  const tapped = first.evaluate(
    (gone) =>
      new Promise<boolean>((done) => {
        const list = gone.closest('ul');
        new MutationObserver(() => {
          if (gone.isConnected) return;
          const tap = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
          list?.querySelector('button')?.dispatchEvent(tap);
          done(tap.defaultPrevented);
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await first.getByRole('button', { name: 'Setujui' }).click();
  expect(await tapped).toBe(true); // kept away from what came in its place
  await expect(waiting).toHaveCount(1);
  await waiting.getByRole('button', { name: 'Setujui' }).click();
  await expect(waiting).toHaveCount(0); // the first tap that is meant for it
  const settled = await hub.database.db.selectFrom('device').select('state').execute();
  expect(settled.filter(({ state }) => state === 'waiting')).toEqual([]);
});

test('a row says only what there is to say of its signatures', async ({ page, hub }) => {
  const { device, records } = hub.chain;
  const size = records.length;
  const found = { checked_size: size, unsigned: 2, unsigned_settled: 2 };
  await hub.database.db.updateTable('chain').set(found).where('device', '=', device).execute();
  await signIn(page, hub);
  const { openPage, enrolled } = consoleOf(page);
  await openPage(/^Perangkat/);
  const row = enrolled.filter({ hasText: 'Kopi Gayo' });
  await expect(row).toContainText('Tanpa tanda tangan: 2');
  await expect(row).not.toContainText(/Tanda tangan diperiksa|Terbukti/);
  const going = enrolled.filter({ hasText: 'Keripik Tempe' });
  await expect(going).toContainText('Tanda tangan diperiksa: 0 dari 1');
  await expect(going).not.toContainText(/Tanpa tanda tangan|Terbukti/);
});

for (const width of [390, 683, 1024, 1366]) {
  test(`on ${width} px what rows of every kind say stands in the same columns`, async ({
    page,
    hub,
  }) => {
    await openEveryKind(page, hub, width);
    const { names, dates } = rowParts(page);
    for (const column of [await boxesOf(names), await boxesOf(dates)]) {
      expect(column).toHaveLength(7);
      expect(new Set(column.map(({ x }) => x)).size).toBe(1);
    }
  });
}

test('on a phone what can be done about a till stands below what is said of it', async ({
  page,
  hub,
}) => {
  await openEveryKind(page, hub, 390);
  const { dates, acts } = rowParts(page);
  const said = await boxesOf(dates);
  const below = await boxesOf(acts);
  expect(below.map(({ y }, at) => y > (said[at]?.y ?? y) + 20)).toEqual(Array(7).fill(true));
});

/** Opens the page with a till that waits, one that was revoked, and active ones. */
async function openEveryKind(page: Page, hub: ConsoleHub, width: number): Promise<void> {
  const set = (stall: string, values: Updateable<DeviceTable>) =>
    hub.database.db.updateTable('device').set(values).where('stall', '=', stall).execute();
  await set('TC-D04', { state: 'waiting', approved_at_ms: null });
  const revoked = { state: 'revoked', revoked_at_ms: HUB_NINE_MS } as const;
  await set('TC-A12', { ...revoked, last_epoch: 1, last_seq: 3 });
  await page.setViewportSize({ width, height: 768 });
  await signIn(page, hub);
  const { openPage, waiting, enrolled } = consoleOf(page);
  await openPage(/^Perangkat/);
  await expect(waiting).toHaveCount(1);
  await expect(enrolled.getByRole('button', { name: /^Hitung sampai/ })).toBeVisible();
  await seeThatItFits(page, `console-kinds-${width}`);
}

/** Of each row its short name, its first date, and its last button. */
function rowParts(page: Page) {
  const { main } = consoleOf(page);
  return {
    names: main.getByText(/^[0-9a-f]{4} [0-9a-f]{4}$/),
    dates: main.getByText(/^Terdaftar .* WIB$/),
    acts: main.getByRole('button', { name: /^(Cabut|Hitung sampai)/ }),
  };
}

async function boxesOf(parts: Locator) {
  const boxes = await Promise.all((await parts.all()).map(async (part) => part.boundingBox()));
  return boxes.filter((box) => box !== null);
}
