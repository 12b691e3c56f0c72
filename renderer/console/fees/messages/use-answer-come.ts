import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { useActIds } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, isRefused } from '../../hub-client.ts';
import { useFeeAct } from '../use-fees.ts';

/**
 * Answers claims with the kuitansi of what came for them, one after the other. One that is refused
 * does not hold up the others, and is told behind them; of several one that somebody else answered
 * meanwhile is not told.
 */
export function useAnswerCome() {
  const say = useText();
  const ids = useActIds();
  return useFeeAct(async (claims: readonly StallMessage[]): Promise<void> => {
    let refused: Error | null = null;
    for (const { id: message, came } of claims) {
      if (came === null) continue;
      const { credit, kuitansi } = came;
      const note = say.text('console.fees.messages.booked', { kuitansi });
      const given = { message, outcome: 'booked', credit, note } as const;
      try {
        await hub.matters.settleClaim({ id: ids.of(given), ...given });
      } catch (error) {
        if (!isRefused(error)) throw error;
        const isTold = claims.length === 1 || error.code !== 'FEE_MATTER_DONE';
        if (isTold) refused ??= error;
      }
      ids.done(given);
    }
    if (refused) throw refused;
  });
}
