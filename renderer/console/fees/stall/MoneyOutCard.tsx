import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { RowMenu } from './RowMenu.tsx';
import rows from './rows.module.css';
import type { StallAct } from './stall-act.ts';
import { VoidChip } from '../VoidChip.tsx';

interface MoneyOutCardProps {
  readonly stall: StallView;
  readonly onAct: (act: StallAct) => void;
}

/** The ledger of a stall's deposit, and what was given back of its advance; folded away. */
export function MoneyOutCard({ stall, onAct }: MoneyOutCardProps) {
  const say = useText();
  const parts = [
    { title: say.text('console.fees.stall.deposits'), rows: stall.deposits },
    { title: say.text('console.fees.stall.refunds'), rows: stall.refunds },
  ].filter((part) => part.rows.length > 0);
  return parts.map((part) => (
    <section key={part.title} className={card.card}>
      <details className={rows.fold}>
        <summary>{part.title}</summary>
        <ul className={card.list} aria-label={part.title}>
          {part.rows.map(({ id: of, on, amount, account, isReversed }) => (
            <li key={of} className={rows.row}>
              <span className={rows.what}>
                <strong>{writtenDate(on)}</strong>
                <span className={card.soft}>{account}</span>
              </span>
              <span className={rows.state}>{isReversed && <VoidChip />}</span>
              <span className={`${rows.sum} ${card.figure}`} data-void={isReversed || undefined}>
                {say.money(amount)}
              </span>
              <span className={rows.acts}>
                <RowMenu
                  what={`${part.title} ${writtenDate(on)}`}
                  acts={
                    isReversed
                      ? []
                      : [
                          {
                            text: say.text('console.fees.do.reverse'),
                            onAct: () => onAct({ kind: 'reverse', of, what: say.money(amount) }),
                          },
                        ]
                  }
                />
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  ));
}
