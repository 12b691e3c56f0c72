import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconClock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import { CODE_LIFE_MS } from '../../../domain/enrolment/code.ts';
import type { Device } from '../../../domain/enrolment/manage-contract.ts';
import type { StallName } from '../../../domain/sync/place.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { CopyButton } from '../system/CopyButton.tsx';
import { failureWords } from '../system/failure-words.ts';
import { useNow } from '../use-now.ts';
import styles from './CodeShown.module.css';
import { QrCode } from '../../ui/QrCode.tsx';
import { useDeviceActs, useDevicesOf } from './use-devices.ts';

const SECOND_MS = 1_000;

interface MadeCode {
  readonly code: string;
  readonly hubKey: string;
  readonly invitation: string;
  readonly stall: StallName;
  /** By the clock of this browser. */
  readonly madeAtMs: number;
  /** When each till that its stall had before enrolled. */
  readonly before: ReadonlyMap<string, number>;
}

interface CodeShownProps {
  readonly made: MadeCode;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** A code, large enough to be read out, until a till has used it or its time is over. */
export function CodeShown({ made, onAgain, onClose }: CodeShownProps) {
  const say = useText();
  const nowMs = useNow(SECOND_MS);
  const came = useCame(made);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that made the code is gone, and the focus with it.
  useEffect(() => {
    title.current?.focus();
  }, []);
  const { code, hubKey, invitation, stall, madeAtMs } = made;
  const leftMs = madeAtMs + CODE_LIFE_MS - nowMs;
  if (came) return <Came device={came} hubKey={hubKey} onClose={onClose} />;
  const named = `${stall.code} ${stall.name}`;
  return (
    <div className={styles.shown}>
      <h2 ref={title} tabIndex={-1}>
        {say.text('console.code.of', { stall: named })}
      </h2>
      {leftMs <= 0 ? (
        <>
          <p role="alert">{say.text('console.code.over')}</p>
          <Button onClick={onAgain}>{say.text('console.code.again')}</Button>
        </>
      ) : (
        <>
          <p className={styles.code} role="img" aria-label={code}>
            {code.split('-').map((group, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one code
              <span key={at}>{group}</span>
            ))}
          </p>
          <HubKey hubKey={hubKey} />
          <p className={styles.left}>
            <IconClock aria-hidden size={18} />
            {say.text('console.code.left', { time: clockWords(leftMs) })}
          </p>
          <QrCode text={invitation} label={say.text('console.code.qr')} />
          <p className={styles.how}>{say.text('console.code.how')}</p>
          <div className={styles.invitation}>
            <code>{invitation}</code>
            <CopyButton text={invitation} />
          </div>
          <p className={styles.how} role="status">
            {say.text('console.code.awaits')}
          </p>
        </>
      )}
    </div>
  );
}

/** A till of this stall that was not there when the code was made. */
function useCame({ stall, before }: MadeCode): Device | undefined {
  const here = useDevicesOf(stall.code);
  return here?.find(({ device, enrolledAtMs }) => enrolledAtMs > (before.get(device) ?? -1));
}

/** A till to which the code was typed asks its owner whether it has met this very hub. */
function HubKey({ hubKey }: Pick<MadeCode, 'hubKey'>) {
  const say = useText();
  return (
    <p className={styles.key}>
      {say.text('console.code.key')} <strong>{hubKey}</strong>
    </p>
  );
}

interface CameProps extends Pick<MadeCode, 'hubKey'> {
  readonly device: Device;
  readonly onClose: () => void;
}

function Came({ device, hubKey, onClose }: CameProps) {
  const say = useText();
  const { approve } = useDeviceActs();
  const short = shortDevice(device.device);
  const isActive = device.state === 'active';
  return (
    <div className={styles.shown}>
      <IconCircleCheckFilled aria-hidden size={48} className={styles.came} />
      <p className={styles.sentence} role="status">
        {say.text(isActive ? 'console.code.isActive' : 'console.code.came', { device: short })}
      </p>
      {!isActive && <p className={styles.how}>{say.text('console.device.waitingHow')}</p>}
      {!isActive && <HubKey hubKey={hubKey} />}
      {approve.error && <p role="alert">{failureWords(approve.error, say)}</p>}
      {isActive ? (
        <Button onClick={onClose}>{say.text('console.code.done')}</Button>
      ) : (
        <Button loading={approve.isPending} onClick={() => approve.mutate(device)}>
          {say.text('console.device.approve')}
        </Button>
      )}
    </div>
  );
}

/** `14:59` */
function clockWords(leftMs: number): string {
  const minutes = Math.floor(leftMs / MINUTE_MS);
  const seconds = Math.floor((leftMs % MINUTE_MS) / SECOND_MS);
  return `${minutes}:${String(seconds).padStart(2, '0')}`;
}
