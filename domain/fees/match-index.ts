import type { OpenCharge } from './allocate.ts';
import type { ChargeKind } from './kinds.ts';
import { foldCode, isNameAt, nameWords } from './match-words.ts';

/** What a payment can settle. */
export interface MatchCharge extends OpenCharge {
  readonly kind: ChargeKind;
}

/** A stall that can have paid. */
export interface MatchStall {
  readonly stall: string;
  /** What it is called. */
  readonly name: string;
  /** Its three digits; null while it has none. */
  readonly code: number | null;
  /** Names of its members. */
  readonly members: readonly string[];
  /** By what is due first. */
  readonly open: readonly MatchCharge[];
}

/** That payments of a sender were accepted for a stall. */
export interface KnownSender {
  readonly sender: string;
  readonly stall: string;
}

/** Stalls by all that a payment may say: a row asks maps, never all stalls. */
export interface MatchIndex {
  readonly stalls: ReadonlyMap<string, MatchStall>;
  readonly byDigits: ReadonlyMap<number, string>;
  /** Codes without separators; several stalls may have the same. */
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  /** Length of the longest of them. */
  readonly codeLength: number;
  readonly bySender: ReadonlyMap<string, readonly string[]>;
  /** By the first word of the name, and by the first two, or the only one. */
  readonly byName: ReadonlyMap<string, readonly NamedStalls[]>;
  /** What stalls owed in a month, made when it is first asked for. */
  readonly months: Map<string, MonthIndex>;
}

interface NamedStalls {
  readonly words: readonly string[];
  readonly name: string;
  readonly stalls: readonly string[];
}

/** Stalls by what they owe at the end of a month. Rupiah */
export interface MonthIndex {
  readonly owed: ReadonlyMap<string, number>;
  readonly byOwed: ReadonlyMap<number, readonly string[]>;
  /** By what they owe and their digits, added. */
  readonly byCoded: ReadonlyMap<number, readonly string[]>;
}

/** Makes the maps of a mall once for all of its rows. */
export function indexStalls(
  stalls: readonly MatchStall[],
  senders: readonly KnownSender[],
): MatchIndex {
  const byDigits = new Map<number, string>();
  const byCode = new Map<string, string[]>();
  const bySender = new Map<string, string[]>();
  const named = new Map<string, { words: string[]; name: string; stalls: string[] }>();
  for (const { stall, code, members } of stalls) {
    if (code !== null) byDigits.set(code, stall);
    add(byCode, foldCode(stall), stall);
    for (const name of members) {
      const words = nameWords(name);
      const known = named.get(words.join(' '));
      if (known) known.stalls.push(stall);
      else if (words.length > 0) named.set(words.join(' '), { words, name, stalls: [stall] });
    }
  }
  const byName = new Map<string, NamedStalls[]>();
  for (const one of named.values()) {
    const [first = '', second] = one.words;
    add(byName, first, one);
    add(byName, second === undefined ? aloneKey(first) : `${first} ${second}`, one);
  }
  const own = new Map(stalls.map((one) => [one.stall, one]));
  for (const { sender, stall } of senders) if (own.has(stall)) add(bySender, sender, stall);
  const codeLength = Math.max(0, ...[...byCode.keys()].map((code) => code.length));
  return { stalls: own, byDigits, byCode, codeLength, bySender, byName, months: new Map() };
}

/** What stalls owed at the end of a month: its charges and those before. */
export function monthOf(index: MatchIndex, month: string): MonthIndex {
  const known = index.months.get(month);
  if (known) return known;
  const owed = new Map<string, number>();
  const byOwed = new Map<number, string[]>();
  const byCoded = new Map<number, string[]>();
  for (const { stall, code, open } of index.stalls.values()) {
    let sum = 0;
    for (const charge of open) if (charge.period <= month) sum += charge.open;
    if (sum === 0) continue;
    owed.set(stall, sum);
    add(byOwed, sum, stall);
    if (code !== null) add(byCoded, sum + code, stall);
  }
  const made = { owed, byOwed, byCoded };
  index.months.set(month, made);
  return made;
}

/** Members whose names stand in a description: each name with its stalls. */
export function findNames(index: MatchIndex, words: readonly string[]): NamedStalls[] {
  const found = new Set<NamedStalls>();
  for (const [from, word] of words.entries()) {
    for (const one of index.byName.get(aloneKey(word)) ?? []) found.add(one);
    const next = words[from + 1];
    if (next === undefined) continue;
    // The bank may have cut the last word off.
    const isCut = from + 2 === words.length;
    for (const one of index.byName.get(isCut ? word : `${word} ${next}`) ?? []) {
      if (isNameAt(words, from, one.words)) found.add(one);
    }
  }
  return [...found];
}

/** The key of a name of one word. */
function aloneKey(word: string): string {
  return `${word} `;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
