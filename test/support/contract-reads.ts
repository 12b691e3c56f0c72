import { expect } from 'vitest';
import { daySpan } from '../../domain/sales/find-sales.ts';
import type { Calls } from './calls.ts';
import { reportOf } from './claim-acts.ts';
import { anId } from './test-till.ts';
import { codes } from './trade-acts.ts';

/** Every call that only reads, or changes no sale; each answers as the contract says. */
export async function readAll(calls: Calls): Promise<void> {
  await readTrade(calls);
  await readShifts(calls);
  await readTrail(calls);
  await calls.system.startup();
  await calls.system.ping();
  await calls.system.reportCrash({ kind: 'error', message: 'm', stack: 's' });
  await calls.settings.read();
  await calls.staff.people();
  await calls.staff.roles();
  await calls.printing.queue();
  await readSync(calls);
  await readDown(calls);
  await readFees(calls);
  await readPayments(calls);
  await watchAll(calls);
}

async function readSync({ sync }: Calls): Promise<void> {
  await sync.status();
  await sync.tryNow();
  await sync.receipt();
  await sync.sent({ cursor: '', limit: 100 });
  await sync.enrol({ invitation: 'x' }).catch(expected);
}

async function readDown({ down }: Calls): Promise<void> {
  const id = '0193f1f0-0000-4000-8000-000000000001';
  await down.announcements();
  await down.markRead({ id });
  await down.requests();
  await down.templates();
  await down.useTemplate({ id }).catch(expected);
}

async function readPayments({ payments }: Calls): Promise<void> {
  await payments.checkSticker({ qris: 'x' }).catch(expected);
  await payments.putOffSticker();
  const { open } = await payments.claims();
  for (const { number } of open.slice(0, 3)) await payments.tenderStates({ number });
  const report = reportOf(open.slice(0, 3));
  await payments.matchReport(report).catch(expected); // without a claim it has no rows
  await payments.matchSettled();
}

async function readFees({ fees }: Calls): Promise<void> {
  const { today } = await fees.read();
  const month = today.slice(0, 7);
  await fees.photo({ id: anId() }).catch(expected);
  await fees.acknowledge({ id: anId() }).catch(expected);
  await fees.printStatement({ from: month, to: month }).catch(expected);
  await fees.printKuitansi({ number: 'BB/own/2026/000001' }).catch(expected);
}

async function watchAll(calls: Calls) {
  const { settings, printing, shifts, staff, sync, down, fees, payments, sales, catalog } = calls;
  const states = [
    settings.watch(),
    printing.watchStatus(),
    shifts.watch(),
    staff.watch(),
    sync.watch(),
    down.watch(),
    fees.watch(),
    payments.watchSticker(),
    payments.watchClaims(),
  ];
  for (const events of await Promise.all(states)) {
    expect((await events.next()).done).toBe(false); // how it is now
    await events.return?.();
  }
  const news = [sales.watch(), catalog.watch(), printing.watchPaper()];
  for (const events of await Promise.all(news)) void events.return?.();
}

async function readTrade({ catalog, inventory, printing, sales }: Calls): Promise<void> {
  await catalog.categories();
  await catalog.sample();
  let cursor = '';
  do {
    const page = await catalog.search({ text: '', category: '', cursor, limit: 100 });
    cursor = page.nextCursor;
  } while (cursor !== '');
  for (const barcode of [...codes, '8991000000014', 'LAPAK-7']) {
    await catalog.findBarcode({ barcode }).catch(expected);
  }
  for (const code of codes) await catalog.product({ code });
  for (const code of codes) await inventory.history({ code, limit: 100 });
  for await (const piece of await catalog.exportCatalog()) expect(piece).toBeTruthy();
  const { businessDate } = await sales.day({ businessDate: null });
  for (const text of ['', '45000', 'x']) {
    await sales.list({ days: daySpan(businessDate), text, cursor: '', limit: 100 });
  }
  await sales.receiptOfLink({ text: '#LP1*' }).catch(expected);
  if ((await sales.totals()).sales > 0) {
    await sales.receipt({ number: 'last' });
    await printing.receiptLink({ number: 'last' });
    await printing.nextPaper({ number: 'last' });
  }
  const { id } = await sales.openCart({ wanted: null, fresh: anId() });
  await sales.resumeCart({ id });
}

async function readShifts({ shifts }: Calls): Promise<void> {
  await shifts.smallChange({ shift: null }).catch(expected);
  await shifts.printX({ shift: null }).catch(expected);
  const x = await shifts.x({ shift: null }).catch(expected);
  if (x) await shifts.expected({ shift: x.shift });
  const { shifts: found } = await shifts.list({ limit: 100 });
  for (const { closing } of found) {
    if (!closing) continue;
    await shifts.z({ number: closing.number });
    await shifts.reprintZ({ z: closing.z });
  }
}

async function readTrail({ journal }: Calls): Promise<void> {
  const everything = { from: null, to: null, cashier: null, topic: null };
  let cursor = '';
  do {
    const page = await journal.trail({ ...everything, cursor, limit: 200 });
    cursor = page.nextCursor;
  } while (cursor !== '');
  for await (const { text } of await journal.exportTrail(everything)) expect(text).toBeTruthy();
}

/** A failure that a call may answer; a fault is none. */
export function expected(error: unknown): undefined {
  expect(error).not.toMatchObject({ code: 'FAULT' });
  expect(error).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) as string });
}
