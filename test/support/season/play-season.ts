import { randomUUID } from 'node:crypto';
import { addMonths } from '../../../domain/fees/period.ts';
import { addDays } from '../../../domain/time.ts';
import type { HubDatabase } from '../../../hub/database/open-database.ts';
import { chargeMonth } from '../../../hub/fees/charge-month.ts';
import { closeMonth } from '../../../hub/fees/matters/months.ts';
import { pay } from '../../../hub/fees/pay.ts';
import { readAgeing } from '../../../hub/fees/read-ageing.ts';
import { readStall } from '../../../hub/fees/read-stall.ts';
import { creditNote } from '../../../hub/fees/reduce.ts';
import { refund } from '../../../hub/fees/refund.ts';
import { importOrganisation } from '../../../hub/organisation/import-organisation.ts';
import { assert } from '../../../domain/assert.ts';
import { seededRandom } from '../fee-steps.ts';
import { feeTotals } from '../fee-totals.ts';
import {
  accountOf,
  BankBook,
  type BankText,
  bcaText,
  type BookedTransfer,
  briText,
  rowPlace,
} from './bank-book.ts';
import { makePeople, organisationFiles, type SeasonBank, type SeasonStall } from './people.ts';
import { clearDesk, importText, type Judged, openSeason, type SeasonOffice } from './season.ts';
import { noPayment, SAME_DAY, type SeasonTruth, transfersOf } from './transfers.ts';

/** How long and large a season is. */
export interface SeasonSize {
  readonly stalls: number;
  readonly months: number;
  readonly seed: number;
}

/** An import beside what it had to bring. */
export interface ImportSeen {
  readonly file: string;
  readonly added: number;
  readonly due: number;
  /** Added by the same file once more. */
  readonly again: number;
  readonly balanced: boolean;
  readonly gaps: number;
  readonly pending: number;
  readonly pendingDue: number;
}

/** What a season showed. */
export interface SeasonSeen {
  readonly office: SeasonOffice;
  readonly months: readonly string[];
  readonly judged: readonly Judged[];
  readonly imports: readonly ImportSeen[];
  /** Stalls that each run of charges charged, and the run after it. */
  readonly charged: readonly (readonly [number, number])[];
  /** After each of them ageing, receivable account and open charges were the same. */
  readonly steps: number;
  /** What each stall owes less what it paid ahead: as it knows, and at the hub. Rupiah */
  readonly owes: { readonly truth: Map<string, number>; readonly hub: Map<string, number> };
}

const MALL = 'TC';
const FIRST = '2025-01';
const BCA_DAYS = [8, 15, 22, 28];
const BRI_DAYS = [2, 11, SAME_DAY, 25];

/** Plays months of a mall, from its contracts to the last bank file, as a manager would. */
export async function playSeason(database: HubDatabase, size: SeasonSize): Promise<SeasonSeen> {
  const season = new Season(database, size, await openSeason(database));
  await season.begin();
  const months = Array.from({ length: size.months }, (_, at) => addMonths(FIRST, at));
  for (const month of months) await season.play(month);
  await season.end(addMonths(FIRST, size.months));
  return season.seen(months);
}

class Season {
  readonly #database: HubDatabase;
  readonly #office: SeasonOffice;
  readonly #truth: SeasonTruth;
  readonly #books = { bca: new BankBook('bca'), bri: new BankBook('bri') };
  readonly #rows = new Map<string, BookedTransfer>();
  readonly #last = { bca: `${FIRST}-01`, bri: `${FIRST}-01` };
  readonly #judged: Judged[] = [];
  readonly #imports: ImportSeen[] = [];
  readonly #charged: (readonly [number, number])[] = [];
  #steps = 0;

  constructor(database: HubDatabase, { stalls, seed }: SeasonSize, office: SeasonOffice) {
    const pick = seededRandom(seed);
    const people = makePeople(pick, stalls);
    this.#database = database;
    this.#office = office;
    this.#truth = { pick, people, owes: new Map(), known: new Set() };
  }

