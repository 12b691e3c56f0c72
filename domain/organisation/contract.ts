import { defineKind } from './kind-rules.ts';
import { settleContracts } from './settle-contracts.ts';
import { unitKey } from './unit.ts';

/** Contracts in a file. Both dates belong to it; an empty last day is one without end. */
export const contractRules = defineKind('contract', {
  titles: {
    stall: ['lapak', 'kode lapak', 'stall', 'stall code'],
    member: ['anggota', 'kode anggota', 'member', 'member code'],
    mall: ['mal', 'kode mal', 'mall', 'mall code'],
    unit: ['unit', 'kode unit', 'unit code'],
    tariff: ['tarif', 'tarif per bulan', 'tariff', 'tariff a month', 'monthly tariff'],
    from: ['dari', 'mulai', 'from'],
    to: ['sampai', 'to', 'until'],
  },
  own: 'tariff',
  required: ['stall', 'member', 'unit', 'tariff', 'from', 'to'],
  numbers: [{ column: 'tariff', isRupiah: true }],
  dates: ['from', 'to'],
  needs: ['contract', 'stall', 'member', 'unit'],
  // A stall has one contract at a time: its first day tells which.
  keyOf: ({ stall, from }) => `${stall}/${from}`,
  begin: (known) => (reader) => {
    const stall = reader.known('stall', known.stall, 'stallUnknown');
    const member = reader.known('member', known.member, 'memberUnknown');
    const mall = known.stall.get(stall)?.mall ?? '';
    const told = reader.has('mall') ? reader.cell('mall') : '';
    if (mall !== '' && told !== '' && told !== mall) {
      reader.refuse('mall', 'mallOther', told, mall);
    }
    const unit = reader.code('unit');
    if (mall !== '' && unit !== '' && !known.unit.has(unitKey(mall, unit))) {
      reader.refuse('unit', 'unitUnknown', unit, mall);
    }
    const tariffRupiah = reader.rupiah('tariff');
    const from = reader.date('from');
    const to = reader.dateOrNull('to');
    if (to && from && to < from) reader.refuse('to', 'datesReversed', reader.cell('to'), from);
    return { stall, member, mall, unit, tariffRupiah, from, to };
  },
  settle: settleContracts,
  cells: ({ stall, member, mall, unit, tariffRupiah, from, to }) => ({
    stall,
    member,
    mall,
    unit,
    tariff: tariffRupiah,
    from,
    to: to ?? '',
  }),
});
