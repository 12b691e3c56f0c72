import {
  keepPreviousData,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  PaperStrip,
  PrinterStatus,
  PrintOutcome,
  QueuedJob,
} from '../../../domain/printing/printer.ts';
import { type Notices, useNotices } from '../../ui/Notice.tsx';
import type { Say } from '../../ui/use-text.ts';
import { till, tillQuery } from '../till-client.ts';
import { useConnection } from '../use-connection.ts';
import { reasonWords } from './reason-words.ts';

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
  return useConnection() === 'open' ? status : undefined;
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

/** Whether a receipt has had its first paper; undefined until the till has said so. */
export function useHasPaper(number: string | null): boolean | undefined {
  const options = tillQuery.printing.nextPaper.queryOptions({
    input: number === null ? skipToken : { number },
    refetchOnMount: 'always',
  });
  return useQuery(options).data?.isCopy;
}

/** Sends a receipt, or a copy of it, to the printer, and says what became of it. */
export function useReprint(): (number: string) => void {
  const notices = useNotices();
  const client = useQueryClient();
  return (wanted) => {
    const asked = till.printing.reprint({ number: wanted }).then(({ number, job, isCopy }) => {
      void client.invalidateQueries({ queryKey: tillQuery.printing.nextPaper.key() });
      const key = isCopy ? 'printing.jobCopy' : 'printing.jobReceipt';
      return { job, paper: (say: Say) => say.text(key, { number }) };
    });
    void tellOutcome(asked, notices);
  };
}

/** Sends a copy of a Z report to the printer, and says what became of it. */
export function useReprintZ(): (z: number, number: string) => void {
  const notices = useNotices();
  return (z, number) => {
    const asked = till.shifts.reprintZ({ z }).then(({ job }) => ({
      job,
      paper: (say: Say) => say.text('printing.jobZCopy', { number }),
    }));
    void tellOutcome(asked, notices);
  };
}

/** Sends a test page to the printer, and says what became of it. */
export function usePrintTest(): () => void {
  const notices = useNotices();
  return () => {
    const asked = till.printing.printTest().then(({ job }) => ({
      job,
      paper: (say: Say) => say.text('printing.jobTest'),
    }));
    void tellOutcome(asked, notices);
  };
}

/** Paper that is in the queue. */
interface Asked {
  readonly job: number;
  /** What it is called. */
  readonly paper: (say: Say) => string;
}

/** Says that it is queued, and then what became of that very job. Never fails. */
async function tellOutcome(asked: Promise<Asked>, notices: Notices): Promise<void> {
  try {
    const { job, paper } = await asked;
    notices.done((say) => say.text('printing.asked', { paper: paper(say) }));
    const outcome = await till.printing.outcome({ job });
    const tell = outcome.state === 'printed' ? notices.done : notices.warn;
    tell((say) => outcomeWords(outcome, paper(say), say));
  } catch (error) {
    notices.failed(error);
  }
}

function outcomeWords({ state, reason }: PrintOutcome, paper: string, say: Say): string {
  if (state === 'pending' && reason === null) return say.text('printing.askedPending', { paper });
  return say.text(outcomeKeys[state], { paper, reason: reasonWords(reason, say) });
}

const outcomeKeys = {
  pending: 'printing.askedWaiting',
  printed: 'printing.askedPrinted',
  unconfirmed: 'printing.askedUnconfirmed',
  held: 'printing.askedHeld',
  dropped: 'printing.askedDropped',
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
  const notices = useNotices();
  const onError = (error: unknown) => notices.failed(error);
  const release = useMutation(
    tillQuery.printing.release.mutationOptions({
      onSuccess: ({ jobs, printer }) => {
        const { state, reason } = printer;
        if (jobs === 0) return;
        if (state !== 'waiting') {
          notices.done((say) => say.text('printing.released', { count: jobs }));
        } else {
          const facts = (say: Say) => ({ count: jobs, reason: reasonWords(reason, say) });
          notices.warn((say) => say.text('printing.releasedWaiting', facts(say)));
        }
      },
      onError,
    }),
  );
  const drop = useMutation(
    tillQuery.printing.drop.mutationOptions({
      onSuccess: ({ jobs }) => {
        if (jobs > 0) notices.done((say) => say.text('printing.dropped', { count: jobs }));
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
