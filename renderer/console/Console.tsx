import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  IconBuildingBank,
  IconBuildingCommunity,
  IconDeviceDesktop,
  IconFileInvoice,
  IconLogout2,
  IconSpeakerphone,
  IconSunHigh,
  type Icon,
} from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import lapakMark from '../ui/lapak.svg';
import { useText } from '../ui/use-text.ts';
import styles from './Console.module.css';
import { useDeviceCounts } from './devices/use-devices.ts';
import { bank } from './fees/bank/bank-route.ts';
import { fees } from './fees/fees-route.ts';
import { CurrentPage } from './pages.tsx';
import { signOut } from './people/session.ts';
import { addressOf, devices, type Route, today, useRoute } from './route.ts';
import { speak } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Question } from './system/Question.tsx';
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
        <LanguageSwitch onLanguage={speak} />
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

/** Those that have an entry of their own; the others are of today's. */
const otherPages: readonly string[] = ['devices', 'fees', 'bank', 'notices', 'organisation'];

function Pages({ page }: Pick<Route, 'page'>) {
  const say = useText();
  const { waiting, alarmed } = useDeviceCounts();
  const label = [
    say.text('console.devices'),
    ...(waiting > 0 ? [say.text('console.devicesWaiting', { count: waiting })] : []),
    ...(alarmed > 0 ? [say.text('console.devicesAlarmed', { count: alarmed })] : []),
  ];
  return (
    <nav className={styles.pages} aria-label={say.text('console.pages')}>
      <PageLink to={today} Picture={IconSunHigh} isHere={!otherPages.includes(page)}>
        {say.text('console.today')}
      </PageLink>
      <PageLink
        to={devices}
        Picture={IconDeviceDesktop}
        isHere={page === 'devices'}
        count={waiting + alarmed}
        label={label.length > 1 ? label.join(', ') : undefined}
      >
        {say.text('console.devices')}
      </PageLink>
      <PageLink to={fees} Picture={IconFileInvoice} isHere={page === 'fees'}>
        {say.text('console.fees.page')}
      </PageLink>
      <PageLink to={bank} Picture={IconBuildingBank} isHere={page === 'bank'}>
        {say.text('console.bank')}
      </PageLink>
      <PageLink to={{ page: 'notices' }} Picture={IconSpeakerphone} isHere={page === 'notices'}>
        {say.text('notices.page')}
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
  readonly label?: string | undefined;
  readonly children: string;
}

function PageLink({ to, Picture, isHere, count = 0, label, children }: PageLinkProps) {
  return (
    <a href={addressOf(to)} className={styles.page} aria-current={isHere ? 'page' : undefined}>
      <Picture aria-hidden size={20} />
      <span aria-hidden={label !== undefined}>{children}</span>
      {label !== undefined && <VisuallyHidden>{label}</VisuallyHidden>}
      {count > 0 && (
        <b aria-hidden className={styles.count}>
          {count}
        </b>
      )}
    </a>
  );
}

/** Asks first: the way back in is a command on the computer of the hub. */
function SignOut() {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const leave = useMutation({ mutationFn: signOut });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.leave ?? ''}
        size={44}
        aria-label={say.text('console.signOut')}
        title={say.text('console.signOut')}
        onClick={() => setIsAsking(true)}
      >
        <IconLogout2 aria-hidden size={20} />
      </ActionIcon>
      <Question
        isOpen={isAsking}
        title={say.text('console.askSignOut')}
        keep={say.text('console.staySignedIn')}
        onKeep={() => setIsAsking(false)}
        act={say.text('console.signOut')}
        onAct={() => {
          setIsAsking(false);
          leave.mutate();
        }}
      >
        {say.text('console.signOutHow')}
      </Question>
    </>
  );
}
