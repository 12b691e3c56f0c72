import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { FeeBody } from '../../domain/fees/body.ts';
import { type FeeEntry, foldFees, openOf, owedBy, advanceOf } from '../../domain/fees/ledger.ts';
import { ageOpen } from '../../domain/fees/ageing.ts';
import { LapakError } from '../../domain/errors.ts';
import { transact } from '../../hub/database/transact.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { allocate } from '../../hub/fees/allocate.ts';
import { chargeByHand } from '../../hub/fees/charge-by-hand.ts';
import { chargeMonth } from '../../hub/fees/charge-month.ts';
import { returnDeposit, takeDeposit, useDeposit } from '../../hub/fees/deposits.ts';
import { pay } from '../../hub/fees/pay.ts';
import { readAgeing } from '../../hub/fees/read-ageing.ts';
import { readMalls } from '../../hub/fees/read-malls.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { readStatement } from '../../hub/fees/read-statement.ts';
import { creditNote, waive } from '../../hub/fees/reduce.ts';
import { refund } from '../../hub/fees/refund.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { addLeasedMall, asked, cash, type FeeOffice, openOffice } from '../support/fee-office.ts';
import { seededRandom } from '../support/fee-steps.ts';
import { eachDatabase } from '../support/hub-databases.ts';

/** Whatever managers do, at once and right or wrong, every view says the same of the books. */

const STEPS = 160;
const STALLS = 4;
const pick = seededRandom(17);
const some = <T>(of: readonly T[]): T | undefined => of[pick(of.length)];

type Step = (office: FeeOffice, stall: string) => Promise<unknown>;

const steps: readonly Step[] = [
  (office, stall) => pay(office, { ...asked(stall), ...cash(1 + pick(1_500_000)) }),
  (office, stall) => pay(office, { ...asked(stall), ...cash(1_000_017), allocations: [] }),
  (office) => chargeMonth(office, { mall: 'TC', period: `2026-${10 + pick(3)}` }),
  (office, stall) => allocate(office, { ...asked(stall), lines: null }),
  async (office, stall) => {
    const { open, credits } = await readStall(office.hub, stall);
    const [charge, credit] = [some(open)?.id ?? randomUUID(), some(credits)?.id ?? randomUUID()];
    const amount = (pick(3) === 0 ? -1 : 1) * (1 + pick(400_000));
    return allocate(office, { ...asked(stall), lines: [{ charge, credit, amount }] });
  },
  async (office, stall) => {
    const { credits } = await readStall(office.hub, stall);
    const credit = some(credits.filter(({ goesTo }) => goesTo.length > 0));
    const to = some(credit?.goesTo ?? []);
    if (!credit || !to) return;
    const amount = -(1 + pick(to.amount));
    const lines = [{ charge: to.charge, credit: credit.id, amount }];
    return allocate(office, { ...asked(stall, 'salah tagihan'), lines });
  },
  async (office, stall) => {
    const { open, paid } = await readStall(office.hub, stall);
    const charge = some([...open, ...paid])?.id ?? randomUUID();
    const amount = 1 + pick(300_000);
    const act = { ...asked(stall, 'salah'), charge, amount };
    return pick(2) === 0 ? creditNote(office, act) : waive(office, act);
  },
  async (office, stall) => {
    const { open, paid, credits, refunds, deposits } = await readStall(office.hub, stall);
    const of = some([...open, ...paid, ...credits, ...refunds, ...deposits])?.id ?? randomUUID();
    return reverse(office, { ...asked(stall, 'salah'), of });
  },
  (office, stall) =>
    refund(office, { ...asked(stall, 'diminta'), amount: 1 + pick(200_000), account: null }),
  (office, stall) => takeDeposit(office, { ...asked(stall), amount: 500_000, account: null }),
  (office, stall) => returnDeposit(office, { ...asked(stall), amount: 300_000, account: null }),
  (office, stall) =>
    useDeposit(office, { ...asked(stall, 'tutup'), amount: 1 + pick(400_000), allocations: null }),
  (office, stall) => {
    const period = `2025-${10 + pick(3)}`;
    const owed = { period, kind: 'opening' as const, amount: 1 + pick(900_000) };
    return chargeByHand(office, { ...asked(stall, 'lama'), ...owed, due: `${period}-10` });
  },
];

eachDatabase(
  'the ledger, the tables, the postings, the ageing and the statements say the same',
  async ({ open }) => {
    const offices = [await openOffice(await open()), await openOffice(await open())] as const;
    const [{ hub }] = offices;
    const stalls = await addLeasedMall(hub.database, STALLS);
    let refused = 0;
    for (let step = 0; step < STEPS; step += 2) {
      const tries = offices.map(async (office) => some(steps)?.(office, some(stalls) ?? ''));
      for (const outcome of await Promise.allSettled(tries)) {
        if (outcome.status === 'fulfilled') continue;
        // Whoever is refused is told why; nobody meets a constraint or a fault.
        expect(outcome.reason).toBeInstanceOf(LapakError);
        refused += 1;
      }
      if (step % 20 === 0) await compare(offices[0], stalls);
    }
    await compare(offices[0], stalls);
    expect(refused).toBeGreaterThan(10);
  },
  { timeoutMs: 180_000 },
);

async function compare({ hub }: FeeOffice, stalls: readonly string[]): Promise<void> {
  const entries = await recorded(hub.database);
  const { sums } = await readAgeing(hub, {
    mall: 'TC',
    on: null,
    band: null,
    text: '',
    cursor: '',
  });
  const { malls } = await readMalls(hub);
  let [owed, advance] = [0, 0];
  for (const stall of stalls) {
    const ledger = foldFees(entries.filter(({ body }) => body.stall === stall));
    const view = await readStall(hub, stall);
    const charges = [...ledger.charges.values()].map((charge) => {
      return { due: charge.due, open: openOf(charge) };
    });
    const statement = await readStatement(hub, { stall, from: '2026-11-01', to: '2027-12-31' });
    expect(view).toMatchObject({
      owed: owedBy(ledger),
      advance: advanceOf(ledger),
      deposit: ledger.deposit,
      ageing: ageOpen(charges, '2026-11-05'),
    });
    expect(statement.closing).toBe(view.owed - view.advance);
    expect(statement.closing).toBe(statement.opening + statement.charges - statement.credits);
    expect(statement.advance).toBe(view.advance);
    owed += view.owed;
    advance += view.advance;
  }
  expect(sums?.total).toBe(owed);
  expect(malls).toMatchObject([{ owed, advance }]);
  expect(await balanceOf(hub.database, 'receivable')).toBe(owed);
  expect(await balanceOf(hub.database, 'advance')).toBe(-advance || 0);
}

async function recorded({ db }: HubDatabase): Promise<FeeEntry[]> {
  const rows = await db
    .selectFrom('hub_record')
    .where('type', '=', 'fee')
    .select('body')
    .orderBy('position')
    .execute();
  return rows.map(({ body }) => {
    return { body: FeeBody.parse(JSON.parse(body.toString('utf8'))), by: 'pengelola-1', atMs: 0 };
  });
}

function balanceOf(database: HubDatabase, account: string): Promise<number> {
  return transact(database, 'every-stall', async (trx) => {
    const rows = await trx
      .selectFrom('fee_posting')
      .select(['debit', 'credit', 'amount'])
      .execute();
    return rows.reduce((sum, { debit, credit, amount }) => {
      return sum + (debit === account ? amount : 0) - (credit === account ? amount : 0);
    }, 0);
  });
}
