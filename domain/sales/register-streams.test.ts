import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShelfProduct } from '../catalog/product.ts';
import { rupiah } from '../money.ts';
import { quickCash } from '../payments/quick-cash.ts';
import { pcs } from '../quantity.ts';
import { SETTLE_MS } from '../surface.ts';
import type { KeptCart } from './kept-cart.ts';
import type { RingUp } from './order.ts';
import { type HandedOver, handOver } from './handed-over.ts';
import type { Receipt } from './receipt.ts';
import { stepRegister } from './register.ts';
import type { RegisterAct } from './register-acts.ts';
import type { ActedBy, RegisterEffect, RegisterEvent } from './register-events.ts';
import { openingRegister, type RegisterState } from './register-state.ts';
import { plainReceipt, plainTerms } from '../../test/support/plain-sale.ts';

/**
 * A counter as it is on a bad day: scanners of every kind, hands, answers that come late or are
 * lost, a page that is loaded again, and a second page. Whatever the order: each scan is one unit,
 * in order, in this cart or the next; no amount that nobody typed, no sale that nobody confirmed,
 * none twice, none lost, and none without a shift, which nobody opened unseen.
 */

/** `LAPAK_RUNS=100000` runs as many interleavings; a test run does with fewer. */
const RUNS = Number(globalThis.process?.env['LAPAK_RUNS'] ?? 1_500);

const PRICE = 10_000;
const known: readonly string[] = [
  '8991000000010',
  '8991000000027',
  '90311017',
  '200012',
  'KOPI-0001',
  '123456',
  '200000', // might as well be a sum of money
];

/** How a scanner sends a code. */
const stream = fc.record({
  kind: fc.constant('scan' as const),
  code: fc.constantFrom(...known),
  gapsMs: fc.constantFrom(
    { min: 1, max: 8 }, // USB, fast
    { min: 15, max: 35 }, // USB, slow
    { min: 20, max: 60 }, // Bluetooth
  ),
  /** A stall of the line in the middle of a code. */
  stallAt: fc.integer({ min: -3, max: 5 }),
  suffixes: fc.constantFrom<readonly string[]>(['Enter'], ['Tab'], ['Enter', 'Enter'], []),
  hasShift: fc.boolean(),
  restMs: fc.integer({ min: 700, max: 2_000 }),
  seed: fc.nat(),
});

const hand = fc.record({
  kind: fc.constant('hand' as const),
  /** What a person does at a counter, well or badly. */
  does: fc.constantFrom(
    'pay' as const,
    'payKey' as const,
    'cash' as const,
    'quick' as const,
    'take' as const,
    'takeKey' as const,
    'takeSurely' as const,
    'tapTwice' as const,
    'holdEnter' as const,
    'close' as const,
    'addScans' as const,
    'seen' as const,
    'next' as const,
    'product' as const,
    'plus' as const,
    'quantity' as const,
    'openShift' as const,
    'openShiftTwice' as const,
    'leaveShift' as const,
  ),
  gapMs: fc.constantFrom(20, 60, 120, 250, 400, 900),
  restMs: fc.integer({ min: 600, max: 1_500 }),
});

const world = fc.record({
  kind: fc.constant('world' as const),
  happens: fc.constantFrom(
    'answers' as const,
    'connectionLost' as const,
    'connectionBack' as const,
    'reload' as const,
    'kill' as const,
    'secondPage' as const,
    'takeOver' as const,
    'slowReload' as const,
    'lateKeys' as const,
    'shiftCloses' as const,
    'shiftOpens' as const,
  ),
});

const days = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: stream },
    { weight: 5, arbitrary: hand },
    { weight: 3, arbitrary: world },
  ),
  { minLength: 4, maxLength: 30 },
);
type Day = typeof days extends fc.Arbitrary<infer T> ? T : never;
type Scan = Extract<Day[number], { kind: 'scan' }>;
type Hand = Extract<Day[number], { kind: 'hand' }>;

/** The till of the model: what it has booked and which carts it keeps. */
class ModelTill {
  readonly booked = new Map<string, RingUp>();
  readonly kept = new Map<string, KeptCart>();
  readonly held = new Map<object, string>();
  /** The id under which a page has gone on with a cart. */
  readonly wentOn = new Map<string, string>();
  isShiftOpen = true;

