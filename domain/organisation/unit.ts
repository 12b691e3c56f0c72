import { defineKind } from './kind-rules.ts';
import { FLOOR_MAX } from './rows.ts';

/** What a unit is known by: its code is one of its mall. */
export function unitKey(mall: string, code: string): string {
  return `${mall}/${code}`;
}

/** Floors and units of malls in a file. */
export const unitRules = defineKind('unit', {
  titles: {
    mall: ['mal', 'kode mal', 'mall', 'mall code'],
    code: ['kode unit', 'unit code'],
    floor: ['lantai', 'floor'],
    size: ['luas', 'luas m2', 'luas m²', 'size', 'size m2', 'size m²'],
  },
  own: 'code',
  required: ['mall', 'code', 'floor'],
  numbers: [{ column: 'size', isRupiah: false }],
  needs: ['unit', 'mall'],
  keyOf: ({ mall, code }) => unitKey(mall, code),
  begin: (known) => (reader) => {
    const mall = reader.known('mall', known.mall, 'mallUnknown');
    const code = reader.code('code');
    const before = known.unit.get(unitKey(mall, code));
    const sizeDm2 = reader.has('size') ? reader.sizeDm2('size') : (before?.sizeDm2 ?? null);
    return { mall, code, floor: reader.name('floor', FLOOR_MAX), sizeDm2 };
  },
  cells: ({ mall, code, floor, sizeDm2 }) => ({ mall, code, floor, size: sizeCell(sizeDm2) }),
});

/** m² with a decimal comma, and never three decimals, which could be taken for thousands. */
function sizeCell(sizeDm2: number | null): string | number {
  if (sizeDm2 === null) return '';
  if (sizeDm2 % 100 === 0) return sizeDm2 / 100;
  return `${Math.floor(sizeDm2 / 100)},${String(sizeDm2 % 100).padStart(2, '0')}`;
}
