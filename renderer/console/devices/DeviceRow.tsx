import { Button } from '@mantine/core';
import { useState } from 'react';
import { agoWords } from '../../../domain/console/moment.ts';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import { MINUTE_MS, zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { failureWords } from '../system/failure-words.ts';
import card from '../system/card.module.css';
import { Question } from '../system/Question.tsx';
import { useNow } from '../use-now.ts';
import { DeviceAlarms } from './DeviceAlarms.tsx';
import styles from './DeviceRow.module.css';
import { useDeviceActs } from './use-devices.ts';

/** A till: whose it is, how far it has reported, and what can be done about it. */
export function DeviceRow({ device }: { readonly device: Device }) {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { approve, revoke, countOn } = useDeviceActs();
  const failure = approve.error ?? revoke.error ?? countOn.error;
  const { stall, state, newest: mark, through } = device;
  return (
    <div className={styles.row} data-state={state}>
      <span className={styles.name}>
        <strong>
          {stall.code} {stall.name}
        </strong>
        <span className={card.soft}>{stall.mall}</span>
      </span>
      <span className={styles.device} title={device.device}>
        <span className={card.code}>{shortDevice(device.device)}</span>
        <span className={styles.state} data-state={state}>
          {say.text(`console.device.state.${state}`)}
        </span>
      </span>
      <span className={`${styles.about} ${card.soft}`}>
        <Standing device={device} />
      </span>
      <span className={styles.acts}>
        {state === 'waiting' && (
          <Button loading={approve.isPending} onClick={() => approve.mutate(device)}>
            {say.text('console.device.approve')}
          </Button>
        )}
        {state === 'revoked' && mark !== null && mark !== through && (
          <Button
            variant="default"
            loading={countOn.isPending}
            onClick={() => countOn.mutate(device)}
          >
            {say.text('console.device.countOn', { mark })}
          </Button>
        )}
        {state !== 'revoked' && (
          <Button
            variant="subtle"
            c="var(--loss)"
            loading={revoke.isPending}
            onClick={() => setIsAsking(true)}
          >
            {say.text('console.device.revoke')}
          </Button>
        )}
      </span>
      {device.alarms.length > 0 && <DeviceAlarms device={device} />}
      {failure && (
        <p className={styles.failure} role="alert">
          {failureWords(failure, say)}
        </p>
      )}
      <AskRevoke
        device={device}
        isOpen={isAsking}
        onKeep={() => setIsAsking(false)}
        onRevoke={() => {
          setIsAsking(false);
          revoke.mutate(device);
        }}
      />
    </div>
  );
}

function Standing({ device }: { readonly device: Device }) {
  const say = useText();
  const nowMs = useNow(MINUTE_MS / 2);
  const { state, newest, through, enrolledAtMs, reportedAtMs, revokedAtMs, signatures } = device;
  const stamp = zonedStamp(enrolledAtMs, zones.WIB);
  const lines = [say.text('console.device.enrolled', { stamp })];
  if (state === 'revoked' && revokedAtMs !== null) {
    const revoked = zonedStamp(revokedAtMs, zones.WIB);
    lines.push(say.text('console.device.revokedAt', { stamp: revoked }));
    if (newest !== null && through === null) lines.push(say.text('console.device.countsNone'));
    if (through !== null) lines.push(say.text('console.device.counts', { mark: through }));
  }
  if (newest !== null && reportedAtMs !== null) {
    const ago = agoWords(reportedAtMs, nowMs, say.language);
    lines.push(say.text('console.device.newest', { mark: newest, ago }));
    const { records, checked, unsigned, proven } = signatures;
    if (checked < records) lines.push(say.text('devices.checkedOf', { records, checked }));
    if (unsigned > 0) lines.push(say.text('devices.unsignedOf', { unsigned }));
    if (proven > 0) lines.push(say.text('devices.provenOf', { proven }));
  } else if (state === 'active') {
    lines.push(say.text('console.device.silent'));
  }
  return lines.map((line) => <span key={line}>{line}</span>);
}

interface AskRevokeProps {
  readonly device: Device;
  readonly isOpen: boolean;
  readonly onKeep: () => void;
  readonly onRevoke: () => void;
}

/** Says from where on nothing counts any more, before it is so. */
function AskRevoke({ device, isOpen, onKeep, onRevoke }: AskRevokeProps) {
  const say = useText();
  const { newest: mark, stall } = device;
  return (
    <Question
      isOpen={isOpen}
      title={say.text('console.device.askRevoke', {
        device: shortDevice(device.device),
        stall: `${stall.code} ${stall.name}`,
      })}
      keep={say.text('console.device.keep')}
      onKeep={onKeep}
      act={say.text('console.device.revoke')}
      onAct={onRevoke}
    >
      {mark === null
        ? say.text('console.device.askRevokeAll')
        : say.text('console.device.askRevokeFrom', { mark })}
    </Question>
  );
}
