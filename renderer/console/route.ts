import { useMemo, useSyncExternalStore } from 'react';
import { DayState } from '../../domain/reports/day-state.ts';
import { Hash, OrganisationCode } from '../../domain/sync/place.ts';
import { isDate } from '../../domain/time.ts';
import { bankAddress, type BankRoute, parseBank } from './fees/bank/bank-route.ts';
import { type FeesRoute, feesAddress, feesRouteOf } from './fees/fees-route.ts';
import { onceAtPage } from './system/use-back-closes.ts';

/** A page and what it shows, as its address has it: each can be sent to somebody. */
export type Route =
  | {
      readonly page: 'day';
      /** Null for today. */
      readonly date: string | null;
      readonly state: DayState | null;
      readonly text: string;
    }
  | {
      readonly page: 'stall';
      readonly stall: string;
      /** Null for this month. */
      readonly period: Period | null;
    }
  | { readonly page: 'date'; readonly stall: string; readonly date: string }
  | {
      readonly page: 'record';
      readonly stall: string;
      readonly date: string;
      readonly leaf: string;
    }
  | {
      readonly page: 'devices';
      /** Null for all that do not wait. */
      readonly filter: ShownDevices | null;
      readonly text: string;
    }
  | BankRoute
  | FeesRoute
  | { readonly page: 'organisation' | 'notices' }
  | { readonly page: 'none' };

/** Which devices a person may narrow the list to. */
export const shownDevices = ['active', 'revoked', 'alarm'] as const;
export type ShownDevices = (typeof shownDevices)[number];

/** From and to a date, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The first page. */
export const today: Route = { page: 'day', date: null, state: null, text: '' };

/** The tills that enrolled. */
export const devices: Route = { page: 'devices', filter: null, text: '' };

/** The address of a page, for a link. Behind #, which goes over no wire. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case 'day': {
      const { date, state, text } = route;
      return `#/${asked({ date: date ?? '', state: state ?? '', text })}`;
    }
    case 'stall': {
      const { from = '', to = '' } = route.period ?? {};
      return `#/stalls/${route.stall}${asked({ from, to })}`;
    }
    case 'date':
      return `#/stalls/${route.stall}/${route.date}`;
    case 'record':
      return `#/stalls/${route.stall}/${route.date}/${route.leaf}`;
    case 'devices':
      return `#/devices${asked({ filter: route.filter ?? '', text: route.text })}`;
    case 'bank': {
      const { path, asked: given } = bankAddress(route);
      return `#/${path}${asked(given)}`;
    }
    case 'fees': {
      const at = feesAddress(route);
      return `#/${at.path}${asked(at.asked)}`;
    }
    case 'organisation':
    case 'notices':
      return `#/${route.page}`;
    case 'none':
      return '#/';
  }
}

/** Opens a page; `replace` where the one before is only an older state of the same. */
export function openRoute(route: Route, how: 'push' | 'replace' = 'push'): void {
  const address = addressOf(route);
  onceAtPage(() => {
    if (how === 'push') {
      location.hash = address;
      return;
    }
    history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** The page that the address names. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(watch, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Reads an address; a page that there is not is `none`. */
function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const given = new URLSearchParams(query);
  const parts = path.split('/').filter((part) => part !== '');
  const [page = '', stall, date, leaf, ...others] = parts;
  if (page === '') return dayRoute(given);
  if (page === 'bank') return parseBank(parts.slice(1), given) ?? { page: 'none' };
  if (page === 'fees') return feesRouteOf(parts.slice(1), given) ?? { page: 'none' };
  if (page === 'devices' && stall === undefined) return devicesRoute(given);
  if ((page === 'organisation' || page === 'notices') && stall === undefined) return { page };
  if (page !== 'stalls' || !OrganisationCode.safeParse(stall).success || stall === undefined) {
    return { page: 'none' };
  }
  if (date === undefined) return { page: 'stall', stall, period: periodIn(given) };
  if (!isDate(date) || others.length > 0) return { page: 'none' };
  if (leaf === undefined) return { page: 'date', stall, date };
  return Hash.safeParse(leaf).success ? { page: 'record', stall, date, leaf } : { page: 'none' };
}

function dayRoute(given: URLSearchParams): Route {
  const date = given.get('date') ?? '';
  return {
    page: 'day',
    date: isDate(date) ? date : null,
    state: DayState.safeParse(given.get('state')).data ?? null,
    text: (given.get('text') ?? '').slice(0, 60),
  };
}

function devicesRoute(given: URLSearchParams): Route {
  const filter = shownDevices.find((one) => one === given.get('filter')) ?? null;
  return { page: 'devices', filter, text: (given.get('text') ?? '').slice(0, 60) };
}

function periodIn(given: URLSearchParams): Period | null {
  const from = given.get('from') ?? '';
  const to = given.get('to') ?? '';
  return isDate(from) && isDate(to) ? { from, to } : null;
}

function asked(values: Readonly<Record<string, string>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function watch(watcher: () => void): () => void {
  window.addEventListener('hashchange', watcher);
  return () => window.removeEventListener('hashchange', watcher);
}
