import { type Milli, milli, pcs } from '../quantity.ts';
import type { KeptCart } from './kept-cart.ts';
import { lineKey } from './line-key.ts';
import type { RegisterState } from './register-state.ts';

/** Something of which a page has another quantity than the till is known to have. */
export interface NotKept {
  /** The product's name; the code of a scan whose product is not known yet. */
  readonly name: string;
  readonly unit: string;
  readonly hereMilli: Milli;
  readonly thereMilli: Milli;
}

/**
 * What the till is not known to have as it stands on this page: added, changed or removed lines,
 * in the order of the cart, then scans that wait here alone.
 */
export function notKept({
  cart,
  kept,
  scans,
}: Pick<RegisterState, 'cart' | 'kept' | 'scans'>): readonly NotKept[] {
  const there = kept?.id === cart.id ? kept : { lines: [], scans: [] };
  const [here, old] = [byKey(cart.lines), byKey(there.lines)];
  const lines = [...new Set([...here.keys(), ...old.keys()])].flatMap((key) => {
    const [mine, its] = [here.get(key), old.get(key)];
    const line = mine ?? its;
    const [hereMilli, thereMilli] = [mine?.quantityMilli ?? pcs(0), its?.quantityMilli ?? pcs(0)];
    if (!line || hereMilli === thereMilli) return [];
    return [{ name: line.name, unit: line.unit, hereMilli, thereMilli }];
  });
  return [...lines, ...scansNotKept(scans, there.scans)];
}

type Line = KeptCart['lines'][number];

function byKey(lines: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map(lines.map((line) => [lineKey(line), line]));
}

/** Scans beyond those that are kept: each code once, in all that waits of it. */
function scansNotKept(scans: RegisterState['scans'], kept: KeptCart['scans']): readonly NotKept[] {
  const left = kept.map(({ code }) => code);
  const waiting = new Map<string, Milli>();
  for (const { code, wordsIn, quantityMilli } of scans) {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    else if (wordsIn === null) {
      waiting.set(code, milli((waiting.get(code) ?? 0) + (quantityMilli ?? pcs(1))));
    }
  }
  return [...waiting].map(([name, hereMilli]) => {
    return { name, unit: '', hereMilli, thereMilli: pcs(0) };
  });
}
