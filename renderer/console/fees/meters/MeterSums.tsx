import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { percentWords } from '../plans/plan-words.ts';
import { MeterBillForm } from './MeterBillForm.tsx';
import styles from './meters.module.css';

interface MeterSumsProps {
  readonly mall: string;
  readonly period: string;
  /** Of the whole mall; null before the first page says. Thousandths of a kWh */
  readonly sums: { readonly stalls: number; readonly read: number; readonly used: number } | null;
}

/** How many meters were read, what the stalls took, what the mall was billed, and what is lost. */
export function MeterSums({ mall, period, sums }: MeterSumsProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(hubQuery.fees.meterBills.queryOptions({ input: { mall } }));
  const bill = data?.months.find((month) => month.period === period);
  const used = bill?.used ?? null;
  const loss = bill?.loss ?? null;
  const figures = [
    {
      label: say.text('console.fees.meters.read'),
      text: sums
        ? say.text('console.fees.meters.readOf', {
            read: String(sums.read),
            stalls: String(sums.stalls),
          })
        : '',
    },
    {
      label: say.text('console.fees.meters.used'),
      text: sums ? say.text('console.fees.meters.kwh', { used: sums.used }) : '',
    },
    {
      label: say.text('console.fees.meters.bill'),
      text:
        used === null
          ? say.text('console.fees.meters.billNone')
          : `${say.text('console.fees.meters.kwh', { used })} · ${say.money(bill?.amount ?? 0)}`,
    },
    {
      label: say.text('console.fees.meters.loss'),
      text:
        loss === null
          ? '–'
          : say.text('console.fees.meters.lossOf', {
              loss,
              percent: percentWords(bill?.lossBp ?? 0),
            }),
    },
  ];
  return (
    <section
      className={`${card.card} ${styles.sums}`}
      aria-label={say.text('console.fees.meters.summary')}
    >
      <dl>
        {figures.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {say.text('console.fees.meters.setBill')}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={say.text('console.fees.meters.setBill')}
        onClose={() => setIsOpen(false)}
      >
        {isOpen && <MeterBillForm mall={mall} period={period} onDone={() => setIsOpen(false)} />}
      </Dialog>
    </section>
  );
}
