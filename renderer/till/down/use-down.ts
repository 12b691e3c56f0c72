import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AuditRequest,
  HeldAnnouncement,
  OfferedTemplate,
} from '../../../domain/down/till-contract.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { offerFile } from '../catalog/offered-file.ts';
import { useLine } from '../staff/line.ts';
import { till, tillQuery } from '../till-client.ts';

/** An announcement may hold from today on: so often it is looked. ms */
const HELD_ASKED_MS = 15 * 60_000;

/** A change of what the hub tells, as the till says it; undefined until it has. */
function useDownChange(): unknown {
  const watching = { refetchOnMount: 'always' } as const;
  return useQuery(tillQuery.down.watch.experimental_liveOptions(watching)).dataUpdatedAt;
}

/** What the mall says that holds today, the newest first; undefined until that was read. */
export function useAnnouncements(): readonly HeldAnnouncement[] | undefined {
  const change = useDownChange();
  const { announcements } = tillQuery.down;
  const options = announcements.queryOptions({
    queryKey: [...announcements.queryKey(), change],
    placeholderData: keepPreviousData,
    refetchInterval: HELD_ASKED_MS,
    gcTime: 0,
  });
  return useQuery(options).data;
}

/** The newest of what the mall says that nobody at this till has read. */
export function useUnread(): HeldAnnouncement | undefined {
  return useAnnouncements()?.find(({ isRead }) => !isRead);
}

/** Notes that it was read: no window of this till points at it any more. */
export function useMarkRead(): (id: string) => void {
  const notices = useNotices();
  return (id) => void till.down.markRead({ id }).catch(notices.failed);
}

/** What auditors asked for, as it is drawn. */
export interface RequestsShown {
  /** Undefined until they were read. */
  readonly requests: readonly AuditRequest[] | undefined;
  /** Null also where somebody has allowed to read it. */
  readonly error: unknown;
  /** Reads them with somebody's leave, where the person may not. */
  askLeave(): Promise<void>;
}

/** What auditors asked for, read again at each change. */
export function useRequests(): RequestsShown {
  const change = useDownChange();
  const cashier = useLine()?.cashier;
  /** As somebody allowed the person here to read it once: for nobody else. */
  const [lent, setLent] = useState<Lent | null>(null);
  const { requests } = tillQuery.down;
  const options = requests.queryOptions({
    queryKey: [...requests.queryKey(), change],
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const query = useQuery(options);
  const ours = lent !== null && lent.cashier === cashier ? lent.requests : undefined;
  const isLent = query.error !== null && ours !== undefined;
  return {
    requests: isLent ? ours : query.data,
    error: isLent ? null : query.error,
    askLeave: async () => setLent({ cashier, requests: await till.down.requests() }),
  };
}

interface Lent {
  readonly cashier: string | undefined;
  readonly requests: readonly AuditRequest[];
}

/** The catalog files that the mall offers; none where the person may not import. */
export function useTemplates(): readonly OfferedTemplate[] {
  const change = useDownChange();
  const { templates } = tillQuery.down;
  const options = templates.queryOptions({
    queryKey: [...templates.queryKey(), change],
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return useQuery(options).data ?? [];
}

/** Takes a template to the import of the catalog, which first shows what it would change. */
export function useTemplate(onCatalog: () => void): (id: string) => void {
  const notices = useNotices();
  const take = async (id: string): Promise<void> => {
    try {
      const { name, csv } = await till.down.useTemplate({ id });
      offerFile(new File([csv], name));
      onCatalog();
    } catch (error) {
      notices.failed(error);
    }
  };
  return (id) => void take(id);
}
