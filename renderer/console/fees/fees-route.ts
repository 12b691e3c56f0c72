import { Period } from '../../../domain/fees/period.ts';
import { OrganisationCode } from '../../../domain/sync/place.ts';

/** The pages of fees, in the order of their tabs. */
export const feesTabs = [
  'month',
  'stall',
  'ageing',
  'meters',
  'calendar',
  'messages',
  'drawer',
  'books',
  'plans',
] as const;
export type FeesTab = (typeof feesTabs)[number];

/** A page of fees and what it shows. */
export interface FeesRoute {
  readonly page: 'fees';
  /** Null for the first mall. */
  readonly mall: string | null;
  readonly tab: FeesTab;
  /** The stall that a page is about; empty for none. */
  readonly stall: string;
  /** Null for the month that it is. */
  readonly period: string | null;
  /** What a list is narrowed to, in the words of its page; empty for all of it. */
  readonly only: string;
  readonly text: string;
}

/** The first page of fees. */
export const fees: FeesRoute = {
  page: 'fees',
  mall: null,
  tab: 'month',
  stall: '',
  period: null,
  only: '',
  text: '',
};

/** Most letters of what is searched. */
const TEXT_MAX = 60;

/** The parts of the address of a page of fees: its path, and what is asked of it. */
export function feesAddress(route: FeesRoute): {
  readonly path: string;
  readonly asked: Readonly<Record<string, string>>;
} {
  const { mall, tab, stall, period, only, text } = route;
  const path = mall === null ? ['fees'] : ['fees', mall, tab, ...(stall === '' ? [] : [stall])];
  return { path: path.join('/'), asked: { period: period ?? '', only, text } };
}

/** Reads the path behind `fees`; undefined for no page of it. */
export function feesRouteOf(
  path: readonly string[],
  given: URLSearchParams,
): FeesRoute | undefined {
  const [mall, tab = 'month', stall = '', ...others] = path;
  const known = feesTabs.find((one) => one === tab);
  const isCode = (code: string): boolean => OrganisationCode.safeParse(code).success;
  if (known === undefined || others.length > 0) return undefined;
  if (mall !== undefined && !isCode(mall)) return undefined;
  if (stall !== '' && (known !== 'stall' || !isCode(stall))) return undefined;
  return {
    page: 'fees',
    mall: mall ?? null,
    tab: known,
    stall,
    period: Period.safeParse(given.get('period')).data ?? null,
    only: (given.get('only') ?? '').slice(0, TEXT_MAX),
    text: (given.get('text') ?? '').slice(0, TEXT_MAX),
  };
}
