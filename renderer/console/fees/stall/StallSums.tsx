import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { sumWithCode } from '../../../../domain/fees/sum-with-code.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { Figure } from '../../../ui/Figure.tsx';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { CopyButton } from '../../system/CopyButton.tsx';
import { Facts } from '../Facts.tsx';
import sums from '../../system/sums.module.css';
import styles from './StallSums.module.css';

/** What a stall owes, large; what it paid ahead; how its transfers are known. */
export function StallSums({ stall }: { readonly stall: StallView }) {
  const say = useText();
  const { owed, overdue, advance, deposit, code, remark } = stall;
  return (
    <section
      className={`${card.card} ${styles.sums}`}
      aria-label={say.text('console.fees.stall.sums')}
    >
      <p className={`${sums.total} ${styles.owed}`} data-overdue={overdue > 0 || undefined}>
        <span>{say.text('console.fees.stall.owed')}</span>
        <strong>
          <Figure text={say.money(owed)} />
        </strong>
        <span>
          {overdue > 0
            ? say.text('console.fees.stall.overdueOf', { overdue })
            : say.text('console.fees.stall.allPaid')}
        </span>
      </p>
      <div className={styles.beside}>
        <Facts
          facts={[
            { label: say.text('console.fees.stall.advance'), text: say.money(advance) },
            { label: say.text('console.fees.stall.deposit'), text: say.money(deposit) },
            {
              label: say.text('console.fees.stall.code'),
              text:
                code === null
                  ? say.text('console.fees.stall.noCode')
                  : String(code).padStart(3, '0'),
            },
            ...(code !== null && owed > advance
              ? [
                  {
                    label: say.text('console.fees.stall.transfer'),
                    text: say.money(sumWithCode(owed - advance, code)),
                  },
                ]
              : []),
            {
              label: say.text('console.fees.stall.remark'),
              text: (
                <span className={styles.remark}>
                  {remark} <CopyButton text={remark} />
                </span>
              ),
            },
          ]}
        />
      </div>
      <div className={styles.beside}>
        <Agreed stall={stall} />
      </div>
    </section>
  );
}

function Contract({ stall: { contracts } }: { readonly stall: StallView }) {
  const say = useText();
  const [newest] = contracts;
  if (!newest) return say.text('console.fees.stall.noContract');
  const { member, memberName, tariff, from, to } = newest;
  const facts = { member: memberName || member, tariff, from: writtenDate(from) };
  return to === null
    ? say.text('console.fees.stall.contractLine', facts)
    : say.text('console.fees.stall.contractEnded', { ...facts, to: writtenDate(to) });
}

/** Its contract, and what it agreed to pay by when. */
function Agreed({ stall }: { readonly stall: StallView }) {
  const say = useText();
  const { instalments } = stall;
  return (
    <Facts
      facts={[
        { label: say.text('console.fees.stall.contract'), text: <Contract stall={stall} /> },
        ...(instalments === null
          ? []
          : [
              {
                label: say.text('console.fees.stall.instalments'),
                text: say.text(
                  instalments.isKept
                    ? 'console.fees.stall.instalmentsKept'
                    : 'console.fees.stall.instalmentsBroken',
                  { from: writtenDate(instalments.from), paid: instalments.paid },
                ),
              },
              ...instalments.parts.map(({ due, amount }) => ({
                label: say.text('console.fees.stall.due', { due: writtenDate(due) }),
                text: say.money(amount),
              })),
            ]),
      ]}
    />
  );
}
