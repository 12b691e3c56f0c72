import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PaperStrip, PrinterStatus } from '../../../domain/printing/printer.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till, tillQuery } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';

const STRIPS_KEPT = 20;

/** A watch ends when nobody looks, and begins again when somebody does. */
const watching = { refetchOnMount: 'always' } as const;

/** The printer's state as it changes; undefined until the till has said. */
export function usePrinterStatus(): PrinterStatus | undefined {
  return useQuery(tillQuery.printing.watchStatus.experimental_liveOptions(watching)).data;
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

/** Sends a copy of a receipt to the printer, and says what became of it. */
export function useReprint(): (number: string) => void {
  const say = useText();
  const notices = useNotices();
  return (wanted) => {
    till.printing.reprint({ number: wanted }).then(
      ({ number }) => notices.done(say.text('printing.reprintQueued', { number })),
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}
