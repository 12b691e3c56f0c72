import { useQuery } from '@tanstack/react-query';
import { kuitansiListSheet } from '../../../../domain/fees/papers/kuitansi-list-sheet.ts';
import { kuitansiListText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { everyPage } from '../../system/every-page.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { ListPaperButton } from './ListPaperButton.tsx';
import { Paper } from './PaperDialog.tsx';
import { kuitansiListOf } from './paper-of.ts';

interface KuitansiListPaperProps {
  readonly mall: string;
  readonly mallName: string;
  readonly period: string;
  /** As the list on the page is narrowed; empty for all. */
  readonly text: string;
}

/** The kuitansi of a month as a paper and a workbook: all of them, however many pages. */
export function KuitansiListPaper(props: KuitansiListPaperProps) {
  const say = useText();
  return (
    <ListPaperButton title={say.text('console.fees.kuitansi.print')}>
      <WholeList {...props} />
    </ListPaperButton>
  );
}

function WholeList({ mall, mallName, period, text }: KuitansiListPaperProps) {
  const say = useText();
  const found = useQuery({
    queryKey: [...hubQuery.fees.kuitansi.key(), 'whole', mall, period, text],
    queryFn: () => everyKuitansi({ mall, period, text }),
  });
  return (
    <Read of={found}>
      {(lines) => (
        <IssuerOf mall={mall} mallName={mallName}>
          {(issuer) => {
            const list = kuitansiListOf({ mall: mallName, period, lines }, issuer);
            const words = kuitansiListText(list, say);
            return <Paper hasXlsx sheet={kuitansiListSheet(list, say)} text={words} />;
          }}
        </IssuerOf>
      )}
    </Read>
  );
}

async function everyKuitansi(of: Pick<KuitansiListPaperProps, 'mall' | 'period' | 'text'>) {
  const pages = await everyPage((cursor) => hub.fees.kuitansi({ ...of, cursor }));
  return pages.flatMap(({ kuitansi }) => kuitansi);
}
