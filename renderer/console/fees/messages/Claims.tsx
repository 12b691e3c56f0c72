import { IconMessageDollar } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import { BookClaim } from './BookClaim.tsx';
import { ClaimRow } from './ClaimRow.tsx';
import { LinkClaim, RefuseClaim } from './ClaimForms.tsx';

/** What is done with a claim. */
type ClaimAct = 'book' | 'link' | 'refuse';

/** Stalls that say they have paid, the oldest first: booked, found, or refused with a reason. */
export function Claims({ mall }: { readonly mall: string }) {
  const say = useText();
  const [doing, setDoing] = useState<{ what: ClaimAct; message: StallMessage } | null>(null);
  const claims = useInfiniteQuery({
    ...hubQuery.matters.listMessages.infiniteOptions({
      input: (cursor: string) => ({ mall, state: 'waiting', kind: 'claim', cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  const close = (): void => setDoing(null);
  const given = doing && { mall, message: doing.message, onDone: close };
  return (
    <Read of={claims}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.messages);
        return (
          <>
            <section className={card.card}>
              {all.length === 0 ? (
                <EmptyState
                  Icon={IconMessageDollar}
                  title={say.text('console.fees.messages.claimsNone')}
                >
                  {say.text('console.fees.messages.claimsNoneHow')}
                </EmptyState>
              ) : (
                <ul className={card.list} aria-label={say.text('console.fees.messages.claimsList')}>
                  {all.map((message) => (
                    <li key={message.id}>
                      <ClaimRow
                        mall={mall}
                        message={message}
                        onDo={(what) => setDoing({ what, message })}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <More of={claims} />
            <Dialog
              isOpen={doing !== null}
              title={`${say.text(`console.fees.messages.${doing?.what ?? 'book'}`)} · ${
                doing?.message.name ?? ''
              }`}
              onClose={close}
              isWide
            >
              {given && doing?.what === 'book' && <BookClaim {...given} />}
              {given && doing?.what === 'link' && <LinkClaim {...given} />}
              {given && doing?.what === 'refuse' && <RefuseClaim {...given} />}
            </Dialog>
          </>
        );
      }}
    </Read>
  );
}
