import { ageOpen } from '../../domain/fees/ageing.ts';
import { FeeBody } from '../../domain/fees/body.ts';
import { isKept } from '../../domain/fees/instalments.ts';
import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import type { FeeHistoryEntry, StallView } from '../../domain/fees/manage/stall-calls.ts';
import type { StallBill } from '../../domain/fees/manage/paper-calls.ts';
import { periodOf } from '../../domain/fees/period.ts';
import { remarkOf } from '../../domain/fees/remark.ts';
import { LapakError } from '../../domain/errors.ts';
import { readAs } from '../database/transact.ts';
import { standingOf, stallOfFees } from './act-store.ts';
import { hubDate } from '../reports/read-day.ts';
import { codeOf } from './code-store.ts';
import { goesToOf } from './goes-to-store.ts';
import { runningInstalments } from './instalments-store.ts';
import { openChargesOf } from './open-store.ts';
import type { FeeReader } from './read-month.ts';
import {
  actsOfStall,
  chargesOfStall,
  contractsOf,
  creditsOfStall,
  depositsOf,
  refundsOf,
} from './stall-store.ts';

/** All of one stall. @throws LapakError STALL_UNKNOWN */
export function readStall({ database, clock }: FeeReader, code: string): Promise<StallView> {
  const today = hubDate(clock());
  return readAs(database.reports, 'every-stall', async (db) => {
    const found = await stallOfFees(db, code);
    if (!found) throw new LapakError('STALL_UNKNOWN', { stall: code });
    const { code: stall, name, number, mall, mallName } = found;
    const ageing = ageOpen(await openChargesOf(db, [stall]), today);
    const credits = await creditsOfStall(db, stall);
    const goesTo = await goesToOf(
      db,
      credits.map(({ id }) => id),
    );
    const [running] = await runningInstalments(db, { stalls: [stall] });
    return {
      stall,
      name,
      number,
      mall,
      mallName,
      ...(await standingOf(db, stall)),
      overdue: ageing.to30 + ageing.to60 + ageing.to90 + ageing.over90,
      ageing,
      code: (await codeOf(db, stall)) ?? null,
      remark: remarkOf(stall, periodOf(today)),
      contracts: await contractsOf(db, stall),
      open: await chargesOfStall(db, { stall, today }, { only: 'open' }),
      paid: await chargesOfStall(db, { stall, today }, { only: 'paid', isNewestFirst: true }),
      credits: credits.map((credit) => ({ ...credit, goesTo: goesTo.get(credit.id) ?? [] })),
      deposits: await depositsOf(db, stall),
      refunds: await refundsOf(db, stall),
      instalments: running
        ? {
            id: running.act,
            from: running.from,
            parts: running.parts.map((part) => ({ ...part })),
            paid: running.paid,
            isKept: isKept(running.parts, running.paid, today),
          }
        : null,
    };
  });
}

/** What a stall is to pay for a month, as it stands now. @throws LapakError STALL_UNKNOWN */
export function readBill(
  { database, clock }: FeeReader,
  { stall: code, period }: { readonly stall: string; readonly period: string },
): Promise<StallBill> {
  const today = hubDate(clock());
  return readAs(database.reports, 'every-stall', async (db) => {
    const found = await stallOfFees(db, code);
    if (!found) throw new LapakError('STALL_UNKNOWN', { stall: code });
    const { code: stall } = found;
    return {
      period,
      remark: remarkOf(stall, period),
      charges: await chargesOfStall(db, { stall, today }, { period }),
      arrears: await chargesOfStall(db, { stall, today }, { only: 'open', before: period }),
    };
  });
}

/** The acts of a stall, the newest first. @throws LapakError STALL_UNKNOWN */
export function readActs(
  { database }: Pick<FeeReader, 'database'>,
  { stall, cursor }: { readonly stall: string; readonly cursor: string },
): Promise<{ acts: FeeHistoryEntry[]; nextCursor: string }> {
  return readAs(database.reports, 'every-stall', async (db) => {
    if (!(await stallOfFees(db, stall))) throw new LapakError('STALL_UNKNOWN', { stall });
    const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
    const rows = await actsOfStall(db, stall, { before, limit: FEE_PAGE_MAX + 1 });
    const shown = rows.slice(0, FEE_PAGE_MAX);
    const acts = shown.map(({ body, ...act }) => {
      const { salt: _, ...said } = FeeBody.parse(JSON.parse(body.toString('utf8')));
      return { ...act, body: said };
    });
    const more = rows.length > FEE_PAGE_MAX;
    return { acts, nextCursor: more ? String(shown.at(-1)?.position ?? '') : '' };
  });
}
