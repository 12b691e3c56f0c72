import { Button } from '@mantine/core';
import { IconDeviceDesktopPlus, IconDownload, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import { download } from '../../ui/download.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useText } from '../../ui/use-text.ts';
import { hub } from '../hub-client.ts';
import { openRoute, type Route } from '../route.ts';
import card from '../system/card.module.css';
import { failureWords } from '../system/failure-words.ts';
import { More } from '../system/More.tsx';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { CheckedLamp } from './CheckedLamp.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import styles from './DevicesPage.module.css';
import { NarrowDevices } from './NarrowDevices.tsx';
import { NewCode } from './NewCode.tsx';
import { useEnrolled, useWaiting } from './use-devices.ts';

type DevicesRoute = Extract<Route, { page: 'devices' }>;

/** The tills that enrolled: those that wait for approval first; and codes for new ones. */
export function DevicesPage({ route }: { readonly route: DevicesRoute }) {
  const say = useText();
  const waiting = useWaiting();
  const [isCodeOpen, setIsCodeOpen] = useState(false);
  const open = (): void => setIsCodeOpen(true);
  return (
    <PageFrame
      title={say.text('console.devices')}
      acts={
        <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={open}>
          {say.text('console.device.newCode')}
        </Button>
      }
    >
      <Read of={waiting}>
        {({ pages }) => {
          const devices = pages.flatMap((page) => page.devices);
          return (
            <>
              {devices.length > 0 && (
                <Waiting devices={devices}>
                  <More of={waiting} />
                </Waiting>
              )}
              <Enrolled route={route} isAnyWaiting={devices.length > 0} onCode={open} />
            </>
          );
        }}
      </Read>
      <NewCode isOpen={isCodeOpen} onClose={() => setIsCodeOpen(false)} />
    </PageFrame>
  );
}

interface WaitingProps {
  readonly devices: readonly Device[];
  /** What stands behind the list. */
  readonly children: ReactNode;
}

/** One that was approved gives its place to the next, which a second tap is not for. */
function Waiting({ devices, children }: WaitingProps) {
  const say = useText();
  return (
    <section className={`${card.card} ${styles.waiting}`}>
      <h2 className={styles.title}>{say.text('console.device.waiting')}</h2>
      <p className={styles.how}>{say.text('console.device.waitingHow')}</p>
      <FreshSurface of={devices.map(({ device }) => device).join()}>
        <DeviceList label={say.text('console.device.waiting')} devices={devices} />
      </FreshSurface>
      {children}
    </section>
  );
}

interface EnrolledProps {
  readonly route: DevicesRoute;
  readonly isAnyWaiting: boolean;
  readonly onCode: () => void;
}

function Enrolled({ route, isAnyWaiting, onCode }: EnrolledProps) {
  const say = useText();
  const list = useEnrolled(route);
  const { text, filter } = route;
  const isNarrow = text !== '' || filter !== null;
  return (
    <Read of={list}>
      {({ pages }) => {
        const devices = pages.flatMap((page) => page.devices);
        if (devices.length === 0 && !isNarrow) {
          return isAnyWaiting ? null : <NoDevices onCode={onCode} />;
        }
        return (
          <>
            <CheckedLamp />
            <NarrowDevices route={route} />
            <section className={card.card} aria-busy={list.isPlaceholderData}>
              {devices.length === 0 ? (
                <NoMatch />
              ) : (
                <>
                  <div className={styles.head}>
                    <h2 className={styles.title}>{say.text('console.device.approved')}</h2>
                    <ExportDevices />
                  </div>
                  <DeviceList label={say.text('console.device.approved')} devices={devices} />
                </>
              )}
            </section>
            <More of={list} />
          </>
        );
      }}
    </Read>
  );
}

function ExportDevices() {
  const say = useText();
  const { language } = say;
  const save = useMutation({
    mutationFn: async () => {
      const { content } = await hub.devices.export({ language });
      download(say.text('devices.file'), [content]);
    },
  });
  return (
    <>
      {save.error && <p role="alert">{failureWords(save.error, say)}</p>}
      <Button
        variant="default"
        leftSection={<IconDownload aria-hidden size={18} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {say.text('devices.export')}
      </Button>
    </>
  );
}

interface DeviceListProps {
  readonly label: string;
  readonly devices: readonly Device[];
}

function DeviceList({ label, devices }: DeviceListProps) {
  return (
    <ul className={card.list} aria-label={label}>
      {devices.map((device) => (
        <li key={device.device}>
          <DeviceRow device={device} />
        </li>
      ))}
    </ul>
  );
}

function NoDevices({ onCode }: { readonly onCode: () => void }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconDeviceDesktopPlus}
        title={say.text('console.device.none')}
        action={{ text: say.text('console.device.newCode'), onAct: onCode }}
      >
        {say.text('console.device.noneHow')}
      </EmptyState>
    </section>
  );
}

function NoMatch() {
  const say = useText();
  return (
    <EmptyState
      Icon={IconSearchOff}
      title={say.text('devices.noMatch')}
      action={{
        text: say.text('console.day.showAll'),
        onAct: () => openRoute({ page: 'devices', filter: null, text: '' }, 'replace'),
      }}
    >
      {say.text('devices.noMatchHow')}
    </EmptyState>
  );
}
