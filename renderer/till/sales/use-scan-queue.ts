import { useRef } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { Milli } from '../../../domain/quantity.ts';
import { askUntilAnswered } from '../connection.ts';
import { connection, till } from '../till-client.ts';

interface ScanQueueOptions {
  readonly put: (product: ShelfProduct, unit: string, quantityMilli: Milli) => void;
  readonly warn: (error: unknown) => void;
  /** Settles when no sale is being booked: a scan in the meantime is of the next one. */
  readonly whenIdle: () => Promise<void>;
}

export interface ScanQueue {
  scan(barcode: string, quantityMilli: Milli): void;
  /** Settles when every scan so far is in the cart or was warned of. */
  whenDone(): Promise<void>;
}

/** Looks scans up side by side and puts them in the cart in the order in which they came. */
export function useScanQueue(options: ScanQueueOptions): ScanQueue {
  const last = useRef(Promise.resolve());
  const scan: ScanQueue['scan'] = (barcode, quantityMilli) => {
    // A scan while the connection is lost is looked up when it is back: it is never dropped.
    const found = askUntilAnswered(connection, () => till.catalog.findBarcode({ barcode }));
    found.catch(() => undefined); // said below, in its turn
    last.current = last.current.then(async () => {
      await options.whenIdle();
      try {
        const { product, unit } = await found;
        options.put(product, unit, quantityMilli);
      } catch (error) {
        options.warn(error);
      }
    });
  };
  return { scan, whenDone: () => last.current };
}
