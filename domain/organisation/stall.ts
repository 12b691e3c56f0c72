import { readNmid } from '../payments/nmid.ts';
import { defineKind } from './kind-rules.ts';
import type { RowReader } from './row-reader.ts';
import { NUMBER_MAX, PLACE_NAME_MAX } from './rows.ts';

/** Stalls in a file. One that has a contract, has traded or has fees stays in its mall. */
export const stallRules = defineKind('stall', {
  titles: {
    code: ['kode lapak', 'stall code'],
    name: ['nama', 'nama lapak', 'name', 'stall name'],
    mall: ['mal', 'kode mal', 'mall', 'mall code'],
    number: ['nomor', 'nomor lapak', 'number', 'stall number'],
    nmid: ['nmid', 'id merchant nasional', 'national merchant id'],
  },
  own: 'code',
  required: ['code', 'name', 'mall'],
  needs: ['stall', 'mall', 'contract'],
  keyOf: ({ code }) => code,
  begin: (known) => {
    const contracted = new Set([...known.contract.values()].map(({ stall }) => stall));
    const isFixed = (code: string) => contracted.has(code) || known.traded.has(code);
    return (reader) => {
      const code = reader.code('code');
      const before = known.stall.get(code);
      const mall = reader.known('mall', known.mall, 'mallUnknown');
      if (before && before.mall !== mall && isFixed(code)) {
        reader.refuse('mall', 'mallFixed', mall, before.mall);
      }
      const number = reader.has('number')
        ? reader.text('number', NUMBER_MAX)
        : (before?.number ?? '');
      const nmid = reader.has('nmid') ? nmidOf(reader) : (before?.nmid ?? '');
      return { code, name: reader.name('name', PLACE_NAME_MAX), mall, number, nmid };
    };
  },
  cells: ({ code, name, mall, number, nmid }) => ({ code, name, mall, number, nmid }),
});

function nmidOf(reader: RowReader<'nmid'>): string {
  const cell = reader.cell('nmid');
  const nmid = cell === '' ? '' : readNmid(cell);
  if (nmid === undefined) reader.refuse('nmid', 'nmidInvalid', cell);
  return nmid ?? '';
}
