import { NativeSelect } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FeeMall } from '../../../domain/fees/manage/mall-calls.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { openRoute } from '../route.ts';
import card from '../system/card.module.css';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import type { FeePageProps } from './fee-page.ts';
import type { FeesRoute } from './fees-route.ts';
import { FeeTabs } from './FeeTabs.tsx';
import { AgeingPage } from './ageing/AgeingPage.tsx';
import { CalendarPage } from './calendar/CalendarPage.tsx';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { MetersPage } from './meters/MetersPage.tsx';
import { MonthPage } from './month/MonthPage.tsx';
import { BooksPage } from './books/BooksPage.tsx';
import { DrawerPage } from './drawer/DrawerPage.tsx';
import { PlansPage } from './plans/PlansPage.tsx';
import { StallFeesPage } from './stall/StallFeesPage.tsx';
import { useMalls } from './use-fees.ts';

/** The fees of a mall: its tabs, and the page of the one that is open. */
export function FeesPage({ route }: { readonly route: FeesRoute }) {
  const malls = useMalls();
  return (
    <Read of={malls}>
      {({ malls: all, today }) => {
        const mall = all.find(({ mall: code }) => code === route.mall) ?? all[0];
        if (mall === undefined) return <NoMall />;
        const at = { ...route, mall: mall.mall };
        return (
          <>
            <FeeTabs route={at}>{all.length > 1 && <MallPicker route={at} malls={all} />}</FeeTabs>
            <Page key={`${at.mall} ${at.tab}`} route={at} mall={mall} today={today} />
          </>
        );
      }}
    </Read>
  );
}

function Page(props: FeePageProps) {
  switch (props.route.tab) {
    case 'month':
      return <MonthPage {...props} />;
    case 'stall':
      return <StallFeesPage {...props} />;
    case 'ageing':
      return <AgeingPage {...props} />;
    case 'meters':
      return <MetersPage {...props} />;
    case 'calendar':
      return <CalendarPage {...props} />;
    case 'messages':
      return <MessagesPage {...props} />;
    case 'drawer':
      return <DrawerPage {...props} />;
    case 'books':
      return <BooksPage {...props} />;
    case 'plans':
      return <PlansPage {...props} />;
  }
}

interface MallPickerProps {
  readonly route: FeesRoute;
  readonly malls: readonly FeeMall[];
}

function MallPicker({ route, malls }: MallPickerProps): ReactNode {
  const say = useText();
  const { tab, period } = route;
  return (
    <NativeSelect
      aria-label={say.text('console.fees.mall')}
      data={malls.map(({ mall, name }) => ({ value: mall, label: name }))}
      value={route.mall ?? ''}
      onChange={({ currentTarget: { value: mall } }) =>
        openRoute({ page: 'fees', mall, tab, period, stall: '', only: '', text: '' })
      }
    />
  );
}

function NoMall() {
  const say = useText();
  return (
    <PageFrame title={say.text('console.fees.page')}>
      <section className={card.card}>
        <EmptyState
          Icon={IconBuildingCommunity}
          title={say.text('console.fees.noMall')}
          action={{
            text: say.text('console.day.toOrganisation'),
            onAct: () => openRoute({ page: 'organisation' }),
          }}
        >
          {say.text('console.fees.noMallHow')}
        </EmptyState>
      </section>
    </PageFrame>
  );
}
