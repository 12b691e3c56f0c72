import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import type { FeeDetailsOf } from '../../domain/fees/details.ts';
import { dateIn } from '../../domain/fees/period.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';
import { type ImportHow, importBankFile } from '../../hub/fees/bank/import-file.ts';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';
import { openFeeHub } from './fee-hub.ts';

/** A stall that pays, in a unit and with a member of its own. */
export interface Payer {
  readonly stall: string;
  /** Its three digits. */
  readonly code?: number;
  readonly member?: string;
  readonly mall?: string;
}

/** A manager of the mall TC, today on 24 November 2026; again: as a second process. */
export async function openBankOffice(database: HubDatabase): Promise<Doing> {
  return { hub: await openFeeHub(database), by: 'pengelola-1' };
}

/** Adds stalls with their malls, members, contracts and codes. */
export async function addPayers(hub: FeeParts, payers: readonly Payer[]): Promise<void> {
  const { db } = hub.database;
  const region = { code: 'dki', name: 'DKI Jakarta' };
  await db
    .insertInto('region')
    .values(region)
    .onConflict((on) => on.doNothing())
    .execute();
  const places = {
    village: 'Sukarasa',
    district: 'Sukasari',
    regency: 'Bandung',
    province: 'Jabar',
  };
  const codes: FeeDraft[] = [];
  for (const [at, { stall, code, member = `Anggota ${at}`, mall = 'TC' }] of payers.entries()) {
    const named = { code: mall, region: 'dki', name: `Mal ${mall}` };
    await db
      .insertInto('mall')
      .values(named)
      .onConflict((on) => on.doNothing())
      .execute();
    const [key, unit] = [`A-${stall}`, `U-${stall}`];
    await db.insertInto('stall').values({ code: stall, mall, number: '', name: stall }).execute();
    await db.insertInto('unit').values({ mall, code: unit, floor: 'B1', size_dm2: null }).execute();
    await db
      .insertInto('member')
      .values({ code: key, name: member, village_code: '32.73.01.1001', ...places, region: 'dki' })
      .execute();
    const of = { stall, member: key, mall, unit, tariff_rupiah: 1_000_000 };
    await db
      .insertInto('contract')
      .values({ ...of, from_date: '2024-01-01', to_date: null })
      .execute();
    if (code === undefined) continue;
    const act = {
      id: randomUUID(),
      act: 'code-give',
      mall,
      stall,
      on: '2026-01-01',
      note: '',
    } as const;
    codes.push({ ...act, details: { kind: 'code', code } });
  }
  await writeFees(hub, 'lapak', ({ append }) => append(codes));
}

/** Charges stalls for a month, due on the 10th: electricity, and Rp 300.000 of it cleaning. */
export async function chargeStalls(
  hub: FeeParts,
  stalls: readonly string[],
  period: string,
  { amount = 1_000_000, mall = 'TC' } = {},
): Promise<void> {
  const on = `${period}-01`;
  const of = { period, due: dateIn(period, 10), basis: '' };
  const drafts = stalls.map((stall): FeeDraft => {
    const cleaning = { id: randomUUID(), ...of, kind: 'cleaning' as const, amount: 300_000 };
    const power = {
      id: randomUUID(),
      ...of,
      kind: 'electricity' as const,
      amount: amount - 300_000,
    };
    const act = { id: randomUUID(), act: 'charge', mall, stall, on, note: '' } as const;
    return { ...act, charges: [power, cleaning] };
  });
  await writeFees(hub, 'lapak', ({ append }) => append(drafts));
}

/** Sets an account of a mall up, or changes it. */
export async function setAccount(
  { hub, by }: Doing,
  account: Partial<FeeDetailsOf<'account'>> & { readonly account: string },
  mall = 'TC',
): Promise<void> {
  const blank = {
    kind: 'account',
    holds: 'bank',
    label: '',
    profile: '',
    isClosed: false,
  } as const;
  const act = { id: randomUUID(), act: 'account-set', mall, on: '2026-11-01', note: '' } as const;
  const details = { ...blank, ...account };
  await writeFees(hub, by, ({ append }) => append([{ ...act, details }]));
}

/** A row of a file: day, rupiah (below nothing when it goes out), description. */
export type FileRow = readonly [day: string, rupiah: number, description: string];

/** A file of KlikBCA Individual, with running balances. */
export function bcaFile(
  rows: readonly FileRow[],
  { opening = 10_000_000, account = '0111222333', pending = [] as readonly FileRow[] } = {},
): Buffer {
  let balance = opening;
  const lines = rows.map(([day, amount, description]) => {
    balance += amount;
    const date = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    const sign = amount < 0 ? 'DB' : 'CR';
    const text = description.replaceAll(',', ' ');
    return `'${date},${text},'0000,${money(Math.abs(amount))},${sign},${money(balance)}`;
  });
  const later = pending.map(([, amount, description]) => {
    return `'PEND,${description},'0000,${money(amount)},CR,${money(balance)}`;
  });
  const sum = (sign: 1 | -1) =>
    rows.reduce((all, [, amount]) => all + (Math.sign(amount) === sign ? Math.abs(amount) : 0), 0);
  return Buffer.from(
    [
      `Account No.,=,'${account}`,
      'Name,=,KOPERASI CONTOH',
      'Currency,=,IDR',
      '',
      'Date,Description,Branch,Amount,,Balance',
      ...lines,
      ...later,
      `Starting Balance,=,${money(opening)}`,
      `Credit,=,${money(sum(1))}`,
      `Debet,=,${money(sum(-1))}`,
      `Ending Balance,=,${money(balance)}`,
      '',
    ].join('\n'),
  );
}

function money(rupiah: number): string {
  return rupiah.toFixed(2);
}

/** Takes a file in, or tries it; as its number says, of the only mall. */
export function importFile(
  { hub, by }: Doing,
  bytes: Uint8Array,
  how: Partial<ImportHow> & { readonly name?: string } = {},
) {
  const { name = 'mutasi.csv', ...options } = how;
  return importBankFile(
    hub,
    { name, bytes },
    {
      by,
      account: null,
      mall: null,
      profile: null,
      endsOn: null,
      mode: 'apply',
      seen: null,
      isUnbalancedTaken: false,
      language: 'id',
      ...options,
    },
  );
}
