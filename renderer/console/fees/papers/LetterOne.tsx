import { useQuery } from '@tanstack/react-query';
import type { FeeNotice, NoticePaper } from '../../../../domain/fees/matters/notice-contract.ts';
import { noticeSheet } from '../../../../domain/fees/papers/notice-sheet.ts';
import { noticeText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { useAccounts } from '../use-accounts.ts';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper } from './PaperDialog.tsx';
import { letterOf } from './paper-of.ts';

/** A letter as it was written; what of it is open by now stands above, on no paper. */
export function LetterOne({ letter: { id: notice } }: { readonly letter: FeeNotice }) {
  const found = useQuery(hubQuery.matters.readNotice.queryOptions({ input: { notice } }));
  return <Read of={found}>{(letter) => <LetterPaper letter={letter} />}</Read>;
}

/** There is nothing to print or send before it is known where the stall can pay. */
function LetterPaper({ letter }: { readonly letter: NoticePaper }) {
  const say = useText();
  const accounts = useAccounts(letter.mall);
  const { owed, openNow: open } = letter;
  return (
    <Read of={accounts}>
      {(of) => (
        <IssuerOf mall={letter.mall} mallName={letter.mallName}>
          {(issuer) => {
            const paper = letterOf(letter, { ...of, issuer });
            return (
              <>
                {open < owed && (
                  <p role="note">{say.text('console.fees.letter.openNow', { open, owed })}</p>
                )}
                <Paper sheet={noticeSheet(paper, say)} text={noticeText(paper, say)} />
              </>
            );
          }}
        </IssuerOf>
      )}
    </Read>
  );
}
