import { useQuery } from '@tanstack/react-query';
import type { FeeNotice } from '../../../../domain/fees/matters/notice-contract.ts';
import { noticeSheet } from '../../../../domain/fees/papers/notice-sheet.ts';
import { noticeText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper } from './PaperDialog.tsx';
import { letterOf } from './paper-of.ts';

/** A letter as it was written; what of it is open by now stands above, on no paper. */
export function LetterOne({ letter: { id: notice } }: { readonly letter: FeeNotice }) {
  const say = useText();
  const found = useQuery(hubQuery.matters.readNotice.queryOptions({ input: { notice } }));
  const mall = found.data?.mall ?? '';
  const { data: of } = useQuery({
    ...hubQuery.fees.accounts.queryOptions({ input: { mall } }),
    enabled: mall !== '',
  });
  return (
    <Read of={found}>
      {(letter) => (
        <IssuerOf mall={letter.mall} mallName={letter.mallName}>
          {(issuer) => {
            const { owed, openNow: open } = letter;
            const paper = letterOf(letter, { accounts: of?.accounts ?? [], issuer });
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
