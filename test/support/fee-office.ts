import { randomUUID } from 'node:crypto';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';
import { chargeDue } from '../../hub/fees/keep-charging.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addFeeStalls, openFeeHub } from './fee-hub.ts';

/** What a manager of a test works with: its clock stands until it is set. */
export interface FeeOffice extends Doing {
  /** Sets the clock to noon of a date, where the hub is. */
  setToday(date: string): void;
}

/** The office of a hub, today on 2026-11-05; again on the same database: a second manager. */
export async function openOffice(database: HubDatabase): Promise<FeeOffice> {
  let nowMs = noonOf('2026-11-05');
  const hub = { ...(await openFeeHub(database)), clock: () => nowMs };
  return {
    hub,
    by: 'pengelola-1',
    setToday: (date) => {
      nowMs = noonOf(date);
    },
  };
}

function noonOf(date: string): number {
  return Date.parse(`${date}T12:00:00+07:00`);
}

/** A contract of a stall of these tests. */
export interface Leased {
  readonly stall: string;
  readonly from?: string;
  readonly to?: string | null;
  /** Rupiah a month. */
  readonly tariff?: number;
}

/** A mall of so many stalls, `TC-1`, `TC-2`, …, each with a contract from 2026 on. */
export async function addLeasedMall(
  database: HubDatabase,
  count: number,
  mall = 'TC',
): Promise<string[]> {
  const stalls = await addFeeStalls(database, mall, count);
  await lease(
    database,
    mall,
    stalls.map((stall) => ({ stall })),
  );
  return stalls;
}

/** Adds contracts of the stalls of a mall, each in a unit of its own. */
export async function lease(
  { db }: HubDatabase,
  mall: string,
  contracts: readonly Leased[],
): Promise<void> {
  const place = { village: 'Sukarasa', district: 'Sukasari', regency: 'Bandung' };
  await db
    .insertInto('member')
    .values({
      code: 'A-1',
      name: 'Batik Sekar',
      village_code: '32.73.01.1001',
      ...place,
      province: 'Jawa Barat',
      region: 'dki',
    })
    .onConflict((on) => on.doNothing())
    .execute();
  for (let from = 0; from < contracts.length; from += 200) {
    const some = contracts.slice(from, from + 200);
    await db
      .insertInto('unit')
      .values(some.map(({ stall }) => ({ mall, code: `U${stall}`, floor: 'B1', size_dm2: null })))
      .onConflict((on) => on.doNothing())
      .execute();
    await db
      .insertInto('contract')
      .values(
        some.map((one) => ({
          stall: one.stall,
          from_date: one.from ?? '2026-01-01',
          to_date: one.to ?? null,
          member: 'A-1',
          mall,
          unit: `U${one.stall}`,
          tariff_rupiah: one.tariff ?? 1_000_000,
        })),
      )
      .execute();
  }
}

/** An act that is asked for, with an id of its own. */
export function asked(stall: string, note = '') {
  return { id: randomUUID(), stall, note };
}

/** A payment in cash at the office, or by bank into `bca-tc`. Rupiah */
export function cash(amount: number) {
  return { kind: 'cash' as const, amount, account: null, allocations: null };
}

/** Closes a month of a mall, or opens it again. */
export function setMonth(
  { hub, by }: Doing,
  act: 'month-close' | 'month-reopen',
  month: string,
  mall = 'TC',
): Promise<void> {
  const details = { kind: 'month' as const, month };
  return writeFees(hub, by, ({ append }) =>
    append([{ id: randomUUID(), act, mall, on: '2026-11-05', note: '', details }]),
  );
}

/** Disputes a charge or reading of a stall; settles it again with the id that was answered. */
export async function dispute({ hub, by }: Doing, stall: string, about: string): Promise<string> {
  const id = randomUUID();
  const details = { kind: 'dispute' as const, about };
  await writeFees(hub, by, ({ append }) =>
    append([{ id, act: 'dispute', mall: 'TC', stall, on: '2026-11-05', note: '', details }]),
  );
  return id;
}

/** Lets the day come, and the hub charge by itself what is due on it. @returns how many months */
export function dueOn(office: FeeOffice, date: string): Promise<number> {
  office.setToday(date);
  const log = { info: () => {}, warn: () => {}, error: () => {} } as never;
  return chargeDue({ ...office.hub, log });
}
