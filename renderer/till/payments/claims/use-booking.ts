import type { MatchOrder } from '../../../../domain/payments/report-match.ts';
import { useNotices } from '../../../ui/Notice.tsx';
import { useActId } from '../../../ui/use-act-id.ts';
import { useDoing } from '../../shifts/use-doing.ts';

/** Books what a person takes of payments: one order, however often it is pressed. */
export function useBooking(onBusy: (isBusy: boolean) => void, onDone: () => void) {
  const notices = useNotices();
  const ids = useActId();
  const { isBusy, error, run } = useDoing(onBusy);
  const book = (picks: MatchOrder['picks'], send: (order: MatchOrder) => Promise<unknown>): void =>
    run(async () => {
      await send({ id: ids.of(picks), picks });
      ids.done();
      notices.done((say) => say.text('claims.saved', { count: picks.length }));
      onDone();
    });
  return { isBusy, error, run, book };
}
