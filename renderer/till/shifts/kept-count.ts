import { z } from 'zod';
import { denominations } from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { nothingCounted, type TypedCount, typePieces } from '../../../domain/shifts/typed-count.ts';

/** Whose count it is, and of what: nobody goes on with another's. */
export interface CountOf {
  readonly shift: Pick<OpenShift, 'shift' | 'openedAtMs'>;
  readonly cashier: string;
}

/** The count that was begun last in this window; a reload keeps it. */
const KEY = 'lapak.count';

const Kept = z.strictObject({ of: z.string(), typed: z.record(z.string(), z.string()) });

/** What was typed of this count before its sheet closed; nothing where none was begun. */
export function readKeptCount(of: CountOf): TypedCount {
  const kept = Kept.safeParse(parseJson(sessionStorage.getItem(KEY) ?? ''));
  if (!kept.success || kept.data.of !== nameOf(of)) return nothingCounted;
  const { typed } = kept.data;
  return denominations.reduce<TypedCount>((count, value) => {
    const text = typed[value] ?? '';
    return text === '' ? count : typePieces(count, value, text);
  }, nothingCounted);
}

/** Keeps what was typed until the shift has ended. */
export function keepCount(of: CountOf, typed: TypedCount): void {
  sessionStorage.setItem(KEY, JSON.stringify({ of: nameOf(of), typed }));
}

/** The shift has ended, and what was counted stands in its Z. */
export function dropKeptCount(): void {
  sessionStorage.removeItem(KEY);
}

function nameOf({ shift: { shift, openedAtMs }, cashier }: CountOf): string {
  return `${shift} ${openedAtMs} ${cashier}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
