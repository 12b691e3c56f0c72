import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KuitansiLine } from '../../../../domain/fees/manage/paper-calls.ts';
import { kuitansiListSheet } from '../../../../domain/fees/papers/kuitansi-list-sheet.ts';
import { kuitansiListText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper, PaperDialog } from './PaperDialog.tsx';
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
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        mb="var(--gap)"
        variant="default"
        leftSection={<IconPrinter aria-hidden size={20} />}
        onClick={() => setIsOpen(true)}
      >
        {say.text('console.fees.kuitansi.print')}
      </Button>
      <PaperDialog
        isOpen={isOpen}
        title={say.text('console.fees.kuitansi.print')}
        onClose={() => setIsOpen(false)}
      >
        <WholeList {...props} />
      </PaperDialog>
    </>
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
  const lines: KuitansiLine[] = [];
  let cursor = '';
  do {
    const page = await hub.fees.kuitansi({ ...of, cursor });
    lines.push(...page.kuitansi);
    cursor = page.nextCursor;
  } while (cursor !== '');
  return lines;
}
