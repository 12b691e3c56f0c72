import { useState } from 'react';
import type { StallCredit, StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { KuitansiOne } from '../papers/KuitansiOne.tsx';
import { PaperDialog } from '../papers/PaperDialog.tsx';
import { RowMenu } from './RowMenu.tsx';
import rows from './rows.module.css';
import type { StallAct } from './stall-act.ts';
import { VoidChip } from '../VoidChip.tsx';

interface CreditCardProps {
  readonly stall: StallView;
  readonly onAct: (act: StallAct) => void;
}

/** What a stall paid, with its kuitansi, and what else was taken off; what was void says so. */
export function CreditCard({ stall: { credits, name }, onAct }: CreditCardProps) {
  const say = useText();
  const [paper, setPaper] = useState<StallCredit | null>(null);
  const title = say.text('console.fees.stall.credits');
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{title}</h2>
      {credits.length === 0 ? (
        <p className={rows.none}>{say.text('console.fees.stall.creditsNone')}</p>
      ) : (
        <ul className={card.list} aria-label={title}>
          {credits.map((credit) => (
            <li key={credit.id}>
              <CreditRow credit={credit} onAct={onAct} onPaper={() => setPaper(credit)} />
            </li>
          ))}
        </ul>
      )}
      <PaperDialog
        isOpen={paper !== null}
        title={`${paper?.kuitansi ?? ''} · ${name}`}
        onClose={() => setPaper(null)}
      >
        {paper && <KuitansiOne id={paper.id} />}
      </PaperDialog>
    </section>
  );
}

interface CreditRowProps {
  readonly credit: StallCredit;
  readonly onAct: (act: StallAct) => void;
  readonly onPaper: () => void;
}

function CreditRow({ credit, onAct, onPaper }: CreditRowProps) {
  const say = useText();
  const { id: of, kind, amount, used, on, kuitansi, isReversed } = credit;
  const unused = amount - used;
  const name = kuitansi === '' ? creditWords(kind, say) : kuitansi;
  const reverse = (): void => onAct({ kind: 'reverse', of, what: name });
  const canTakeOff = kind !== 'waiver' && credit.goesTo.length > 0;
  const said = [
    writtenDate(on),
    ...(kuitansi === '' ? [] : [creditWords(kind, say)]),
    ...(unused > 0 && !isReversed ? [say.text('console.fees.stall.unused', { unused })] : []),
  ];
  return (
    <div className={rows.row}>
      <span className={rows.what}>
        <strong>{name}</strong>
        <span className={card.soft}>{said.join(' · ')}</span>
      </span>
      <span className={rows.state}>{isReversed && <VoidChip />}</span>
      <span className={`${rows.sum} ${card.figure}`} data-void={isReversed || undefined}>
        {say.money(amount)}
      </span>
      <span className={rows.acts}>
        <RowMenu
          what={name}
          acts={[
            ...(kuitansi === ''
              ? []
              : [{ text: say.text('console.fees.paper.kuitansi'), onAct: onPaper }]),
            ...(canTakeOff
              ? [
                  {
                    text: say.text('console.fees.do.takeOff'),
                    onAct: () => onAct({ kind: 'takeOff', credit }),
                  },
                ]
              : []),
            ...(isReversed ? [] : [{ text: say.text('console.fees.do.reverse'), onAct: reverse }]),
          ]}
        />
      </span>
    </div>
  );
}
