import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatRupiah, rupiah } from '../../domain/money.ts';
import type { PaperStrip } from '../../domain/printing/printer.ts';
import { may, permissionsOf } from '../../domain/permissions.ts';
import type { Calls } from '../../test/support/calls.ts';
import { callAt, everyCall, isStream } from '../../test/support/every-call.ts';
import { openStaffedTill, type StaffedTill } from '../../test/support/staffed-till.ts';
import { anId, bookPieces } from '../../test/support/test-till.ts';

/** Who counts a drawer blind is told nowhere what should be in it, until it is counted. */

let stall: StaffedTill;
beforeEach(async () => {
  stall = await openStaffedTill('guarded');
});
afterEach(() => stall.close());

/** A float of Rp137.000, a sale of Rp45.000 in cash and one of Rp135.000. */
const sums = [317_000, 180_000, 137_000];
const toldSum = new RegExp(sums.flatMap((sum) => [sum, formatRupiah(rupiah(sum))]).join('|'));

/** What a cashier may call beside what opens, sells, moves or counts. */
const reads: Readonly<Record<string, unknown>> = {
  'catalog.search': { text: '', category: '', cursor: '', limit: 100 },
  'catalog.categories': undefined,
  'catalog.findBarcode': { barcode: '8991' },
  'catalog.product': { code: 'KOPI-01' },
  'catalog.sample': undefined,
  'catalog.watch': undefined,
  'down.announcements': undefined,
  'down.watch': undefined,
  'fees.watch': undefined,
  'inventory.history': { code: 'KOPI-01', limit: 100 },
  'payments.givenVouchers': { number: 'last' },
  'payments.voucher': { code: '000000000000' },
  'payments.claims': undefined,
  'payments.matchReport': { file: 'laporan.csv', content: '' },
  'payments.matchSettled': undefined,
  'payments.tenderStates': { number: 'ABC-000001' },
  'payments.watchClaims': undefined,
  'payments.watchSticker': undefined,
  'printing.nextPaper': { number: 'last' },
  'printing.outcome': { job: 1 },
  'printing.queue': undefined,
  'printing.receiptLink': { number: 'last' },
  'printing.reprint': { number: 'last' },
  'printing.watchPaper': undefined,
  'printing.watchStatus': undefined,
  'sales.day': { businessDate: null },
  'sales.list': { days: { from: null, to: null }, text: '', cursor: '', limit: 100 },
  'sales.quoteRefund': { number: 'last', lines: [] },
  'sales.receipt': { number: 'last' },
  'sales.receiptOfLink': { text: '#LP1*' },
  'sales.watch': undefined,
  'sales.watchParked': undefined,
  'settings.read': undefined,
  'settings.watch': undefined,
  'shifts.watch': undefined,
  'staff.people': undefined,
  'staff.roles': undefined,
  'staff.watch': undefined,
  'sync.receipt': undefined,
  'sync.status': undefined,
  'sync.tryNow': undefined,
  'sync.watch': undefined,
  'system.startup': undefined,
};
const acts =
  'sales.ringUp sales.openCart sales.resumeCart sales.keepCart sales.switchCart ' +
  'sales.beginTraining sales.ringUpTraining sales.allowQuick shifts.open shifts.move ' +
  'fees.payFromDrawer shifts.openToCount shifts.count shifts.close shifts.handOver ' +
  'payments.checkSticker payments.putOffSticker printing.drop printing.release ' +
  'settings.switchLanguage staff.signIn staff.resume staff.signOut staff.stay ' +
  'staff.chooseDrawer staff.changePin staff.recover down.markRead system.ping system.reportCrash';

/** What a call answers or refuses with; of what is watched how it is now. */
async function heard(calls: Calls, path: string): Promise<string> {
  try {
    const answer = await callAt(calls, path)?.(reads[path]);
    if (!isStream(answer) || path === 'printing.watchPaper') return JSON.stringify(answer ?? null);
    const { value }: { value?: unknown } = await answer.next();
    await answer.return(undefined);
    return JSON.stringify(value);
  } catch (error) {
    return JSON.stringify(error);
  }
}

test('each call that a cashier may make is one that reads, or one that acts', () => {
  const has = new Set(permissionsOf('cashier'));
  const open = everyCall.filter(({ permission }) => may(has, permission)).map(({ path }) => path);
  expect([...Object.keys(reads), ...acts.split(' ')].toSorted()).toEqual(open.toSorted());
});

test.each(['kasir-3', undefined] as const)('%s hears of no sum whatever is read', async (hand) => {
  const owner = await stall.page('kasir-1');
  const calls = await stall.page(hand);
  await owner.shifts.open({ id: anId(), drawer: 1, float: [{ valueRupiah: 1_000, pieces: 137 }] });
  bookPieces(stall.till, 1);
  bookPieces(stall.till, 3);

  for (const path of everyCall.map((each) => each.path)) {
    if (acts.includes(path)) continue;
    expect(await heard(calls, path), path).not.toMatch(toldSum);
  }
  expect((await owner.sales.day({ businessDate: null })).sums?.own.netRupiah).toBe(180_000);
  expect((await owner.shifts.x({ shift: null })).cash?.expectedRupiah).toBe(317_000);
});

test('the virtual printer draws a report for nobody but who may see it', async () => {
  const owner = await stall.page('kasir-1');
  const supervisor = await stall.page('kasir-2');
  const cashier = await stall.page('kasir-3');
  stall.till.printer.start();
  bookPieces(stall.till, 4);
  await owner.shifts.printX({ shift: null });
  await owner.shifts.count({ shift: 1, count: [{ valueRupiah: 1_000, pieces: 180 }] });
  const order = { id: anId(), shift: 1, count: null, reason: null, note: '' } as const;
  await owner.shifts.close({ ...order, carts: 'refuse' });
  await cashier.printing.reprint({ number: 'last' });
  await stall.till.printer.idle();

  const first = async (calls: Calls, count: number): Promise<string[]> => {
    const seen: string[] = [];
    for await (const strip of await calls.printing.watchPaper()) {
      if (seen.push(headOf(strip)) === count) break;
    }
    return seen;
  };
  expect(await first(cashier, 1)).toEqual(['SALINAN']);
  expect(await first(supervisor, 3)).toEqual(['LAPORAN X', 'Z-000001', 'SALINAN']);
});

function headOf({ lines }: PaperStrip): string {
  const words = lines.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return words.find((line) => /SALINAN|LAPORAN X|Z-0/.test(line)) ?? words.join('\n');
}
