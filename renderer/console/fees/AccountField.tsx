import { NativeSelect } from '@mantine/core';
import type { FeeAccount } from '../../../domain/fees/manage/mall-calls.ts';

interface AccountFieldProps {
  readonly label: string;
  readonly accounts: readonly FeeAccount[];
  /** Its code; null for the only one that fits. */
  readonly account: string | null;
  readonly onAccount: (account: string) => void;
}

/** Which account money comes to or goes from; nothing where it can be only one. */
export function AccountField({ label, accounts, account, onAccount }: AccountFieldProps) {
  if (accounts.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      data={accounts.map((one) => ({ value: one.account, label: accountWords(one) }))}
      value={account ?? accounts[0]?.account ?? ''}
      onChange={(event) => onAccount(event.currentTarget.value)}
    />
  );
}

/** What an account is called: its label, or its code where it has none. */
export function accountWords({ label, account }: Pick<FeeAccount, 'label' | 'account'>): string {
  return label === '' ? account : label;
}

/** The account that is meant: the one that was chosen, else the first of several, else any. */
export function meantAccount(
  accounts: readonly FeeAccount[] | undefined,
  chosen: string | null,
): string | null {
  const isThere = accounts?.some(({ account }) => account === chosen) ?? false;
  return isThere ? chosen : (accounts?.[0]?.account ?? null);
}
