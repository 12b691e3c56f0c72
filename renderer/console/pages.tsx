import { IconMapQuestion } from '@tabler/icons-react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { whenOpened } from '../ui/when-opened.ts';
import { useText } from '../ui/use-text.ts';
import { DayPage } from './reports/DayPage.tsx';
import { openRoute, type Route, today } from './route.ts';
import { NotLoaded } from './system/NotLoaded.tsx';

const StallPage = whenOpened(
  async () => (await import('./reports/StallPage.tsx')).StallPage,
  NotLoaded,
);
const DatePage = whenOpened(
  async () => (await import('./reports/DatePage.tsx')).DatePage,
  NotLoaded,
);
const RecordPage = whenOpened(
  async () => (await import('./reports/RecordPage.tsx')).RecordPage,
  NotLoaded,
);
const DevicesPage = whenOpened(
  async () => (await import('./devices/DevicesPage.tsx')).DevicesPage,
  NotLoaded,
);
const OrganisationPage = whenOpened(
  async () => (await import('./organisation/OrganisationPage.tsx')).OrganisationPage,
  NotLoaded,
);

const NoticesPage = whenOpened(
  async () => (await import('./notices/NoticesPage.tsx')).NoticesPage,
  NotLoaded,
);

const BankPage = whenOpened(
  async () => (await import('./fees/bank/BankPage.tsx')).BankPage,
  NotLoaded,
);

const FeesPage = whenOpened(async () => (await import('./fees/FeesPage.tsx')).FeesPage, NotLoaded);

/** The page of a route. All but the first are loaded when opened. */
export function CurrentPage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'day':
      return <DayPage route={route} />;
    case 'stall':
      return <StallPage route={route} />;
    case 'date':
      return <DatePage route={route} />;
    case 'record':
      return <RecordPage key={route.leaf} route={route} />;
    case 'devices':
      return <DevicesPage route={route} />;
    case 'bank':
      return <BankPage route={route} />;
    case 'notices':
      return <NoticesPage />;
    case 'fees':
      return <FeesPage route={route} />;
    case 'organisation':
      return <OrganisationPage />;
    case 'none':
      return <NoPage />;
  }
}

function NoPage() {
  const say = useText();
  return (
    <main>
      <EmptyState
        Icon={IconMapQuestion}
        level="h1"
        title={say.text('console.noPage')}
        action={{ text: say.text('console.toToday'), onAct: () => openRoute(today) }}
      >
        {say.text('console.noPageHow')}
      </EmptyState>
    </main>
  );
}
