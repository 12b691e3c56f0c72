import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { claimsPageId } from '../../../../domain/payments/claims-page/text.id.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import { localStamp } from '../../../../domain/time.ts';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { useNameOf } from '../../staff/use-people.ts';
import { tillQuery } from '../../till-client.ts';
import styles from './Claims.module.css';
import { foundWords } from './found-words.ts';
import { useClaimsChange } from './use-claims.ts';

learnWords(claimsPageId);

/** What is known now of the payments of a sale that were only claimed; else nothing. */
export function TenderStates({ receipt }: { readonly receipt: Receipt }) {
  const say = useText();
  const nameOf = useNameOf();
  const { number, kind: saleKind, tenders, offsetMinutes } = receipt;
  const isClaimed = saleKind === 'sale' && tenders.some(({ state }) => state === 'claimed');
  const change = useClaimsChange();
  const { tenderStates } = tillQuery.payments;
  const input = { number };
  const query = useQuery(
    tenderStates.queryOptions({
      input,
      queryKey: [...tenderStates.queryKey({ input }), change],
      placeholderData: keepPreviousData,
      gcTime: 0,
      enabled: isClaimed,
    }),
  );
  if (!isClaimed || query.data === undefined || query.isPlaceholderData) return null;
  return (
    <ul className={styles.known} aria-label={say.text('claims.state')}>
      {tenders.map(({ kind, amountRupiah, state }, at) => {
        const found = query.data.find(({ tender }) => tender === at) ?? null;
        return (
          state === 'claimed' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tenders of a receipt never move
            <li key={at} data-state={found?.state ?? 'claimed'}>
              <strong>
                {tenderWords(kind, say)} {say.money(amountRupiah)}
              </strong>
              <span>{foundWords({ found }, say, nameOf)}</span>
              {found && (
                <small>
                  {localStamp(found.atMs, offsetMinutes)}
                  {found.reference !== '' && ` · ${found.reference}`}
                </small>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
