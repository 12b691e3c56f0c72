import type { organisationId } from './text.id.ts';

export const organisationEn: Record<keyof typeof organisationId, string> = {
  'error.organisationKindUnknown':
    'The column titles of this file do not tell what it holds. Give it exactly one key column, by what it holds: {{titles}}. Then try again.',
  'error.organisationHeaderBelow':
    'Line {{line}} was taken for the column titles, but these stand in line {{titles}}. Remove the lines above them, then try again.',
  'error.organisationChanged':
    'The organisation changed after this file was checked; nothing of it came in. See first what would change now.',
  'organisation.about.import':
    'takes in regions, malls, units, members, stalls or contracts from a CSV file',
  'organisation.about.export':
    'writes one kind (--kind) into a CSV file, or an example of it (--example)',
  'organisation.file': '{{file}} ({{kind}})',
  'organisation.more': 'and {{count, number}} rows more',
  'organisation.unknownColumns': 'Columns that are not used: {{columns}}',
  'organisation.exported': 'Written to {{file}}: {{kind}}.',
  'organisation.kind.federation': 'federation',
  'organisation.kind.region': 'regions',
  'organisation.kind.mall': 'malls',
  'organisation.kind.unit': 'units',
  'organisation.kind.member': 'members',
  'organisation.kind.stall': 'stalls',
  'organisation.kind.contract': 'contracts',
  'organisation.reason.quote':
    'A quotation mark in this row has no partner or stands in the wrong place, or a cell holds a separator and a line break at once',
  'organisation.reason.lineTooLong': 'This line is too long',
  'organisation.reason.cellsWrong': 'There are not as many cells as column titles: {{value}}',
  'organisation.reason.missing': 'Empty; it must be filled in',
  'organisation.reason.tooLong': 'Too long: at most {{other}} letters',
  'organisation.reason.codeInvalid':
    'A code has letters, figures, hyphens and dots only, at most 32: {{value}}',
  'organisation.reason.codeCase': '{{value}} and {{other}} differ in capital letters only',
  'organisation.reason.twice': '{{value}} is in line {{other}} already',
  'organisation.reason.numberInvalid': 'No number: {{value}}',
  'organisation.reason.numberTooLarge': 'The number is too large: {{value}}',
  'organisation.reason.numberNegative': 'It cannot be less than nothing: {{value}}',
  'organisation.reason.rupiahFraction': 'It must be whole rupiah: {{value}}',
  'organisation.reason.sizeInvalid':
    'A size in m² is more than nothing, with at most two decimals: {{value}}',
  'organisation.reason.dateInvalid': 'No date: {{value}}; write 2026-11-29 or 29/11/2026',
  'organisation.reason.dateDoubtful':
    'The date {{value}} can be read in two ways, since another date of this file has the month first; write 2026-11-29',
  'organisation.reason.datesReversed': 'The last day {{value}} is before the first day {{other}}',
  'organisation.reason.regionUnknown': 'There is no region {{value}}',
  'organisation.reason.mallUnknown': 'There is no mall {{value}}',
  'organisation.reason.unitUnknown': 'There is no unit {{value}} in mall {{other}}',
  'organisation.reason.memberUnknown': 'There is no member {{value}}',
  'organisation.reason.stallUnknown': 'There is no stall {{value}}',
  'organisation.reason.nmidInvalid':
    'Not an NMID such as ID1020021181745, which is printed on the QRIS sticker: {{value}}',
  'organisation.reason.villageInvalid':
    'No village code of the Ministry of Home Affairs, such as 32.73.01.1001: {{value}}',
  'organisation.reason.villageUnknown':
    'The village {{value}} is not in the list of the Ministry of Home Affairs',
  'organisation.reason.mallOther': 'This stall is in mall {{other}}, not {{value}}',
  'organisation.reason.mallFixed':
    'This stall has a contract or turnover in mall {{other}}; in mall {{value}} it is a new stall',
  'organisation.reason.stallTaken':
    'Stall {{value}} has another contract on the same days: {{other}}',
  'organisation.reason.unitTaken': 'Unit {{value}} is taken on the same days: {{other}}',
};
