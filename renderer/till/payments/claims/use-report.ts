import { useState } from 'react';
import { LapakError } from '../../../../domain/errors.ts';
import { BANK_FILE_CHARACTERS_MAX } from '../../../../domain/fees/bank/uploaded-file.ts';
import { placeId, VERIFIED_MAX } from '../../../../domain/payments/claim.ts';
import type { ReportFile, ReportMatch } from '../../../../domain/payments/report-match.ts';
import { useNotices } from '../../../ui/Notice.tsx';
import { base64Of } from '../../../ui/shrink-photo.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useDoing } from '../../shifts/use-doing.ts';
import { till } from '../../till-client.ts';

type Match = ReportMatch['matches'][number];

/** A report in hand: what it says of claims, and which of that a person takes. */
export function useReport(onBusy: (isBusy: boolean) => void, onDone: () => void) {
  const notices = useNotices();
  const ids = useActId();
  const [read, setRead] = useState<{ file: ReportFile; match: ReportMatch } | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { isBusy, error, run } = useDoing(onBusy);
  const pick = (chosen: File): void =>
    run(async () => {
      setRead(null);
      const file = { file: chosen.name.slice(0, 255), content: await base64OfFile(chosen) };
      const match = await till.payments.matchReport(file);
      setRead({ file, match });
      const sure = match.matches.filter(({ isDoubtful }) => !isDoubtful);
      setTaken(new Set(sure.map(({ claim }) => placeId(claim))));
    });
  const toggle = ({ claim }: Match): void => {
    const id = placeId(claim);
    const others = [...taken].filter((one) => one !== id);
    setTaken(new Set(taken.has(id) ? others : [...others, id]));
  };
  const picks = (read?.match.matches ?? [])
    .filter(({ claim }) => taken.has(placeId(claim)))
    .map(({ claim: { number, tender }, row: { row } }) => ({ number, tender, row }))
    .slice(0, VERIFIED_MAX); // the same report again has the rest
  const book = (): void =>
    run(async () => {
      if (!read) return;
      await till.payments.bookReport({ id: ids.of(picks), ...read.file, picks });
      ids.done();
      notices.done((say) => say.text('claims.saved', { count: picks.length }));
      onDone();
    });
  return {
    match: read?.match ?? null,
    isTaken: ({ claim }: Match) => taken.has(placeId(claim)),
    pickCount: picks.length,
    isBusy,
    error,
    pick,
    toggle,
    book,
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
