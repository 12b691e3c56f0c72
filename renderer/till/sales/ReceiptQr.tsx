import { VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isOfHub } from '../../../domain/journal/receipt-link.ts';
import { printingPageId } from '../../../domain/printing/page/text.id.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import { tillQuery } from '../till-client.ts';
import styles from './ReceiptQr.module.css';

learnWords(printingPageId);

/** White around a QR, in its own squares. Source: ISO/IEC 18004. */
const QUIET = 4;

interface ReceiptQrProps {
  readonly number: string;
  readonly onHide: () => void;
}

/** The QR of a receipt, as large as there is room: for a customer who takes no paper. */
export function ReceiptQr({ number, onHide }: ReceiptQrProps) {
  const say = useText();
  const asked = useQuery(tillQuery.printing.receiptLink.queryOptions({ input: { number } }));
  const link = asked.data?.link;
  return (
    <aside className={styles.over} aria-label={say.text('printing.receiptQr')}>
      <header className={styles.head}>
        <h2>{say.text('printing.qr.title')}</h2>
        <button type="button" aria-keyshortcuts="F7" onClick={onHide}>
          <KeyHint>F7</KeyHint>
          <IconX aria-hidden size={20} />
          <VisuallyHidden>{say.text('printing.qr.hide')}</VisuallyHidden>
        </button>
      </header>
      {typeof link === 'string' && (
        <>
          <div className={styles.room}>
            <QrCode text={link} label={say.text('printing.jobReceipt', { number })} quiet={QUIET} />
          </div>
          <p>{say.text(isOfHub(link) ? 'printing.qr.ofHub' : 'printing.qr.ofStall')}</p>
        </>
      )}
      {link === null && <p role="status">{say.text('printing.qr.none')}</p>}
      {asked.isError && <p role="alert">{say.failure(asked.error)}</p>}
    </aside>
  );
}
