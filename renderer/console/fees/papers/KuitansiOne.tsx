import { useQuery, useQueryClient } from '@tanstack/react-query';
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
  const client = useQueryClient();
  const asked = hubQuery.fees.oneKuitansi.queryOptions({ input: { id }, gcTime: 0 });
  const found = useQuery(asked);
  /** @returns false where another page gave out the original that this one shows */
  const give = async (isCopy: boolean): Promise<boolean> => {
    const { givenOn, isFirst } = await hub.fees.giveKuitansi({ id });
    // Known already, also where it cannot be read anew: from now on it is a copy.
    client.setQueryData(asked.queryKey, (before) => before && { ...before, givenOn });
    void client.invalidateQueries({ queryKey: asked.queryKey });
    return isFirst || isCopy;
  };
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
                onGive={() => give(one.isCopy)}
              />
            );
          }}
        </IssuerOf>
      )}
    </Read>
  );
}