  /** The federation, its contracts. */
  async begin(): Promise<void> {
    this.#office.setToday(`${FIRST}-01`);
    const files = organisationFiles(this.#truth.people, `${FIRST}-01`);
    const { hub, by } = this.#office;
    for (const { rejectedRows } of await importOrganisation(hub, files, { mode: 'apply', by })) {
      assert(rejectedRows === 0, 'the federation of a season is taken whole');
    }
  }

  async play(month: string): Promise<void> {
    await this.#charge(month);
    for (let day = 1; day <= 28; day += 1) {
      const today = `${month}-${String(day).padStart(2, '0')}`;
      this.#office.setToday(today);
      if (BCA_DAYS.includes(day) || (day === 1 && month !== FIRST)) await this.#bca(today);
      if (BRI_DAYS.includes(day) && today !== `${FIRST}-02`) await this.#bri(today);
      if (day === 5) await this.#close(addMonths(month, -2));
      if (day === 9) await this.#payCash();
      if (day === 12) await this.#forgive();
      if (day === 20) await this.#giveBack(today);
    }
  }

  /** The last files bring what was left. */
  async end(month: string): Promise<void> {
    this.#office.setToday(`${month}-02`);
    await this.#bca(`${month}-02`);
    await this.#bri(`${month}-02`);
  }

  async seen(months: readonly string[]): Promise<SeasonSeen> {
    const hub = new Map<string, number>();
    for (const { code } of this.#truth.people.stalls) {
      const { owed, advance } = await readStall(this.#office.hub, code);
      hub.set(code, owed - advance);
    }
    return {
      office: this.#office,
      months,
      judged: this.#judged,
      imports: this.#imports,
      charged: this.#charged,
      steps: this.#steps,
      owes: { truth: this.#truth.owes, hub },
    };
  }

  async #charge(month: string): Promise<void> {
    this.#office.setToday(`${month}-01`);
    const run = { mall: MALL, period: month };
    const first = await chargeMonth(this.#office, run);
    await this.#check();
    const second = await chargeMonth(this.#office, run);
    this.#charged.push([first.charged, second.charged]);
    for (const { code, tariff } of this.#truth.people.stalls) this.#owe(code, tariff);
    const transfers = transfersOf(this.#truth, month);
    for (const book of Object.values(this.#books)) book.add(transfers);
  }

  async #bca(today: string): Promise<void> {
    const text = bcaText(this.#books.bca, this.#since('bca', today, 2), today);
    await this.#take('bca', text);
  }

  /** A day late, as it should be; once a month on the same day. */
  async #bri(today: string): Promise<void> {
    const isSameDay = Number(today.slice(8)) === SAME_DAY;
    const to = isSameDay ? today : addDays(today, -1);
    const text = briText(this.#books.bri, this.#since('bri', today, 4), to, isSameDay);
    await this.#take('bri', text);
  }

  /** From some days before the last file on: they overlap. */
  #since(bank: SeasonBank, today: string, days: number): string {
    const from = addDays(this.#last[bank], -days);
    this.#last[bank] = today;
    return from < `${FIRST}-01` ? `${FIRST}-01` : from;
  }

  async #take(bank: SeasonBank, text: BankText): Promise<void> {
    if (text.rows.length === 0) return;
    const fresh = text.rows.filter((row) => !this.#rows.has(rowPlace(accountOf[bank], row)));
    for (const row of fresh) this.#rows.set(rowPlace(accountOf[bank], row), row);
    const first = await importText(this.#office, text);
    const second = await importText(this.#office, text);
    this.#imports.push({
      file: text.name,
      added: first.added,
      due: fresh.length,
      again: second.added,
      balanced: first.balanced,
      gaps: first.gaps.length,
      pending: first.pending,
      pendingDue: text.pending,
    });
    await this.#check();
    const desk = {
      doing: this.#office,
      bank,
      truth: this.#rows,
      pick: this.#truth.pick,
      check: () => this.#check(),
    };
    this.#judged.push(...(await clearDesk(desk)));
  }

  async #close(month: string): Promise<void> {
    if (month < FIRST) return;
    const { hub, by } = this.#office;
    const id = randomUUID();
    await closeMonth(hub, by, { id, mall: MALL, month, note: 'tutup buku', despite: true });
    await this.#check();
  }

  async #payCash(): Promise<void> {
    const { stalls } = this.#truth.people;
    for (let count = 0; count < stalls.length / 25; count += 1) {
      const { code } = this.#anyStall();
      const amount = 250_000;
      const how = { kind: 'cash', amount, account: null, allocations: null } as const;
      await pay(this.#office, { id: randomUUID(), stall: code, note: 'di kantor', ...how });
      this.#owe(code, -amount);
      await this.#check();
    }
  }

  /** A day without electricity takes from the charge of a month. */
  async #forgive(): Promise<void> {
    const { code } = this.#anyStall();
    const { open, paid } = await readStall(this.#office.hub, code);
    const charge = open[0] ?? paid[0];
    if (!charge) return;
    const note = 'listrik padam';
    const asked = { id: randomUUID(), stall: code, note, charge: charge.id, amount: 10_000 };
    await creditNote(this.#office, asked);
    this.#owe(code, -10_000);
    await this.#check();
  }

  /** Who paid most ahead gets it back by bank. */
  async #giveBack(today: string): Promise<void> {
    const [stall] = [...this.#truth.owes].toSorted((a, b) => a[1] - b[1])[0] ?? [''];
    const { advance } = await readStall(this.#office.hub, stall);
    if (advance < 500_000) return;
    const amount = 400_000;
    const asked = { id: randomUUID(), stall, note: 'kelebihan', amount, account: accountOf.bca };
    const { id } = await refund(this.#office, asked);
    this.#owe(stall, amount);
    const said = `TRSF E-BANKING DB KEMBALI ${stall}`;
    const explained = { as: 'refund', of: id } as const;
    const on = addDays(today, 1);
    this.#books.bca.add([noPayment('bca', on, -amount * 100, said, explained)]);
    await this.#check();
  }

  #anyStall(): SeasonStall {
    const { pick, people } = this.#truth;
    const stall = people.stalls[pick(people.stalls.length)];
    assert(stall !== undefined, 'a mall has stalls');
    return stall;
  }

  #owe(stall: string, amount: number): void {
    this.#truth.owes.set(stall, (this.#truth.owes.get(stall) ?? 0) + amount);
  }

  async #check(): Promise<void> {
    this.#steps += 1;
    const totals = await feeTotals(this.#database);
    const page = { mall: MALL, on: null, band: null, text: '', cursor: '' };
    const ageing = (await readAgeing(this.#office.hub, page)).sums?.total ?? -1;
    const { open, receivable, unused, advance, misused, mispaired, numbered, highest } = totals;
    const agrees = ageing === open && receivable === open && advance === -unused;
    if (!agrees || misused + mispaired > 0 || numbered !== highest) {
      throw new Error(
        `step ${this.#steps} left the books apart: ${JSON.stringify({ ageing, ...totals })}`,
      );
    }
  }
}
