import { useQuery } from '@tanstack/react-query';
import { kuitansiSheet } from '../../../../domain/fees/papers/kuitansi-sheet.ts';
import { kuitansiText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper } from './PaperDialog.tsx';
import { kuitansiOf } from './paper-of.ts';

interface KuitansiOneProps {
  /** Of its payment. */
  readonly id: string;
  /** Whether it was given out before: it is marked SALINAN then. */
  readonly isCopy: boolean;
}

/** A kuitansi as it is printed. */
export function KuitansiOne({ id, isCopy }: KuitansiOneProps) {
  const say = useText();
  const found = useQuery(hubQuery.fees.oneKuitansi.queryOptions({ input: { id } }));
  return (
    <Read of={found}>
      {(of) => (
        <IssuerOf mall={of.mall} mallName={of.mallName}>
          {(issuer) => {
            const one = kuitansiOf(of, isCopy, issuer);
            return <Paper sheet={kuitansiSheet(one, say)} text={kuitansiText(one, say)} />;
          }}
        </IssuerOf>
      )}
    </Read>
  );
}
