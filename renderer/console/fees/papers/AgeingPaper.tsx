import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgeBand } from '../../../../domain/fees/ageing.ts';
import type { AgeingStall } from '../../../../domain/fees/manage/mall-calls.ts';
import { ageingSheet } from '../../../../domain/fees/papers/ageing-sheet.ts';
import { ageingText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper, PaperDialog } from './PaperDialog.tsx';
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
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        mb="var(--gap)"
        variant="default"
        leftSection={<IconPrinter aria-hidden size={20} />}
        onClick={() => setIsOpen(true)}
      >
        {say.text('console.fees.paper.ageing')}
      </Button>
      <PaperDialog
        isOpen={isOpen}
        title={say.text('console.fees.paper.ageing')}
        onClose={() => setIsOpen(false)}
      >
        <WholeAgeing {...props} />
      </PaperDialog>
    </>
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
  let page = await hub.fees.ageing(of);
  const stalls: AgeingStall[] = [...page.stalls];
  while (page.nextCursor !== '') {
    page = await hub.fees.ageing({ ...of, cursor: page.nextCursor });
    stalls.push(...page.stalls);
  }
  return { on: page.on, stalls };
}
