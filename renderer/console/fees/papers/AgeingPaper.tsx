import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { AgeingStall } from '../../../../domain/fees/manage/mall-calls.ts';
import { ageingSheet } from '../../../../domain/fees/papers/ageing-sheet.ts';
import { ageingText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper, PaperDialog } from './PaperDialog.tsx';
import { ageingOf } from './paper-of.ts';

interface AgeingPaperProps {
  readonly mall: string;
  readonly mallName: string;
  readonly on: string;
  /** As the list on the page stands. */
  readonly stalls: readonly AgeingStall[];
}

/** What is open of the stalls that are listed, as a paper. */
export function AgeingPaper({ mall, mallName, on, stalls }: AgeingPaperProps) {
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
        <IssuerOf mall={mall} mallName={mallName}>
          {(issuer) => {
            const paper = ageingOf(mallName, { on, stalls }, issuer);
            return <Paper hasXlsx sheet={ageingSheet(paper, say)} text={ageingText(paper, say)} />;
          }}
        </IssuerOf>
      </PaperDialog>
    </>
  );
}
