import type { HubContext } from '../implementer.ts';
import { implementer } from '../implementer.ts';
import { who } from '../people/who.ts';
import type { Doing } from './act-of-stall.ts';
import { allocate } from './allocate.ts';
import { chargeByHand } from './charge-by-hand.ts';
import { chargeMonth, foretellCharges } from './charge-month.ts';
import { returnDeposit, takeDeposit, useDeposit } from './deposits.ts';
import { readIssuer, setIssuer } from './issuer.ts';
import { agreeInstalments, endInstalments } from './instalments.ts';
import { giveCodes, setAccount, setChargeDay, setMeterBill, setPlan } from './mall-acts.ts';
import { pay } from './pay.ts';
import { readAgeing } from './read-ageing.ts';
import { giveKuitansi, listKuitansi, readKuitansi } from './read-kuitansi.ts';
import { readAccounts, readMalls, readMeterBills, readPlans } from './read-malls.ts';
import { readMonth } from './read-month.ts';
import { readActs, readBill, readStall } from './read-stall.ts';
import { readStatement } from './read-statement.ts';
import { readRound, takeBackReading, takeReading } from './readings.ts';
import { creditNote, waive } from './reduce.ts';
import { refund } from './refund.ts';
import { reverse } from './reverse.ts';

const fees = implementer.fees;

function doing(context: Pick<HubContext, 'hub' | 'administrator'>): Doing {
  return { hub: context.hub, by: who(context) };
}

/** What the console does with charges, payments, deposits and meters. */
export const feesRouter = fees.router({
  malls: fees.malls.handler(({ context: { hub } }) => readMalls(hub)),
  plans: fees.plans.handler(({ context: { hub }, input }) => readPlans(hub, input.mall)),
  setPlan: fees.setPlan.handler(({ context, input }) => setPlan(doing(context), input)),
  setChargeDay: fees.setChargeDay.handler(({ context, input }) =>
    setChargeDay(doing(context), input.mall, input.day),
  ),
  chargeMonth: fees.chargeMonth.handler(({ context, input: { mode, ...month } }) =>
    mode === 'apply' ? chargeMonth(doing(context), month) : foretellCharges(context.hub, month),
  ),
  month: fees.month.handler(({ context: { hub }, input }) => readMonth(hub, input)),
  ageing: fees.ageing.handler(({ context: { hub }, input }) => readAgeing(hub, input)),
  issuer: fees.issuer.handler(({ context: { hub }, input }) => readIssuer(hub, input.mall)),
  setIssuer: fees.setIssuer.handler(({ context, input }) => setIssuer(doing(context), input)),
  giveCodes: fees.giveCodes.handler(({ context, input }) => giveCodes(doing(context), input.mall)),
  accounts: fees.accounts.handler(({ context: { hub }, input }) => readAccounts(hub, input.mall)),
  setAccount: fees.setAccount.handler(({ context, input }) => setAccount(doing(context), input)),

  stall: fees.stall.handler(({ context: { hub }, input }) => readStall(hub, input.stall)),
  acts: fees.acts.handler(({ context: { hub }, input }) => readActs(hub, input)),
  bill: fees.bill.handler(({ context: { hub }, input }) => readBill(hub, input)),
  statement: fees.statement.handler(({ context: { hub }, input }) => readStatement(hub, input)),
  kuitansi: fees.kuitansi.handler(({ context: { hub }, input }) => listKuitansi(hub, input)),
  oneKuitansi: fees.oneKuitansi.handler(({ context: { hub, origin }, input }) =>
    readKuitansi(hub, origin, input.id),
  ),
  giveKuitansi: fees.giveKuitansi.handler(({ context, input }) =>
    giveKuitansi(doing(context), input.id),
  ),

  charge: fees.charge.handler(({ context, input }) => chargeByHand(doing(context), input)),
  pay: fees.pay.handler(({ context, input }) => pay(doing(context), input)),
  allocate: fees.allocate.handler(({ context, input }) => allocate(doing(context), input)),
  waive: fees.waive.handler(({ context, input }) => waive(doing(context), input)),
  creditNote: fees.creditNote.handler(({ context, input }) => creditNote(doing(context), input)),
  refund: fees.refund.handler(({ context, input }) => refund(doing(context), input)),
  reverse: fees.reverse.handler(({ context, input }) => reverse(doing(context), input)),
  takeDeposit: fees.takeDeposit.handler(({ context, input }) => takeDeposit(doing(context), input)),
  returnDeposit: fees.returnDeposit.handler(({ context, input }) =>
    returnDeposit(doing(context), input),
  ),
  useDeposit: fees.useDeposit.handler(({ context, input }) => useDeposit(doing(context), input)),
  agreeInstalments: fees.agreeInstalments.handler(({ context, input }) =>
    agreeInstalments(doing(context), input),
  ),
  endInstalments: fees.endInstalments.handler(({ context, input }) =>
    endInstalments(doing(context), input),
  ),

  readings: fees.readings.handler(({ context: { hub }, input }) => readRound(hub, input)),
  takeReading: fees.takeReading.handler(({ context, input }) => takeReading(doing(context), input)),
  takeBackReading: fees.takeBackReading.handler(({ context, input }) =>
    takeBackReading(doing(context), input),
  ),
  meterBills: fees.meterBills.handler(({ context: { hub }, input }) =>
    readMeterBills(hub, input.mall),
  ),
  setMeterBill: fees.setMeterBill.handler(({ context, input }) =>
    setMeterBill(doing(context), input),
  ),
});
