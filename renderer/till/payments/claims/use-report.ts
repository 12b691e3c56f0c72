import { useState } from 'react';
import { LapakError } from '../../../../domain/errors.ts';
import { BANK_FILE_CHARACTERS_MAX } from '../../../../domain/fees/bank/uploaded-file.ts';
import type { ReportFile } from '../../../../domain/payments/report-match.ts';
import { base64Of } from '../../../ui/shrink-photo.ts';
import { till } from '../../till-client.ts';
import { useBooking } from './use-booking.ts';
import { usePicks } from './use-picks.ts';

/** A report in hand: what it says of claims, and which of that a person takes. */
export function useReport(onBusy: (isBusy: boolean) => void, onDone: () => void) {
  const [file, setFile] = useState<ReportFile | null>(null);
  const { show, picks, ...shown } = usePicks(null);
  const { isBusy, error, run, book } = useBooking(onBusy, onDone);
  const pick = (chosen: File): void =>
    run(async () => {
      show(null);
      const read = { file: chosen.name.slice(0, 255), content: await base64OfFile(chosen) };
      show(await till.payments.matchReport(read));
      setFile(read);
    });
  return {
    ...shown,
    pickCount: picks.length,
    isBusy,
    error,
    pick,
    book: () => file && book(picks, (order) => till.payments.bookReport({ ...order, ...file })),
  };
}

/** What base64 makes of so many bytes is what a message can carry. */
const BYTES_MAX = (BANK_FILE_CHARACTERS_MAX / 4) * 3;

/** @throws LapakError FILE_TOO_LARGE, FILE_UNREADABLE */
async function base64OfFile(file: File): Promise<string> {
  if (file.size > BYTES_MAX) {
    throw new LapakError('FILE_TOO_LARGE', { maxMegabytes: BYTES_MAX / 1_000_000 });
  }
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    throw new LapakError('FILE_UNREADABLE', { file: file.name }, { cause: error });
  });
  return base64Of(new Uint8Array(bytes));
}
