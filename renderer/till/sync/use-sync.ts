import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { SyncStatus } from '../../../domain/sync/status.ts';
import type { SyncReceipt } from '../../../domain/sync/till-contract.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till, tillQuery } from '../till-client.ts';
import { useConnection } from '../use-connection.ts';

/** The state of a till that has a hub. */
export type EnrolledStatus = Exclude<SyncStatus, { state: 'alone' }>;

/** A person may stand beside the manager who approves: so often it is asked whether. ms */
const APPROVAL_ASKED_MS = 10_000;

/** How far the till has reported, as it last said; undefined until it has. */
export function useSyncStatus(): SyncStatus | undefined {
  const watching = { refetchOnMount: 'always' } as const;
  return useQuery(tillQuery.sync.watch.experimental_liveOptions(watching)).data;
}

/** The same, and whether the till is there: else it may be otherwise by now. */
export function useSyncStatusNow(): {
  readonly status: SyncStatus | undefined;
  readonly isKnown: boolean;
} {
  const status = useSyncStatus();
  return { status, isKnown: useConnection() === 'open' };
}

/** What the hub has of this till, read again at each change of the status and of the sharing. */
export function useSyncReceipt(
  status: SyncStatus,
  sharing: Settings['sharing'],
): SyncReceipt | undefined {
  const { receipt } = tillQuery.sync;
  const options = receipt.queryOptions({
    queryKey: [...receipt.queryKey(), status, sharing],
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  return useQuery(options).data;
}

/** Asks the hub again and again while the manager has not approved, and a person looks. */
export function useAskForApproval(isWaiting: boolean): void {
  const options = tillQuery.sync.tryNow.queryOptions({
    enabled: isWaiting,
    gcTime: 0,
    refetchInterval: APPROVAL_ASKED_MS,
  });
  useQuery(options);
}

/** Reports now; what came of it is told by the status. */
export function useTryNow(): { readonly isTrying: boolean; readonly tryNow: () => void } {
  const notices = useNotices();
  const [isTrying, setIsTrying] = useState(false);
  const tryNow = async (): Promise<void> => {
    setIsTrying(true);
    try {
      await till.sync.tryNow();
    } catch (error) {
      notices.failed(error);
    } finally {
      setIsTrying(false);
    }
  };
  return { isTrying, tryNow: () => void tryNow() };
}
