import { expect, type Page } from '@playwright/test';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { addStall } from '../../hub/organisation/stall-store.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { type ConsoleHub, signIn } from './console-hub.ts';

/** A line of a bank file: its date, what the bank writes, rupiah in (or out, below nothing). */
export type FileRow = readonly [on: string, description: string, amount: number];

/** What the account of these tests had before its first row. Rupiah */
const OPENING = 10_000_000;
/** Its number. */
const ACCOUNT = '0111222333';

/** Code and name of a stall by its unique code: `TC-K07`. */
export function stallOf(code: number): { readonly stall: string; readonly name: string } {
  const number = String(code).padStart(2, '0');
  return { stall: `TC-K${number}`, name: `Kios ${number}` };
}

/** Stalls with the codes 1 to `count`, each of which owes Rp1.000.000 for November. */
export async function chargeStalls({ server }: ConsoleHub, count: number): Promise<void> {
  const { db } = server.hub.database;
  const drafts: FeeDraft[] = [];
  for (let code = 1; code <= count; code += 1) {
    const { stall, name } = stallOf(code);
    await addStall(db, { code: stall, mall: 'TC', number: stall.slice(3), name });
    const of = { mall: 'TC', stall, on: '2026-11-01', note: '' };
    const charge = { period: '2026-11', due: '2026-11-10', basis: '' };
    drafts.push(
      { ...of, id: actId(1, code), act: 'code-give', details: { kind: 'code', code } },
      {
        ...of,
        id: actId(2, code),
        act: 'charge',
        charges: [
          { ...charge, id: actId(3, code), kind: 'electricity', amount: 700_000 },
          { ...charge, id: actId(4, code), kind: 'cleaning', amount: 300_000 },
        ],
      },
    );
  }
  await writeFees(server.hub, 'pengelola-1', ({ append }) => append(drafts));
}

/** A month in which each stall pays what it owes, its code added. */
export function codedMonth(count: number): FileRow[] {
  return Array.from({ length: count }, (_, at): FileRow => {
    const on = `2026-11-${String(1 + Math.floor((at * 27) / count)).padStart(2, '0')}`;
    return [on, `TRSF E-BANKING CR 0211/FTSCY/WS95031 ${payerOf(at)}`, 1_000_001 + at];
  });
}

const firstNames = ['BUDI', 'SITI', 'AGUS', 'DEWI', 'JOKO', 'RINA', 'EKO', 'SRI', 'HADI', 'NUR'];
const lastNames = ['SANTOSO', 'WIJAYA', 'LESTARI', 'HIDAYAT', 'PRATAMA', 'SIREGAR'];

/** Each has a name of their own. */
function payerOf(at: number): string {
  return `${firstNames[at % 10]} ${lastNames[Math.floor(at / 10) % 6]}`;
}

/** A file of KlikBCA Individual. */
export function bcaFile(rows: readonly FileRow[], opening = OPENING, account = ACCOUNT): string {
  let balance = opening;
  const lines = rows.map(([on, description, amount]) => {
    balance += amount;
    const [year, month, day] = on.split('-');
    const sign = amount < 0 ? 'DB' : 'CR';
    const sum = `${Math.abs(amount)}.00`;
    return `'${day}/${month}/${year},${description},'0000,${sum},${sign},${balance}.00`;
  });
  const sumOf = (sign: 1 | -1): number =>
    rows.reduce((sum, [, , amount]) => sum + Math.max(0, sign * amount), 0);
  return `Account No.,=,'${account}
Name,=,PENGELOLA THAMRIN CITY
Currency,=,IDR

Date,Description,Branch,Amount,,Balance
${lines.join('\n')}
Starting Balance,=,${opening}.00
Credit,=,${sumOf(1)}.00
Debet,=,${sumOf(-1)}.00
Ending Balance,=,${balance}.00
`;
}

/** A keyboard that counts. */
export interface CountedKeys {
  count: number;
  press(...keys: readonly string[]): Promise<void>;
}

/** The keyboard of a page, whose presses are counted. */
export function countKeys(page: Page): CountedKeys {
  const keys: CountedKeys = {
    count: 0,
    press: async (...pressed) => {
      for (const key of pressed) {
        await page.keyboard.press(key);
        keys.count += 1;
      }
    },
  };
  return keys;
}

/** Opens the page of the bank. */
export async function openBank(page: Page, hub: ConsoleHub): Promise<void> {
  await signIn(page, hub);
  page.on('filechooser', () => undefined); // from now on the browser asks the test for files
  await page
    .getByRole('navigation', { name: 'Halaman' })
    .getByRole('link', { name: 'Bank' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Bank' }).waitFor();
}

/**
 * Takes a file in by keys: the name in the dialog of the system is typed as well.
 * @returns once its rows are listed
 */
export async function takeFile(
  page: Page,
  content: string,
  { name = 'november.csv', keys = countKeys(page) } = {},
): Promise<void> {
  const { dialog } = bankOf(page);
  await tryFile(page, content, { name, keys });
  await expect(dialog.getByRole('button', { name: /^Masukkan \d/ })).toBeFocused();
  await keys.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect(page.locator('[data-fresh]').filter({ visible: true })).toHaveCount(0);
}

/** Chooses a file by keys, and waits for what is told of it. */
export async function tryFile(
  page: Page,
  content: string,
  { name = 'november.csv', keys = countKeys(page) } = {},
): Promise<void> {
  const { dialog } = bankOf(page);
  await keys.press('b');
  await expect(dialog.getByRole('button', { name: 'Pilih berkas' })).toBeFocused();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
  keys.count += name.length + 1;
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** The parts of the page of the bank, by their roles and Indonesian names. */
export function bankOf(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const list = page.getByRole('listbox', { name: 'Mutasi bank' });
  return {
    main,
    dialog,
    list,
    rows: list.getByRole('option'),
    /** The row that the keys are at. */
    active: list.getByRole('option', { selected: true }),
    panel: page.getByRole('region', { name: 'Mutasi yang dipilih' }),
    report: (name: string) => dialog.getByRole('region', { name }),
    said: main.getByRole('status'),
    part: (name: RegExp) =>
      main.getByRole('group', { name: 'Bagian halaman ini' }).getByRole('button', { name }),
  };
}

function actId(kind: number, code: number): string {
  return `0000000${kind}-0000-4000-8000-${String(code).padStart(12, '0')}`;
}
