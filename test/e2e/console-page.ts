import type { Locator, Page } from '@playwright/test';

/** Chooses a CSV file where the page, or its dialog, takes one. */
export async function chooseFile(page: Page, content: string, name = 'berkas.csv'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** The parts of the console, by their roles and Indonesian names. */
export function consoleOf(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  return {
    main,
    dialog,
    title: main.getByRole('heading', { level: 1 }),
    stalls: main.getByRole('list', { name: 'Daftar lapak' }).getByRole('listitem'),
    dates: main.getByRole('list', { name: 'Tanggal' }).getByRole('listitem'),
    records: main.getByRole('list', { name: 'Catatan tanggal ini' }).getByRole('listitem'),
    proof: main.getByRole('region', { name: 'Bukti' }),
    summary: main.getByRole('region', { name: 'Ringkasan hari' }),
    search: page.getByRole('searchbox', { name: 'Cari lapak' }),
    waiting: main.getByRole('list', { name: 'Menunggu persetujuan' }).getByRole('listitem'),
    enrolled: main.getByRole('list', { name: 'Terdaftar' }).getByRole('listitem'),
    filter: (name: RegExp): Locator =>
      main.getByRole('group', { name: 'Saring menurut keadaan' }).getByRole('button', { name }),
    button: (name: string): Locator => main.getByRole('button', { name, exact: true }),
    openPage: (name: RegExp): Promise<void> =>
      page.getByRole('navigation', { name: 'Halaman' }).getByRole('link', { name }).click(),
    /** The stall, then its newest date, then the record in this place of the list. */
    openRecord: async (stall: string, at: number): Promise<void> => {
      await main.getByRole('link', { name: stall }).click();
      await main.getByRole('list', { name: 'Tanggal' }).getByRole('link').first().click();
      await main
        .getByRole('list', { name: 'Catatan tanggal ini' })
        .getByRole('link')
        .nth(at)
        .click();
    },
  };
}
