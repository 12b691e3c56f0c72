import { randomUUID } from 'node:crypto';

/** A well-made request of an administrator, and what it is answered. */
export interface FeeRequest {
  /** `200`, `404 CHARGE_UNKNOWN` */
  readonly answer: string;
  readonly writes?: true;
  readonly query?: string;
  readonly body?: object;
}

const act = () => ({ id: randomUUID(), note: 'sesuai kesepakatan' });
const plan = {
  from: '2026-12',
  electricity: { basis: 'fixed', amount: 700_000 },
  cleaning: 300_000,
  dueDay: 10,
  isProrated: false,
};
const charge = '019a0000-0000-4000-8000-00000000000a';
const money = { amount: 50_000 };
const written = { answer: '200', writes: true } as const;

/** The calls of fees on a hub that has charged nobody, each of mall TC or stall TC-A12. */
export const feeRequests = (): Readonly<Record<string, FeeRequest>> => ({
  'fees.malls': { answer: '200' },
  'fees.plans': { answer: '200' },
  'fees.setPlan': { ...written, body: { ...act(), plan } },
  'fees.setChargeDay': { ...written, body: { day: 1 } },
  'fees.issuer': { answer: '200' },
  'fees.setIssuer': {
    ...written,
    body: { address: 'Jl. Kebon Kacang', telephone: '', place: 'Jakarta', signer: 'Rina' },
  },
  'fees.chargeMonth': { ...written, body: { mode: 'apply' } },
  'fees.month': { answer: '200' },
  'fees.ageing': { answer: '200' },
  'fees.giveCodes': { ...written, body: {} },
  'fees.accounts': { answer: '200' },
  'fees.setAccount': {
    ...written,
    body: { ...act(), account: 'bca-tc', holds: 'bank', label: 'BCA 1234567890' },
  },
  'fees.stall': { answer: '200' },
  'fees.acts': { answer: '200' },
  'fees.bill': { answer: '200' },
  'fees.statement': { answer: '200', query: '?from=2026-11-01&to=2026-11-30' },
  'fees.kuitansi': { answer: '200' },
  'fees.oneKuitansi': { answer: '404 KUITANSI_UNKNOWN' },
  'fees.giveKuitansi': { answer: '404 KUITANSI_UNKNOWN', body: {} },
  'fees.charge': {
    ...written,
    body: { ...act(), ...money, period: '2026-10', kind: 'opening', due: '2026-10-10' },
  },
  'fees.pay': { ...written, body: { ...act(), ...money, kind: 'cash' } },
  'fees.allocate': {
    answer: '404 CHARGE_UNKNOWN',
    body: { ...act(), lines: [{ credit: charge, charge, amount: 1 }] },
  },
  'fees.waive': { answer: '404 CHARGE_UNKNOWN', body: { ...act(), charge, amount: null } },
  'fees.creditNote': { answer: '404 CHARGE_UNKNOWN', body: { ...act(), charge, ...money } },
  'fees.refund': { answer: '409 ADVANCE_EXCEEDED', body: { ...act(), ...money } },
  'fees.reverse': { answer: '404 BOOKED_UNKNOWN', body: { ...act(), of: charge } },
  'fees.takeDeposit': { ...written, body: { ...act(), ...money } },
  'fees.returnDeposit': { answer: '409 DEPOSIT_EXCEEDED', body: { ...act(), ...money } },
  'fees.useDeposit': { answer: '409 DEPOSIT_EXCEEDED', body: { ...act(), ...money } },
  'fees.agreeInstalments': {
    answer: '409 INSTALMENTS_EXCEED',
    body: { ...act(), parts: [{ due: '2026-12-10', amount: 50_000 }] },
  },
  'fees.endInstalments': { answer: '404 INSTALMENTS_NONE', body: act() },
  'fees.readings': { answer: '200' },
  'fees.takeReading': { ...written, body: { ...act(), period: '2026-11', to: 112_500 } },
  'fees.takeBackReading': { answer: '404 READING_NONE', body: act() },
  'fees.meterBills': { answer: '200' },
  'fees.setMeterBill': {
    ...written,
    body: { ...act(), period: '2026-11', used: 1_000_000, amount: 1_444_700 },
  },
});

/** What each of them is answered. */
export const feesAnswered = Object.fromEntries(
  Object.entries(feeRequests()).map(([name, { answer }]) => [name, answer]),
);

/** Those that write. */
export const feesWriting = Object.entries(feeRequests()).flatMap(([name, { writes: isWriting }]) =>
  isWriting ? [name] : [],
);
