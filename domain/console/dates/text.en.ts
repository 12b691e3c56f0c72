import type { consoleDatesId } from './text.id.ts';

/** Words of a field for a date, in English. */
export const consoleDatesEn: Record<keyof typeof consoleDatesId, string> = {
  'dates.form': 'dd/mm/yyyy',
  'dates.end': 'There is no date beyond',
  'dates.unread': 'Write day, month, year, like {{example}}.',
  'dates.tooEarly': 'Not before {{first}}.',
  'dates.tooLate': 'Not after {{last}}.',
  'dates.none': 'Write the date, like {{example}}.',
  'dates.open': 'Calendar: {{field}}',
  'dates.monthBefore': 'Previous month',
  'dates.monthAfter': 'Next month',
  'dates.yearBefore': 'Previous year',
  'dates.yearAfter': 'Next year',
};
