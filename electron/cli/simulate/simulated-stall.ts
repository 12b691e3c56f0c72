import { setTimeout as pause } from 'node:timers/promises';
import { theOwner } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import { beginOfDate, HOUR_MS, MINUTE_MS, zones } from '../../../domain/time.ts';
import { addProduct } from '../../till/catalog/product-store.ts';
import { write } from '../../till/database/write.ts';
import { enrolTill } from '../../till/enrolment/enrol-till.ts';
import { closeTill, openTill } from '../../till/open-till.ts';
import { ringUp } from '../../till/sales/ring-up.ts';
import { closeShift } from '../../till/shifts/close-shift.ts';
import { countDrawer, readExpected } from '../../till/shifts/count-drawer.ts';
import { openShift } from '../../till/shifts/open-shift.ts';
import type { Till } from '../../till/till.ts';
import { type Chance, chanceOf } from './random.ts';

/** What a stall took on a date. Rupiah */
export interface LivedDay {
  readonly date: string;
  readonly receipts: number;
  readonly net: number;
  readonly tax: number;
  /** Net of change, by kind. */
  readonly tenders: Readonly<Record<string, number>>;
}

/** A stall with a real till, which lives a day when it is told. */
export interface SimulatedStall {
  readonly code: string;
  readonly device: string;
  enrol(invitation: string): Promise<void>;
  /** Opens, sells, closes, and reports. */
  live(date: string): Promise<LivedDay>;
  close(): Promise<void>;
}

const products = [
  { code: 'KOPI', name: 'Kopi Gayo', category: 'Kopi', priceRupiah: 45_000 },
  { code: 'TEH', name: 'Teh Melati', category: 'Teh', priceRupiah: 18_000 },
  { code: 'BATIK', name: 'Batik Tulis', category: 'Kain', priceRupiah: 325_000 },
  { code: 'KRIPIK', name: 'Keripik Singkong', category: 'Makanan', priceRupiah: 12_000 },
] as const;

const NOTE_RUPIAH = 100_000;
const SMALL_RUPIAH = 1_000;
/** How often a hub that is busy with others is asked again, and after how long. */
const ENROL_TRIES = 60;
const ENROL_PAUSE_MS = 2_000;

/** Opens the till of a stall in its folder. @param seed of what it sells */
export async function openStall(
  code: string,
  dataDir: string,
  seed: number,
): Promise<SimulatedStall> {
  let nowMs = Date.now();
  const till = await openTill({ dataDir, clock: () => nowMs, isReporting: false });
  stock(till);
  const chance = chanceOf(seed);
  return {
    code,
    device: till.device.device,
    enrol: (invitation) => enrolPatiently(till, invitation),
    live: async (date) => {
      const day = liveDay(till, { date, chance, setClock: (atMs) => (nowMs = atMs) });
      await till.uploader.report();
      return day;
    },
    close: () => closeTill(till),
  };
}

function stock(till: Till): void {
  write(till, (tx) => {
    for (const { code, name, category, priceRupiah } of products) {
      const units = [{ unit: 'pcs', factorMilli: 1_000, priceRupiah, barcodes: [] }];
      addProduct(tx, { code, name, category, units, createdAtMs: till.clock() });
    }
  });
}

/** A hub takes so many codes a minute from one place: of many stalls the later ones wait. */
async function enrolPatiently(till: Till, invitation: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await enrolTill(till, theOwner, { invitation });
      return;
    } catch (error) {
      const isBusy = error instanceof LapakError && error.code === 'TOO_MANY_REQUESTS';
      if (!isBusy || tries === ENROL_TRIES) throw error;
    }
    await pause(ENROL_PAUSE_MS);
  }
}

interface Day {
  readonly date: string;
  readonly chance: Chance;
  readonly setClock: (atMs: number) => void;
}

function liveDay(till: Till, { date, chance, setClock }: Day): LivedDay {
  const nineMs = beginOfDate(date, zones.WIB, 9);
  setClock(nineMs);
  const float: CashCount = [{ valueRupiah: NOTE_RUPIAH, pieces: chance.between(1, 3) }];
  const id = () => uuidOf(chance);
  const { shift } = openShift(till, theOwner, { id: id(), drawer: 1, float });
  // One day in ten nobody buys: the close of such a day is reported too.
  const sales = chance.next() < 0.1 ? 0 : chance.between(1, 15);
  let net = 0;
  for (let sold = 0; sold < sales; sold += 1) {
    setClock(nineMs + sold * 30 * MINUTE_MS + chance.between(0, 20) * MINUTE_MS);
    net += sell(till, chance);
  }
  setClock(nineMs + 9 * HOUR_MS);
  countDrawer(till, theOwner, { shift, count: piecesOf(readExpected(till, { shift })) });
  const none = { reason: null, note: '', count: null } as const;
  closeShift(till, theOwner, { id: id(), shift, ...none, carts: 'refuse' });
  return { date, receipts: sales, net, tax: 0, tenders: net === 0 ? {} : { cash: net } };
}

/** What lies in the drawer, in two kinds of pieces: every price is of whole thousands. */
function piecesOf({ expectedRupiah }: { readonly expectedRupiah: number }): CashCount {
  const notes = Math.floor(expectedRupiah / NOTE_RUPIAH);
  const small = (expectedRupiah % NOTE_RUPIAH) / SMALL_RUPIAH;
  return [
    { valueRupiah: NOTE_RUPIAH, pieces: notes } as const,
    { valueRupiah: SMALL_RUPIAH, pieces: small } as const,
  ].filter(({ pieces }) => pieces > 0);
}

/** @returns what it came to. Rupiah */
function sell(till: Till, chance: Chance): number {
  const lines = Array.from({ length: chance.between(1, 3) }, (_, at) => {
    const product = products[(chance.between(0, 3) + at) % products.length] ?? products[0];
    const { code, priceRupiah } = product;
    return { code, unit: 'pcs', quantityMilli: pcs(chance.between(1, 4)), priceRupiah };
  });
  const total = lines.reduce(
    (sum, { quantityMilli, priceRupiah }) => sum + (quantityMilli / 1_000) * priceRupiah,
    0,
  );
  const { totalRupiah } = ringUp(
    till,
    { actor: theOwner, drawer: 1 },
    {
      id: uuidOf(chance),
      lines: lines.map((line) => ({ ...line, priceRupiah: rupiah(line.priceRupiah) })),
      tenders: [{ kind: 'cash', amountRupiah: rupiah(total + chance.between(0, 1) * 50_000) }],
      expectedTotalRupiah: rupiah(total),
    },
  );
  return totalRupiah;
}

/** The same ids for the same seed. Source: RFC 9562 §5.4. */
function uuidOf(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('');
  const variant = '89ab'[chance.between(0, 3)] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
