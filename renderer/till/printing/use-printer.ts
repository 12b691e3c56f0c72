import { ORPCError } from '@orpc/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
  QueuedJob,
} from '../../../domain/printing/printer.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { till, tillQuery } from '../till-client.ts';
import { useConnection } from '../use-connection.ts';

const STRIPS_KEPT = 20;

/** A watch ends when nobody looks, and begins again when somebody does. */
const watching = { refetchOnMount: 'always' } as const;

/** The printer's state as the till last said it; undefined until it has. */
export function usePrinterStatus(): PrinterStatus | undefined {
  return useQuery(tillQuery.printing.watchStatus.experimental_liveOptions(watching)).data;
}

/** The same, but undefined while the till is lost: the printer may be otherwise by now. */
export function usePrinterStatusNow(): PrinterStatus | undefined {
  const status = usePrinterStatus();
  return useConnection() === 'lost' ? undefined : status;
}

/** What the virtual printer drew, oldest first, each strip once and as it was last drawn. */
export function usePaper(): readonly PaperStrip[] {
  const { data } = useQuery(
    tillQuery.printing.watchPaper.experimental_streamedOptions({
      ...watching,
      queryFnOptions: { refetchMode: 'reset', maxChunks: STRIPS_KEPT },
    }),
  );
  return useMemo(() => [...new Map(data?.map((strip) => [strip.id, strip])).values()], [data]);
}

/** The queue, read again at each change of the printer's state; undefined until it was read. */
export function usePrintQueue(status: PrinterStatus | undefined): readonly QueuedJob[] | undefined {
  const { queue } = tillQuery.printing;
  const options = queue.queryOptions({
    queryKey: [...queue.queryKey(), status],
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  return useQuery(options).data;
}

/** Sends a copy of a receipt to the printer, and says what became of it. */
export function useReprint(): (number: string) => void {
  const say = useText();
  const notices = useNotices();
  const status = usePrinterStatus();
  return (wanted) => {
    till.printing.reprint({ number: wanted }).then(
      ({ number }) => {
        const reason = whyWaiting(status, say);
        if (reason === null) notices.done(say.text('printing.reprintQueued', { number }));
        else notices.warn(say.text('printing.reprintWaiting', { number, reason }));
      },
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}

/** Sends a test page to the printer, and says what became of it. */
export function usePrintTest(): () => void {
  const say = useText();
  const notices = useNotices();
  const status = usePrinterStatus();
  return () => {
    till.printing.printTest().then(
      () => {
        const reason = whyWaiting(status, say);
        if (reason === null) notices.done(say.text('printing.testQueued'));
        else notices.warn(say.text('printing.testWaiting', { reason }));
      },
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}

/**
 * Keeps the printer, and says what came of trying it. @returns the sentence that belongs to the
 * address; null when it was kept
 */
export function useConfigure(): (settings: PrinterSettings) => Promise<string | null> {
  const say = useText();
  const notices = useNotices();
  const client = useQueryClient();
  return async (settings) => {
    notices.clear(); // what became of an earlier choice
    if (settings.address.trim() === '') return say.text('printing.addressNeeded');
    try {
      const status = await till.printing.configure(settings);
      const { address, columns } = status;
      client.setQueryData(tillQuery.printing.settings.queryKey(), { address, columns });
      const reason = whyWaiting(status, say);
      if (reason !== null) notices.warn(say.text('printing.savedWaiting', { reason }));
      else notices.done(say.text(savedWords[status.state]));
      return null;
    } catch (error) {
      if (isOfAddress(error)) return say.failure(error);
      notices.warn(say.failure(error));
      return null;
    }
  };
}

const savedWords = {
  untried: 'printing.savedUntried',
  ready: 'printing.saved',
  printing: 'printing.savedPrinting',
  waiting: 'printing.savedUntried',
  silent: 'printing.savedSilent',
  held: 'printing.savedUntried',
} as const;

interface QueueActs {
  release(id: QueuedJob['id'] | 'all'): void;
  /** What is released and not answered yet. */
  readonly releasing: QueuedJob['id'] | 'all' | null;
  drop(id: QueuedJob['id'] | 'all'): void;
}

/**
 * Prints or drops a job of the queue, or all of them, and says how many that were; of none, which
 * were printed or dropped already, nothing.
 */
export function useQueueActs(): QueueActs {
  const say = useText();
  const notices = useNotices();
  const onError = (error: unknown) => notices.warn(say.failure(error));
  const release = useMutation(
    tillQuery.printing.release.mutationOptions({
      onSuccess: ({ jobs, printer }) => {
        const reason = whyWaiting(printer, say);
        if (jobs === 0) return;
        if (reason === null) notices.done(say.text('printing.released', { count: jobs }));
        else notices.warn(say.text('printing.releasedWaiting', { count: jobs, reason }));
      },
      onError,
    }),
  );
  const drop = useMutation(
    tillQuery.printing.drop.mutationOptions({
      onSuccess: ({ jobs }) => {
        if (jobs > 0) notices.done(say.text('printing.dropped', { count: jobs }));
      },
      onError,
    }),
  );
  return {
    release: (id) => release.mutate({ id }),
    releasing: release.isPending ? release.variables.id : null,
    drop: (id) => drop.mutate({ id }),
  };
}

/** In words why the printer does not print now; null when nothing is known against it. */
function whyWaiting(status: PrinterStatus | undefined, say: Say): string | null {
  if (status?.state !== 'waiting') return null;
  return say.text(`printing.reason.${status.reason ?? 'unreachable'}`);
}

function isOfAddress(error: unknown): boolean {
  return (
    error instanceof ORPCError &&
    ['PRINTER_ADDRESS_INVALID', 'PRINTER_NOT_DEVICE'].includes(error.code)
  );
}
