import { safe } from '@orpc/client';
import { useNotices } from '../../ui/Notice.tsx';
import { till } from '../till-client.ts';
import type { SheetSubject } from './ProductSheet.tsx';

/** Opens what a scanned code stands for: its product, archived or not, or a new one with it. */
export function useLookUp(onFound: (subject: SheetSubject) => void): (barcode: string) => void {
  const notices = useNotices();
  const lookUp = async (barcode: string): Promise<void> => {
    const { error, data, isDefined } = await safe(till.catalog.findBarcode({ barcode }));
    if (data) return onFound({ kind: 'known', code: data.product.code });
    if (isDefined && error.code === 'BARCODE_UNKNOWN') {
      notices.warn((say) => say.text('catalog.scanUnknown', { barcode }));
      return onFound({ kind: 'new', barcode });
    }
    notices.warn((say) => say.failure(error));
    if (isDefined && error.code === 'PRODUCT_ARCHIVED') {
      onFound({ kind: 'known', code: error.data.code });
    }
  };
  return (barcode) => void lookUp(barcode);
}
