import { isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '../../domain/contract.ts';
import { type Calls, callsOf } from '../../test/support/calls.ts';
import { expected, readAll } from '../../test/support/contract-reads.ts';
import { feeActs, performFees } from '../../test/support/fee-acts.ts';
import { claimActs, performClaims } from '../../test/support/claim-acts.ts';
import { claims, performPin, pinActs, type PinStall } from '../../test/support/pin-acts.ts';
import { performShift, shiftActs } from '../../test/support/shift-acts.ts';
import { openStaffedTill, type StaffedTill } from '../../test/support/staffed-till.ts';
import { anId, openTestTill, type TestTill } from '../../test/support/test-till.ts';
import { performTrade, stockShelf, tradeActs } from '../../test/support/trade-acts.ts';
import { verifyBook } from './journal/verify.ts';
import { beginSession } from './staff/sign-in.ts';

/** What the till has written, it can read: whatever the contract lets in, no answer is a fault. */

const anAct = {
  trade: fc.record({ of: fc.constant('trade' as const), act: tradeActs }),
  shift: fc.record({ of: fc.constant('shift' as const), act: shiftActs }),
  pin: fc.record({ of: fc.constant('pin' as const), act: pinActs }),
  fee: fc.record({ of: fc.constant('fee' as const), act: feeActs }),
  claim: fc.record({ of: fc.constant('claim' as const), act: claimActs }),
};
const acts = fc.oneof(
  { arbitrary: anAct.trade, weight: 3 },
  { arbitrary: anAct.shift, weight: 2 },
  { arbitrary: anAct.fee, weight: 2 },
  { arbitrary: anAct.claim, weight: 1 },
);
type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never;

/** Ends the shift that is open: of what is made up, most closes none. */
const aClose: Act = {
  of: 'shift',
  act: { kind: 'close', carts: 'carry', count: [], reason: 'unknown', note: '' },
};

/** One piece for Rp45.000, paid: of what is made up, most is refused. */
const aSale: Extract<Act, { of: 'trade' }> = {
  of: 'trade',
  act: {
    kind: 'sell',
    lines: [{ code: '-5', unit: 'pcs', quantity: 1000, agreed: undefined, discount: undefined }],
    quick: undefined,
    discount: undefined,
    tenders: [45_000],
    means: 'cash',
    isSplit: false,
    givesCashBack: false,
    isPaid: true,
  },
};

/** Does it; an expected failure is an answer, a fault is none. */
async function perform({ clock }: TestTill, calls: Calls, { of, act }: Act): Promise<void> {
  if (of === 'trade') await performTrade(calls, clock, act);
  else if (of === 'fee') await performFees(calls, act);
  else if (of === 'claim') await performClaims(calls, act);
  else await performShift(calls, act);
}

async function expectWhole({ till }: TestTill): Promise<void> {
  expect(await verifyBook(till)).toMatchObject({ ok: true, reason: '' });
}

test('whatever is done through the contract, all can be read and the book is whole', async () => {
  await using opened = new AsyncDisposableStack();
  const book = await openTestTill();
  opened.defer(book.close);
  stockShelf(book.till);
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 8 }), async (done) => {
      const calls = callsOf(book);
      await calls.shifts.open({ id: anId(), drawer: 1, float: [] }).catch(expected);
      for (const act of done) await perform(book, calls, act).catch(expected);
      await readAll(calls);
      await expectWhole(book);
    }),
    { numRuns: 53, examples: [[[aClose]], [[aClose]], [Array<Act>(6).fill(aSale)]] },
  );
  const { shifts } = await callsOf(book).shifts.list({ limit: 100 });
  expect(shifts.filter(({ closing }) => closing).length).toBeGreaterThan(1);
  const { sales } = await callsOf(book).sales.totals();
  expect(sales).toBeGreaterThan(5); // enough was sold to say something
  await book.reopen(); // and the next start takes all of it
}, 180_000); // the longest that a busy computer may take

const lines = ['owner', 'cashier', 'nobody'] as const;
/** A call of somebody, where it may be allowed by another. */
const callsOfPeople = fc.record({
  line: fc.constantFrom(...lines),
  approval: fc.option(claims, { nil: undefined }),
  act: fc.oneof({ arbitrary: anAct.trade, weight: 2 }, anAct.shift, anAct.pin),
});
type CallOfPeople = typeof callsOfPeople extends fc.Arbitrary<infer C> ? C : never;
const soldByCashier: CallOfPeople = {
  line: 'cashier',
  approval: undefined,
  act: aSale,
};

/** An owner whom none of the acts is about, signed in without a PIN. */
async function openReader(stall: StaffedTill): Promise<() => Calls> {
  const owner = await stall.page('kasir-1');
  const { id: staff } = await owner.staff.add({ name: 'Eka', role: 'owner' });
  const own = {};
  return () => {
    beginSession(stall.till, own, { staff, isProven: true });
    return callsOf(stall, { page: own });
  };
}

