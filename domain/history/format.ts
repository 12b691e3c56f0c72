import { type Decimal, type DecimalMark, parseDecimal } from '../tables/read-number.ts';
import { MINUTE_MS, type OffsetMinutes, type UtcMs } from '../time.ts';

/** How a file writes its dates, and the numbers of each column that has them. */
export interface HistoryFormat {
  readonly dates: DateOrder;
  readonly price: DecimalMark;
  readonly quantity: DecimalMark;
}

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Before it no till wrote a file; the year 0010 is a slip of a program. */
const YEAR_MIN = 1990;
/** UTC+14:00, the farthest from UTC that clocks are anywhere. */
const ZONE_MAX: OffsetMinutes = 14 * 60;

/** Noon, where a date has no time: at any cut-off hour it stays on its own business date. */
const NOON = { hour: 12, minute: 0, second: 0 };

/**
 * Day before month, as Indonesia writes it, unless more cells contradict that than month first.
 * A year in front needs no guess.
 */
export function detectDates(cells: Iterable<string>): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const parts = splitDate(cell);
    if (!parts || parts.first.length === 4) continue;
    const [first, second] = [Number(parts.first), Number(parts.second)];
    if (first > 12 && second <= 12) dayFirst += 1;
    if (second > 12 && first <= 12) monthFirst += 1;
  }
  return monthFirst > dayFirst ? 'mdy' : 'dmy';
}

/**
 * Rupiah for one unit of the file's currency: whole, or with one or two decimals. `20.000` is
 * refused, since half of its readers mean twenty and half twenty thousand.
 */
export function parseRate(text: string): Decimal | null {
  if (!/^\d{1,9}([.,]\d{1,2})?$/.test(text)) return null;
  const rate = parseDecimal(text.replace(',', '.'), '.');
  return typeof rate !== 'string' && rate.digits > 0 ? rate : null;
}

/** Whether the file's prices are in rupiah as they stand. */
export function isInRupiah({ digits, scale }: Decimal): boolean {
  return digits === 1 && scale === 0;
}

/**
 * Reads a date with or without time (24 hours, or AM/PM), in the stall's own zone unless the cell
 * names one. @returns null for what is no date, or a date that the calendar does not have
 */
export function parseTime(cell: string, order: DateOrder, offset: OffsetMinutes): UtcMs | null {
  const parts = splitDate(cell);
  if (!parts) return null;
  const date = orderDate(parts, order);
  const time = parts.time === '' ? { ...NOON, zone: offset } : splitTime(parts.time, offset);
  if (!date || !time) return null;
  const { year, month, day } = date;
  const local = Date.UTC(year, month - 1, day, time.hour, time.minute, time.second);
  const made = new Date(local);
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isReal ? local - time.zone * MINUTE_MS : null;
}

interface DateParts {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly time: string;
}

function splitDate(cell: string): DateParts | null {
  const found = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[T, ]+(.*))?$/.exec(cell.trim());
  if (!found) return null;
  const [, first = '', second = '', third = '', time = ''] = found;
  return { first, second, third, time: time.trim() };
}

function orderDate({ first, second, third }: DateParts, order: DateOrder) {
  const isYearFirst = first.length === 4 || order === 'ymd';
  const [y, m, d] = isYearFirst
    ? [first, second, third]
    : order === 'mdy'
      ? [third, first, second]
      : [third, second, first];
  if (d.length > 2 || m.length > 2 || (y.length !== 4 && y.length !== 2)) return null;
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  if (year < YEAR_MIN) return null;
  return { year, month: Number(m), day: Number(d) };
}

function splitTime(text: string, offset: OffsetMinutes) {
  const shape =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
  const found = shape.exec(text);
  if (!found) return null;
  const [, hours = '', minutes = '', seconds = '0', half = '', zone = ''] = found;
  const typed = Number(hours);
  if (half !== '' && (typed < 1 || typed > 12)) return null;
  const hour = half === '' ? typed : (typed % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const [minute, second] = [Number(minutes), Number(seconds)];
  const ahead = zone === '' ? offset : zoneMinutes(zone);
  if (hour > 23 || minute > 59 || second > 59 || ahead === null) return null;
  return { hour, minute, second, zone: ahead };
}

/** Zones are whole quarters of an hour. */
function zoneMinutes(zone: string): OffsetMinutes | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  const ahead = hours * 60 + minutes;
  if (minutes > 59 || minutes % 15 !== 0 || ahead > ZONE_MAX) return null;
  return zone.startsWith('-') ? -ahead : ahead;
}
