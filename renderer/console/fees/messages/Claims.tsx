import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { Dialog } from '../../system/Dialog.tsx';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import { BookClaim } from './BookClaim.tsx';
import { ClaimList } from './ClaimList.tsx';
import type { ClaimAct } from './ClaimRow.tsx';
import { LinkClaim, RefuseClaim } from './ClaimForms.tsx';

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
            <ClaimList
              mall={mall}
              claims={all}
              onDo={(what, message) => setDoing({ what, message })}
            />
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
