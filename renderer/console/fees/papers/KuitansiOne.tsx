import { useQuery } from '@tanstack/react-query';
import { kuitansiSheet } from '../../../../domain/fees/papers/kuitansi-sheet.ts';
import { kuitansiText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper } from './PaperDialog.tsx';
import { kuitansiOf } from './paper-of.ts';

interface KuitansiOneProps {
  /** Of its payment. */
  readonly id: string;
}

/** A kuitansi as it is printed; one that was given out before is marked SALINAN. */
export function KuitansiOne({ id }: KuitansiOneProps) {
  const say = useText();
  // While it stands here it is one paper, also when it is saved and then sent.
  const asked = { input: { id }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 };
  const found = useQuery(hubQuery.fees.oneKuitansi.queryOptions(asked));
  return (
    <Read of={found}>
      {(of) => (
        <IssuerOf mall={of.mall} mallName={of.mallName}>
          {(issuer) => {
            const one = kuitansiOf(of, issuer);
            return (
              <Paper
                sheet={kuitansiSheet(one, say)}
                text={kuitansiText(one, say)}
                onGive={() => hub.fees.giveKuitansi({ id })}
              />
            );
          }}
        </IssuerOf>
      )}
    </Read>
  );
}
