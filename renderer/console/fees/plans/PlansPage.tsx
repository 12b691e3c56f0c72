import { useText } from '../../../ui/use-text.ts';
import { PageFrame } from '../../system/PageFrame.tsx';
import type { FeePageProps } from '../fee-page.ts';
import { AccountsCard } from './AccountsCard.tsx';
import { CodesCard } from './CodesCard.tsx';
import { IssuerCard } from './IssuerCard.tsx';
import { PlansCard } from './PlansCard.tsx';

/** What a mall charges from when on, where it is paid, and by which codes stalls are known. */
export function PlansPage({ mall }: FeePageProps) {
  const say = useText();
  return (
    <PageFrame title={say.text('console.fees.tab.plans')}>
      <PlansCard mall={mall} />
      <AccountsCard mall={mall.mall} />
      <IssuerCard key={mall.mall} mall={mall.mall} />
      <CodesCard mall={mall.mall} />
    </PageFrame>
  );
}
