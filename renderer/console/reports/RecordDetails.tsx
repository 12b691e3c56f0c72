import { readDetails } from '../../../domain/console/read-details.ts';
import { pseudonymWords } from '../../../domain/journal/trail-words.ts';
import type { HeadRead } from '../../../domain/journal/check-head.ts';
import { ReceiptView } from '../../ui/ReceiptView.tsx';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { ExactText } from './ExactText.tsx';
import { RecordRows } from './RecordRows.tsx';

interface RecordDetailsProps {
  readonly head: HeadRead;
  /** The exact text. */
  readonly body: string;
}

/** The details of a record in words: a sale as its receipt; their exact text on demand. */
export function RecordDetails({ head, body }: RecordDetailsProps) {
  const say = useText();
  const details = head.kind === 'head' ? readDetails(head.head, body, say) : null;
  return (
    <>
      {details === null && <p className={card.soft}>{say.text('console.record.bodyNewer')}</p>}
      {details?.receipt && (
        <ReceiptView
          receipt={details.receipt}
          nameOf={(pseudonym) => pseudonymWords(pseudonym, say)}
        />
      )}
      {details && details.rows.length > 0 && <RecordRows rows={details.rows} />}
      <ExactText title={say.text('console.record.bodyText')} text={body} />
    </>
  );
}
