import { useQuery } from '@tanstack/react-query';
import { formatWhole } from '../../../../domain/money.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Read } from '../../system/Read.tsx';
import rows from '../stall/rows.module.css';
import { REFRESH_MS } from '../use-fees.ts';
import { bookWords } from './account-words.ts';
import styles from './books.module.css';

interface AccountSumsProps {
  readonly mall: string;
  readonly month: string;
}

/** What each account took and gave in a month; both columns come to the same. */
export function AccountSums({ mall, month }: AccountSumsProps) {
  const say = useText();
  const sums = useQuery({
    ...hubQuery.matters.sumJournal.queryOptions({ input: { mall, month } }),
    refetchInterval: every(REFRESH_MS),
  });
  const title = say.text('console.fees.books.sums');
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{title}</h2>
      <Read of={sums}>
        {({ accounts, debit, credit }) => (
          <>
            <table className={styles.table} aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">{say.text('console.fees.books.account')}</th>
                  <th scope="col" data-figure>
                    {say.text('console.fees.books.debit')}
                  </th>
                  <th scope="col" data-figure>
                    {say.text('console.fees.books.credit')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {accounts.map((one) => (
                  <tr key={one.account}>
                    <td>{bookWords(one.account, say)}</td>
                    <td data-figure>{formatWhole(one.debit)}</td>
                    <td data-figure>{formatWhole(one.credit)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td>{say.text('console.fees.books.total')}</td>
                  <td data-figure>{formatWhole(debit)}</td>
                  <td data-figure>{formatWhole(credit)}</td>
                </tr>
              </tfoot>
            </table>
            <p className={styles.said} data-wrong={debit !== credit || undefined}>
              {say.text(
                debit === credit ? 'console.fees.books.balanced' : 'console.fees.books.unbalanced',
              )}
            </p>
          </>
        )}
      </Read>
    </section>
  );
}
