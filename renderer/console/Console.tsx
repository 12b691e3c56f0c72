import { ActionIcon } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  IconBuildingCommunity,
  IconDeviceDesktop,
  IconLogout2,
  IconSunHigh,
  type Icon,
} from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import lapakMark from '../ui/lapak.svg';
import { useText } from '../ui/use-text.ts';
import styles from './Console.module.css';
import { useWaitingDevices } from './devices/use-devices.ts';
import { CurrentPage } from './pages.tsx';
import { signOut } from './people/session.ts';
import { addressOf, type Route, today, useRoute } from './route.ts';
import { LanguageSwitch } from './system/LanguageSwitch.tsx';
import { useScroll } from './use-scroll.ts';

/** The bar with its pages, and the page below it. */
export function Console({ hub }: { readonly hub: string }) {
  const say = useText();
  const route = useRoute();
  const address = addressOf(route);
  const area = useRef<HTMLDivElement>(null);
  const { page } = route;
  const onScroll = useScroll(area, address);
  useEffect(() => {
    document.title = `${hub} · Lapak`;
  }, [hub]);
  return (
    <div className={styles.console}>
      <header className={styles.bar}>
        <img src={lapakMark} alt="" width={28} height={28} />
        <strong className={styles.hub} title={hub}>
          {hub}
        </strong>
        <LanguageSwitch />
        <SignOut />
      </header>
      <Pages page={page} />
      <div ref={area} className={styles.area} tabIndex={-1} onScroll={onScroll}>
        <Suspense
          fallback={
            <p className={styles.opening} role="status">
              {say.text('console.loading')}
            </p>
          }
        >
          <CurrentPage route={route} />
        </Suspense>
      </div>
    </div>
  );
}

function Pages({ page }: Pick<Route, 'page'>) {
  const say = useText();
  const waiting = useWaitingDevices();
  return (
    <nav className={styles.pages} aria-label={say.text('console.pages')}>
      <PageLink
        to={today}
        Picture={IconSunHigh}
        isHere={page !== 'devices' && page !== 'organisation'}
      >
        {say.text('console.today')}
      </PageLink>
      <PageLink
        to={{ page: 'devices' }}
        Picture={IconDeviceDesktop}
        isHere={page === 'devices'}
        count={waiting}
        label={
          waiting === 0
            ? say.text('console.devices')
            : say.text('console.devicesWaiting', { count: waiting })
        }
      >
        {say.text('console.devices')}
      </PageLink>
      <PageLink
        to={{ page: 'organisation' }}
        Picture={IconBuildingCommunity}
        isHere={page === 'organisation'}
      >
        {say.text('console.organisation')}
      </PageLink>
    </nav>
  );
}

interface PageLinkProps {
  readonly to: Route;
  readonly Picture: Icon;
  readonly isHere: boolean;
  readonly count?: number;
  /** For who listens, where it says more. */
  readonly label?: string;
  readonly children: string;
}

function PageLink({ to, Picture, isHere, count = 0, label, children }: PageLinkProps) {
  return (
    <a
      href={addressOf(to)}
      className={styles.page}
      aria-current={isHere ? 'page' : undefined}
      aria-label={label}
    >
      <Picture aria-hidden size={20} />
      {children}
      {count > 0 && <b className={styles.count}>{count}</b>}
    </a>
  );
}

function SignOut() {
  const say = useText();
  const leave = useMutation({ mutationFn: signOut });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={styles.leave ?? ''}
      size={44}
      aria-label={say.text('console.signOut')}
      title={say.text('console.signOut')}
      onClick={() => leave.mutate()}
    >
      <IconLogout2 aria-hidden size={20} />
    </ActionIcon>
  );
}
