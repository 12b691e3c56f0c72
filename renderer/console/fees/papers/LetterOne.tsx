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

/** A letter as it is printed. */
export function LetterOne({ letter: { id: notice, stall } }: { readonly letter: FeeNotice }) {
  const say = useText();
  const found = useQuery(hubQuery.matters.readNotice.queryOptions({ input: { notice } }));
  const { data: of } = useQuery(hubQuery.fees.stall.queryOptions({ input: { stall } }));
  const { data: mall } = useQuery({
    ...hubQuery.fees.accounts.queryOptions({ input: { mall: of?.mall ?? '' } }),
    enabled: of !== undefined,
  });
  return (
    <Read of={found}>
      {(letter) => (
        <IssuerOf mall={letter.mall} mallName={letter.mallName}>
          {(issuer) => {
            const ways = { accounts: mall?.accounts ?? [], remark: of?.remark ?? '' };
            const paper = letterOf(letter, { ...ways, issuer });
            return <Paper sheet={noticeSheet(paper, say)} text={noticeText(paper, say)} />;
          }}
        </IssuerOf>
      )}
    </Read>
  );
}
