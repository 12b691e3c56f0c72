import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StallBill } from '../../../../domain/fees/manage/paper-calls.ts';
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
import { useMenuFocus } from '../../system/use-menu-focus.ts';
import { MonthSteps } from '../MonthSteps.tsx';
import { useAccounts } from '../use-accounts.ts';
import { IssuerOf } from './IssuerOf.tsx';
import { Paper, PaperDialog } from './PaperDialog.tsx';
import { billOf, statementOf } from './paper-of.ts';

interface StallPapersProps {
  readonly stall: StallView;
  readonly today: string;
}

/** The papers of a stall: its bill of a month, and its statement between two dates. */
export function StallPapers({ stall, today }: StallPapersProps) {
  const say = useText();
  const { ref, menu } = useMenuFocus();
  const [shown, setShown] = useState<'bill' | 'statement' | null>(null);
  const [period, setPeriod] = useState(periodOf(today));
  const bill = say.text('console.fees.paper.bill', { month: periodWords(period, say) });
  const statement = say.text('console.fees.paper.statement');
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }} {...menu}>
        <Menu.Target>
          <Button
            ref={ref}
            variant="default"
            rightSection={<IconChevronDown aria-hidden size={18} />}
          >
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
        {shown === 'bill' && (
          <Bill stall={stall} today={today} period={period} onPeriod={setPeriod} />
        )}
        {shown === 'statement' && <StatementOver stall={stall} today={today} />}
      </PaperDialog>
    </>
  );
}

interface BillProps extends StallPapersProps {
  readonly period: string;
  readonly onPeriod: (period: string) => void;
}

function Bill({ stall, today, period, onPeriod }: BillProps) {
  const input = { stall: stall.stall, period };
  const found = useQuery(hubQuery.fees.bill.queryOptions({ input }));
  return (
    <>
      <MonthSteps period={period} now={periodOf(today)} onPeriod={onPeriod} />
      <Read of={found}>{(bill) => <BillPaper stall={stall} today={today} bill={bill} />}</Read>
    </>
  );
}

interface BillPaperProps extends StallPapersProps {
  readonly bill: StallBill;
}

function BillPaper({ stall, today, bill }: BillPaperProps) {
  const say = useText();
  const accounts = useAccounts(stall.mall);
  if (bill.charges.length === 0 && bill.arrears.length === 0) {
    const month = periodWords(bill.period, say);
    return <p role="note">{say.text('console.fees.paper.billNone', { month })}</p>;
  }
  return (
    <Read of={accounts}>
      {(of) => (
        <IssuerOf mall={stall.mall} mallName={stall.mallName}>
          {(issuer) => {
            const paper = billOf(stall, { bill, today, ...of, issuer });
            return <Paper sheet={billSheet(paper, say)} text={billText(paper, say)} />;
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
