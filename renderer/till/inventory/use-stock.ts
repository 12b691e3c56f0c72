import { useQuery } from '@tanstack/react-query';
import type { StockChange } from '../../../domain/inventory/contract.ts';
import type { CorrectionReason } from '../../../domain/inventory/correction.ts';
import type { Milli } from '../../../domain/quantity.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till, tillQuery } from '../till-client.ts';

const CHANGES_SHOWN = 50;

interface StockHistory {
  readonly changes: readonly StockChange[];
  readonly isLoading: boolean;
  readonly error: unknown;
}

/** What changed the stock of a product, newest first. */
export function useStockHistory(code: string): StockHistory {
  const input = { code, limit: CHANGES_SHOWN };
  const { data, isPending, error } = useQuery(
    tillQuery.inventory.history.queryOptions({ input, gcTime: 0 }),
  );
  return { changes: data ?? [], isLoading: isPending, error };
}

interface Correction {
  readonly reason: CorrectionReason;
  readonly quantityMilli: Milli;
  readonly note: string;
}

/** Corrects the stock that the screen shows, and says what it is now. @returns whether it did */
export function useCorrectStock({ code, name, onHandMilli }: ShelfProduct) {
  const notices = useNotices();
  return async (correction: Correction): Promise<boolean> => {
    try {
      const seen = { code, seenMilli: onHandMilli };
      const now = await till.inventory.correct({ ...seen, ...correction });
      notices.done((say) => say.text('inventory.saved', { name, onHand: now.onHandMilli }));
      return true;
    } catch (error) {
      notices.failed(error);
      return false;
    }
  };
}
