import { MINUTE_MS, type OffsetMinutes, type UtcMs } from '../time.ts';

/** How a file writes its dates and numbers. */
export interface HistoryFormat {
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
}

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const decimalMarks = [',', '.'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** A decimal number, exact: digits ÷ 10^scale. */
export interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

/** 15 digits are always a safe integer. */
const DIGITS_MAX = 15;
const SCALE_MAX = 6;

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
 * The decimal mark that more cells prove: `2,5` and `1.250.000` prove a comma. Groups of three
 * alone (`15.000`) are taken for thousands. Where nothing tells, a file with `;` has commas,
 * because a system with decimal commas cannot separate by them.
 */
export function detectDecimal(cells: Iterable<string>, delimiter: string): DecimalMark {
  let comma = 0;
  let point = 0;
  let commaGroups = 0;
  let pointGroups = 0;
  for (const cell of cells) {
    const text = bareNumber(cell);
    const mark = provenMark(text);
    if (mark === ',') comma += 1;
    else if (mark === '.') point += 1;
    else if (text.includes(',')) commaGroups += 1;
    else if (text.includes('.')) pointGroups += 1;
  }
  if (comma !== point) return comma > point ? ',' : '.';
  if (commaGroups !== pointGroups) return pointGroups > commaGroups ? ',' : '.';
  return delimiter === ';' ? ',' : '.';
}

/**
 * Reads a number with or without thousands separators and currency sign.
 * @returns null for what is none, or is longer than 15 digits or 6 decimals
 */
export function parseDecimal(cell: string, mark: DecimalMark): Decimal | null {
  const shape =
    mark === ',' ? /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/ : /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
  const text = bareNumber(cell);
  if (!shape.test(text)) return null;
  const at = text.lastIndexOf(mark);
  const whole = (at < 0 ? text : text.slice(0, at)).replace(/[^\d-]/g, '');
  const fraction = at < 0 ? '' : text.slice(at + 1).replace(/0+$/, '');
  const digits = `${whole}${fraction}`;
  if (digits.length > DIGITS_MAX || fraction.length > SCALE_MAX) return null;
  return { digits: Number(digits), scale: fraction.length };
}

/**
 * Rupiah for one unit of the file's currency: whole, or with one or two decimals. `20.000` is
 * refused, since half of its readers mean twenty and half twenty thousand.
 */
export function parseRate(text: string): Decimal | null {
  if (!/^\d{1,9}([.,]\d{1,2})?$/.test(text)) return null;
  const rate = parseDecimal(text.replace(',', '.'), '.');
  return rate && rate.digits > 0 ? rate : null;
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
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { hour, minute, second, zone: zone === '' ? offset : zoneMinutes(zone) };
}

function zoneMinutes(zone: string): OffsetMinutes {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Without blanks and a currency sign. */
function bareNumber(cell: string): string {
  return cell.replace(/\s/g, '').replace(/^(-?)(rp\.?|idr|[£$€])/i, '$1');
}

/** The mark that this number can only have as its decimal mark; null where it tells nothing. */
function provenMark(text: string): DecimalMark | null {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  if (/^-?\d+[.,](\d{1,2}|\d{4,})$/.test(text) || /^-?0[.,]\d+$/.test(text)) {
    return comma >= 0 ? ',' : '.';
  }
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return ',';
  if (/^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return '.';
  return null;
}
