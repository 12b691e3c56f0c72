import { Button } from '@mantine/core';
import { IconDeviceDesktopPlus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import styles from './DevicesPage.module.css';
import { NewCode } from './NewCode.tsx';
import { useDevices } from './use-devices.ts';

/** The tills that enrolled: those that wait for approval first; and codes for new ones. */
export function DevicesPage() {
  const say = useText();
  const list = useDevices();
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
      <Read of={list}>
        {({ devices }) =>
          devices.length === 0 ? <NoDevices onCode={open} /> : <Devices devices={devices} />
        }
      </Read>
      <NewCode isOpen={isCodeOpen} onClose={() => setIsCodeOpen(false)} />
    </PageFrame>
  );
}

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  const say = useText();
  const waiting = devices.filter(({ state }) => state === 'waiting');
  const others = devices.filter(({ state }) => state !== 'waiting');
  return (
    <>
      {waiting.length > 0 && (
        <section className={`${card.card} ${styles.waiting}`}>
          <h2 className={styles.title}>{say.text('console.device.waiting')}</h2>
          <p className={styles.how}>{say.text('console.device.waitingHow')}</p>
          <DeviceList label={say.text('console.device.waiting')} devices={waiting} />
        </section>
      )}
      {others.length > 0 && (
        <section className={card.card}>
          <h2 className={styles.title}>{say.text('console.device.approved')}</h2>
          <DeviceList label={say.text('console.device.approved')} devices={others} />
        </section>
      )}
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
