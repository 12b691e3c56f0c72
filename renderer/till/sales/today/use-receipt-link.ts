import { useRef } from 'react';
import { isReceiptLike } from '../../../../domain/journal/receipt-link.ts';
import { useNotices } from '../../../ui/Notice.tsx';
import { till } from '../../till-client.ts';
import { useRegisterEffect } from '../register-store.ts';

/**
 * Opens the receipt whose QR is scanned on this screen, or pasted into its search, and says why
 * where it cannot be opened.
 * @returns what takes a text of the search; false where it is no QR of a receipt
 */
export function useReceiptLink(onReceipt: (number: string) => void): (text: string) => boolean {
  const notices = useNotices();
  const newest = useRef(0);
  const open = async (text: string): Promise<void> => {
    newest.current += 1;
    const asked = newest.current;
    try {
      const { number } = await till.sales.receiptOfLink({ text });
      if (asked === newest.current) onReceipt(number);
    } catch (error) {
      notices.failed(error);
    }
  };
  useRegisterEffect('scannedReceipt', ({ code }) => void open(code));
  return (text) => {
    const isLink = isReceiptLike(text);
    if (isLink) void open(text);
    return isLink;
  };
}
