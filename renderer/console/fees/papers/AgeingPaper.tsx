import { useQuery } from '@tanstack/react-query';
import type { AgeBand } from '../../../../domain/fees/ageing.ts';
import { ageingSheet } from '../../../../domain/fees/papers/ageing-sheet.ts';
import { ageingText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { everyPage } from '../../system/every-page.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { ListPaperButton } from './ListPaperButton.tsx';
import { Paper } from './PaperDialog.tsx';
import { ageingOf } from './paper-of.ts';

interface AgeingPaperProps {
  readonly mall: string;
  readonly mallName: string;
  /** As the list on the page is narrowed; null for all. */
  readonly band: AgeBand | null;
  /** The same; empty for all. */
  readonly text: string;
}

/** What is open of the stalls that the list finds, as a paper: all of them, however many pages. */
export function AgeingPaper(props: AgeingPaperProps) {
  const say = useText();
  return (
    <ListPaperButton title={say.text('console.fees.paper.ageing')}>
      <WholeAgeing {...props} />
    </ListPaperButton>
  );
}

function WholeAgeing({ mall, mallName, band, text }: AgeingPaperProps) {
  const say = useText();
  const found = useQuery({
    queryKey: [...hubQuery.fees.ageing.key(), 'whole', mall, band, text],
    queryFn: () => wholeAgeing({ mall, band, text }),
  });
  return (
    <Read of={found}>
      {(whole) => (
        <IssuerOf mall={mall} mallName={mallName}>
          {(issuer) => {
            const paper = ageingOf(mallName, { ...whole, band, text }, issuer);
            return <Paper hasXlsx sheet={ageingSheet(paper, say)} text={ageingText(paper, say)} />;
          }}
        </IssuerOf>
      )}
    </Read>
  );
}

/** Every page, those that owe most first. */
async function wholeAgeing(of: Pick<AgeingPaperProps, 'mall' | 'band' | 'text'>) {
  const pages = await everyPage((cursor) => hub.fees.ageing({ ...of, cursor }));
  const [{ on }] = pages;
  return { on, stalls: pages.flatMap(({ stalls }) => stalls) };
}