/** Makes the calls of people, each line with a page of its own. */
function signedIn(stall: StaffedTill): (call: CallOfPeople) => Promise<void> {
  const { till, uptime } = stall;
  const pages = { owner: {}, cashier: {}, nobody: {} };
  beginSession(till, pages.owner, { staff: 'kasir-1', isProven: true });
  beginSession(till, pages.cashier, { staff: 'kasir-3', isProven: true });
  const kept: PinStall = { uptime, recoveryCode: stall.recoveryCode };
  return async ({ line, approval, act }) => {
    const calls = callsOf(stall, { page: pages[line], approval });
    if (act.of === 'pin') await performPin(calls, kept, act.act);
    else await perform(stall, calls, act);
  };
}

test('where people have PINs the same holds, whoever calls and whoever allows it', async () => {
  const refused = new Set<string>();
  let stalls = 0;
  let sales = 0;
  const tell = (error: unknown) => {
    expected(error);
    if (error instanceof ORPCError) refused.add(error.code);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('never', 'guarded', 'always'),
      fc.array(callsOfPeople, { minLength: 4, maxLength: 10 }),
      async (pinUse, done) => {
        await using opened = new AsyncDisposableStack();
        const stall = await openStaffedTill(pinUse);
        opened.defer(stall.close);
        stockShelf(stall.till);
        const reader = await openReader(stall);
        await reader().shifts.open({ id: anId(), drawer: 1, float: [] });
        const at = signedIn(stall);
        await at(soldByCashier);
        for (const call of done) await at(call).catch(tell);
        await readAll(reader());
        await expectWhole(stall);
        await stall.reopen();
        stalls += 1;
        sales += (await reader().sales.totals()).sales;
      },
    ),
    { numRuns: 20 },
  );
  expect(sales).toBeGreaterThanOrEqual(stalls);
  expect([...refused]).toEqual(expect.arrayContaining(['PIN_WRONG', 'NOT_SIGNED_IN']));
});

test('every call of the contract is made by this test', () => {
  const made = [
    'system.startup system.ping system.reportCrash',
    'catalog.search catalog.categories catalog.findBarcode catalog.importCatalog',
    'catalog.exportCatalog catalog.product catalog.save catalog.archive catalog.restore',
    'catalog.watch catalog.begin',
    'catalog.sample catalog.clearSample catalog.archiveSample inventory.correct inventory.history',
    'sales.ringUp sales.receipt sales.totals sales.openCart sales.resumeCart sales.keepCart',
    'sales.switchCart sales.watchParked sales.day sales.list sales.receiptOfLink sales.watch',
    'sales.quoteRefund sales.refund sales.void sales.allowExchange',
    'sales.beginTraining sales.ringUpTraining',
    'sales.allowQuick sales.allowPrice sales.allowDiscount sales.allowBelowFloor',
    'sales.allowCashBack',
    'payments.voucher payments.givenVouchers',
    'payments.watchSticker payments.checkSticker payments.putOffSticker payments.claims',
    'payments.watchClaims payments.tenderStates payments.verify payments.matchReport',
    'payments.bookReport payments.matchSettled payments.bookSettled',
    'printing.configure printing.watchStatus printing.watchPaper',
    'printing.queue printing.drop printing.release printing.reprint printing.printTest',
    'printing.outcome printing.receiptLink printing.nextPaper',
    'settings.read settings.watch settings.change settings.switchLanguage',
    'settings.logo settings.changeLogo',
    'shifts.watch shifts.open shifts.move shifts.noSale shifts.openToCount shifts.x',
    'shifts.expected shifts.count shifts.close shifts.handOver shifts.list shifts.z',
    'shifts.printX shifts.reprintZ shifts.smallChange journal.trail journal.exportTrail',
    'staff.watch staff.people staff.roles staff.signIn staff.resume staff.signOut staff.stay',
    'staff.chooseDrawer staff.add staff.change staff.setActive staff.erase',
    'staff.saveRole staff.deleteRole staff.setPin staff.changePin staff.renewRecoveryCode',
    'staff.printRecoveryCode staff.recover',
    'sync.status sync.watch sync.tryNow sync.enrol sync.receipt sync.sent',
    'fees.watch fees.read fees.photo fees.send fees.setPlan fees.pay fees.payFromDrawer fees.undo',
    'fees.countSetAside fees.takeSetAside fees.printKuitansi fees.printStatement fees.acknowledge',
    'down.watch down.announcements down.markRead down.requests down.templates down.useTemplate',
  ];
  const calls = Object.entries(contract).flatMap(([capability, parts]) =>
    Object.entries(parts)
      .filter(([, part]) => isContractProcedure(part))
      .map(([name]) => `${capability}.${name}`),
  );

  expect(calls.sort()).toEqual(made.join(' ').split(' ').sort());
});
