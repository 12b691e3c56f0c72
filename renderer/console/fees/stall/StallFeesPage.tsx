import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { ChooseStall } from '../../reports/ChooseStall.tsx';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import type { FeePageProps } from '../fee-page.ts';
import { REFRESH_MS } from '../use-fees.ts';
import { StallFees } from './StallFees.tsx';

/** The fees of one stall; without one it is chosen. */
export function StallFeesPage(props: FeePageProps) {
  return props.route.stall === '' ? <ChoosePage {...props} /> : <OneStall {...props} />;
}

function ChoosePage({ route }: FeePageProps) {
  const say = useText();
  return (
    <PageFrame
      title={say.text('console.fees.stall.choose')}
      about={say.text('console.fees.stall.chooseHow')}
    >
      <section className={`${card.card} ${card.padded}`}>
        <ChooseStall onStall={({ stall }) => openRoute({ ...route, stall })} />
      </section>
    </PageFrame>
  );
}

function OneStall({ route, today }: FeePageProps) {
  const say = useText();
  const { stall, mall } = route;
  const found = useQuery({
    ...hubQuery.fees.stall.queryOptions({ input: { stall } }),
    refetchInterval: every(REFRESH_MS),
  });
  const itsMall = found.data?.mall;
  useEffect(() => {
    if (itsMall !== undefined && itsMall !== mall)
      openRoute({ ...route, mall: itsMall }, 'replace');
  }, [itsMall, mall, route]);
  const back = { to: { ...route, stall: '' }, text: say.text('console.fees.stall.other') };
  if (found.data) return <StallFees key={stall} of={found} back={back} today={today} />;
  return (
    <PageFrame title={stall} back={back}>
      <Read of={found}>{() => null}</Read>
    </PageFrame>
  );
}
