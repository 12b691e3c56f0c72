import { ORPCError } from '@orpc/client';
import type { ReactNode } from 'react';
import type { PrinterSettings, PrinterStatus } from '../../../domain/printing/printer.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { Said } from '../../ui/Said.tsx';
import type { Say } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { reasonWords } from './reason-words.ts';

/** What becomes of a printer that is to be kept. */
interface Configured {
  readonly onKept: (settings: PrinterSettings) => void;
  /** The address is refused: the sentence that belongs to its field. */
  readonly onRefused: (fault: ReactNode) => void;
}

/** Keeps the printer, and says what came of trying it. */
export function useConfigure(): (settings: PrinterSettings, then: Configured) => Promise<void> {
  const notices = useNotices();
  return async (settings, { onKept, onRefused }) => {
    notices.clear(); // what became of an earlier choice
    try {
      const status = await till.printing.configure(settings);
      onKept({ address: status.address, columns: status.columns });
      const isWell = status.state === 'ready' || status.state === 'printing';
      (isWell ? notices.done : notices.warn)((say) => triedWords(status, say));
    } catch (error) {
      if (isOfAddress(error)) onRefused(<Said words={(say) => say.failure(error)} />);
      else notices.failed(error);
    }
  };
}

/** What trying it said, and not only that it was kept. */
function triedWords({ state, reason }: PrinterStatus, say: Say): string {
  if (state !== 'waiting') return say.text(savedKeys[state]);
  return say.text('printing.savedWaiting', { reason: reasonWords(reason, say) });
}

const savedKeys = {
  untried: 'printing.savedUntried',
  ready: 'printing.saved',
  printing: 'printing.savedPrinting',
  silent: 'printing.savedSilent',
  held: 'printing.savedHeld',
} as const;

function isOfAddress(error: unknown): boolean {
  return (
    error instanceof ORPCError &&
    ['PRINTER_ADDRESS_INVALID', 'PRINTER_NOT_DEVICE'].includes(error.code)
  );
}
