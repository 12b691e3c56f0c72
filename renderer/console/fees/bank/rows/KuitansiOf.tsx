import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../../ui/use-text.ts';
import { hubQuery } from '../../../hub-client.ts';
import { Read } from '../../../system/Read.tsx';
import { KuitansiOne } from '../../papers/KuitansiOne.tsx';
import type { ShownKuitansi } from './RowDialogs.tsx';

interface KuitansiOfProps {
  readonly mall: string;
  readonly of: ShownKuitansi;
}

/** The kuitansi of this number, as it is printed and sent. */
export function KuitansiOf({ mall, of }: KuitansiOfProps) {
  const say = useText();
  const found = useQuery(
    hubQuery.fees.kuitansi.queryOptions({ input: { mall, text: of.kuitansi } }),
  );
  return (
    <Read of={found}>
      {({ kuitansi }) => {
        const one = kuitansi.find((line) => line.kuitansi === of.kuitansi);
        if (one) return <KuitansiOne id={one.id} />;
        return <p role="status">{say.text('error.kuitansiUnknown')}</p>;
      }}
    </Read>
  );
}