  ringUp(page: object, order: RingUp): Receipt | 'CART_ELSEWHERE' | 'SHIFT_CLOSED' {
    if (this.isElsewhere(order.id, page)) return 'CART_ELSEWHERE';
    const first = this.booked.get(order.id);
    if (!first && !this.isShiftOpen) return 'SHIFT_CLOSED';
    if (first) expect(first).toEqual(order);
    this.booked.set(order.id, order);
    return receiptOf(order);
  }

  /** The newest last; an empty one needs no keeping. */
  keep(cart: KeptCart): void {
    this.kept.delete(cart.id);
    const isEmpty = cart.lines.length === 0 && cart.scans.length === 0 && cart.after === null;
    if (!isEmpty) this.kept.set(cart.id, cart);
  }

  /** The id that a cart has now. */
  newest(id: string): string {
    const next = this.wentOn.get(id);
    return next === undefined ? id : this.newest(next);
  }

  isElsewhere(id: string, page: object): boolean {
    return this.wentOn.has(id) || this.isHeld(id, page);
  }

  isHeld(id: string, page: object): boolean {
    return [...this.held].some(([holder, cart]) => cart === id && holder !== page);
  }
}

function receiptOf(order: RingUp): Receipt {
  const paid = order.tenders[0]?.amountRupiah ?? 0;
  const change = rupiah(paid - order.expectedTotalRupiah);
  return {
    id: order.id,
    number: 'ABC-000001',
    kind: 'sale',
    epoch: 1,
    seq: 2,
    soldAtMs: 0,
    offsetMinutes: 420,
    businessDate: '2026-11-24',
    cashier: 'kasir-1',
    stall: { name: 'Lapak', number: '', mall: '', phone: '' },
    lines: [],
    ...plainReceipt,
    subtotalRupiah: order.expectedTotalRupiah,
    roundingRupiah: rupiah(0),
    totalRupiah: order.expectedTotalRupiah,
    tenders: [{ kind: 'cash', amountRupiah: rupiah(paid) }],
    changeRupiah: change,
    source: '',
    original: '',
    reason: '',
  };
}

function productOf(code: string): ShelfProduct {
  const unit = { unit: 'pcs', factorMilli: pcs(1), priceRupiah: rupiah(PRICE), barcodes: [] };
  return { code, name: code, category: '', units: [unit], onHandMilli: pcs(9) };
}

