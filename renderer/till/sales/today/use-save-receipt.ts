import { useRef } from 'react';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import { downloadBlob } from '../../../ui/download.ts';
import { useNotices } from '../../../ui/Notice.tsx';
import type { Say } from '../../../ui/use-text.ts';

/** Saves a receipt as a PDF in these words, once at a time, and says so. */
export function useSaveReceipt(): (receipt: Promise<Receipt>, say: Say) => void {
  const notices = useNotices();
  const isSaving = useRef(false);
  const save = async (asked: Promise<Receipt>, say: Say): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      // Large, and seldom needed: loaded the first time.
      const [receipt, { receiptPdf }] = await Promise.all([asked, import('./receipt-pdf.ts')]);
      downloadBlob(`struk-${receipt.number}.pdf`, await receiptPdf(receipt, say));
      notices.done((now) => now.text('day.savedPdf'));
    } catch (error) {
      notices.failed(error);
    } finally {
      isSaving.current = false;
    }
  };
  return (receipt, say) => void save(receipt, say);
}
