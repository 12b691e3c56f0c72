import { AccountCode } from '../../../../domain/fees/bank/bank-row.ts';
import { isDate } from '../../../../domain/time.ts';

/** Which rows of an account are shown. */
export const shownRows = ['waiting', 'paid', 'explained', 'all'] as const;
export type ShownRows = (typeof shownRows)[number];

/** What a person does with an account: its rows, its reconciliation, its senders. */
export const bankParts = [...shownRows, 'check', 'senders'] as const;
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
}

/** Where the page begins. */
export const bank: BankRoute = {
  page: 'bank',
  account: null,
  part: 'waiting',
  text: '',
  date: null,
};

/** Its place below `#/`, and what is asked of it; what is usual is left out. */
export function bankAddress({ account, part, text, date }: BankRoute): {
  readonly path: string;
  readonly asked: Readonly<Record<string, string>>;
} {
  const path = ['bank', account ?? '', part === bank.part ? '' : part].filter((one) => one !== '');
  return { path: path.join('/'), asked: { text, date: date ?? '' } };
}

/** Reads what stands behind `bank` in an address; undefined where there is no such page. */
export function parseBank(
  [account, part, ...others]: readonly string[],
  given: URLSearchParams,
): BankRoute | undefined {
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
  };
}