let ids = 0;
function newId(): string {
  ids += 1;
  return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

/** One page, with the answers that are on their way to it. */
class Page {
  state: RegisterState = openingRegister(plainTerms(1), newId);
  readonly coming: (() => void)[] = [];
  isConnected = false;
  /** What it had before it was loaded again. */
  readonly handed: HandedOver | null;
  /** What it would have kept with the till, had there been a connection. */
  unkept: KeptCart | null = null;
  /** An answer to one connection does not come over the next. */
  connections = 0;
  readonly world: World;

  constructor(world: World, handed: HandedOver | null = null) {
    this.world = world;
    this.handed = handed;
    if (handed) this.tell({ kind: 'handedOver', handed });
  }

  handOver(): HandedOver {
    return handOver(this.state, this.unkept ?? undefined, this.handed);
  }

  tell(event: RegisterEvent): void {
    const { state, effects } = stepRegister(this.state, event, newId);
    this.state = state;
    for (const effect of effects) this.do(effect);
    const { name, shownAtMs } = this.state.surface;
    if (shownAtMs === null) this.tell({ kind: 'shown', name, atMs: this.world.atMs });
  }

  answerAll(): void {
    for (let come = this.coming.shift(); come; come = this.coming.shift()) come();
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.connections += 1;
    this.tell({ kind: 'connection', is: 'open' });
    this.hearShift();
  }

  /** The till says whether a shift is open, sooner or later. */
  hearShift(): void {
    this.soon(() => this.tell({ kind: 'shift', isOpen: this.world.till.isShiftOpen }));
  }

  disconnect(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.world.till.held.delete(this);
    this.tell({ kind: 'connection', is: 'lost' });
  }

  do(effect: RegisterEffect): void {
    const { till } = this.world;
    switch (effect.kind) {
      case 'openCart':
        return this.soon(() => {
          const wanted = this.handed?.cart ?? null;
          const left = [...till.kept].findLast(([id]) => !till.isHeld(id, this));
          const id = wanted ? till.newest(wanted.id) : left?.[0];
          const isBooked = id !== undefined && till.booked.get(id);
          const kept = wanted?.unkept ?? (id === undefined ? undefined : till.kept.get(id));
          const lines = isBooked ? [] : (kept?.lines ?? []);
          const own = wanted && !isBooked ? wanted.id : effect.fresh;
          if (id !== undefined && id !== own) {
            till.kept.delete(id);
            till.wentOn.set(id, own);
          }
          till.held.set(this, own);
          const opened = lines.map(({ code, quantityMilli }) => ({
            code,
            name: code,
            unit: 'pcs',
            quantityMilli: pcs(quantityMilli / 1000),
            priceRupiah: rupiah(PRICE),
            units: [{ unit: 'pcs', priceRupiah: rupiah(PRICE), factorMilli: pcs(1) }],
            onHandMilli: pcs(9),
          }));
          const paid = isBooked ? receiptOf(isBooked) : null;
          const facts = { gone: [], leftAtMs: null, otherPages: 0, isElsewhere: false };
          this.tell({
            kind: 'opened',
            cart: { id: own, lines: opened, scans: kept?.scans ?? [], paid, ...facts },
            unkept: wanted?.unkept ?? null,
          });
        });
      case 'resumeCart':
        return this.soon(() => {
          const isElsewhere = till.isElsewhere(effect.id, this);
          if (!isElsewhere) till.held.set(this, effect.id);
          const booked = till.booked.get(effect.id);
          this.tell({
            kind: 'resumed',
            id: effect.id,
            isElsewhere,
            receipt: booked ? receiptOf(booked) : null,
          });
        });
      case 'keepCart': {
        this.unkept = effect.cart;
        if (!this.isConnected || till.isElsewhere(effect.cart.id, this)) return;
        this.unkept = null;
        const before = till.held.get(this);
        if (before !== undefined && before !== effect.cart.id) till.kept.delete(before);
        till.held.set(this, effect.cart.id);
        till.keep(effect.cart);
        return;
      }
      case 'lookUp':
        return this.soon(
          () => {
            const { code } = effect;
            const answer = known.includes(code)
              ? ({ kind: 'found', product: productOf(code), unit: 'pcs' } as const)
              : ({ kind: 'failed', failure: { code: 'BARCODE_UNKNOWN', data: {} } } as const);
            this.tell({ kind: 'lookedUp', ticket: effect.ticket, answer });
          },
          () => {
            const answer = { kind: 'unanswered' } as const;
            this.tell({ kind: 'lookedUp', ticket: effect.ticket, answer });
          },
        );
      case 'openShift': {
        this.world.opened += 1;
        const isFirst = !till.isShiftOpen;
        if (this.isConnected) till.isShiftOpen = true;
        return this.soon(
          () => {
            const failure = { code: 'SHIFT_OPEN', data: {} };
            if (isFirst) this.tell({ kind: 'shift', isOpen: true });
            else this.tell({ kind: 'shiftRefused', failure });
          },
          () => {
            const failure = { code: 'TILL_UNREACHABLE', data: {} };
            this.tell({ kind: 'shiftRefused', failure });
          },
        );
      }
      case 'ringUp': {
        this.world.sent.push(effect.order);
        // It may be booked though its answer is lost.
        const receipt = this.isConnected ? till.ringUp(this, effect.order) : undefined;
        const { id } = effect.order;
        return this.soon(
          () => {
            if (receipt === undefined) this.tell({ kind: 'unanswered', id });
            else if (typeof receipt === 'string') {
              this.tell({ kind: 'refused', id, failure: { code: receipt, data: {} } });
            } else this.tell({ kind: 'booked', receipt });
          },
          () => this.tell({ kind: 'unanswered', id }),
        );
      }
      default:
    }
  }

  /** Comes with the next answers, or is lost with the connection. */
  soon(answer: () => void, lost: () => void = () => undefined): void {
    const { isConnected, connections } = this;
    this.coming.push(() => {
      const isSame = this.isConnected && this.connections === connections;
      return isConnected && isSame ? answer() : lost();
    });
  }
}

class World {
  readonly till = new ModelTill();
  atMs = 10_000;
  readonly sent: RingUp[] = [];
  /** What was scanned and is to be found in a cart or sale, in order. */
  readonly scanned: string[] = [];
  readonly typedCash = new Set<number>();
  confirmations = 0;
  /** How often a shift was asked to be opened, and how often a person said so. */
  opened = 0;
  openings = 0;
  /** What a page told as lost, for another page has gone on with its cart. */
  readonly told: string[] = [];
  /** Keys that wait to be handed on. */
  late: (() => void)[] | undefined;
  page = new Page(this);

  constructor() {
    this.page.connect();
    this.page.answerAll();
  }

  key(key: string, afterMs: number, isRepeat = false): void {
    this.atMs += afterMs;
    const { atMs, page } = this;
    const tell = (): void =>
      page.tell({
        kind: 'key',
        key,
        atMs,
        isRepeat,
        place: 'page',
        isOnButton: false,
        isSelected: false,
        usesArrows: false,
        isCovered: false,
      });
    if (this.late) this.late.push(tell);
    else tell();
  }

  act(act: RegisterAct, afterMs: number, by: ActedBy = 'pointer'): void {
    this.handOn();
    this.atMs += afterMs;
    this.page.tell({ kind: 'pointer' });
    this.page.tell({ kind: 'act', act, atMs: this.atMs, by });
  }

  handOn(): void {
    const { late } = this;
    this.late = undefined;
    for (const tell of late ?? []) tell();
  }

  pause(ms: number): void {
    this.atMs += ms;
    if (!this.late) this.page.tell({ kind: 'pause', pausedMs: 300 });
  }
}

function scan(at: World, { code, gapsMs, stallAt, suffixes, ...how }: Scan): void {
  const { hasShift, restMs, seed } = how;
  at.scanned.push(code);
  at.pause(restMs);
  for (const [i, character] of [...code].entries()) {
    const gap = gapsMs.min + ((seed + i * 7919) % (gapsMs.max - gapsMs.min + 1));
    if (hasShift && /[A-Z]/.test(character)) at.key('Shift', 0);
    at.key(character, i === stallAt && code.length >= 8 ? Math.max(gap, 95) : gap);
  }
  // A short code without anything behind it is none.
  const ends = suffixes.length === 0 && code.length < 8 ? ['Enter'] : suffixes;
  for (const suffix of ends) at.key(suffix, gapsMs.min);
}

/** An Enter, or a touch on Terima, that a person makes for a payment; of late keys, perhaps. */
function confirm(at: World): void {
  const { phase } = at.page.state;
  if (at.late || (phase.kind === 'paying' && !phase.order)) at.confirmations += 1;
}

function handDoes(at: World, { does, gapMs, restMs }: Hand): void {
  at.pause(restMs);
  switch (does) {
    case 'pay':
      return at.act({ on: 'pay' }, 0);
    case 'payKey':
      return at.key('F9', 0);
    case 'cash': {
      at.handOn();
      if (at.page.state.phase.kind !== 'paying') return undefined;
      at.typedCash.add(50_000);
      at.key('Delete', 0);
      for (const digit of '50000') at.key(digit, 130);
      return at.pause(400);
    }
    case 'quick':
      return at.key('F2', 0);
    case 'take':
      confirm(at);
      return at.act({ on: 'take' }, 0);
    case 'takeKey':
      confirm(at);
      return at.key('Enter', 0);
    case 'takeSurely':
      confirm(at);
      return at.act({ on: 'takeSurely' }, 0);
    case 'tapTwice':
      at.handOn();
      confirm(at); // on a sheet that is open already the second tap is a person's own
      at.act({ on: 'pay' }, 0);
      return at.act({ on: 'take' }, Math.min(gapMs, SETTLE_MS - 1));
    case 'holdEnter':
      for (let i = 0; i < 20; i += 1) at.key('Enter', 33, true);
      return undefined;
    case 'close':
      return at.key('Escape', 0);
    case 'openShift':
      if (at.page.state.over === 'shift') at.openings += 1;
      return at.act({ on: 'openShift', float: [] }, 0);
    case 'openShiftTwice':
      at.handOn();
      if (at.page.state.over !== 'shift') return undefined;
      at.openings += 1;
      at.act({ on: 'openShift', float: [] }, SETTLE_MS, 'keyboard');
      at.page.answerAll(); // a quick till
      at.key('Enter', Math.min(gapMs, SETTLE_MS - 1));
      return at.act({ on: 'take' }, 0);
    case 'leaveShift':
      return at.act({ on: 'leaveShift' }, 0);
    case 'addScans':
      return at.act({ on: 'addScans' }, 0);
    case 'seen':
      return at.act({ on: 'seen' }, 0);
    case 'next':
      return at.act({ on: 'next' }, 0);
    case 'product':
      return at.act({ on: 'product', product: productOf('TOUCHED') }, 0);
    case 'plus':
      at.key('+', 0);
      return at.pause(400);
    case 'quantity':
      at.handOn();
      if (at.page.state.phase.kind === 'paying') return undefined;
      at.key('2', 0);
      at.pause(400);
      return at.key('Enter', 600);
  }
}

function worldDoes(at: World, happens: Extract<Day[number], { kind: 'world' }>['happens']): void {
  switch (happens) {
    case 'answers':
      return at.page.answerAll();
    case 'connectionLost':
      return at.page.disconnect();
    case 'connectionBack':
      return at.page.connect();
    case 'lateKeys':
      at.late ??= [];
      return;
    case 'reload':
      loadAgain(at);
      return at.page.answerAll();
    case 'slowReload':
      return loadAgain(at);
    case 'kill':
      toTheTill(at);
      begin(at, null);
      return at.page.answerAll();
    case 'takeOver':
      return takeOver(at);
    case 'shiftCloses':
    case 'shiftOpens': // in another window
      at.till.isShiftOpen = happens === 'shiftOpens';
      return at.page.hearShift();
    case 'secondPage': {
      if (at.page.state.connection !== 'open') return;
      const left = leftCarts(at).at(-1)?.lines ?? [];
      const second = new Page(at);
      second.connect();
      second.answerAll();
      expect(second.state.cart.id).not.toBe(at.page.state.cart.id);
      expect(second.state.cart.lines).toMatchObject(left);
      second.disconnect();
    }
  }
}

/** While the page has no connection another one opens and goes on with its cart. */
function takeOver(at: World): void {
  const first = at.page;
  if (first.state.connection !== 'lost' || first.state.phase.kind !== 'cart') return;
  endCode(at);
  begin(at, null);
  at.page.answerAll();
  first.isConnected = false;
  first.connect();
  for (let round = 0; round < 4; round += 1) first.answerAll();
  at.told.push(...first.state.lost.map(({ code }) => code));
  // It goes on with what the till did not have of it.
  expect(first.state.cart.id).not.toBe(at.page.state.cart.id);
  first.disconnect();
}

function loadAgain(at: World): void {
  endCode(at);
  begin(at, at.page.handOver());
}

/** A code with nothing behind it is one after a pause only. */
function endCode(at: World): void {
  at.handOn();
  if (at.page.state.keys.keys.length > 0) at.pause(300);
}

/** What a page keeps while it is connected is with the till; what is asked may stay unanswered. */
function toTheTill(at: World): void {
  endCode(at);
  if (at.page.state.connection === 'open') return;
  at.page.connect();
  at.page.answerAll();
}

/** The page goes, and another comes. */
function begin(at: World, handed: HandedOver | null): void {
  at.till.held.delete(at.page);
  at.page = new Page(at, handed);
  at.page.connect();
}

/** Everything that is under way arrives. */
function settleAll(at: World): void {
  at.handOn();
  at.pause(1_000);
  at.page.connect();
  for (let round = 0; round < 4; round += 1) at.page.answerAll();
}

function live(day: Day): World {
  const at = new World();
  for (const one of day) {
    if (one.kind === 'scan') scan(at, one);
    else if (one.kind === 'hand') handDoes(at, one);
    else worldDoes(at, one.happens);
  }
  settleAll(at);
  // What waits for the end of a payment comes into its cart when that is closed.
  at.act({ on: 'seen' }, SETTLE_MS);
  at.act({ on: 'leaveShift' }, SETTLE_MS);
  if (at.page.state.phase.kind === 'paying') at.act({ on: 'closePayment' }, SETTLE_MS);
  if (at.page.state.phase.kind === 'paying') at.act({ on: 'closePayment' }, SETTLE_MS);
  settleAll(at);
  return at;
}

/** How many units of each code are in sales, in the cart, and in carts that were left. */
function unitsOf(at: World): Map<string, number> {
  const units = new Map<string, number>();
  const left = leftCarts(at);
  const lines = [
    ...[...at.till.booked.values()].flatMap((order) => order.lines),
    ...at.page.state.cart.lines,
    ...left.flatMap((kept) => kept.lines),
    ...left.flatMap(({ scans }) => scans.map(({ code }) => ({ code, quantityMilli: 1000 }))),
  ];
  for (const { code, quantityMilli } of lines) {
    units.set(code, (units.get(code) ?? 0) + quantityMilli / 1000);
  }
  return units;
}

function leftCarts(at: World): KeptCart[] {
  return [...at.till.kept.values()].filter(({ id }) => id !== at.page.state.cart.id);
}

const isQuantity = (one: Day[number]) =>
  one.kind === 'hand' && ['plus', 'quantity', 'product'].includes(one.does);
const isTakeOver = (one: Day[number]) => one.kind === 'world' && one.happens === 'takeOver';

test('lesson 20: each scan is one unit in this cart or the next, whatever else happens', () => {
  fc.assert(
    fc.property(days, (all) => {
      // Without hands that change quantities every unit comes from a scan.
      const at = live(all.filter((one) => !isQuantity(one)));
      const expected = new Map<string, number>();
      for (const code of at.scanned) expected.set(code, (expected.get(code) ?? 0) + 1);

      expect(at.page.state.lost).toEqual([]);
      expect(at.page.state.scans).toEqual([]);
      if (at.told.length === 0) {
        expect(Object.fromEntries(unitsOf(at))).toEqual(Object.fromEntries(expected));
      }
      // What was told as lost is in the cart of the other page, or in none.
      const units = unitsOf(at);
      for (const [code, count] of expected) {
        const told = at.told.filter((one) => one === code).length;
        expect(units.get(code) ?? 0).toBeLessThanOrEqual(count);
        expect(units.get(code) ?? 0).toBeGreaterThanOrEqual(count - told);
      }
    }),
    { numRuns: RUNS },
  );
});

test('scans keep their order within a cart and from one cart to the next', () => {
  fc.assert(
    fc.property(days, (all) => {
      const at = live(all.filter((one) => !isQuantity(one) && !isTakeOver(one)));
      let from = 0;
      for (const { lines } of [...at.till.booked.values(), at.page.state.cart]) {
        // The first scans of its codes, in the part of the stream that is this cart's.
        const units = lines.reduce((sum, line) => sum + line.quantityMilli / 1000, 0);
        const part = at.scanned.slice(from, from + units);
        expect(lines.map(({ code }) => code)).toEqual([...new Set(part)]);
        from += units;
      }
    }),
    { numRuns: RUNS },
  );
});

test('no amount that nobody typed, no sale that nobody confirmed, none twice', () => {
  fc.assert(
    fc.property(days, (day) => {
      const at = live(day);
      for (const order of at.sent) {
        const amount = order.tenders[0]?.amountRupiah ?? 0;
        const due = order.expectedTotalRupiah;
        const quick: readonly number[] = quickCash(due);
        const isTyped = amount === due || at.typedCash.has(amount) || quick.includes(amount);
        expect({ amount, due, isTyped }).toMatchObject({ isTyped: true });
      }
      const confirmed = new Set(at.sent.map(({ id }) => id)).size;
      expect(confirmed).toBeLessThanOrEqual(at.confirmations);
      expect(at.till.booked.size).toBeLessThanOrEqual(confirmed);
      expect(at.opened).toBeLessThanOrEqual(at.openings);
    }),
    { numRuns: RUNS },
  );
});
