import { useText } from '../../../ui/use-text.ts';
import { openRoute } from '../../route.ts';
import { Choices } from '../../system/Choices.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import type { FeePageProps } from '../fee-page.ts';
import { Claims } from './Claims.tsx';
import { Disputes } from './Disputes.tsx';
import { StampedClosures } from './StampedClosures.tsx';

const views = ['claims', 'disputes', 'closures'] as const;

/** What stalls say on their tills: they have paid, something is wrong, they were closed. */
export function MessagesPage({ route, mall }: FeePageProps) {
  const say = useText();
  const view = views.find((one) => one === route.only) ?? 'claims';
  return (
    <PageFrame title={say.text('console.fees.tab.messages')}>
      <Choices
        label={say.text('console.fees.messages.views')}
        choices={views.map((value) => ({
          value,
          text: say.text(`console.fees.messages.${value}`),
        }))}
        chosen={view}
        onChoose={(one) => openRoute({ ...route, only: one === 'claims' ? '' : one }, 'replace')}
      />
      {view === 'claims' && <Claims mall={mall.mall} />}
      {view === 'disputes' && <Disputes mall={mall.mall} />}
      {view === 'closures' && <StampedClosures mall={mall.mall} month={mall.period} />}
    </PageFrame>
  );
}
