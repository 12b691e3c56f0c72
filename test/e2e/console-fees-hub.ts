import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';
import { pay } from '../../hub/fees/pay.ts';
import { addStall } from '../../hub/organisation/stall-store.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { lease } from '../support/fee-office.ts';
import { seeThatItFits } from './picture.ts';
import { type ConsoleHub, signIn, test as consoleTest } from './console-hub.ts';

/** A PNG of one point, in base64. */
export const ONE_POINT_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk' +
  '+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What of fees a hub has when its test begins. */
interface Options {
  /**
   * Stalls without contracts; with contracts; or charged since September, some of it paid. Today is
   * 2026-11-29.
   */
  readonly fees: 'none' | 'leased' | 'charged';
}

interface Office {
  /** As the hub's functions want it. */
  readonly doing: Doing;
  /** Books cash of a stall, today. Rupiah */
  takeCash(stall: string, amount: number): Promise<void>;
}

export const test = consoleTest.extend<Options & { office: Office }>({
  trade: 'none',
  fees: ['charged', { option: true }],
  office: [
    async ({ hub, fees }, use) => {
      const doing: Doing = { hub: hub.server.hub, by: 'pengelola-1' };
      const takeCash = async (stall: string, amount: number): Promise<void> => {
        const given = { id: randomUUID(), stall, note: '', kind: 'cash', account: null } as const;
        await pay(doing, { ...given, amount, allocations: null });
      };
      await addStalls(hub);
      if (fees !== 'none') await leaseStalls(hub);
      if (fees === 'charged') await chargeAndPay(doing, takeCash);
      await use({ doing, takeCash });
    },
    { auto: true },
  ],
});

const stalls = [
  ['TC-C03', 'C03', 'Songket Palembang Warisan Nenek'],
  ['TC-D04', 'D04', 'Keripik Tempe Malang'],
  ['TC-E05', 'E05', 'Tenun Ikat Sumba'],
] as const;

async function addStalls({ database: { db } }: ConsoleHub): Promise<void> {
  for (const [code, number, name] of stalls) await addStall(db, { code, mall: 'TC', number, name });
}

async function leaseStalls({ database }: ConsoleHub): Promise<void> {
  await lease(database, 'TC', [
    { stall: 'TC-A12' },
    { stall: 'TC-B01' },
    { stall: 'TC-C03', tariff: 1_250_000 },
    { stall: 'TC-D04' },
  ]);
}

/** A12 has paid all, B01 a part, D04 more than it owes; C03 nothing. */
async function chargeAndPay(
  doing: Doing,
  takeCash: (stall: string, amount: number) => Promise<void>,
): Promise<void> {
  for (const period of ['2026-09', '2026-10', '2026-11']) {
    await chargeMonth(doing, { mall: 'TC', period });
  }
  await takeCash('TC-A12', 3_000_000);
  await takeCash('TC-B01', 1_400_000);
  await takeCash('TC-D04', 3_500_000);
}

/** The sizes that a page of the console has to fit into. */
const sizes = [
  ['1366x768', 1366, 768],
  ['1024x600', 1024, 600],
  ['390x844', 390, 844],
] as const;

/**
 * Sees that a page as it stands fits into each size and that axe finds nothing, in
 * light and in dark.
 * @param of which pages, in the names of the pictures
 */
export async function seeAtSizes(page: Page, name: string, of = 'fees'): Promise<void> {
  for (const [size, width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `${of}-${name}-${size}`);
  }
  await seeNothingAgainstAxe(page); // as a phone has it: the narrowest
}

/** Opens a page of fees of TC. @param path behind `#/fees/`: `TC/ageing` */
export async function openFees(page: Page, hub: ConsoleHub, path = 'TC/month'): Promise<void> {
  await signIn(page, hub);
  await page.goto(`${hub.server.url}/#/fees/${path}`);
  await page.getByRole('navigation', { name: 'Halaman iuran' }).waitFor();
}
