import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { billSheet } from '../../../../domain/fees/papers/bill-sheet.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { statementSheet } from '../../../../domain/fees/papers/statement-sheet.ts';
import { billText, statementText } from '../../../../domain/fees/papers/whatsapp-text.ts';
import { addMonths, periodOf } from '../../../../domain/fees/period.ts';
import { useText } from '../../../ui/use-text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { hubQuery } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { Read } from '../../system/Read.tsx';
import { useAccounts } from '../use-accounts.ts';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper, PaperDialog } from './PaperDialog.tsx';
import { billOf, statementOf } from './paper-of.ts';

interface StallPapersProps {
  readonly stall: StallView;
  readonly today: string;
}

/** The papers of a stall: its bill of this month, and its statement. */
export function StallPapers({ stall, today }: StallPapersProps) {
  const say = useText();
  const [shown, setShown] = useState<'bill' | 'statement' | null>(null);
  const bill = say.text('console.fees.paper.bill', { month: periodWords(periodOf(today), say) });
  const statement = say.text('console.fees.paper.statement');
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown aria-hidden size={18} />}>
            {say.text('console.fees.stall.papers')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setShown('bill')}>{bill}</Menu.Item>
          <Menu.Item onClick={() => setShown('statement')}>{statement}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PaperDialog
        isOpen={shown !== null}
        title={`${shown === 'statement' ? statement : bill} · ${stall.name}`}
        onClose={() => setShown(null)}
      >
        {shown === 'bill' && <Bill stall={stall} today={today} />}
        {shown === 'statement' && <StatementOver stall={stall} today={today} />}
      </PaperDialog>
    </>
  );
}

function Bill({ stall, today }: StallPapersProps) {
  const say = useText();
  const accounts = useAccounts(stall.mall);
  return (
    <Read of={accounts}>
      {(of) => (
        <IssuerOf mall={stall.mall} mallName={stall.mallName}>
          {(issuer) => {
            const bill = billOf(stall, { period: periodOf(today), today, ...of, issuer });
            return <Paper sheet={billSheet(bill, say)} text={billText(bill, say)} />;
          }}
        </IssuerOf>
      )}
    </Read>
  );
}

function StatementOver({ stall: { stall }, today }: StallPapersProps) {
  const say = useText();
  const [from, setFrom] = useState(() => `${addMonths(periodOf(today), -2)}-01`);
  const [to, setTo] = useState(today);
  const found = useQuery(hubQuery.fees.statement.queryOptions({ input: { stall, from, to } }));
  return (
    <>
      <div className={form.dates}>
        <DateField
          isLabelSeen
          label={say.text('console.fees.paper.from')}
          date={from}
          onDate={setFrom}
        />
        <DateField
          isLabelSeen
          label={say.text('console.fees.paper.to')}
          min={from}
          date={to}
          onDate={setTo}
        />
      </div>
      <Read of={found}>
        {(of) => (
          <IssuerOf mall={of.mall} mallName={of.mallName}>
            {(issuer) => {
              const paper = statementOf(of, issuer);
              const text = statementText(paper, say);
              return <Paper hasXlsx sheet={statementSheet(paper, say)} text={text} />;
            }}
          </IssuerOf>
        )}
      </Read>
    </>
  );
}
