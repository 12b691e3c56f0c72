import { safe } from '@orpc/client';
import { useRef } from 'react';
import { canBecomeBarcode, type Scanned } from '../../../domain/catalog/barcode.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { quietTill } from '../till-client.ts';
import type { SheetSubject } from './ProductSheet.tsx';

/**
 * Opens what a scanned code stands for: its product, archived or not, or a new one with it. Of
 * several scans the last one counts, whichever is answered last.
 * @param isFree asked once the answer is there: what was begun meanwhile stays
 */
export function useLookUp(
  isFree: () => boolean,
  onFound: (subject: SheetSubject) => void,
): (scan: Scanned) => void {
  const notices = useNotices();
  const newest = useRef<Scanned>(undefined);
  const lookUp = async (scan: Scanned): Promise<void> => {
    const { code: barcode, isWhole } = scan;
    newest.current = scan;
    const { error, data, isDefined } = await safe(
      quietTill.catalog.findBarcode({ barcode, isWhole }),
    );
    if (newest.current !== scan) return;
    if (!isFree()) return notices.warn((say) => say.text('catalog.scanLate', { barcode }));
    if (data) return onFound({ kind: 'known', code: data.product.code });
    if (isDefined && error.code === 'BARCODE_UNKNOWN') {
      const isPart = !canBecomeBarcode(scan);
      notices.warn((say) =>
        say.text(isPart ? 'catalog.scanPart' : 'catalog.scanUnknown', { barcode }),
      );
      return isPart ? undefined : onFound({ kind: 'new', barcode });
    }
    notices.failed(error);
    if (isDefined && error.code === 'PRODUCT_ARCHIVED') {
      onFound({ kind: 'known', code: error.data.code });
    }
  };
  return (scan) => void lookUp(scan);
}
