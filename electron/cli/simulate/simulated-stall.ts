import { setTimeout as pause } from 'node:timers/promises';
import { theOwner } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import { beginOfDate, HOUR_MS, MINUTE_MS, zones } from '../../../domain/time.ts';
import { enrolTill } from '../../till/enrolment/enrol-till.ts';
import { closeTill, openTill } from '../../till/open-till.ts';
import { changeStallSettings } from '../../till/settings/procedures.ts';
import { closeShift } from '../../till/shifts/close-shift.ts';
import { countDrawer, readExpected } from '../../till/shifts/count-drawer.ts';
import { openShift } from '../../till/shifts/open-shift.ts';
import type { Till } from '../../till/till.ts';
import { type LivedDay, tallyDay } from './day-tally.ts';
import { uuidOf } from './ids.ts';
import { type Chance, chanceOf } from './random.ts';
import { actOnce, type Trading } from './simulated-acts.ts';
import { oneOf, stockProducts } from './simulated-carts.ts';

/** A stall with a real till, which lives a day when it is told. */
export interface SimulatedStall {
  readonly code: string;
  readonly device: string;
  enrol(invitation: string): Promise<void>;
  /** Opens, sells, closes, and reports. */
  live(date: string): Promise<LivedDay>;
  close(): Promise<void>;
}

/** Of every stall that is registered for PPN. */
const NPWP = '0123456789012345';
const NOTE_RUPIAH = 100_000;
const SMALL_RUPIAH = 100;
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
  const chance = chanceOf(seed);
  stockProducts(till);
  chooseTax(till, chance);
  const book: Book = { till, chance, sold: [], vouchers: [] };
  return {
    code,
    device: till.device.device,
    enrol: (invitation) => enrolPatiently(till, invitation),
    live: async (date) => {
      const day = liveDay(book, { date, setClock: (atMs) => (nowMs = atMs) });
      await till.uploader.report();
      return day;
    },
    close: () => closeTill(till),
  };
}

/** Half of the stalls are registered for PPN; the others' food is taxed, or nothing is. */
function chooseTax(till: Till, chance: Chance): void {
  const choices = [
    { npwp: NPWP, tax: { kind: 'ppn', isAdded: false } },
    { npwp: NPWP, tax: { kind: 'ppn', isAdded: true } },
    { tax: { kind: 'pbjt', isAdded: false } },
    { tax: { kind: 'none', isAdded: false } },
  ] as const;
  changeStallSettings(till, theOwner, oneOf(chance, choices) ?? {});
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

/** A stall's trade over all its days. */
type Book = Omit<Trading, 'shift' | 'soldToday'>;

interface Day {
  readonly date: string;
  readonly setClock: (atMs: number) => void;
}

function liveDay(book: Book, { date, setClock }: Day): LivedDay {
  const { till, chance } = book;
  const nineMs = beginOfDate(date, zones.WIB, 9);
  setClock(nineMs);
  const float: CashCount = [{ valueRupiah: NOTE_RUPIAH, pieces: chance.between(1, 3) }];
  const id = () => uuidOf(chance);
  const { shift } = openShift(till, theOwner, { id: id(), drawer: 1, float });
  const trading = { ...book, shift, soldToday: [] };
  // One day in ten nobody buys: the close of such a day is reported too.
  const acts = chance.next() < 0.1 ? 0 : chance.between(1, 15);
  const receipts: Receipt[] = [];
  for (let done = 0; done < acts; done += 1) {
    setClock(nineMs + done * 30 * MINUTE_MS + chance.between(0, 20) * MINUTE_MS);
    receipts.push(...actOnce(trading));
  }
  setClock(nineMs + 9 * HOUR_MS);
  countDrawer(till, theOwner, { shift, count: piecesOf(readExpected(till, { shift })) });
  const none = { reason: null, note: '', count: null } as const;
  closeShift(till, theOwner, { id: id(), shift, ...none, carts: 'refuse' });
  return tallyDay(date, receipts);
}

/** What lies in the drawer, in two kinds of pieces: cash is rounded to whole hundreds. */
function piecesOf({ expectedRupiah }: { readonly expectedRupiah: number }): CashCount {
  const notes = Math.floor(expectedRupiah / NOTE_RUPIAH);
  const small = (expectedRupiah % NOTE_RUPIAH) / SMALL_RUPIAH;
  return [
    { valueRupiah: NOTE_RUPIAH, pieces: notes } as const,
    { valueRupiah: SMALL_RUPIAH, pieces: small } as const,
  ].filter(({ pieces }) => pieces > 0);
}
