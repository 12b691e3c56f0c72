import { AccountCode } from '../../../../domain/fees/bank/bank-row.ts';
import { isDate } from '../../../../domain/time.ts';

/** Which rows of an account are shown. */
export const shownRows = ['waiting', 'paid', 'explained', 'all'] as const;
export type ShownRows = (typeof shownRows)[number];

/** What a person does with an account, and how files of all of them are read. */
export const bankParts = [...shownRows, 'check', 'senders', 'profiles'] as const;
export type BankPart = (typeof bankParts)[number];

/** The page of an account and what it shows of it. */
export interface BankRoute {
  readonly page: 'bank';
  /** Null for the one that has most to do. */
  readonly account: string | null;
  readonly part: BankPart;
  readonly text: string;
  /** Of the reconciliation; null for the last day that a file tells of. */
  readonly date: string | null;
  /** Of `profiles`: id of the one that is edited or copied, NEW_PROFILE; null for the list. */
  readonly profile: string | null;
}

/** Stands for a profile that is not there yet; no id begins so. */
export const NEW_PROFILE = '-';
/** Stands in an address for no account. */
const NO_ACCOUNT = '-';

/** Where the page begins. */
export const bank: BankRoute = {
  page: 'bank',
  account: null,
  part: 'waiting',
  text: '',
  date: null,
  profile: null,
};

/** Its place below `#/`, and what is asked of it; what is usual is left out. */
export function bankAddress({ account, part, text, date, profile }: BankRoute): {
  readonly path: string;
  readonly asked: Readonly<Record<string, string>>;
} {
  const shown = part === bank.part ? [] : [part];
  const of = account ?? (shown.length === 0 ? null : NO_ACCOUNT);
  const path = ['bank', ...(of === null ? [] : [of]), ...shown];
  return { path: path.join('/'), asked: { text, date: date ?? '', profile: profile ?? '' } };
}

/** Reads what stands behind `bank` in an address; undefined where there is no such page. */
export function parseBank(
  [named, part, ...others]: readonly string[],
  given: URLSearchParams,
): BankRoute | undefined {
  const account = named === NO_ACCOUNT ? undefined : named;
  const isKnown = account === undefined || AccountCode.safeParse(account).success;
  const shown = part === undefined ? bank.part : bankParts.find((one) => one === part);
  if (!isKnown || shown === undefined || others.length > 0) return undefined;
  const date = given.get('date') ?? '';
  return {
    page: 'bank',
    account: account ?? null,
    part: shown,
    text: (given.get('text') ?? '').slice(0, 60),
    date: isDate(date) ? date : null,
    profile: shown === 'profiles' ? given.get('profile')?.slice(0, 40) || null : null,
  };
}
