import { z } from 'zod';
import { denominations } from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { isSomebody } from './use-other-person.ts';
import { nothingCounted, type TypedCount, typePieces } from '../../../domain/shifts/typed-count.ts';

/** Whose count it is, and of what: nobody goes on with another's. */
export interface CountOf {
  readonly shift: Pick<OpenShift, 'shift' | 'openedAtMs'>;
  readonly cashier: string;
}

/** Before the key of each count that was begun in this window; a reload keeps them. */
const PREFIX = 'lapak.count.';

const Kept = z.record(z.string(), z.string());

/** What was typed of this count before its sheet closed; nothing where none was begun. */
export function readKeptCount(of: CountOf): TypedCount {
  const kept = Kept.safeParse(parseJson(sessionStorage.getItem(keyOf(of)) ?? ''));
  if (!kept.success) return nothingCounted;
  return denominations.reduce<TypedCount>((count, value) => {
    const text = kept.data[value] ?? '';
    return text === '' ? count : typePieces(count, value, text);
  }, nothingCounted);
}

/** Keeps what somebody typed until the shift has ended; of nobody's count nothing is kept. */
export function keepCount(of: CountOf, typed: TypedCount): void {
  if (isSomebody(of.cashier)) sessionStorage.setItem(keyOf(of), JSON.stringify(typed));
}

/** A shift of this window has ended, and what was counted stands in its Z. */
export function dropKeptCounts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

function keyOf({ shift: { shift, openedAtMs }, cashier }: CountOf): string {
  return `${PREFIX}${shift} ${openedAtMs} ${cashier}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
