import { VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isOfHub } from '../../../domain/journal/receipt-link.ts';
import { printingPageId } from '../../../domain/printing/page/text.id.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { qrPath } from '../../ui/qr-path.ts';
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
          <DrawnQr link={link} label={say.text('printing.jobReceipt', { number })} />
          <p>{say.text(isOfHub(link) ? 'printing.qr.ofHub' : 'printing.qr.ofStall')}</p>
        </>
      )}
      {link === null && <p role="status">{say.text('printing.qr.none')}</p>}
      {asked.isError && <p role="alert">{say.failure(asked.error)}</p>}
    </aside>
  );
}

/** Dark on white in both colour schemes, as scanners want it. */
function DrawnQr({ link, label }: { readonly link: string; readonly label: string }) {
  const { size, path } = qrPath(link);
  const side = size + 2 * QUIET;
  return (
    <div className={styles.room}>
      <svg role="img" aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}>
        <path d={path} />
      </svg>
    </div>
  );
}
